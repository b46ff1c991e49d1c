using System.Collections.Immutable;
using System.Numerics;

namespace Parley.Analysis.Stability;

/// <summary>How a decision maker orders the states.</summary>
public abstract record Preference
{
    /// <summary>The rank of every state, 0 for the worst and equal for states held equal; -1 for infeasible ones.</summary>
    /// <param name="model">The model whose states are ranked.</param>
    /// <param name="feasible">Whether each state is feasible; null where all are.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal int[] Rank(OptionModel model, bool[]? feasible, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var scores = Scores(model, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return Dense(scores, feasible);
    }

    /// <summary>How many statements, or groups of a ranking, it has.</summary>
    public abstract int Length { get; }

    /// <summary>The preference with two neighbours in the other order.</summary>
    /// <param name="place">The more important of the two, counted from 0.</param>
    public abstract Preference Swapped(int place);

    /// <summary>A number for every state, higher being better.</summary>
    internal abstract long[] Scores(OptionModel model, CancellationToken cancellation);

    /// <summary>For every state the band it is in: what is left of the preference if all below the places named is forgotten.</summary>
    /// <param name="model">The model whose states are ranked.</param>
    /// <param name="places">Ascending.</param>
    internal abstract long[] Bands(OptionModel model, ImmutableArray<int> places);

    private protected static ImmutableArray<T> Swap<T>(ImmutableArray<T> items, int place) => items.SetItem(place, items[place + 1]).SetItem(place + 1, items[place]);

    // O(S log S), or O(S) where the scores are not far apart: then each is a bit, and its rank the number of bits before.
    private static int[] Dense(long[] scores, bool[]? feasible)
    {
        var highest = -1L;
        for (var s = 0; s < scores.Length; s++)
            if (feasible is null || feasible[s]) highest = Math.Max(highest, scores[s]);
        var ranks = new int[scores.Length];
        if (highest / 64 <= scores.Length)
        {
            var seen = new ulong[(highest / 64) + 1];
            for (var s = 0; s < scores.Length; s++)
                if (feasible is null || feasible[s]) seen[scores[s] >> 6] |= 1UL << (int)scores[s];
            var before = new int[seen.Length];
            for (var w = 1; w < seen.Length; w++) before[w] = before[w - 1] + BitOperations.PopCount(seen[w - 1]);
            for (var s = 0; s < scores.Length; s++)
                ranks[s] = feasible is null || feasible[s] ? before[scores[s] >> 6] + BitOperations.PopCount(seen[scores[s] >> 6] & ((1UL << (int)scores[s]) - 1)) : -1;
            return ranks;
        }

        var distinct = scores.Where((_, s) => feasible is null || feasible[s]).ToArray();
        Array.Sort(distinct);
        var count = 0;
        for (var i = 0; i < distinct.Length; i++)
            if (i == 0 || distinct[i] != distinct[i - 1]) distinct[count++] = distinct[i];
        for (var s = 0; s < scores.Length; s++)
            ranks[s] = feasible is null || feasible[s] ? Array.BinarySearch(distinct, 0, count, scores[s]) : -1;
        return ranks;
    }
}

/// <summary>Option prioritisation: statements from the most to the least important; the k-th of K that holds adds 2^(K-k).</summary>
/// <remarks>Method: Hipel, Fang, Peng (preference tree of GMCR II). At most 62 statements.</remarks>
public sealed record Prioritisation(ImmutableArray<Formula> Statements) : Preference
{
    public const int MostStatements = 62;

    public override int Length => Statements.Length;

    private const uint Block = 1 << 12; // scores of so many states stay in the cache while all statements are weighed

    public override Preference Swapped(int place) => this with { Statements = Swap(Statements, place) };

    internal override long[] Bands(OptionModel model, ImmutableArray<int> places) =>
        (this with { Statements = [.. Statements.Take(places[^1])] }).Scores(model, CancellationToken.None);

    internal override long[] Scores(OptionModel model, CancellationToken cancellation)
    {
        var scores = new long[model.StateCount];
        var patterns = Statements.Select(s => s.AsPattern()).ToArray();
        var low = (uint)Math.Min(Block, scores.Length) - 1;
        for (var block = 0u; block < scores.Length; block += Block)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var k = 0; k < patterns.Length; k++)
            {
                var weight = 1L << (patterns.Length - 1 - k);
                if (patterns[k] is { } pattern)
                {
                    if ((block & pattern.Mask & ~low) != (pattern.Values & ~low)) continue;
                    var (free, first) = (low & ~pattern.Mask, block | pattern.Values & low);
                    var rest = 0u;
                    do
                    {
                        scores[first | rest] += weight;
                        rest = (rest - free) & free;
                    }
                    while (rest != 0);
                }
                else
                {
                    for (var s = block; s <= (block | low); s++)
                        if (Statements[k].Holds(s)) scores[s] += weight;
                }
            }
        }

        return scores;
    }
}

/// <summary>A ranking written out: groups of states held equal, the best group first. States not named come last, held equal.</summary>
public sealed record Ranking(ImmutableArray<ImmutableArray<uint>> BestFirst) : Preference
{
    public override int Length => BestFirst.Length;

    public override Preference Swapped(int place) => this with { BestFirst = Swap(BestFirst, place) };

    internal override long[] Bands(OptionModel model, ImmutableArray<int> places)
    {
        var bands = new long[model.StateCount];
        for (var g = 0; g < BestFirst.Length; g++)
            foreach (var state in BestFirst[g]) bands[state] = places.Count(p => g < p);
        return bands;
    }

    internal override long[] Scores(OptionModel model, CancellationToken cancellation)
    {
        var scores = new long[model.StateCount];
        for (var g = 0; g < BestFirst.Length; g++)
            foreach (var state in BestFirst[g]) scores[state] = BestFirst.Length - g;
        return scores;
    }
}
