using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>A line that a party held on an issue, from the first day it was reported to the last before another took its place.</summary>
/// <param name="cell">Positions of the party on the issue, in order of time.</param>
/// <param name="first">Place of the entry that shows the line best on its first day.</param>
/// <param name="start">Place of the first entry of that day.</param>
internal sealed class Line(ArraySegment<PositionEntry> cell, int first, int start)
{
    private (int Latest, int End) _last = (first, start);
    private Counted? _behind;

    public Stance Stance => First.Stance!.Value;

    public Firmness? Firmness => First.Firmness;

    /// <summary>The entry that shows the line best on its first day.</summary>
    public ref readonly PositionEntry First => ref cell.AsSpan()[first];

    /// <summary>The entry that shows it best on its last day.</summary>
    public ref readonly PositionEntry Latest => ref cell.AsSpan()[_last.Latest];

    public int From => First.Day;

    public int To => Latest.Day;

    /// <summary>Another day of the same line.</summary>
    /// <param name="latest">Place of the entry that shows it best.</param>
    /// <param name="end">Place after the last entry of the day.</param>
    public void GoOn(int latest, int end) => _last = (latest, end);

    /// <summary>Every position that bears it out, in order of time.</summary>
    public ImmutableArray<EntryId> Behind(Scope scope)
    {
        if (scope.AllReports) return (_behind ??= new(Find(scope))).Ids; // a line outlives the question
        return Find(scope);
    }

    private ImmutableArray<EntryId> Find(Scope scope)
    {
        var behind = ImmutableArray.CreateBuilder<EntryId>();
        foreach (ref readonly var p in cell.AsSpan()[start.._last.End])
            if (p.Stance == Stance && scope.HasReport(p.Report)) behind.Add(p.Id);
        return behind.DrainToImmutable();
    }

    private sealed record Counted(ImmutableArray<EntryId> Ids);
}
