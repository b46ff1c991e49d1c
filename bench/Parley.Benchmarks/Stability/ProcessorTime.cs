using System.Diagnostics;
using Parley.Analysis.Stability;

namespace Parley.Benchmarks.Stability;

/// <summary>What a busy machine does not disturb: processor time, best of some runs, and the most memory the process held.</summary>
internal static class ProcessorTime
{
    public static int Run(int options)
    {
        Tell($"2^{options}, all feasible", SyntheticConflict.Free(options), null);
        if (options <= 22) Tell($"2^{options}, 30 % infeasible, 4 irreversible", SyntheticConflict.Bound(options), null);
        if (options <= 13) Tell($"2^{options}, simultaneous", SyntheticConflict.Free(options), [Concept.Sim]);
        Console.WriteLine($"most memory held: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        return 0;
    }

    private static void Tell(string name, OptionModel model, Concept[]? concepts)
    {
        var (best, runs) = (double.MaxValue, model.StateCount <= 1 << 16 ? 200 : 3);
        for (var run = 0; run < runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            StabilityAnalysis.Solve(model, concepts);
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        Console.WriteLine($"{name}: {best:0.0} ms");
    }
}
