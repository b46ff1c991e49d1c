using System.Collections;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>A set of statements by report and ordinal: a bit for each that its reading numbered, the few others by name.</summary>
internal sealed class StatementSet(EntryShelf shelf)
{
    private readonly int[] _before = shelf.Before(p => p.Statements);
    private readonly HashSet<(int Report, int Ordinal)> _others = [];
    private BitArray? _bits;

    public void Add(int report, int ordinal)
    {
        if (Place(report, ordinal) is var place and >= 0) (_bits ??= new(_before[^1]))[place] = true;
        else _others.Add((report, ordinal));
    }

    public bool Contains(int report, int ordinal) => Place(report, ordinal) is var place and >= 0 ? _bits is not null && _bits[place] : _others.Contains((report, ordinal));

    private int Place(int report, int ordinal) => ordinal > 0 && ordinal <= _before[report + 1] - _before[report] ? _before[report] + ordinal - 1 : -1;
}
