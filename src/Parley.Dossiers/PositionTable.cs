using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>Positions in one array by party, issue, day and report: a party's history on an issue is a slice. Rejected ones are left out.</summary>
public sealed class PositionTable
{
    private readonly PositionEntry[] _entries;
    private readonly Dictionary<(int Party, int Issue), Range> _cells;

    private PositionTable(PositionEntry[] entries, Dictionary<(int, int), Range> cells) => (_entries, _cells) = (entries, cells);

    public ReadOnlySpan<PositionEntry> All => _entries;

    /// <summary>Pairs of party and issue that have a position; either may be 0.</summary>
    public IReadOnlyCollection<(int Party, int Issue)> Cells => _cells.Keys;

    /// <summary>The positions of a party on an issue, in order of time.</summary>
    public ReadOnlySpan<PositionEntry> Of(int party, int issue) => Segment(party, issue);

    /// <summary>The same, for one who goes back to them.</summary>
    internal ArraySegment<PositionEntry> Segment(int party, int issue) =>
        _cells.TryGetValue((party, issue), out var range) ? new(_entries, range.Start.Value, range.End.Value - range.Start.Value) : [];

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
        return new(table, cells);
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
    private static (int[] Places, Dictionary<(int, int), Range> Cells) Places(int[] order, int[] parties, int[] issues)
    {
        var sizes = new Dictionary<(int Party, int Issue), int>();
        foreach (var i in order) CollectionsMarshal.GetValueRefOrAddDefault(sizes, (parties[i], issues[i]), out _)++;
        var cells = new Dictionary<(int, int), Range>(sizes.Count);
        var next = new Dictionary<(int, int), int>(sizes.Count);
        var start = 0;
        foreach (var cell in sizes.Keys.Order())
        {
            next[cell] = start;
            cells[cell] = start..(start += sizes[cell]);
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
                table[places[at]] = p with
                {
                    Party = parties[at],
                    Speaker = resolver.Actor(p.Speaker),
                    Target = resolver.Actor(p.Target),
                    Issue = resolver.Issue(p.Issue),
                    Stance = resolver.Stance(p.Issue, p.Stance),
                };
            }
        }
    }
}
