using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>What becomes of the equilibria if two neighbouring preferences of one party trade places.</summary>
/// <param name="DecisionMaker">Whose preference.</param>
/// <param name="Place">The more important of the two, counted from 0.</param>
/// <param name="Lost">Equilibria that no longer hold.</param>
/// <param name="Gained">New ones.</param>
public sealed record Swap(int DecisionMaker, int Place, ImmutableArray<int> Lost, ImmutableArray<int> Gained);

/// <summary>How far the equilibria of a model depend on the order of its preferences, and on who sees the conflict how.</summary>
public static class Sensitivity
{
    /// <summary>Every swap of adjacent preference statements, or of adjacent groups of a ranking, and what it changes.</summary>
    public static ImmutableArray<Swap> Swaps(OptionModel model, Concept concept, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var before = StabilityAnalysis.Solve(model, [concept], cancellationToken: cancellationToken).Equilibria(concept).ToHashSet();
        var swaps = ImmutableArray.CreateBuilder<Swap>();
        for (var i = 0; i < model.DecisionMakers.Length; i++)
        {
            var maker = model.DecisionMakers[i];
            for (var place = 0; place + 1 < Length(maker.Preference); place++)
            {
                var changed = model with { DecisionMakers = model.DecisionMakers.SetItem(i, maker with { Preference = Swapped(maker.Preference, place) }) };
                var after = StabilityAnalysis.Solve(changed, [concept], cancellationToken: cancellationToken).Equilibria(concept).ToHashSet();
                swaps.Add(new(i, place, [.. before.Except(after).Order()], [.. after.Except(before).Order()]));
            }
        }

        return swaps.ToImmutable();
    }

    /// <summary>The equilibria that survive every single swap.</summary>
    public static ImmutableArray<int> Robust(OptionModel model, Concept concept, CancellationToken cancellationToken = default)
    {
        var lost = Swaps(model, concept, cancellationToken).SelectMany(s => s.Lost).ToHashSet();
        return [.. StabilityAnalysis.Solve(model, [concept], cancellationToken: cancellationToken).Equilibria(concept).Where(e => !lost.Contains(e))];
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

    private static int Length(Preference preference) => preference switch
    {
        Prioritisation p => p.Statements.Length,
        Ranking r => r.BestFirst.Length,
        _ => 0,
    };

    private static Preference Swapped(Preference preference, int place) => preference switch
    {
        Prioritisation p => p with { Statements = Swap(p.Statements, place) },
        Ranking r => r with { BestFirst = Swap(r.BestFirst, place) },
        _ => preference,
    };

    private static ImmutableArray<T> Swap<T>(ImmutableArray<T> items, int place) => items.SetItem(place, items[place + 1]).SetItem(place + 1, items[place]);
}
