namespace Parley.Analysis.Stability;

/// <summary>Where a group of parties can take a conflict by legal sequences: nobody moves twice in a row.</summary>
/// <remarks>Method: Fang, Hipel and Kilgour (1993), ch. 4. A breadth-first search over states and last movers: O(n · arcs).</remarks>
internal static class Reach
{
    /// <summary>All states reached from a state, in the order found; the start itself only if a sequence leads back to it.</summary>
    /// <param name="graph">The conflict.</param>
    /// <param name="movers">Who may move.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="may">Whether a party may make a move; null for any.</param>
    public static List<int> From(ConflictGraph graph, IReadOnlyList<int> movers, int start, Func<int, int, int, bool>? may = null)
    {
        var found = new List<int>();
        var known = new HashSet<int>();
        foreach (var step in Steps(graph, movers, start, may))
            if (known.Add(step.State)) found.Add(step.State);
        return found;
    }

    /// <summary>The shortest legal path to the first state that is wanted, as (mover, state) steps; null where none leads there.</summary>
    public static List<(int Mover, int State)>? Path(ConflictGraph graph, IReadOnlyList<int> movers, int start, Func<int, bool> wanted, Func<int, int, int, bool>? may = null)
    {
        if (wanted(start)) return [];
        var steps = new List<(int State, int Mover, int Before)>();
        foreach (var step in Steps(graph, movers, start, may))
        {
            steps.Add(step);
            if (!wanted(step.State)) continue;
            var path = new List<(int, int)>();
            for (var at = steps.Count - 1; at >= 0; at = steps[at].Before) path.Add((steps[at].Mover, steps[at].State));
            path.Reverse();
            return path;
        }

        return null;
    }

    private static IEnumerable<(int State, int Mover, int Before)> Steps(ConflictGraph graph, IReadOnlyList<int> movers, int start, Func<int, int, int, bool>? may)
    {
        var known = new HashSet<(int, int)>();
        var queue = new List<(int State, int Mover, int Before)> { (start, -1, -1) };
        for (var at = 0; at < queue.Count; at++)
        {
            var (state, last, _) = queue[at];
            foreach (var mover in movers)
            {
                if (mover == last) continue;
                foreach (var to in graph.Parties[mover].Moves[state])
                {
                    if (may?.Invoke(mover, state, to) == false || !known.Add((to, mover))) continue;
                    queue.Add((to, mover, at));
                    yield return (to, mover, at - 1);
                }
            }
        }
    }
}
