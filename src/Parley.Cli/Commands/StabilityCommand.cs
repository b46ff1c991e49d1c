using System.CommandLine;
using Parley.Analysis.Stability;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Exchange.Conflicts;

namespace Parley.Cli.Commands;

/// <summary><c>parley stability</c>: which outcomes of a conflict would hold (the Graph Model for Conflict Resolution).</summary>
internal static class StabilityCommand
{
    private const string Examples = """
        Examples:
          parley stability strait.yaml
          parley stability strait.yaml --format csv --all -o states.csv
          parley stability strait.yaml --format svg -o strait.svg
          parley stability explain strait.yaml NYYN --concept seq
          parley stability path strait.yaml NYNY
          parley stability inverse strait.yaml NYNY --concept gmr
          parley stability sensitivity strait.yaml
          parley stability coalitions strait.yaml
          parley stability foresight strait.yaml --horizon 3
          parley stability perceptions as-norland.yaml as-estava.yaml
          parley stability propose talks.parley -o talks.yaml
        A state is written Y or N for every option, in the file's order. docs/stability.md teaches the method.
        """;

    public static Command Create()
    {
        var command = Build("stability", $"Compute which outcomes of a conflict would hold.\n\n{Examples}", state: null, ["table", "json", "csv", "md", "svg"], run => run.Equilibria());
        command.Add(Build("explain", "Say in sentences why a state holds for each party or does not", state: true, ["table", "json", "csv", "md", "svg"], run => run.Explain()));
        command.Add(Build("path", "Find the shortest way from today to a state, or to every equilibrium", state: false, ["table", "json", "csv", "md", "svg"], run => run.Paths()));
        command.Add(Build("inverse", "Say which preferences would make a state hold", state: true, ["table", "json", "csv", "md", "svg"], run => run.Inverse()));
        command.Add(Build("sensitivity", "Swap neighbouring preferences and see which equilibria survive", state: null, ["table", "json", "csv", "md", "svg"], run => run.Swaps()));
        command.Add(Build("coalitions", "Find the states that hold against every coalition", state: null, ["table", "json", "csv", "md", "svg"], run => run.Coalitions()));
        command.Add(Build("foresight", "Find the states that hold for parties that look several moves ahead", state: null, ["table", "json", "csv", "md", "svg"], run => run.Foresight()));
        command.Add(Perceptions());
        command.Add(Propose());
        return command;
    }

    private static Command Propose()
    {
        var dossier = DossierAction.Argument();
        var options = new Option<int>("--options") { Description = "Most options to propose", DefaultValueFactory = _ => StabilityInput.UsualOptions };
        options.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 2 or > OptionModel.MostOptions) r.AddError($"--options: expected 2 to {OptionModel.MostOptions}");
        });
        var asOf = AnswerCommand.Date("--as-of", "The dossier as it stood at the end of this day");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };
        var command = new Command("propose", "Write a conflict model from a dossier, with the words behind every line, to be edited") { dossier, options, asOf, output };
        command.SetGuardedAction(async (parsed, cancellationToken) => SheetOutput.Text(
            ConflictProposalFile.Write(await StabilityInput.ProposeAsync(
                parsed.GetValue(dossier)!, new() { AsOf = AnswerCommand.Day(parsed.GetValue(asOf)) }, parsed.GetValue(options), cancellationToken)),
            parsed.GetValue(output)));
        return command;
    }

    private static Command Perceptions()
    {
        var files = new Argument<FileInfo[]>("models") { Description = "A model for each party, in the order of the parties, as that party sees the conflict", Arity = ArgumentArity.OneOrMore };
        var concept = new Option<string>("--concept", "-c") { Description = "What it means to hold", DefaultValueFactory = _ => "seq" };
        concept.AcceptOnlyFromAmong("r", "gmr", "smr", "seq", "sseq", "sim");
        var format = new Option<string>("--format", "-f") { Description = "How to write the answer", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "md");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };
        var limit = Limit();
        var command = new Command("perceptions", "Find what holds where each party sees another conflict (hypergame)") { files, concept, format, output, limit };
        command.SetAction((parsed, cancellationToken) => StabilityRun.Guard(parsed.GetValue(files)![0], async () =>
        {
            var perceived = new List<OptionModel>();
            foreach (var file in parsed.GetValue(files)!)
                perceived.Add((await StabilityInput.LoadAsync(file, cancellationToken)).Model);
            return new StabilityRun(
                new(perceived[0]), null, Parse(parsed.GetValue(concept)!), Strictness.General, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(limit), false, 0, cancellationToken).Perceptions(perceived);
        }));
        return command;
    }

    /// <param name="state">Whether a state is needed; null where none is taken.</param>
    private static Command Build(string name, string description, bool? state, string[] formats, Func<StabilityRun, int> work)
    {
        var file = new Argument<FileInfo>("model") { Description = "Conflict model, YAML or JSON, or a dossier NAME.parley" };
        var outcome = new Argument<string?>("state") { Description = "State, such as NYYN", Arity = state == true ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne };
        var concept = new Option<string>("--concept", "-c") { Description = "What it means to hold", DefaultValueFactory = _ => "seq" };
        concept.AcceptOnlyFromAmong("r", "gmr", "smr", "seq", "sseq", "sim");
        var strictness = new Option<string>("--strictness") { Description = "How strictly, where the model says \"strong\" or \"unknown\"", DefaultValueFactory = _ => "general" };
        strictness.AcceptOnlyFromAmong("general", "strong", "unknown-draws", "unknown-draws-and-deters", "unknown-deters");
        var format = new Option<string>("--format", "-f") { Description = "How to write the answer", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong(formats);
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };
        var limit = Limit();
        var all = new Option<bool>("--all") { Description = "List every feasible state, not only equilibria" };
        var horizon = new Option<int>("--horizon") { Description = "Moves looked ahead; 0 for however many", DefaultValueFactory = _ => 0 };
        horizon.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() < 0) r.AddError("--horizon: expected 0 or more");
        });
        var command = new Command(name, description) { file };
        if (state is not null) command.Add(outcome);
        if (name is not ("foresight" or "stability")) command.Add(concept);
        if (name == "stability") command.Add(all);
        if (name == "stability") command.Add(strictness);
        if (name == "foresight") command.Add(horizon);
        command.Add(format);
        command.Add(output);
        command.Add(limit);
        command.SetAction((parsed, cancellationToken) => StabilityRun.Guard(parsed.GetValue(file)!, async () => work(new(
            await StabilityInput.LoadAsync(parsed.GetValue(file)!, cancellationToken),
            state is null ? null : parsed.GetValue(outcome),
            name is "foresight" or "stability" ? Concept.Seq : Parse(parsed.GetValue(concept)!),
            name == "stability" ? Enum.Parse<Strictness>(parsed.GetValue(strictness)!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : Strictness.General,
            parsed.GetValue(format)!,
            parsed.GetValue(output),
            parsed.GetValue(limit),
            name == "stability" && parsed.GetValue(all),
            name == "foresight" ? parsed.GetValue(horizon) : 0,
            cancellationToken))));
        return command;
    }

    private static Concept Parse(string concept) => Enum.Parse<Concept>(concept, ignoreCase: true);

    private static Option<long> Limit() => new("--limit") { Description = "Most steps to compute, as estimated before the start (the default is about a minute)", DefaultValueFactory = _ => 6_000_000_000 };
}
