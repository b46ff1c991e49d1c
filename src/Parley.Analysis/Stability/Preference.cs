using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>How a decision maker orders the states.</summary>
public abstract record Preference
{
    /// <summary>The rank of every state, 0 for the worst and equal for states held equal; -1 for infeasible ones.</summary>
    /// <param name="model">The model whose states are ranked.</param>
    /// <param name="feasible">Whether each state is feasible; null where all are.</param>
    internal abstract int[] Rank(OptionModel model, bool[]? feasible);

    /// <summary>Dense ranks of scores, higher being better. O(S log S), or O(S) where the scores are small.</summary>
    protected static int[] Dense(long[] scores, bool[]? feasible)
    {
        var highest = -1L;
        for (var s = 0; s < scores.Length; s++)
            if (feasible is null || feasible[s]) highest = Math.Max(highest, scores[s]);
        var ranks = new int[scores.Length];
        if (highest < 1 << 22)
        {
            var seen = new int[highest + 1];
            for (var s = 0; s < scores.Length; s++)
                if (feasible is null || feasible[s]) seen[scores[s]] = 1;
            for (int i = 0, next = 0; i < seen.Length; i++)
                seen[i] = seen[i] == 0 ? 0 : next++;
            for (var s = 0; s < scores.Length; s++)
                ranks[s] = feasible is null || feasible[s] ? seen[scores[s]] : -1;
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

    internal override int[] Rank(OptionModel model, bool[]? feasible)
    {
        var scores = new long[model.StateCount];
        for (var k = 0; k < Statements.Length; k++)
        {
            var weight = 1L << (Statements.Length - 1 - k);
            if (Statements[k].AsPattern() is { } pattern)
            {
                for (var s = 0u; s < scores.Length; s++)
                    if ((s & pattern.Mask) == pattern.Values) scores[s] += weight;
            }
            else
            {
                for (var s = 0u; s < scores.Length; s++)
                    if (Statements[k].Holds(s)) scores[s] += weight;
            }
        }

        return Dense(scores, feasible);
    }
}

/// <summary>A ranking written out: groups of states held equal, the best group first. States not named come last, held equal.</summary>
public sealed record Ranking(ImmutableArray<ImmutableArray<uint>> BestFirst) : Preference
{
    internal override int[] Rank(OptionModel model, bool[]? feasible)
    {
        var scores = new long[model.StateCount];
        for (var g = 0; g < BestFirst.Length; g++)
            foreach (var state in BestFirst[g]) scores[state] = BestFirst.Length - g;
        return Dense(scores, feasible);
    }
}
