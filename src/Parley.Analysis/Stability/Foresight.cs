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
    public static ImmutableArray<ImmutableArray<int>> Anticipated(ConflictGraph graph, int horizon)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        var ends = Start(graph);
        for (var h = 1; h <= horizon; h++) ends = Next(graph, ends);
        return [.. ends.Select(e => e.ToImmutableArray())];
    }

    /// <summary>Whether each state is L_h stable for each party: it would rather stay.</summary>
    public static ImmutableArray<ImmutableArray<bool>> LimitedMove(ConflictGraph graph, int horizon) =>
        [.. Anticipated(graph, horizon).Select(ends => ends.Select((end, s) => end == s).ToImmutableArray())];

    /// <summary>Whether each state is non-myopically stable: L_h stable from some horizon on, however long.</summary>
    public static ImmutableArray<ImmutableArray<bool>> NonMyopic(ConflictGraph graph, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var (ends, seen, horizons) = (Start(graph), new Dictionary<string, int>(StringComparer.Ordinal), new List<int[][]>());
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ends = Next(graph, ends);
            // What follows depends only on the last horizon, so the horizons repeat from the first one met again.
            var key = string.Join(';', ends.Select(e => string.Join(',', e)));
            if (seen.TryGetValue(key, out var first))
            {
                return
                [
                    .. graph.Parties.Select((_, i) => Enumerable.Range(0, graph.States.Length)
                        .Select(s => horizons.Skip(first).All(h => h[i][s] == s)).ToImmutableArray()),
                ];
            }

            seen[key] = horizons.Count;
            horizons.Add(ends);
        }
    }

    private static int[][] Start(ConflictGraph graph) => [.. graph.Parties.Select(_ => Enumerable.Range(0, graph.States.Length).ToArray())];

    private static int[][] Next(ConflictGraph graph, int[][] before)
    {
        var ends = new int[graph.Parties.Length][];
        for (var i = 0; i < ends.Length; i++)
        {
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
