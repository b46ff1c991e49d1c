using System.Collections.Immutable;
using Parley.Dossiers;
using Parley.Dossiers.Entries;

namespace Parley.Workbench.Asking;

/// <summary>Positions that nobody has vouched for and of which the reader is not sure.</summary>
internal static class Doubt
{
    /// <summary>Below this confidence, in percent, a position is worth an analyst's look.</summary>
    private const int Sure = 50;

    /// <summary>The latest first, and of a day the least sure.</summary>
    public static ImmutableArray<EntryId> Of(DossierView view, DateOnly asOf)
    {
        var found = new List<PositionEntry>();
        foreach (ref readonly var p in view.Positions.All)
            if (p.Mark == EntryMark.Read && p.Confidence < Sure && p.Day <= asOf.DayNumber && !view.IsCopy(p.Report)) found.Add(p);
        return [.. found.OrderByDescending(p => p.Day).ThenBy(p => p.Confidence).ThenBy(p => p.Id).Select(p => p.Id)];
    }
}
