using Parley.Analysis.Stability;

namespace Parley.Benchmarks.Stability;

/// <summary>Conflicts drawn with a seed: three decision makers, twelve preference statements of one to three options each.</summary>
internal static class SyntheticConflict
{
    /// <param name="options">All states are feasible: 2 to the number of options.</param>
    public static OptionModel Free(int options)
    {
        var random = new Random(3000 + options);
        return new(
            "synthetic", [.. Enumerable.Range(0, options).Select(o => new Option($"o{o}"))],
            [
                .. Enumerable.Range(0, 3).Select(i => new DecisionMaker(
                    $"P{i}", [.. Enumerable.Range(0, options).Where(o => o * 3 / options == i)],
                    new Prioritisation([.. Enumerable.Range(0, 12).Select(_ => Statement(random, options))]))),
            ]);
    }

    /// <summary>About 30 % of the states infeasible by three patterns, four options irreversible, two of them of one decision maker.</summary>
    public static OptionModel Bound(int options)
    {
        var free = Free(options);
        int[] oneWay = [0, options / 3, options - 1, options - 2];
        return free with
        {
            Options = [.. free.Options.Select((o, k) => oneWay.Contains(k) ? o with { Reversal = k == 0 ? Reversal.OnlyDropped : Reversal.OnlyTaken } : o)],
            Infeasible = [new(0b11, 0b11), new(0b11110, 0b10000)],
        };
    }

    private static Formula Statement(Random random, int options) =>
        Formula.AllOf(Enumerable.Range(0, options).OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(o => (o, random.Next(2) == 1)));
}
