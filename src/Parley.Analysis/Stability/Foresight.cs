using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>Limited-move and non-myopic stability: parties that look several moves ahead.</summary>
/// <remarks>
/// Method: Zagare (1984); Kilgour (1984); Fang, Hipel and Kilgour (1993), ch. 3. Backward induction: a party moves to where the
/// sequence that follows ends best for it, if that is better than to stay. Where several opponents may answer, the party expects the
/// answer that ends worst for it. O(h · n² · arcs).
/// </remarks>
public static class Foresight
{
    /// <summary>For each party and state, the state it expects to end in if it moves first and all look <paramref name="horizon"/> moves ahead.</summary>
    public static ImmutableArray<ImmutableArray<int>> Anticipated(ConflictGraph graph, int horizon, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        var (horizons, first) = Horizons(graph, horizon, cancellationToken);
        var at = horizon <= horizons.Count ? horizon - 1 : first + ((horizon - 1 - first) % (horizons.Count - first));
        return [.. horizons[at].Select(e => e.ToImmutableArray())];
    }

    /// <summary>Whether each state is L_h stable for each party: it would rather stay.</summary>
    public static ImmutableArray<ImmutableArray<bool>> LimitedMove(ConflictGraph graph, int horizon, CancellationToken cancellationToken = default) =>
        [.. Anticipated(graph, horizon, cancellationToken).Select(ends => ends.Select((end, s) => end == s).ToImmutableArray())];

    /// <summary>Whether each state is non-myopically stable: L_h stable from some horizon on, however long.</summary>
    /// <exception cref="ArgumentException">What is expected does not come to repeat itself within a thousand horizons.</exception>
    public static ImmutableArray<ImmutableArray<bool>> NonMyopic(ConflictGraph graph, CancellationToken cancellationToken = default)
    {
        var (horizons, first) = Horizons(graph, int.MaxValue, cancellationToken);
        return
        [
            .. graph.Parties.Select((_, i) => Enumerable.Range(0, graph.States.Length)
                .Select(s => horizons.Skip(first).All(h => h[i][s] == s)).ToImmutableArray()),
        ];
    }

    // What follows depends only on the last horizon, so the horizons repeat from the first one met again.
    private static (List<int[][]> Horizons, int First) Horizons(ConflictGraph graph, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (ends, horizons) = (Start(graph), new List<int[][]>());
        while (horizons.Count < most)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ends = Next(graph, ends, cancellationToken);
            var first = horizons.FindIndex(h => h.Zip(ends).All(p => p.First.AsSpan().SequenceEqual(p.Second)));
            if (first >= 0) return (horizons, first);
            if (horizons.Count == MostHorizons) throw new ArgumentException($"what the parties expect does not come to repeat itself within {MostHorizons} moves ahead; ask for one horizon", nameof(graph));
            horizons.Add(ends);
        }

        return (horizons, horizons.Count);
    }

    private const int MostHorizons = 1000;

    private static int[][] Start(ConflictGraph graph) => [.. graph.Parties.Select(_ => Enumerable.Range(0, graph.States.Length).ToArray())];

    private static int[][] Next(ConflictGraph graph, int[][] before, CancellationToken cancellationToken)
    {
        var ends = new int[graph.Parties.Length][];
        for (var i = 0; i < ends.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var party = graph.Parties[i];
            ends[i] = new int[graph.States.Length];
            for (var s = 0; s < graph.States.Length; s++)
            {
                var best = s;
                foreach (var to in party.Moves[s])
                {
                    var end = to;
                    var first = true;
                    for (var j = 0; j < ends.Length; j++)
                    {
                        if (j == i) continue;
                        if (first || party.Rank[before[j][to]] < party.Rank[end]) end = before[j][to];
                        first = false;
                    }

                    if (party.Rank[end] > party.Rank[best]) best = end;
                }

                ends[i][s] = best;
            }
        }

        return ends;
    }
}
