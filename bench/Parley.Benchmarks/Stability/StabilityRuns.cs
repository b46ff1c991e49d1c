using BenchmarkDotNet.Attributes;
using Parley.Analysis.Stability;

namespace Parley.Benchmarks.Stability;

/// <summary>R, GMR, SMR, SEQ and SSEQ of every state for three decision makers, preferences ranked and all.</summary>
[MemoryDiagnoser, MinColumn]
public class StabilityRuns
{
    private OptionModel model = null!;

    [Params(12, 16, 20, 24)]
    public int Options { get; set; }

    [GlobalSetup]
    public void Make() => model = SyntheticConflict.Free(Options);

    [Benchmark]
    public int AllFeasible() => StabilityAnalysis.Solve(model).StateCount;
}

/// <summary>The same where 30 % of the states are infeasible and four options irreversible.</summary>
[MemoryDiagnoser, MinColumn]
public class BoundStabilityRuns
{
    private readonly OptionModel model = SyntheticConflict.Bound(20);

    [Benchmark]
    public int Infeasible() => StabilityAnalysis.Solve(model).StateCount;
}

/// <summary>Simultaneous stability.</summary>
[MinColumn]
public class SimultaneousRuns
{
    private readonly OptionModel model = SyntheticConflict.Free(12);

    [Benchmark]
    public int Simultaneous() => StabilityAnalysis.Solve(model, [Concept.Sim]).StateCount;
}
