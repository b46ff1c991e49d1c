using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>Which states of a conflict in option form would hold.</summary>
public static class StabilityAnalysis
{
    /// <summary>The five concepts that are decided in time linear in the number of states.</summary>
    public static ImmutableArray<Concept> Linear { get; } = [Concept.R, Concept.Gmr, Concept.Smr, Concept.Seq, Concept.Sseq];

    /// <summary>Decides the concepts asked for, for every decision maker and state.</summary>
    /// <param name="model">A sound model; see <see cref="OptionModel.Problems"/>.</param>
    /// <param name="concepts">What to decide; <see cref="Linear"/> where null.</param>
    /// <param name="progress">Is told the share done, from 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The model is unsound, or only a graph knows what it has (<see cref="OptionModel.IsGraphOnly"/>); the message says how.</exception>
    public static Verdicts Solve(OptionModel model, IEnumerable<Concept>? concepts = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem, nameof(model));
        if (model.IsGraphOnly) throw new ArgumentException("coalesced states and unknown preferences need the graph: ConflictGraph.Of and GraphAnalysis", nameof(model));
        var asked = (concepts ?? Linear).Distinct().ToList();
        var linear = asked.Where(c => c != Concept.Sim).ToList();
        var solver = new OptionSolver(model, progress, cancellationToken);
        var stable = new Dictionary<(Concept, int), ulong[]>();
        for (var i = 0; i < model.DecisionMakers.Length; i++)
        {
            foreach (var (concept, flags) in linear.Zip(solver.Stable(linear, i))) stable[(concept, i)] = flags;
            if (linear.Count < asked.Count) stable[(Concept.Sim, i)] = SimultaneousSolver.Stable(model, solver.Ranks, i, cancellationToken);
        }

        return new(model.StateCount, model.DecisionMakers.Length, stable);
    }

    /// <summary>The rank of every state for every decision maker: 0 for the worst, -1 where infeasible.</summary>
    public static ImmutableArray<ImmutableArray<int>> Ranks(OptionModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. new OptionSolver(model, null, cancellationToken).Ranks.Select(ImmutableArray.Create)];
    }
}
