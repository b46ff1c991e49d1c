using System.CommandLine;
using Parley.Analysis.Bargaining;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Models;
using Parley.Exchange.Forecasts;

namespace Parley.Cli.Commands;

/// <summary><c>parley forecast</c>: where bargaining tends, from a file of positions.</summary>
internal static class ForecastCommand
{
    private const string Examples = """
        Examples:
          parley forecast positions.csv
          parley forecast positions.csv --model spatial --turns
          parley forecast positions.csv --model nash --disagreement 20
          parley forecast positions.csv --format svg -o positions.svg
          parley forecast sensitivity positions.csv --issue quota --by spread --runs 1000
          parley forecast influence positions.csv --issue quota
          parley forecast backtest --data deu3.json --challenge
          parley forecast backtest --data deu3.json --model spatial
          parley forecast propose talks.parley -o positions.csv
          parley forecast talks.parley --capability Norland=80 --capability Estava=40
        A file has the columns actor, capability (or power), issue, position and salience (both 0 to 100), a row for every actor and issue.
        """;

    public static Command Create()
    {
        var options = new ForecastOptions(["table", "json", "csv", "md", "svg"]);
        var turns = new Option<bool>("--turns") { Description = "Show where everyone stands after every turn of the spatial model" };
        var command = new Command("forecast", $"Compute where bargaining tends: the compromise, and other models beside it.\n\n{Examples}") { turns };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => ForecastRun.Guard(async () =>
        {
            var run = new ForecastRun(await options.ReadAsync(parsed, cancellation), cancellation);
            return parsed.GetValue(turns) ? run.Turns() : run.Forecast();
        }));
        command.Add(Sensitivity());
        command.Add(Influence());
        command.Add(Backtest());
        command.Add(Propose());
        return command;
    }

    private static Command Propose()
    {
        var dossier = DossierAction.Argument();
        var capability = ForecastOptions.Capability();
        var asOf = AnswerCommand.Date("--as-of", "The dossier as it stood at the end of this day");
        var (format, output) = ForecastOptions.Outputs(["csv", "table", "json", "md"]);
        var command = new Command("propose", "Write the inputs of a forecast from a dossier, with the words behind every position, to be edited") { dossier, capability, asOf, format, output };
        command.SetGuardedAction(async (parsed, cancellation) =>
        {
            var proposal = await ForecastRun.ProposeAsync(parsed.GetValue(dossier)!, new() { AsOf = AnswerCommand.Day(parsed.GetValue(asOf)) }, parsed.GetValue(capability) ?? [], cancellation);
            return SheetOutput.Write(ForecastProposalSheet.Of(proposal), parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }

    private static Command Sensitivity()
    {
        var options = new ForecastOptions(["table", "json", "csv", "md", "svg"]);
        var by = Choice("--by", "One input at a time (tornado), all drawn at once (spread), or shares of variance (sobol)", "tornado", "spread", "sobol");
        var runs = new Option<int>("--runs") { Description = "Draws of a spread or of shares", DefaultValueFactory = _ => 1000 };
        var points = new Option<double>("--points") { Description = "How far off a position may be, in points of the scale", DefaultValueFactory = _ => 10 };
        var share = new Option<double>("--share") { Description = "How far off salience and capability may be, as a share of themselves", DefaultValueFactory = _ => 0.25 };
        runs.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 2 or > 1_000_000) r.AddError("--runs: expected 2 to 1000000");
        });
        share.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is not (>= 0 and <= 1)) r.AddError("--share: expected 0 to 1");
        });
        points.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is not (>= 0 and <= 100)) r.AddError("--points: expected 0 to 100");
        });
        var command = new Command("sensitivity", "How much a forecast hangs on positions, salience and capability") { by, runs, points, share };
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => ForecastRun.Guard(async () => new ForecastRun(await options.ReadAsync(parsed, cancellation), cancellation)
            .Sensitivity(parsed.GetValue(by)!, parsed.GetValue(runs), new(parsed.GetValue(points), parsed.GetValue(share), parsed.GetValue(share)))));
        return command;
    }

    private static Command Influence()
    {
        var options = new ForecastOptions(["table", "json", "csv", "md", "svg"]);
        var command = new Command("influence", "How far every party pulls the forecast: with it less without it");
        options.AddTo(command);
        command.SetAction((parsed, cancellation) => ForecastRun.Guard(async () => new ForecastRun(await options.ReadAsync(parsed, cancellation), cancellation).Influence()));
        return command;
    }

    private static Command Backtest()
    {
        var data = new Option<FileInfo>("--data") { Description = "JSON of issues with known outcomes, as the DEU III data", HelpName = "FILE", Required = true };
        var models = new Option<string[]>("--model", "-m") { Description = "Only this model; may be repeated" };
        models.AcceptOnlyFromAmong([.. Forecaster.Models.Select(ForecastOptions.Name)]);
        var challenge = new Option<bool>("--challenge") { Description = "Also fit candidates that might beat the compromise, scored on held-out proposals" };
        var (format, output) = ForecastOptions.Outputs(["table", "json", "csv", "md"]);
        var command = new Command("backtest", "Run every model on issues whose outcome is known: mean absolute error, paired with the compromise") { data, models, challenge, format, output };
        command.SetAction((parsed, cancellation) => ForecastRun.Guard(() => Task.FromResult(
            ForecastRun.Backtest(parsed.GetValue(data)!, ForecastOptions.Models(parsed.GetValue(models)), parsed.GetValue(challenge), parsed.GetValue(format)!, parsed.GetValue(output), cancellation))));
        return command;
    }

    internal static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}

