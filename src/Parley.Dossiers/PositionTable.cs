using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>Positions in one array by party, issue, day and report: a party's history on an issue is a slice.</summary>
public sealed class PositionTable
{
    private readonly PositionEntry[] _entries;
    private readonly Dictionary<(int Party, int Issue), Range> _cells;

    private PositionTable(PositionEntry[] entries, Dictionary<(int, int), Range> cells) => (_entries, _cells) = (entries, cells);

    public ReadOnlySpan<PositionEntry> All => _entries;

    /// <summary>Pairs of party and issue that have a position; either may be 0.</summary>
    public IReadOnlyCollection<(int Party, int Issue)> Cells => _cells.Keys;

    /// <summary>The positions of a party on an issue, in order of time.</summary>
    public ReadOnlySpan<PositionEntry> Of(int party, int issue) => _cells.TryGetValue((party, issue), out var range) ? _entries.AsSpan(range) : [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static PositionTable Of(ReportEntries?[] reports, Resolver resolver)
    {
        var found = Resolved(reports, resolver);
        var sizes = new Dictionary<(int Party, int Issue), int>();
        foreach (ref readonly var p in CollectionsMarshal.AsSpan(found))
            CollectionsMarshal.GetValueRefOrAddDefault(sizes, (p.Party, p.Issue), out _)++;
        var cells = new Dictionary<(int, int), Range>(sizes.Count);
        var next = new Dictionary<(int, int), int>(sizes.Count);
        var start = 0;
        foreach (var cell in sizes.Keys.Order())
        {
            next[cell] = start;
            cells[cell] = start..(start += sizes[cell]);
        }

        // Day above arrival in one key: reports stand in the order of import within a day, entries in the order of the reading.
        var keys = new ulong[found.Count];
        for (var i = 0; i < found.Count; i++)
            keys[CollectionsMarshal.GetValueRefOrNullRef(next, (found[i].Party, found[i].Issue))++] = ((ulong)(uint)found[i].Day << 32) | (uint)i;
        foreach (var range in cells.Values) keys.AsSpan(range).Sort();
        var entries = new PositionEntry[found.Count];
        for (var i = 0; i < entries.Length; i++) entries[i] = found[(int)(uint)keys[i]];
        return new(entries, cells);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static List<PositionEntry> Resolved(ReportEntries?[] reports, Resolver resolver)
    {
        var found = new List<PositionEntry>(reports.Sum(r => r?.Positions.Length ?? 0));
        foreach (var report in reports)
        {
            if (report is null) continue;
            foreach (ref readonly var p in report.Positions.AsSpan())
            {
                if (p.Mark == EntryMark.Rejected) continue;
                found.Add(p with
                {
                    Party = resolver.Party(p.Party, p.Speaker, p.Day),
                    Speaker = resolver.Actor(p.Speaker),
                    Target = resolver.Actor(p.Target),
                    Issue = resolver.Issue(p.Issue),
                    Stance = resolver.Stance(p.Issue, p.Stance),
                });
            }
        }

        return found;
    }
}
