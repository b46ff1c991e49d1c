using BenchmarkDotNet.Attributes;
using Parley.Analysis.Networks;

namespace Parley.Benchmarks.Networks;

/// <summary>One-mode congruence of actors through concepts, everything from the table of statements to the matrix.</summary>
[MemoryDiagnoser]
public class OneModeNetworks
{
    private readonly NetworkSettings settings = new()
    {
        Rows = "actor",
        Columns = "concept",
        Qualifier = "agreement",
        Aggregation = Aggregation.Congruence,
    };

    private StatementTable table = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Draw() => table = Statements switch
    {
        10_000 => SyntheticStatements.Draw(Statements, 500, 100),
        100_000 => SyntheticStatements.Draw(Statements, 1000, 200),
        _ => SyntheticStatements.Draw(Statements, 2000, 500),
    };

    [Benchmark(Baseline = true)]
    public Network Congruence() => new NetworkBuilder().Build(table, settings);

    [Benchmark]
    public Network Subtract() => new NetworkBuilder().Build(table, settings with { Aggregation = Aggregation.Subtract });

    [Benchmark]
    public Network CongruenceByCosine() => new NetworkBuilder().Build(table, settings with { Normalisation = Normalisation.Cosine });

    [Benchmark]
    public Network TwoMode() => new NetworkBuilder().Build(table, settings with { Mode = NetworkMode.TwoMode, Aggregation = Aggregation.Subtract });

    [Benchmark]
    public int DropDuplicatesPerDocument() => new StatementSelector().Select(table, settings with { Duplicates = DuplicateRule.Document }).Kept.Length;
}
