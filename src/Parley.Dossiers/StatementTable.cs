using System.Runtime.CompilerServices;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>Statements in one array by day, report and place; rejected ones are left out.</summary>
internal static class StatementTable
{
    /// <summary>Reads all twice, to put each at once where it belongs: cheaper than to hold and to move them.</summary>
    public static StatementEntry[] Of(EntryShelf shelf, Resolver resolver)
    {
        var before = shelf.Before(p => p.Statements);
        var days = new int[before[^1]];
        shelf.InSlices((from, to) => Days(shelf, before, from, to, days));
        var order = DayOrder.Of(days);
        var places = days; // no longer needed as days
        for (var i = 0; i < order.Length; i++) places[order[i]] = i;
        var table = new StatementEntry[order.Length];
        shelf.InSlices((from, to) => Fill(shelf, before, from, to, resolver, places, table));
        return table;
    }

    /// <summary>The table after other statements took the place of those of a report.</summary>
    public static StatementEntry[] With(StatementEntry[] table, EntryShelf before, EntryShelf after, int report, Resolver resolver)
    {
        if (before.PackedStatements(report).SequenceEqual(after.PackedStatements(report))) return table;
        var bytes = after.StatementBytes(report);
        var now = new List<StatementEntry>();
        for (var left = after.PlacesOf(report).Statements; left > 0; left--)
            if (EntriesCodec.Statement(ref bytes, report) is var s && s.Mark != EntryMark.Rejected) now.Add(Resolved(s, resolver));
        StatementEntry[] own = [.. now.OrderBy(s => s.Day)];
        var changed = new StatementEntry[table.Count(s => s.Report != report) + own.Length];
        var (at, next) = (0, 0);
        foreach (ref readonly var held in table.AsSpan())
        {
            if (held.Report == report) continue;
            while (next < own.Length && (own[next].Day < held.Day || (own[next].Day == held.Day && report < held.Report))) changed[at++] = own[next++];
            changed[at++] = held;
        }

        own.AsSpan(next).CopyTo(changed.AsSpan(at));
        return changed;
    }

    private static StatementEntry Resolved(in StatementEntry s, Resolver resolver) =>
        s with { Party = resolver.Party(s.Party, s.Speaker, s.Day), Speaker = resolver.Actor(s.Speaker), Addressee = resolver.Actor(s.Addressee) };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Days(EntryShelf shelf, int[] before, int from, int to, int[] days)
    {
        for (var report = from; report < to; report++)
        {
            var bytes = shelf.StatementBytes(report);
            for (var at = before[report]; at < before[report + 1]; at++)
                days[at] = EntriesCodec.Statement(ref bytes, report) is var s && s.Mark == EntryMark.Rejected ? DayOrder.None : s.Day;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(EntryShelf shelf, int[] before, int from, int to, Resolver resolver, int[] places, StatementEntry[] table)
    {
        for (var report = from; report < to; report++)
        {
            var bytes = shelf.StatementBytes(report);
            for (var at = before[report]; at < before[report + 1]; at++)
            {
                var s = EntriesCodec.Statement(ref bytes, report);
                if (s.Mark == EntryMark.Rejected) continue;
                table[places[at]] = Resolved(s, resolver);
            }
        }
    }
}
