using System.Diagnostics;
using Parley.Analysis.Networks;
using Parley.Analysis.Stability;
using Parley.Benchmarks.Bargaining;
using Parley.Benchmarks.Networks;
using Parley.Benchmarks.Stability;

namespace Parley.Benchmarks;

/// <summary>What a busy machine does not disturb: processor time, best of some runs, wall clock beside it, and the most memory the process held.</summary>
internal static class ProcessorTime
{
    public static int OfStability(int options)
    {
        void Tell(string name, OptionModel model, Concept[]? concepts = null) =>
            Best($"2^{options}, {name}", model.StateCount <= 1 << 16 ? 200 : 3, () => StabilityAnalysis.Solve(model, concepts));

        Tell("all feasible", SyntheticConflict.Free(options));
        if (options <= 22) Tell("30 % infeasible, 4 irreversible", SyntheticConflict.Bound(options));
        if (options <= 13) Tell("simultaneous", SyntheticConflict.Free(options), [Concept.Sim]);
        return Memory();
    }

    public static int OfNetworks(int statements)
    {
        var table = statements switch
        {
            <= 10_000 => SyntheticStatements.Draw(statements, 500, 100),
            <= 100_000 => SyntheticStatements.Draw(statements, 1000, 200),
            _ => SyntheticStatements.Draw(statements, 2000, 500),
        };
        var settings = new NetworkSettings { Rows = "actor", Columns = "concept", Qualifier = "agreement", Aggregation = Aggregation.Congruence };
        new NetworkBuilder().Build(table, settings);
        Memory();
        Best($"{statements} statements, congruence", 5, () => new NetworkBuilder().Build(table, settings));
        Best("duplicates of a document dropped", 50, () => new StatementSelector().Select(table, settings with { Duplicates = DuplicateRule.Document }));
        if (statements <= 100_000) Best("335 daily windows of 31 days", 3, () => Drain(new NetworkWindows().Build(table, settings, new() { Unit = WindowUnit.Days, Size = 31 })));
        return 0;
    }

    public static int OfBargaining()
    {
        foreach (var size in new[] { "13x1", "50x2", "100x2" })
        {
            var runs = new SpatialRuns { Size = size };
            runs.Make();
            Best($"{size} actors and issues, spatial model to the end", 20, () => runs.Turns());
        }

        return Memory();
    }

    private static void Drain(NetworkSeries series)
    {
        foreach (var network in series)
            ArgumentOutOfRangeException.ThrowIfZero(network.Rows.Count);
    }

    private static void Best(string name, int runs, Action work)
    {
        var (processor, wall) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < runs; run++)
        {
            var (before, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            work();
            wall = Math.Min(wall, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        Console.WriteLine($"{name}: {processor:0.00} ms of processor, {wall:0.00} ms of wall clock");
    }

    private static int Memory()
    {
        Console.WriteLine($"most memory held: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        return 0;
    }
}
