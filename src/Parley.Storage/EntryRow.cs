using Parley.Dossiers.Entries;

namespace Parley.Storage;

/// <summary>An entry's name as the key of a row: report above, then kind, then ordinal (shifted, for added entries count downwards).</summary>
public static class EntryRow
{
    private const int OrdinalBits = 20;
    private const int Shift = 1 << (OrdinalBits - 1);

    public static long Key(EntryId id) => ((((long)id.Report << 2) | (long)id.Kind) << OrdinalBits) | (long)(id.Ordinal + Shift);

    public static EntryId Id(long key) =>
        new((int)(key >> (OrdinalBits + 2)), (EntryKind)((key >> OrdinalBits) & 3), (int)(key & ((1 << OrdinalBits) - 1)) - Shift);

    /// <summary>The keys <c>[First, End)</c> of all entries of a report.</summary>
    public static (long First, long End) Of(int report) => ((long)report << (OrdinalBits + 2), ((long)report + 1) << (OrdinalBits + 2));
}
