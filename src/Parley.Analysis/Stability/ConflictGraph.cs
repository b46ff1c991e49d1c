using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>A conflict in graph form: states, and for each party the moves it can make in one step and how it values the states.</summary>
/// <param name="States">Names of the states, in order.</param>
/// <param name="Parties">The decision makers.</param>
public sealed record ConflictGraph(ImmutableArray<string> States, ImmutableArray<GraphParty> Parties)
{
    /// <summary>The feasible states of an option-form model as a graph; names are their option patterns. O(S · moves).</summary>
    /// <param name="model">A sound model.</param>
    /// <param name="limit">Most feasible states taken.</param>
    /// <returns>The graph, and for each of its states the model's.</returns>
    /// <exception cref="ArgumentException">The model has more feasible states than the limit.</exception>
    public static (ConflictGraph Graph, ImmutableArray<uint> States) Of(OptionModel model, int limit = 4096)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem, nameof(model));
        var states = new List<uint>();
        for (var s = 0u; s < model.StateCount; s++)
        {
            if (!model.IsFeasible(s)) continue;
            if (states.Count == limit) throw new ArgumentException($"the model has more than {limit} feasible states, the most this analysis takes (--limit)", nameof(model));
            states.Add(s);
        }

        var index = states.Select((s, i) => (s, i)).ToDictionary(x => x.s, x => x.i);
        var ranks = StabilityAnalysis.Ranks(model);
        var parties = model.DecisionMakers.Select((maker, i) =>
        {
            var own = model.MaskOf(i);
            var moves = states.Select(s =>
            {
                var found = new List<int>();
                for (var move = own; move != 0; move = (move - 1) & own)
                    if (index.TryGetValue(s ^ move, out var to) && model.IsPermitted(i, s, s ^ move)) found.Add(to);
                found.Sort();
                return found.ToImmutableArray();
            });
            return new GraphParty(maker.Name, [.. moves], [.. states.Select(s => ranks[i][(int)s])]);
        });
        return (new([.. states.Select(s => new Pattern((uint)(model.StateCount - 1), s).Format(model.Options.Length))], [.. parties]), [.. states]);
    }
}

/// <summary>A decision maker of a graph.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Moves">For each state, the states it can move to in one step.</param>
/// <param name="Rank">For each state, its rank: higher is better, equal ranks are held equal.</param>
public sealed record GraphParty(string Name, ImmutableArray<ImmutableArray<int>> Moves, ImmutableArray<int> Rank)
{
    /// <summary>For each state, its band: a state in a higher band is much better. Null where strength of preference is not known.</summary>
    public ImmutableArray<int>? Band { get; init; }

    /// <summary>Pairs of states whose order is not known, each way round.</summary>
    public ImmutableHashSet<(int, int)> Unknown { get; init; } = [];

    /// <summary>Whether <paramref name="to"/> is known to be better than <paramref name="from"/>.</summary>
    public bool Prefers(int to, int from) => Rank[to] > Rank[from] && !Unknown.Contains((from, to));

    /// <summary>Whether <paramref name="to"/> is known to be much better than <paramref name="from"/>.</summary>
    public bool StronglyPrefers(int to, int from) => Prefers(to, from) && (Band is not { } band || band[to] > band[from]);

    public bool IsUncertain(int a, int b) => Unknown.Contains((a, b));
}
