namespace Parley.Analysis.Stability;

/// <summary>About how many steps an analysis takes at worst, to be asked before it starts. A step is some ten nanoseconds.</summary>
public static class Effort
{
    /// <summary>Of <see cref="StabilityAnalysis.Solve"/>.</summary>
    public static double OfSolving(OptionModel model, IReadOnlyCollection<Concept> concepts)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(concepts);
        double states = model.StateCount;
        var (statements, links, parties) = (0.0, 0.0, model.DecisionMakers.Length);
        foreach (var maker in model.DecisionMakers)
        {
            statements += maker.Preference.Length;
            // Of k irreversible options, half are still to change on average: 1.5^k classes are linked to one.
            links += Math.Pow(1.5, maker.Options.Count(o => model.Options[o].Reversal != Reversal.Free)) * (parties - 1);
        }

        // Whatever it prefers, a party's states are ranked, put into classes, and gone through for the best and for what holds.
        var linear = states * (statements + model.Infeasible.Length + (7 * parties) + (concepts.Count(c => c != Concept.Sim) * links));
        return concepts.Contains(Concept.Sim) ? linear + (states * states * parties) : linear;
    }

    /// <summary>About how many bytes solving holds at once.</summary>
    public static double OfMemory(OptionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return (double)model.StateCount * ((4 * model.DecisionMakers.Length) + 40);
    }

    /// <summary>Of every swap of neighbouring preferences: each solved, and what holds compared.</summary>
    public static double OfSwaps(OptionModel model, Concept concept) => (Sensitivity.Count(model) + 1) * (OfSolving(model, [concept]) + model.StateCount);

    /// <summary>Of deciding one state after the other by searching legal sequences; a tenth of the most, as nearly all searches end early.</summary>
    /// <param name="graph">The conflict.</param>
    /// <param name="states">How many states.</param>
    /// <param name="coalitions">Whether for every coalition too.</param>
    public static double OfSearching(ConflictGraph graph, int states, bool coalitions = false)
    {
        ArgumentNullException.ThrowIfNull(graph);
        double moves = graph.Moves;
        var each = moves / Math.Max(1, graph.States.Length) * moves;
        return states * each * (coalitions ? Math.Pow(2, graph.Parties.Length) : 1) / 10;
    }

    /// <summary>Of looking ahead, for so many horizons.</summary>
    public static double OfForesight(ConflictGraph graph, int horizons)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return (double)graph.Moves * graph.Parties.Length * horizons;
    }
}
