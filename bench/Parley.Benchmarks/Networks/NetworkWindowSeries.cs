using BenchmarkDotNet.Attributes;
using Parley.Analysis.Networks;

namespace Parley.Benchmarks.Networks;

/// <summary>335 daily windows of 31 days over a year of statements, one-mode congruence, every network computed.</summary>
[MemoryDiagnoser]
public class NetworkWindowSeries
{
    private readonly NetworkSettings settings = new()
    {
        Rows = "actor",
        Columns = "concept",
        Qualifier = "agreement",
        Aggregation = Aggregation.Congruence,
    };

    private StatementTable table = null!;

    [Params(10_000, 100_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Draw() => table = Statements == 10_000 ? SyntheticStatements.Draw(Statements, 500, 100) : SyntheticStatements.Draw(Statements, 1000, 200);

    [Benchmark(Baseline = true)]
    public double DaysOf31() => Sum(new() { Unit = WindowUnit.Days, Size = 31 });

    [Benchmark]
    public double DaysOf31Triangular() => Sum(new() { Unit = WindowUnit.Days, Size = 31, Kernel = Kernel.Triangular, Indent = true });

    private double Sum(WindowSettings window)
    {
        var sum = 0.0;
        foreach (var network in new NetworkWindows().Build(table, settings, window))
            sum += network.Rows.Count > 1 ? network[0, 1] : 0;
        return sum;
    }
}
