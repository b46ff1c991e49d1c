using BenchmarkDotNet.Attributes;
using Parley.Analysis.Bargaining;

namespace Parley.Benchmarks.Bargaining;

/// <summary>The spatial bargaining model to its end, on actors drawn with a seed.</summary>
[MemoryDiagnoser]
public class SpatialRuns
{
    private Negotiation negotiation = null!;

    [Params("13x1", "50x2", "100x2")]
    public string Size { get; set; } = "";

    [GlobalSetup]
    public void Make()
    {
        string[] parts = Size.Split('x');
        var (actors, issues) = (int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
        var random = new Random(1);
        IReadOnlyList<double> Values(double most) => [.. Enumerable.Range(0, issues).Select(_ => random.NextDouble() * most)];
        negotiation = new(
            [.. Enumerable.Range(0, actors).Select(a => $"Actor {a}")], [.. Enumerable.Range(0, issues).Select(k => $"Issue {k}")],
            [.. Enumerable.Range(0, actors).Select(_ => 1 + (99 * random.NextDouble()))],
            [.. Enumerable.Range(0, actors).Select(_ => Values(100))], [.. Enumerable.Range(0, actors).Select(_ => Values(100.0 / issues))]);
    }

    [Benchmark]
    public int Turns() => new SpatialModel().Run(negotiation, new()).Count;
}
