using System.Collections.Immutable;

namespace Parley.Dossiers.Entries;

/// <summary>
/// What a report brings into the dossier once its reading is linked to the dossier's actors and issues and the corrections are laid
/// over it. Derived, but for the numbers of the entries: it can be made again at any time from text, reading and corrections.
/// </summary>
public sealed record ReportEntries
{
    public static ReportEntries Empty { get; } = new();

    public ImmutableArray<StatementEntry> Statements { get; init; } = [];

    public ImmutableArray<PositionEntry> Positions { get; init; } = [];

    public ImmutableArray<MeetingEntry> Meetings { get; init; } = [];

    public ImmutableArray<DeadlineEntry> Deadlines { get; init; } = [];

    /// <summary>On whose behalf each person speaks, by this report.</summary>
    public ImmutableArray<MandateEntry> Mandates { get; init; } = [];

    /// <summary>Numbers that are spent: a later reading gives them to no other entry.</summary>
    public NumbersGiven Given { get; init; }
}

/// <summary>A report says that a person speaks for a party, in a role.</summary>
/// <param name="Party">Number of an actor; 0 where only the role is known.</param>
public sealed record MandateEntry(int Person, int Party, string? Role);