/// <summary>What is asked of one file.</summary>
internal sealed record ForecastRequest(
    FileInfo File, ForecastModel? Model, string? Issue, double? Disagreement, SpatialSettings Spatial, ulong Seed, long Limit, string Format, FileInfo? Output)
{
    /// <summary>The inputs as a dossier suggests them, where the input is one.</summary>
    public ForecastProposal? Proposal { get; init; }
}

/// <summary>The options that forecasts share.</summary>
internal sealed class ForecastOptions
{
    private readonly Argument<FileInfo> file = new("file") { Description = "CSV or JSON of actors, capability, issues, positions and salience, or a dossier NAME.parley" };
    private readonly Option<string?> model = new("--model", "-m") { Description = "The model to show; compromise if not given" };
    private readonly Option<string[]> capability = Capability();
    private readonly Option<string?> issue = new("--issue") { Description = "Only this issue", HelpName = "NAME" };
    private readonly Option<double?> disagreement = new("--disagreement") { Description = "What holds without agreement (0 to 100), for nash and kalai-smorodinsky", HelpName = "POINT" };
    private readonly Option<bool> compatible = new("--compatible") { Description = "Run the spatial model as the field's reference program does (docs/bargaining.md)" };
    private readonly Option<bool> stochastic = new("--stochastic") { Description = "Let actors of the spatial model draw among their bargains" };
    private readonly Option<long> seed = new("--seed") { Description = "Seed of all draws", DefaultValueFactory = _ => 1 };
    private readonly Option<long> limit = new("--limit") { Description = "Most steps to compute, as estimated before the start", DefaultValueFactory = _ => 100_000_000_000 };
    private readonly Option<string> format;
    private readonly Option<FileInfo?> output;

    public ForecastOptions(string[] formats)
    {
        (format, output) = Outputs(formats);
        model.AcceptOnlyFromAmong([.. Forecaster.Models.Select(Name)]);
        disagreement.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double?>() is not (null or (>= 0 and <= 100))) r.AddError("--disagreement: expected a point from 0 to 100");
        });
    }

    public static (Option<string> Format, Option<FileInfo?> Output) Outputs(string[] formats)
    {
        var format = new Option<string>("--format", "-f") { Description = "How to write the result", DefaultValueFactory = _ => formats[0] };
        format.AcceptOnlyFromAmong(formats);
        return (format, new("--output", "-o") { Description = "File to write to", HelpName = "FILE" });
    }

    public static Option<string[]> Capability()
    {
        var option = new Option<string[]>("--capability") { Description = "Your judgement of a party's weight in a dossier, like Norland=80; may be repeated", HelpName = "PARTY=NUMBER" };
        option.Validators.Add(r =>
        {
            foreach (var token in r.Tokens)
                if (Judged(token.Value) is null) r.AddError($"--capability: expected PARTY=NUMBER, found \"{token.Value}\"");
        });
        return option;
    }

    public static (string Party, double Value)? Judged(string text) =>
        text.LastIndexOf('=') is > 0 and var at && double.TryParse(text.AsSpan(at + 1), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= 0 && double.IsFinite(value)
            ? (text[..at].Trim(), value) : null;

    public static IReadOnlyList<ForecastModel> Models(string[]? names) => [.. (names ?? []).Distinct().Select(name => Forecaster.Models.First(m => Name(m) == name))];

    public static string Name(ForecastModel model) => string.Concat(model.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    public void AddTo(Command command)
    {
        command.Add(file);
        foreach (var option in new Option[] { model, capability, issue, disagreement, compatible, stochastic, seed, limit, format, output })
            command.Add(option);
    }

    /// <exception cref="DossierException">The dossier cannot be opened, or names a party it does not know.</exception>
    public async Task<ForecastRequest> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        return DossierQuestion.IsDossier(request.File.ToString())
            ? request with { Proposal = await ForecastRun.ProposeAsync(request.File.ToString(), new(), parsed.GetValue(capability) ?? [], cancellationToken) }
            : request;
    }

    private ForecastRequest Read(ParseResult parsed) => new(
        parsed.GetValue(file)!,
        parsed.GetValue(model) is { } name ? Forecaster.Models.First(m => Name(m) == name) : null,
        parsed.GetValue(issue), parsed.GetValue(disagreement),
        new()
        {
            Convention = parsed.GetValue(compatible) ? BargainingConvention.Compatible : BargainingConvention.Correct,
            Transitions = parsed.GetValue(stochastic) ? Transitions.Stochastic : Transitions.Deterministic,
            Seed = (ulong)parsed.GetValue(seed),
        },
        (ulong)parsed.GetValue(seed), parsed.GetValue(limit), parsed.GetValue(format)!, parsed.GetValue(output));
}
