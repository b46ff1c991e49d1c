using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>A line that a party held on an issue, from the first day it was reported to the last before another took its place.</summary>
internal sealed class Line(PositionEntry first)
{
    public Stance Stance => First.Stance!.Value;

    public Firmness? Firmness => First.Firmness;

    /// <summary>The entry that shows the line best on its first day.</summary>
    public PositionEntry First { get; } = first;

    /// <summary>The entry that shows it best on its last day.</summary>
    public PositionEntry Latest { get; set; } = first;

    public int From => First.Day;

    public int To => Latest.Day;

    /// <summary>Every position that bears it out, in order of time.</summary>
    public List<EntryId> Behind { get; } = [];
}

/// <summary>Reads a party's positions on an issue as a sequence of lines.</summary>
/// <remarks>
/// A day has one line: the stance that most independent sources give, of the best vouched and surest entry. So a single misreading among
/// many reports of a day moves nothing. What the other reports of the day say differently shows as a contradiction.
/// </remarks>
internal sealed class LineHistory(DossierView view)
{
    private readonly HashSet<string> _sources = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="cell">Positions of one party on one issue, in order of time.</param>
    /// <param name="scope">Which of them count; the days before its first are read too, for they hold what came before.</param>
    public List<Line> Of(ReadOnlySpan<PositionEntry> cell, Scope scope)
    {
        var lines = new List<Line>();
        var counted = new List<PositionEntry>();
        for (var i = 0; i < cell.Length;)
        {
            var day = cell[i].Day;
            if (day > scope.To) break;
            counted.Clear();
            for (; i < cell.Length && cell[i].Day == day; i++)
                if (cell[i].Stance is not null && scope.HasReport(cell[i].Report)) counted.Add(cell[i]);
            if (counted.Count == 0) continue;
            var stance = StanceOf(counted);
            var best = Best(counted, stance);
            if (lines.Count == 0 || Movements.Between(lines[^1].Stance, lines[^1].Firmness, stance, best.Firmness) != Movement.Same) lines.Add(new(best));
            lines[^1].Latest = best;
            foreach (var p in counted)
                if (p.Stance == stance) lines[^1].Behind.Add(p.Id);
        }

        return lines;
    }

    /// <summary>Outlets that report a line on their own account; a report that names none counts for itself.</summary>
    public int Sources(IEnumerable<EntryId> behind)
    {
        _sources.Clear();
        foreach (var id in behind) _sources.Add(SourceOf(id.Report));
        return _sources.Count;
    }

    private Stance StanceOf(List<PositionEntry> day)
    {
        if (day.TrueForAll(p => p.Stance == day[0].Stance)) return day[0].Stance!.Value;
        return day.GroupBy(p => p.Stance!.Value)
            .OrderByDescending(g => g.Any(p => p.Mark != EntryMark.Read))
            .ThenByDescending(g => g.Select(p => SourceOf(p.Report)).Distinct(StringComparer.OrdinalIgnoreCase).Count())
            .ThenByDescending(g => g.Sum(p => p.Confidence))
            .ThenBy(g => g.Key)
            .First().Key;
    }

    private static PositionEntry Best(List<PositionEntry> day, Stance stance)
    {
        var (best, score) = (day[0], -1);
        foreach (var p in day)
        {
            if (p.Stance != stance) continue;
            var own = p.Confidence + (p.Mark != EntryMark.Read ? 1000 : 0) + (p.Statement != 0 ? 20 : 0);
            if (own > score) (best, score) = (p, own);
        }

        return best;
    }

    private string SourceOf(int report) => view.Report(view.OriginalOf(report)) is var head && head.Outlet is { } outlet ? outlet : "#" + head.Number;
}
