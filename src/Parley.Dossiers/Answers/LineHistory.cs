using System.Runtime.CompilerServices;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>Reads a party's positions on an issue as a sequence of lines.</summary>
/// <remarks>
/// A day has one line: the stance that most independent sources give, of the best vouched and surest entry. So a single misreading among
/// many reports of a day moves nothing. What the other reports of the day say differently shows as a contradiction.
/// </remarks>
internal sealed class LineHistory(DossierView view)
{
    private readonly int[] _sourceOf = view.SourceOf;
    private readonly int[] _counted = new int[view.SourceOf.Length]; // by source, the count in which it was last met
    private int _count;

    /// <param name="cell">Positions of one party on one issue, in order of time.</param>
    /// <param name="scope">Which of them count; the days before its first are read too, for they hold what came before.</param>
    public List<Line> Of(PositionCell cell, Scope scope) =>
        scope.AllReports && cell.Entries[^1].Day <= scope.To ? cell.LinesOnce(() => Read(cell.Entries, scope)) : Read(cell.Entries, scope);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private List<Line> Read(ArraySegment<PositionEntry> cell, Scope scope)
    {
        var lines = new List<Line>();
        ReadOnlySpan<PositionEntry> all = cell;
        for (int start = 0, end; start < all.Length; start = end)
        {
            var day = all[start].Day;
            if (day > scope.To) break;
            for (end = start + 1; end < all.Length && all[end].Day == day; end++) ;
            if (StanceOf(all[start..end], scope) is not { } stance) continue;
            var best = start + Best(all[start..end], stance, scope);
            if (lines.Count == 0 || Movements.Between(lines[^1].Stance, lines[^1].Firmness, stance, all[best].Firmness) != Movement.Same) lines.Add(new(cell, best, start));
            lines[^1].GoOn(best, end);
        }

        return lines;
    }

    /// <summary>Outlets that report a line on their own account; a report that names none counts for itself.</summary>
    public int Sources(ReadOnlySpan<EntryId> behind)
    {
        var sources = 0;
        _count++;
        foreach (var id in behind)
            if (IsNew(id.Report)) sources++;
        return sources;
    }

    /// <summary>Null where no report of the day counts.</summary>
    private Stance? StanceOf(ReadOnlySpan<PositionEntry> day, Scope scope)
    {
        Stance? found = null;
        var mixed = false;
        foreach (ref readonly var p in day)
        {
            if (p.Stance is not { } stance || !scope.HasReport(p.Report)) continue;
            mixed |= found is { } other && other != stance;
            found ??= stance;
        }

        return mixed ? Strongest(day, scope) : found;
    }

    /// <summary>The best vouched, then that of most sources, then the surest.</summary>
    private Stance Strongest(ReadOnlySpan<PositionEntry> day, Scope scope)
    {
        var (best, weight) = (Stance.For, (Vouched: false, Sources: -1, Confidence: 0));
        for (var stance = Stance.For; stance <= Stance.Open; stance++)
        {
            var own = (Vouched: false, Sources: 0, Confidence: 0);
            _count++;
            foreach (ref readonly var p in day)
            {
                if (p.Stance != stance || !scope.HasReport(p.Report)) continue;
                own = (own.Vouched | p.Mark != EntryMark.Read, own.Sources + (IsNew(p.Report) ? 1 : 0), own.Confidence + p.Confidence);
            }

            if (own.Sources > 0 && own.CompareTo(weight) > 0) (best, weight) = (stance, own);
        }

        return best;
    }

    private static int Best(ReadOnlySpan<PositionEntry> day, Stance stance, Scope scope)
    {
        var (best, score) = (0, -1);
        for (var i = 0; i < day.Length; i++)
        {
            ref readonly var p = ref day[i];
            if (p.Stance != stance || !scope.HasReport(p.Report)) continue;
            var own = p.Confidence + (p.Mark != EntryMark.Read ? 1000 : 0) + (p.Statement != 0 ? 20 : 0);
            if (own > score) (best, score) = (i, own);
        }

        return best;
    }

    /// <summary>Whether a report's source was not met yet in this count.</summary>
    private bool IsNew(int report)
    {
        ref var last = ref _counted[_sourceOf[report]];
        if (last == _count) return false;
        last = _count;
        return true;
    }
}
