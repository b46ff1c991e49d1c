namespace Parley.Reading.Positions;

/// <summary>
/// The two ends an issue can be read from: that a thing is there or stays, and that it is ended or made less. The label takes the end
/// that more positions speak of, the first on a tie; the others speak of its reverse.
/// </summary>
internal sealed class Sides
{
    private readonly HashSet<int> _reverse = [];
    private readonly HashSet<int> _named = [];

    public Sides(List<PositionDraft> drafts, List<int> group, Func<Tokens, HashSet<string>> words)
    {
        var (ends, stays) = (new List<int>(), new List<int>());
        foreach (var member in group)
            if (drafts[member].Act.Outcome.Change is Change.Ends or Change.Lessens) ends.Add(member);
        if (ends.Count == 0 || ends.Count == group.Count) return;
        var things = ends.Select(e => (drafts[e].Act.Outcome.Change, Words: words(drafts[e].Act.Outcome.Thing))).ToList();
        foreach (var member in group)
        {
            var outcome = drafts[member].Act.Outcome;
            if (outcome.Change is not (Change.Keeps or Change.None)) continue;
            var own = words(outcome.Thing);
            if (things.Exists(t => Reverses(outcome.Change, own, t.Change, t.Words))) stays.Add(member);
        }

        if (stays.Count == 0) return;
        _reverse.UnionWith(stays.Count > ends.Count || stays.Count == ends.Count && stays[0] < ends[0] ? ends : stays);
        _named.UnionWith(ends.Concat(stays).Where(m => !_reverse.Contains(m)));
    }

    /// <summary>Whether a member speaks of the end that the label takes.</summary>
    public bool IsNamed(int member) => _named.Contains(member);

    public bool IsReverse(int member) => _reverse.Contains(member);

    /// <summary>That a thing stays is the reverse of any end or cut of it; the thing alone only of its end, and only if no more is said of it.</summary>
    private static bool Reverses(Change change, HashSet<string> own, Change other, HashSet<string> thing)
    {
        if (own.Count == 0 || thing.Count == 0) return false;
        return change == Change.Keeps ? own.Overlaps(thing) : other == Change.Ends && own.IsSubsetOf(thing);
    }
}
