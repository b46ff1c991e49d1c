using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>What becomes of the equilibria if two neighbouring preferences of one party trade places.</summary>
/// <param name="DecisionMaker">Whose preference.</param>
/// <param name="Place">The more important of the two, counted from 0.</param>
/// <param name="Lost">Equilibria that no longer hold.</param>
/// <param name="Gained">New ones.</param>
public sealed record Swap(int DecisionMaker, int Place, ImmutableArray<int> Lost, ImmutableArray<int> Gained);

/// <summary>The equilibria of a model, and what every swap of neighbouring preferences changes.</summary>
/// <param name="Equilibria">Before any swap, ascending.</param>
/// <param name="Swaps">By decision maker and place.</param>
public sealed record SwapResult(ImmutableArray<int> Equilibria, ImmutableArray<Swap> Swaps)
{
    /// <summary>The equilibria that survive every single swap.</summary>
    public ImmutableArray<int> Robust { get; } = Surviving(Equilibria, Swaps);

    private static ImmutableArray<int> Surviving(ImmutableArray<int> equilibria, ImmutableArray<Swap> swaps)
    {
        var lost = swaps.SelectMany(s => s.Lost).ToHashSet();
        return lost.Count == 0 ? equilibria : [.. equilibria.Where(s => !lost.Contains(s))];
    }
}

/// <summary>How far the equilibria of a model depend on the order of its preferences, and on who sees the conflict how.</summary>
public static class Sensitivity
{
    /// <summary>Every swap of adjacent preference statements, or of adjacent groups of a ranking, and what it changes.</summary>
    /// <remarks>Where only a graph knows what the model has, states are those that stand for coalesced ones.</remarks>
    public static SwapResult Swaps(OptionModel model, Concept concept, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var before = Holding(model, concept, cancellationToken);
        var swaps = ImmutableArray.CreateBuilder<Swap>();
        var count = Count(model);
        for (var i = 0; i < model.DecisionMakers.Length; i++)
        {
            var maker = model.DecisionMakers[i];
            for (var place = 0; place + 1 < maker.Preference.Length; place++)
            {
                progress?.Report(swaps.Count / (double)count);
                var changed = model with { DecisionMakers = model.DecisionMakers.SetItem(i, maker with { Preference = maker.Preference.Swapped(place) }) };
                var after = Holding(changed, concept, cancellationToken);
                swaps.Add(new(i, place, [.. Without(before, after)], [.. Without(after, before)]));
            }
        }

        return new([.. Without(before, new ulong[before.Length])], swaps.ToImmutable());
    }

    /// <summary>How many swaps there are.</summary>
    public static int Count(OptionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.DecisionMakers.Sum(m => Math.Max(0, m.Preference.Length - 1));
    }

    /// <summary>The states that hold for every party in the conflict as that party sees it (first-level hypergame).</summary>
    /// <param name="perceived">For each decision maker, the model it has in mind; all of the same options and decision makers.</param>
    /// <param name="concept">The concept.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <remarks>Method: Wang, Hipel and Fraser (1988).</remarks>
    public static ImmutableArray<int> HypergameEquilibria(IReadOnlyList<OptionModel> perceived, Concept concept, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(perceived);
        if (perceived.Count == 0 || perceived.Any(m => m.DecisionMakers.Length != perceived.Count || m.Options.Length != perceived[0].Options.Length))
            throw new ArgumentException("expected one model for each decision maker, all with the same options", nameof(perceived));
        var verdicts = perceived.Select(m => StabilityAnalysis.Solve(m, [concept], cancellationToken: cancellationToken)).ToArray();
        return [.. Enumerable.Range(0, perceived[0].StateCount).Where(s => verdicts.Select((v, i) => v.IsStable(concept, i, s)).All(holds => holds))];
    }

    // Flags, since of a model that decides little nearly every state holds.
    private static ulong[] Holding(OptionModel model, Concept concept, CancellationToken cancellationToken)
    {
        var held = Bits.For(model.StateCount);
        if (!model.IsGraphOnly)
        {
            foreach (var s in StabilityAnalysis.Solve(model, [concept], cancellationToken: cancellationToken).Equilibria(concept)) Bits.Set(held, s);
            return held;
        }

        var (graph, states) = ConflictGraph.Of(model, cancellationToken: cancellationToken);
        foreach (var s in new GraphAnalysis(graph).Equilibria(concept, cancellationToken: cancellationToken)) Bits.Set(held, (int)states[s]);
        return held;
    }

    private static IEnumerable<int> Without(ulong[] held, ulong[] other)
    {
        for (var word = 0; word < held.Length; word++)
            for (var left = held[word] & ~other[word]; left != 0; left &= left - 1)
                yield return (word * 64) + System.Numerics.BitOperations.TrailingZeroCount(left);
    }
}
