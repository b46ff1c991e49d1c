using System.Collections.Immutable;

namespace Parley.Reading.Meetings;

/// <summary>Makes one meeting of what a report tells of it in several places.</summary>
internal static class MeetingMerger
{
    public static ImmutableArray<Meeting> Merge(IEnumerable<MeetingMention> mentions)
    {
        var merged = new List<List<MeetingMention>>();
        foreach (var mention in mentions)
        {
            var same = merged.FindIndex(group => group.Any(m => IsSame(m, mention)));
            if (same < 0 && mention is { IsKnown: true, Date: null, Round: null }) same = merged.FindLastIndex(group => group.Any(m => m.Status == mention.Status));
            if (same < 0) merged.Add([mention]);
            else merged[same].Add(mention);
        }

        return [.. merged.Select((group, i) => new Meeting(
            $"m{i + 1}",
            group.Where(m => m.Date is not null).OrderByDescending(m => m.Status == MeetingStatus.Postponed).ThenByDescending(m => m.Date!.Length).FirstOrDefault()?.Date,
            group.Select(m => m.Place).FirstOrDefault(p => p is not null),
            group.Select(m => m.Parties).OrderByDescending(p => p.Length).First(),
            group.Select(m => m.Convenor).FirstOrDefault(c => c is not null),
            group.Select(m => m.Round).FirstOrDefault(r => r is not null),
            group.Select(m => m.Status).OrderByDescending(Weight).First(),
            [.. group.Select(m => m.Evidence).Distinct()]))];
    }

    private static bool IsSame(MeetingMention a, MeetingMention b)
    {
        if (a.Sentence == b.Sentence && IsAhead(a.Status) == true && IsAhead(b.Status) is null && b.Place is null && !Unlike(a.Round, b.Round)) return true; // "was to meet on Friday but the session was moved"
        if (a.Sentence == b.Sentence && a.Date is null && b.Place is null && a.Status == b.Status && (a.Round is null || b.Round is null)) return true; // "three rounds in Oslo, the latest on Friday"
        if (IsAhead(a.Status) is { } ahead && IsAhead(b.Status) is { } other && ahead != other && a.Round is null) return false;
        if (Unlike(a.Round, b.Round) || Unlike(a.Place, b.Place)) return false;
        if (a.Date is not null && b.Date is not null) return a.Date == b.Date || ((a.Place == b.Place || a.Place is null || b.Place is null) && a.Status == b.Status && (a.Date.StartsWith(b.Date, StringComparison.Ordinal) || b.Date.StartsWith(a.Date, StringComparison.Ordinal)));
        if (a.Round is not null && a.Round == b.Round) return true;
        if (a.Date is null && b.Date is null) return a.Place == b.Place && (a.Place is not null || a.Status == b.Status);
        return a.Place is not null && a.Place == b.Place && a.Status == b.Status;
    }

    /// <summary>Whether still to come; null for what was called off or put off.</summary>
    private static bool? IsAhead(MeetingStatus status) => status switch
    {
        MeetingStatus.Held or MeetingStatus.Ongoing => false,
        MeetingStatus.Scheduled or MeetingStatus.Proposed => true,
        _ => null,
    };

    private static bool Unlike<T>(T a, T b) => a is not null && b is not null && !a.Equals(b);

    /// <summary>What was called off is not scheduled any more.</summary>
    private static int Weight(MeetingStatus status) => status switch
    {
        MeetingStatus.Cancelled => 6,
        MeetingStatus.Postponed => 5,
        MeetingStatus.Ongoing => 4,
        MeetingStatus.Held => 3,
        MeetingStatus.Scheduled => 2,
        _ => 1,
    };
}
