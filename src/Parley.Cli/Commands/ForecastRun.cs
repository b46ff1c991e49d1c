using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis.Bargaining;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Models;
using Parley.Exchange.Answers;
using Parley.Exchange.Forecasts;
using Parley.Exchange.Pictures;

namespace Parley.Cli.Commands;

/// <summary>Computes what one forecast command asks for and writes it.</summary>
internal sealed class ForecastRun(ForecastRequest request, CancellationToken cancellation)
{
    private const string Honest = "The compromise (mean by capability × salience) stands beside every forecast: nothing tested so far beats it (docs/bargaining.md).";

    /// <summary>Turns what can go wrong into one line and an exit code.</summary>
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception problem) when (problem is BargainingException or DossierException or ForecastFileException or IOException or UnauthorizedAccessException)
        {
            new Problems(Console.Error).Tell("forecast", problem.Message);
            return ExitCode.BadInput;
        }
    }

    public int Forecast()
    {
        var negotiation = Load();
        ForecastModel[] shown = request.Model is { } one ? [one] : [.. Forecaster.Models.Where(m => m != ForecastModel.Compromise && (request.Disagreement is not null || !Forecaster.NeedsDisagreement(m)))];
        CheckSize(negotiation, shown, 1);
        var forecaster = new Forecaster();
        var rows = new List<ImmutableArray<string>>();
        var drawn = new List<ImmutableArray<(string, double)>>();
        var together = Together(negotiation, shown);
        for (var k = 0; k < negotiation.Issues.Count; k++)
        {
            var issue = negotiation.Only(k);
            var compromise = new Estimators(issue).Compromise();
            double Of(ForecastModel model) => together is not null && (model is ForecastModel.Spatial or ForecastModel.SpatialMedian)
                ? forecaster.Forecast(together.Only(k), model == ForecastModel.Spatial ? ForecastModel.Compromise : ForecastModel.WeightedMedian)
                : forecaster.Forecast(issue, model, request.Disagreement, request.Spatial, cancellation);
            var values = shown.Select(Of).ToList();
            drawn.Add([("compromise", compromise), .. request.Model is { } shownModel && shownModel != ForecastModel.Compromise ? [(ForecastOptions.Name(shownModel), values[0])] : Array.Empty<(string, double)>()]);
            if (request.Model is null)
                rows.Add([negotiation.Issues[k], "compromise", Number(compromise), Number(compromise), "0"]);
            rows.AddRange(shown.Zip(values, (m, v) => (ImmutableArray<string>)[negotiation.Issues[k], ForecastOptions.Name(m), Number(v), Number(compromise), Number(v - compromise)]));
        }

        return request.Format == "svg"
            ? SheetOutput.Text(PositionsPicture.Draw("Positions and forecasts", negotiation, drawn), request.Output)
            : Write(new(["issue", "model", "forecast", "compromise", "difference"], [.. rows], "No issue.") { Note = Honest });
    }

    public int Turns()
    {
        var negotiation = Load();
        CheckSize(negotiation, [ForecastModel.Spatial], 1);
        using var progress = new ProgressLine("turns");
        var turns = new SpatialModel().Run(negotiation, request.Spatial, progress, cancellation);
        progress.Clear();
        double[] compromise = [.. Enumerable.Range(0, negotiation.Issues.Count).Select(k => new Estimators(negotiation.Only(k)).Compromise())];
        if (request.Format == "svg")
            return SheetOutput.Text(TurnsPicture.Draw("The spatial model, turn by turn", negotiation, turns, compromise), request.Output);
        var rows = from t in Enumerable.Range(0, turns.Count)
                   from a in Enumerable.Range(0, negotiation.Actors.Count)
                   from k in Enumerable.Range(0, negotiation.Issues.Count)
                   select (ImmutableArray<string>)[$"{t}", negotiation.Actors[a], negotiation.Issues[k], Number(turns[t].Positions[a][k] * 100), Number(turns[t].Risk[a]), Number(compromise[k])];
        return Write(new(["turn", "actor", "issue", "position", "risk", "compromise"], [.. rows], "No turn.") { Note = Honest });
    }

    public int Sensitivity(string by, int runs, Uncertainty uncertainty)
    {
        var negotiation = Load();
        var model = request.Model ?? ForecastModel.Compromise;
        var inputs = negotiation.Actors.Count * 3;
        CheckSize(negotiation, [model], by switch { "tornado" => 2.0 * inputs, "spread" => runs, _ => runs * (inputs + 2.0) });
        if (request.Format == "svg")
            return Picture(by, runs, negotiation, model, new(uncertainty, Model(model)));
        using var progress = new ProgressLine("runs");
        var rows = new List<ImmutableArray<string>>();
        string[] columns = [];
        for (var k = 0; k < negotiation.Issues.Count; k++)
        {
            var issue = negotiation.Only(k);
            var name = negotiation.Issues[k];
            var compromise = Number(new Estimators(issue).Compromise());
            var sensitivity = new Sensitivity(uncertainty, Model(model));
            switch (by)
            {
                case "tornado":
                    columns = ["issue", "actor", "input", "low", "high", "compromise"];
                    rows.AddRange(sensitivity.Tornado(issue, cancellation).Select(s => (ImmutableArray<string>)[name, issue.Actors[s.Actor], Name(s.Input), Number(s.Low), Number(s.High), compromise]));
                    break;
                case "spread":
                    columns = ["issue", "model", "forecast", "5 %", "middle", "95 %", "runs", "compromise"];
                    var spread = sensitivity.Spread(issue, runs, request.Seed, progress, cancellation);
                    rows.Add([name, ForecastOptions.Name(model), Number(Model(model)(issue)), Number(spread.Low), Number(spread.Median), Number(spread.High), $"{runs}", compromise]);
                    break;
                default:
                    columns = ["issue", "actor", "input", "alone", "±", "total", "± of total", "compromise"];
                    rows.AddRange(sensitivity.Shares(issue, runs, request.Seed, progress, cancellation).Select(s => (ImmutableArray<string>)[name, issue.Actors[s.Actor], Name(s.Input), Number(s.Alone), Number(s.AloneMargin), Number(s.Total), Number(s.TotalMargin), compromise]));
                    break;
            }
        }

        progress.Clear();
        return Write(new([.. columns], [.. rows], "No issue.") { Note = Honest });
    }

    private int Picture(string by, int runs, Negotiation negotiation, ForecastModel model, Sensitivity sensitivity)
    {
        OneIssue(negotiation);
        var (name, compromise) = (ForecastOptions.Name(model), new Estimators(negotiation).Compromise());
        if (by == "spread")
        {
            var spread = sensitivity.Spread(negotiation, runs, request.Seed, cancellationToken: cancellation);
            return SheetOutput.Text(
                IntervalPicture.Draw($"{negotiation.Issues[0]}: where nine in ten of {runs} runs stay", [new($"{name}", spread.Low, spread.High) { Middle = spread.Median }], compromise, "compromise", (0, 100)), request.Output);
        }

        if (by == "sobol")
        {
            var shares = sensitivity.Shares(negotiation, runs, request.Seed, cancellationToken: cancellation)
                .Select(s => new IntervalRow($"{negotiation.Actors[s.Actor]}: {Name(s.Input)}", Math.Max(0, s.Alone), s.Total) { Detail = $"{negotiation.Actors[s.Actor]}, {Name(s.Input)}: alone {Number(s.Alone)} ± {Number(s.AloneMargin)}, total {Number(s.Total)} ± {Number(s.TotalMargin)}" });
            return SheetOutput.Text(
                IntervalPicture.Draw($"{negotiation.Issues[0]}: shares of the variance of the forecast ({name})", [.. shares], 0, "", (0, 1), "stroke: alone · dot: with all its interactions"), request.Output);
        }

        var rows = sensitivity.Tornado(negotiation, cancellation).Select(s => new IntervalRow($"{negotiation.Actors[s.Actor]}: {Name(s.Input)}", s.Low, s.High)).ToList();
        return SheetOutput.Text(IntervalPicture.Draw($"{negotiation.Issues[0]}: what moves the forecast ({name})", rows, compromise, "compromise"), request.Output);
    }

    private static void OneIssue(Negotiation negotiation)
    {
        if (negotiation.Issues.Count != 1) throw new BargainingException($"this picture shows one issue: give --issue NAME; there are {string.Join(", ", negotiation.Issues)}");
    }

    /// <exception cref="DossierException">A capability for a party that has no position.</exception>
    public static async Task<ForecastProposal> ProposeAsync(string dossier, Question question, IReadOnlyList<string> capabilities, CancellationToken cancellation)
    {
        var proposal = await DossierQuestion.AskAsync(dossier, d => d.ProposeForecastAsync(question, cancellation), cancellation);
        var parties = proposal.Positions.Select(p => p.Party.Name).Distinct().ToList();
        var judged = ImmutableDictionary.CreateBuilder<string, double>();
        foreach (var (party, value) in capabilities.Select(ForecastOptions.Judged).OfType<(string, double)>())
        {
            var name = parties.Find(p => p.Equals(party, StringComparison.OrdinalIgnoreCase))
                ?? throw new DossierException($"--capability: no party with a position is called \"{party}\"; there are {string.Join(", ", parties)}");
            judged[name] = value;
        }

        return proposal with { Capability = judged.ToImmutable() };
    }

    public int Influence()
    {
        var negotiation = Load();
        var model = request.Model ?? ForecastModel.Compromise;
        CheckSize(negotiation, [model], negotiation.Actors.Count);
        if (request.Format == "svg")
        {
            OneIssue(negotiation);
            var all = Model(model)(negotiation);
            var pulls = new Influence(Model(model)).Measure(negotiation, cancellation)
                .Select(i => new IntervalRow(negotiation.Actors[i.Actor], i.Without, all) { Detail = $"{negotiation.Actors[i.Actor]}: {Number(i.Without)} without, pulls by {Number(i.Pull)}" });
            return SheetOutput.Text(
                IntervalPicture.Draw($"{negotiation.Issues[0]}: how far each pulls the forecast", [.. pulls], all, ForecastOptions.Name(model), key: "stroke: the forecast without this party · dot: with all"), request.Output);
        }

        var rows = Enumerable.Range(0, negotiation.Issues.Count).SelectMany(k =>
        {
            var issue = negotiation.Only(k);
            var compromise = Number(new Estimators(issue).Compromise());
            return new Influence(Model(model)).Measure(issue, cancellation).Select(i => (ImmutableArray<string>)
                [negotiation.Issues[k], issue.Actors[i.Actor], Number(i.Share * 100), Number(i.Without), Number(i.Pull), compromise]);
        });
        return Write(new(["issue", "actor", "share of weight, %", "forecast without", "pull", "compromise"], [.. rows], "No issue.") { Note = Honest });
    }

    public static int Backtest(FileInfo data, IReadOnlyList<ForecastModel> models, bool challenge, string format, FileInfo? output, CancellationToken cancellation)
    {
        using var progress = new ProgressLine("issues");
        var backtest = new Backtest(DecidedIssuesFile.Read(data.ToString(), Text(data)));
        var scores = (models.Count == 0 ? backtest.Run(progress, cancellation) : backtest.Run(models, progress, cancellation)).ToList();
        if (challenge)
            scores.AddRange(backtest.Challenge(progress, cancellation).Select(s => s with { Model = $"fitted: {s.Model}" }));
        progress.Clear();
        var beaten = scores.Where(s => s.Issues > 0 && s.High < 0).ToList();
        return SheetOutput.Write(
            new(
                ["model", "issues", "mean error", "root mean square", "median error", "within 10", "compromise", "difference", "low", "high"],
                [.. scores.Select(s => (ImmutableArray<string>)[s.Model, $"{s.Issues}", Number(s.Error), Number(s.RootMeanSquare), Number(s.MedianError), Number(s.Within10), Number(s.CompromiseError), Number(s.Difference), Number(s.Low), Number(s.High)])],
                "No issue.")
            {
                Note = "Errors on the scale 0 to 100; differences from the compromise on the same issues, 95 % intervals by drawing proposals anew. "
                    + (beaten.Count == 0 ? "Nothing here beats the compromise beyond chance." : $"Beat the compromise here: {string.Join(", ", beaten.Select(b => b.Model))}."),
            },
            format, output);
    }

    private Negotiation? Together(Negotiation negotiation, ForecastModel[] shown)
    {
        if (negotiation.Issues.Count < 2 || !negotiation.Complete || !shown.Any(m => m is ForecastModel.Spatial or ForecastModel.SpatialMedian))
            return null;
        var end = new SpatialModel().Run(negotiation, request.Spatial, cancellationToken: cancellation)[^1].Positions;
        return negotiation.With(a => negotiation.Capability[a], (a, k) => Math.Clamp(end[a][k] * 100, 0, 100), negotiation.Salience);
    }

    private Func<Negotiation, double> Model(ForecastModel model) => issue => new Forecaster().Forecast(issue, model, request.Disagreement, request.Spatial, cancellation);

    private Negotiation Load()
    {
        var negotiation = request.Proposal?.ToNegotiation() ?? NegotiationFile.Read(request.File.ToString(), Text(request.File));
        if (request.Issue is not { } name)
            return negotiation;
        var at = negotiation.Issues.Select((issue, k) => (issue, k)).Where(i => i.issue.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(i => i.k).DefaultIfEmpty(-1).First();
        return at >= 0 ? negotiation.Only(at) : throw new ForecastFileException(request.File.ToString(), $"no issue \"{name}\"; there are {string.Join(", ", negotiation.Issues)}");
    }

    /// <summary>Refuses what would not end before it starts.</summary>
    private void CheckSize(Negotiation negotiation, IReadOnlyList<ForecastModel> models, double runs)
    {
        var steps = models.Sum(m => Forecaster.Effort(m, negotiation.Actors.Count)) * negotiation.Issues.Count * runs;
        if (steps > request.Limit)
            throw new BargainingException(FormattableString.Invariant($"this takes about {steps:0.#e0} steps, more than --limit {request.Limit}; ask for fewer runs or actors, or raise the limit"));
    }

    private int Write(Sheet sheet) => SheetOutput.Write(request.Proposal is { } proposal ? Opened(sheet, proposal) : sheet, request.Format, request.Output);

    /// <summary>Every row with the entries it was computed from: those of its actor on its issue, else all on the issue.</summary>
    private static Sheet Opened(Sheet sheet, ForecastProposal proposal)
    {
        var (issue, actor) = (sheet.Columns.IndexOf("issue"), sheet.Columns.IndexOf("actor"));
        string Behind(ImmutableArray<string> row) => string.Join(
            ' ', proposal.Positions.Where(p => p.Issue.Name == row[issue] && (actor < 0 || p.Party.Name == row[actor])).SelectMany(p => p.Line.Behind));
        var open = string.Join(", ", proposal.NotJudged);
        return sheet with
        {
            Columns = [.. sheet.Columns, "behind"],
            Rows = [.. sheet.Rows.Select(r => (ImmutableArray<string>)[.. r, Behind(r)])],
            Note = sheet.Note + (open.Length == 0 ? "" : $" Capability is your judgement and was not given for {open}: 1 each (--capability)."),
        };
    }

    private static string Text(FileInfo file) => file.ToString() == "-" ? Console.In.ReadToEnd()
        : file.Exists ? File.ReadAllText(file.FullName) : throw new ForecastFileException(file.ToString(), "no such file");

    private static string Name(InputKind input) => input.ToString().ToLowerInvariant();

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("0.00", CultureInfo.InvariantCulture);
}
