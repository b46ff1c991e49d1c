using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>A conflict in graph form: states, and for each party the moves it can make in one step and how it values the states.</summary>
/// <param name="States">Names of the states, in order.</param>
/// <param name="Parties">The decision makers.</param>
public sealed record ConflictGraph(ImmutableArray<string> States, ImmutableArray<GraphParty> Parties)
{
    /// <summary>For each state the options taken in it, a bit for each; null where moves cannot be put together, so that simultaneous stability has no meaning.</summary>
    public ImmutableArray<uint>? Options { get; init; }

    /// <summary>Moves of all parties together.</summary>
    public long Moves => Parties.Sum(p => p.Moves.Sum(m => (long)m.Length));

    /// <summary>The feasible states of an option-form model as a graph; names are their option patterns, or the pattern of a coalesced set. O(S · moves).</summary>
    /// <param name="model">A sound model.</param>
    /// <param name="limit">Most states taken.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The graph, and for each of its states the model's; for a coalesced set, the one that stands for it.</returns>
    /// <exception cref="ArgumentException">The model has more states than the limit, or more moves than fit in memory.</exception>
    public static (ConflictGraph Graph, ImmutableArray<uint> States) Of(OptionModel model, int limit = 4096, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Problems().FirstOrDefault() is { } problem) throw new ArgumentException(problem, nameof(model));
        var (states, index, members) = (new List<uint>(), new Dictionary<uint, int>(), new List<List<uint>>());
        var coalesced = new int[model.Coalesced.Length];
        Array.Fill(coalesced, -1);
        for (var s = 0u; s < model.StateCount; s++)
        {
            if ((s & 0xFFFF) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (!model.IsFeasible(s)) continue;
            var set = model.CoalescedBy(s);
            if (set >= 0 && coalesced[set] >= 0)
            {
                index[s] = coalesced[set];
                members[coalesced[set]].Add(s);
                continue;
            }

            if (states.Count == limit) throw new ArgumentException($"there are more than {limit} feasible states, the most that can be searched state by state; make states infeasible or coalesce them", nameof(model));
            if (set >= 0) coalesced[set] = states.Count;
            index[s] = states.Count;
            states.Add(s);
            members.Add([s]);
        }

        var moves = model.DecisionMakers.Sum(m => (double)index.Count * (1L << m.Options.Length));
        if (moves > MostMoves) throw new ArgumentException(FormattableString.Invariant($"{index.Count} states make about {moves:0.#e0} moves, more than the {MostMoves:0e0} that can be searched; make states infeasible"), nameof(model));
        var ranks = StabilityAnalysis.Ranks(model, cancellationToken);
        var parties = model.DecisionMakers.Select((maker, i) =>
        {
            var (own, bands) = (model.MaskOf(i), maker.Strong.IsEmpty ? null : maker.Preference.Bands(model, maker.Strong));
            return new GraphParty(maker.Name, [.. members.Select((m, s) => MovesFrom(m, s, i, own))], [.. states.Select(s => ranks[i][(int)s])])
            {
                Band = bands is null ? null : Ordered([.. states.Select(s => bands[s])]),
                Unknown = Pairs(maker, states),
            };
        });
        var name = states.Select(s => (model.CoalescedBy(s) is >= 0 and var set ? model.Coalesced[set] : new((uint)(model.StateCount - 1), s)).Format(model.Options.Length));
        return (new([.. name], [.. parties]) { Options = model.Coalesced.IsEmpty ? [.. states] : null }, [.. states]);

        ImmutableArray<int> MovesFrom(List<uint> from, int state, int party, uint own)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var found = new SortedSet<int>();
            foreach (var s in from)
                for (var move = own; move != 0; move = (move - 1) & own)
                    if (index.TryGetValue(s ^ move, out var to) && to != state && model.IsPermitted(party, s, s ^ move)) found.Add(to);
            return [.. found];
        }
    }

    private const double MostMoves = 5e7;

    private static ImmutableArray<int> Ordered(long[] bands)
    {
        var distinct = bands.Distinct().Order().ToList();
        return [.. bands.Select(b => distinct.BinarySearch(b))];
    }

    private static ImmutableHashSet<(int, int)> Pairs(DecisionMaker maker, List<uint> states)
    {
        var pairs = ImmutableHashSet.CreateBuilder<(int, int)>();
        foreach (var (one, other) in maker.Unknown)
        {
            for (var a = 0; a < states.Count; a++)
                for (var b = 0; b < states.Count && one.Matches(states[a]); b++)
                    if (a != b && other.Matches(states[b])) pairs.UnionWith([(a, b), (b, a)]);
        }

        return pairs.ToImmutable();
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
