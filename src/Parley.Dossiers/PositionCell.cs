using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>The positions of a party on an issue, in order of time. Kept over changes that touch others.</summary>
internal sealed class PositionCell(int party, int issue, ArraySegment<PositionEntry> entries)
{
    private volatile List<Line>? _lines;

    public int Party { get; } = party;

    public int Issue { get; } = issue;

    public ArraySegment<PositionEntry> Entries { get; } = entries;

    /// <summary>Its lines where every report counts: most questions ask for these, so they are read once.</summary>
    public List<Line> LinesOnce(Func<List<Line>> work) => _lines ??= work();
}
