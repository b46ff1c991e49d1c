using System.Collections.Immutable;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Judgements;

namespace Parley.Workbench.Asking;

/// <summary>A series of meetings of the same parties.</summary>
/// <param name="Next">The first that is to come.</param>
/// <param name="Last">The last that is past.</param>
/// <param name="Arrow">Where an analyst thinks that it is going.</param>
internal sealed record Track(string Name, CalendarMeeting? Next, CalendarMeeting? Last, Judgement? Arrow)
{
    /// <param name="today">ISO day from which a meeting counts as to come.</param>
    public static ImmutableArray<Track> Of(Dossiers.Answers.Calendar calendar, ImmutableArray<Judgement> judgements, string today) =>
    [
        .. calendar.Meetings.Where(m => m.Track.Length > 0).GroupBy(m => m.Track).Select(g => new Track(
            g.Key,
            g.FirstOrDefault(m => m.Outcome is MeetingOutcome.Scheduled or MeetingOutcome.Proposed or MeetingOutcome.Ongoing && (m.Date is null || string.CompareOrdinal(m.Date, today) >= 0)),
            g.LastOrDefault(m => m.Outcome is MeetingOutcome.Held or MeetingOutcome.Unconfirmed or MeetingOutcome.Cancelled or MeetingOutcome.Postponed),
            judgements.LastOrDefault(j => j.Kind == JudgementKind.Track && j.WithdrawnAt is null && string.Equals(j.Subject, g.Key, StringComparison.OrdinalIgnoreCase))))
            .OrderByDescending(t => t.Next is not null).ThenByDescending(t => t.Last?.Date, StringComparer.Ordinal).Take(6),
    ];
}
