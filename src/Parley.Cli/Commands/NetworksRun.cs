using Parley.Analysis.Networks;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Exchange.Networks;
using Parley.Exchange.Pictures;

namespace Parley.Cli.Commands;

/// <summary>Computes what one command asks for and writes it.</summary>
internal sealed class NetworksRun(NetworksRequest request, NetworksOutput output, CancellationToken cancellationToken)
{
    /// <summary>Turns what can go wrong into one line and an exit code.</summary>
    public static async Task<int> Guard(Func<Task<int>> run)
    {
        var problems = new Problems(Console.Error);
        try
        {
            return await run();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled;
        }
        catch (Exception problem) when (problem is NetworkException or DossierException or StatementFileException or IOException or UnauthorizedAccessException)
        {
            problems.Tell("networks", problem.Message);
            return ExitCode.BadInput;
        }
    }

    public int Networks()
    {
        var input = NetworksInput.Read(request);
        CheckSize(input);
        var writer = new NetworksWriter(output, input.Settings, input.Behind(), cancellationToken);
        if (request.Window is null)
            writer.Write([new NetworkBuilder().Build(input.Table, input.Settings, cancellationToken)], series: false);
        else
            writer.Write(Watched(Series(input, input.Settings)), series: true);
        return ExitCode.Done;
    }

    public int Events()
    {
        var input = NetworksInput.Read(request, all: true);
        var selection = new StatementSelector().Select(input.Table, input.Settings, keepGaps: true);
        var variables = input.File.Variables.Where(v => !Described.Contains(v) && !v.EndsWith("_id", StringComparison.Ordinal)).ToList();
        NetworksWriter.To(output.Path, text => EventListFile.Write(input.File, selection, variables, text));
        return ExitCode.Done;
    }

    public int Bars()
    {
        var input = NetworksInput.Read(request, columnsNeeded: false);
        var counts = new BarCounter().Count(input.Table, input.Settings);
        var table = new ResultTable(
            $"Statements by {input.Settings.Rows}", [input.Settings.Rows, .. counts.Levels.Select(l => $"{input.Settings.Qualifier} {l}".Trim())],
            [.. counts.Labels.Select((label, i) => (IReadOnlyList<object>)[label, .. counts.Counts[i].Cast<object>()])]);
        if (output.Format == "svg")
            NetworksWriter.To(output.Path, text => text.Write(SeriesPicture.Bars(table.Title, counts.Labels, counts.Levels, counts.Counts)));
        else
            NetworksWriter.Write(table, output);
        return ExitCode.Done;
    }

    public int Backbone(BackboneSettings backbone)
    {
        var input = NetworksInput.Read(request);
        var settings = input.Settings.Aggregation == Aggregation.Ignore && input.Settings.Qualifier is not null
            ? input.Settings with { Aggregation = Aggregation.Subtract, Normalisation = Normalisation.Average }
            : input.Settings;
        CheckBackbone(input, backbone);
        using var progress = new ProgressLine("backbone");
        var found = new Backbone().Find(input.Table, settings, backbone, progress, cancellationToken);
        progress.Clear();
        if (output.Format == "svg")
        {
            NetworksWriter.To(output.Path, text => text.Write(Drawn(input.Table, settings, backbone, found)));
            return ExitCode.Done;
        }

        var table = backbone.Method == BackboneMethod.Nested
            ? new ResultTable(
                "Nested backbone: the later a column is dropped, the more it carries", ["iteration", "dropped", "backbone loss", "redundant loss", "statements"],
                [.. found.Steps.Select(s => (IReadOnlyList<object>)[s.Iteration, s.Dropped, s.BackboneLoss, s.RedundantLoss, s.StatementCount])])
            : new ResultTable(
                FormattableString.Invariant($"Backbone: loss {found.BackboneLoss:0.####}, of the rest {found.RedundantLoss:0.####}"), ["column", "part"],
                [.. found.Backbone.Select(n => (IReadOnlyList<object>)[n, "backbone"]), .. found.Redundant.Select(n => (IReadOnlyList<object>)[n, "redundant"])]);
        NetworksWriter.Write(table, output);
        return ExitCode.Done;
    }

    /// <summary>A nested search as the losses at each step; another as the network that its columns alone give.</summary>
    private string Drawn(StatementTable table, NetworkSettings settings, BackboneSettings backbone, BackboneResult found) => backbone.Method == BackboneMethod.Nested
        ? IntervalPicture.Draw(
            "Nested backbone: the later a column is dropped, the more it carries",
            [.. found.Steps.Select(s => new IntervalRow($"{s.Iteration} {s.Dropped}", s.BackboneLoss, s.RedundantLoss))], 0, "", (0, Math.Max(1, found.Steps.Max(s => Math.Max(s.BackboneLoss, s.RedundantLoss)))), "stroke: loss if what is left stands for all · dot: if what was dropped does")
        : NetworkPicture.Draw(
            new NetworkBuilder().Build(table, settings with { Exclusions = [.. settings.Exclusions, new(settings.Columns, [.. found.Backbone], KeepOnly: true)] }, cancellationToken),
            FormattableString.Invariant($"{settings.Rows} by {string.Join(", ", found.Backbone)}: loss {found.BackboneLoss:0.##}"), cancellationToken: cancellationToken);

