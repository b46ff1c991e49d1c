using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>What was said about meetings and deadlines, and what happened.</summary>
/// <param name="Today">The day by which a date counts as past.</param>
public sealed record Calendar(DateOnly? Today, ImmutableArray<CalendarMeeting> Meetings, ImmutableArray<CalendarDeadline> Deadlines);

/// <summary>A meeting, put together from all that reports said of it.</summary>
/// <param name="Key">Stable while its evidence stands: for calendar files and links.</param>
/// <param name="Date">ISO date or a coarser one: the last that was said of it; null where none was.</param>
/// <param name="Track">The parties that meet, by name.</param>
/// <param name="Postponed">Dates that were announced and did not hold, in the order in which they were given up.</param>
/// <param name="Conflicting">Other dates that sources give for it without saying that it was moved.</param>
/// <param name="Told">Everything said of it, in order of time.</param>
public sealed record CalendarMeeting(
    string Key,
    string? Date,
    string? Place,
    ImmutableArray<Named> Participants,
    Named? Convenor,
    int? Round,
    MeetingOutcome Outcome,
    string Track,
    ImmutableArray<string> Postponed,
    ImmutableArray<string> Conflicting,
    int Sources,
    ImmutableArray<MeetingTold> Told);

/// <summary>What one report says of a meeting.</summary>
/// <param name="Reported">Day of the report.</param>
public sealed record MeetingTold(EntryId Id, DateOnly? Reported, string? Date, MeetingStatus Status, Evidence Evidence);

/// <summary>Whether a meeting came about.</summary>
public enum MeetingOutcome
{
    Proposed,

    /// <summary>Announced, and its date is still to come.</summary>
    Scheduled,

    /// <summary>Announced, its date is past, and no report says that it took place.</summary>
    Unconfirmed,

    Postponed,
    Cancelled,
    Ongoing,
    Held,
}

public sealed record CalendarDeadline(string? Date, string? What, Named? SetBy, bool Past, Evidence Evidence);
