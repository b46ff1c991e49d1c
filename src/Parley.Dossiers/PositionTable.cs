using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>Positions by party, issue, day and report: a party's history on an issue is a slice. Rejected ones are left out.</summary>
/// <remarks>A change makes a new table that shares with the old one every cell that it leaves as it is.</remarks>
public sealed class PositionTable
{
    private readonly PositionCell[] _cells; // by party and issue
    private readonly Dictionary<(int Party, int Issue), int> _places;

    private PositionTable(PositionCell[] cells) : this(cells, Enumerable.Range(0, cells.Length).ToDictionary(i => (cells[i].Party, cells[i].Issue)))
    {
    }

    private PositionTable(PositionCell[] cells, Dictionary<(int, int), int> places)
    {
        (_cells, _places) = (cells, places);
        foreach (var cell in cells) Count += cell.Entries.Count;
    }

    public int Count { get; }

    /// <summary>Every position, cell by cell.</summary>
    public PositionRun All => new(_cells);

    /// <summary>Pairs of party and issue that have a position; either may be 0.</summary>
    public IEnumerable<(int Party, int Issue)> Cells => _cells.Select(c => (c.Party, c.Issue));

    /// <summary>The positions of a party on an issue, in order of time.</summary>
    public ReadOnlySpan<PositionEntry> Of(int party, int issue) => _places.TryGetValue((party, issue), out var at) ? _cells[at].Entries : [];

    internal ReadOnlySpan<PositionCell> AllCells => _cells;

    /// <summary>The table after other positions took the place of those of a report.</summary>
    internal PositionTable With(EntryShelf before, EntryShelf after, int report, Resolver resolver)
    {
        if (before.PackedPositions(report).SequenceEqual(after.PackedPositions(report))) return this;
        var (old, now) = (Decode(before, report, resolver).ToLookup(Cell), Decode(after, report, resolver).ToLookup(Cell));
        var changed = new Dictionary<(int, int), PositionCell>();
        foreach (var key in old.Concat(now).Select(g => g.Key).Distinct().Where(k => !old[k].SequenceEqual(now[k])))
        {
            PositionEntry[] held = _places.TryGetValue(key, out var at) ? _cells[at].Entries.ToArray() : [];
            changed[key] = new(key.Party, key.Issue, held.Where(p => p.Report != report).Concat(now[key]).OrderBy(p => p.Day).ThenBy(p => p.Report).ToArray());
        }

        if (changed.All(c => c.Value.Entries.Count > 0 && _places.ContainsKey(c.Key)))
        {
            var cells = (PositionCell[])_cells.Clone();
            foreach (var (key, cell) in changed) cells[_places[key]] = cell;
            return new(cells, _places);
        }

        return new([.. _cells.Where(c => !changed.ContainsKey((c.Party, c.Issue))).Concat(changed.Values.Where(c => c.Entries.Count > 0)).OrderBy(c => (c.Party, c.Issue))]);
    }

    private static (int Party, int Issue) Cell(PositionEntry p) => (p.Party, p.Issue);

    private static List<PositionEntry> Decode(EntryShelf shelf, int report, Resolver resolver)
    {
        var bytes = shelf.PositionBytes(report);
        var found = new List<PositionEntry>();
        for (var left = shelf.PlacesOf(report).Positions; left > 0; left--)
            if (EntriesCodec.Position(ref bytes, report) is var p && p.Mark != EntryMark.Rejected) found.Add(Resolved(p, resolver.Party(p.Party, p.Speaker, p.Day), resolver));
        return found;
    }

    private static PositionEntry Resolved(in PositionEntry p, int party, Resolver resolver) => p with
    {
        Party = party,
        Speaker = resolver.Actor(p.Speaker),
        Target = resolver.Actor(p.Target),
        Issue = resolver.Issue(p.Issue),
        Stance = resolver.Stance(p.Issue, p.Stance),
    };

    /// <summary>Reads all twice, to put each at once where it belongs: cheaper than to hold and to move them.</summary>
    internal static PositionTable Of(EntryShelf shelf, Resolver resolver)
    {
        var before = shelf.Before(p => p.Positions);
        var (days, parties, issues) = (new int[before[^1]], new int[before[^1]], new int[before[^1]]);
        shelf.InSlices((from, to) => Columns(shelf, before, from, to, resolver, days, parties, issues));
        var order = DayOrder.Of(days);
        var (places, cells) = Places(order, parties, issues);
        var table = new PositionEntry[order.Length];
        shelf.InSlices((from, to) => Fill(shelf, before, from, to, resolver, places, parties, table));
        return new([.. cells.Select(c => new PositionCell(c.Cell.Party, c.Cell.Issue, new(table, c.Start, c.Count)))]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns(EntryShelf shelf, int[] before, int from, int to, Resolver resolver, int[] days, int[] parties, int[] issues)
    {
        for (var report = from; report < to; report++)
        {
            var bytes = shelf.PositionBytes(report);
            for (var at = before[report]; at < before[report + 1]; at++)
            {
                var p = EntriesCodec.Position(ref bytes, report);
                (days[at], parties[at], issues[at]) = (p.Mark == EntryMark.Rejected ? DayOrder.None : p.Day, resolver.Party(p.Party, p.Speaker, p.Day), resolver.Issue(p.Issue));
            }
        }
    }

    /// <summary>Where each position belongs: cell by cell, and in a cell as ordered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (int[] Places, List<((int Party, int Issue) Cell, int Start, int Count)> Cells) Places(int[] order, int[] parties, int[] issues)
    {
        var sizes = new Dictionary<(int Party, int Issue), int>();
        foreach (var i in order) CollectionsMarshal.GetValueRefOrAddDefault(sizes, (parties[i], issues[i]), out _)++;
        var cells = new List<((int, int), int, int)>(sizes.Count);
        var next = new Dictionary<(int, int), int>(sizes.Count);
        var start = 0;
        foreach (var cell in sizes.Keys.Order())
        {
            next[cell] = start;
            cells.Add((cell, start, sizes[cell]));
            start += sizes[cell];
        }

        var places = new int[parties.Length];
        foreach (var i in order) places[i] = CollectionsMarshal.GetValueRefOrNullRef(next, (parties[i], issues[i]))++;
        return (places, cells);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(EntryShelf shelf, int[] before, int from, int to, Resolver resolver, int[] places, int[] parties, PositionEntry[] table)
    {
        for (var report = from; report < to; report++)
        {
            var bytes = shelf.PositionBytes(report);
            for (var at = before[report]; at < before[report + 1]; at++)
            {
                var p = EntriesCodec.Position(ref bytes, report);
                if (p.Mark == EntryMark.Rejected) continue;
                table[places[at]] = Resolved(p, parties[at], resolver);
            }
        }
    }
}
