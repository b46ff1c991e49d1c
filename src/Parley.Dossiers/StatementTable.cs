using System.Runtime.CompilerServices;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers;

/// <summary>Statements in one array by day, report and place.</summary>
internal static class StatementTable
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static StatementEntry[] Of(ReportEntries?[] reports, Resolver resolver)
    {
        var count = 0;
        foreach (var report in reports) count += report?.Statements.Length ?? 0;
        var (found, keys, order) = (new StatementEntry[count], new ulong[count], new int[count]);
        count = 0;
        foreach (var report in reports)
        {
            if (report is null) continue;
            foreach (ref readonly var s in report.Statements.AsSpan())
            {
                if (s.Mark == EntryMark.Rejected) continue;
                found[count] = s with
                {
                    Party = resolver.Party(s.Party, s.Speaker, s.Day),
                    Speaker = resolver.Actor(s.Speaker),
                    Addressee = resolver.Actor(s.Addressee),
                };
                keys[count] = ((ulong)(uint)s.Day << 32) | (uint)count;
                order[count] = count;
                count++;
            }
        }

        Array.Sort(keys, order, 0, count);
        var sorted = new StatementEntry[count];
        for (var i = 0; i < count; i++) sorted[i] = found[order[i]];
        return sorted;
    }
}
