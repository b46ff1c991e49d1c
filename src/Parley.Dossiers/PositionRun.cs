using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>Every position of a table, one after the other, without a copy.</summary>
public readonly struct PositionRun
{
    private readonly PositionCell[] _cells;

    internal PositionRun(PositionCell[] cells) => _cells = cells;

    public Walk GetEnumerator() => new(_cells);

    /// <summary>Goes from position to position.</summary>
    public struct Walk
    {
        private readonly PositionCell[] _cells;
        private int _cell;
        private int _at;
        private PositionEntry[] _entries;
        private int _end;

        internal Walk(PositionCell[] cells) => (_cells, _cell, _at, _entries, _end) = (cells, -1, -1, [], 0);

        public readonly ref readonly PositionEntry Current => ref _entries[_at];

        public bool MoveNext()
        {
            if (++_at < _end) return true;
            while (++_cell < _cells.Length)
            {
                var entries = _cells[_cell].Entries;
                if (entries.Count == 0) continue;
                (_entries, _at, _end) = (entries.Array!, entries.Offset, entries.Offset + entries.Count);
                return true;
            }

            return false;
        }
    }
}