    public int Polarisation(PolarisationSettings polarisation)
    {
        var input = NetworksInput.Read(request);
        CheckSize(input);
        CheckSteps((request.Window is null ? 1 : Series(input, input.Settings).Count) * Analysis.Networks.Polarisation.Effort(input.Table.Variable(input.Settings.Rows).Levels.Count, polarisation));
        var average = input.Settings with { Mode = NetworkMode.OneMode, Normalisation = Normalisation.Average };
        var (congruence, conflict) = (average with { Aggregation = Aggregation.Congruence }, average with { Aggregation = Aggregation.Conflict });
        if (request.Window is { Kernel: not Kernel.None } && input.Settings.Convention == Convention.Compatible)
            congruence = conflict = average with { Aggregation = Aggregation.Subtract };
        var pairs = request.Window is null
            ? [(new NetworkBuilder().Build(input.Table, congruence, cancellationToken), new NetworkBuilder().Build(input.Table, conflict, cancellationToken))]
            : Watched(Series(input, congruence)).Zip(Series(input, conflict));
        var scores = new List<(DateTime Middle, PolarisationResult Result, IReadOnlyList<string> Names)>();
        foreach (var (c, f) in pairs)
        {
            if (c.Rows.Count >= polarisation.Clusters)
                scores.Add((c.Middle, new Polarisation().Measure(c, f, polarisation with { Convention = input.Settings.Convention }, cancellationToken), c.Rows));
        }

        if (output.Format == "svg")
        {
            NetworksWriter.To(output.Path, text => text.Write(SeriesPicture.Line("Polarisation", [.. scores.Select(s => new SeriesPoint(s.Middle, s.Result.Score, 0))])));
            return ExitCode.Done;
        }

        NetworksWriter.Write(
            new(
                "Polarisation", ["middle", "score", .. Enumerable.Range(1, polarisation.Clusters).Select(c => $"camp {c}")],
                [.. scores.Select(s => (IReadOnlyList<object>)
                [
                    s.Middle, s.Result.Score,
                    .. Enumerable.Range(0, polarisation.Clusters).Select(c => (object)string.Join(", ", s.Names.Where((_, i) => s.Result.Clusters[i] == c))),
                ])]),
            output);
        return ExitCode.Done;
    }

    public int Phases(PhaseSettings phases)
    {
        if (request.Window is null)
            throw new NetworkException("phases need --window UNIT:SIZE");
        var input = NetworksInput.Read(request);
        var settings = input.Settings with { Isolates = true };
        var series = Series(input, settings);
        CheckSize(input, series.Count);
        var found = new Phases().Find(Watched(series), phases with { Convention = settings.Convention }, cancellationToken);
        var title = FormattableString.Invariant($"{found.Phase.Max() + 1} phases by {found.Method.ToString().ToLowerInvariant()}, modularity {found.Modularity:0.####}");
        if (output.Format == "svg")
        {
            NetworksWriter.To(output.Path, text => text.Write(SeriesPicture.Line(title, [.. found.Middles.Select((m, i) => new SeriesPoint(m, found.Positions[i].X, found.Phase[i]))])));
            return ExitCode.Done;
        }

        NetworksWriter.Write(
            new(title, ["middle", "phase", "x", "y"], [.. found.Middles.Select((m, i) => (IReadOnlyList<object>)[m, found.Phase[i] + 1, found.Positions[i].X, found.Positions[i].Y])]),
            output);
        return ExitCode.Done;
    }

    private static readonly HashSet<string> Described = new(StringComparer.Ordinal)
    {
        "id", "statement_type", "document_id", "document", "report", "epoch", "date", "time", "start", "stop", "coder", "span_text", "text", "title",
        "author", "source", "section", "type",
    };

    private NetworkSeries Series(NetworksInput input, NetworkSettings settings) =>
        new NetworkWindows().Build(input.Table, settings, request.Window!, cancellationToken);

    private IEnumerable<Network> Watched(NetworkSeries series)
    {
        using var progress = new ProgressLine("windows");
        var done = 0;
        foreach (var network in series)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(++done / (double)series.Count);
            yield return network;
        }

        progress.Clear();
    }

    /// <summary>Refuses a matrix that would fill the memory, before it does.</summary>
    private void CheckSize(NetworksInput input, int kept = 1)
    {
        long rows = input.Table.Variable(input.Settings.Rows).Levels.Count;
        long columns = input.Settings.Mode == NetworkMode.OneMode ? rows : input.Table.Variable(input.Settings.Columns).Levels.Count;
        if (rows * columns * kept > request.Limit)
            throw new NetworkException($"{rows} × {columns} nodes in {kept} network(s) make {rows * columns * kept} cells, more than --limit {request.Limit}; exclude values or raise the limit");
    }

    private void CheckBackbone(NetworksInput input, BackboneSettings backbone)
    {
        double rows = input.Table.Variable(input.Settings.Rows).Levels.Count;
        double columns = input.Table.Variable(input.Settings.Columns).Levels.Count;
        var evaluations = backbone.Method == BackboneMethod.Nested ? columns * columns / 2 : backbone.Iterations;
        var cells = evaluations * rows * rows * Math.Max(1, rows / 100);
        CheckSteps(cells);
    }

    private void CheckSteps(double steps)
    {
        if (steps > request.Limit * 100.0)
            throw new NetworkException(FormattableString.Invariant($"this search takes about {steps:0.#e0} steps, more than --limit {request.Limit} allows (a hundred times as many); exclude values or raise the limit"));
    }
}
