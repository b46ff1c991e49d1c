using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Entries;

/// <summary>A meeting as one report tells it.</summary>
/// <param name="Date">ISO date or a coarser one ("2024-03"); null where unknown.</param>
/// <param name="Participants">Numbers of actors, ascending.</param>
/// <param name="Convenor">Number of an actor; 0 where unknown.</param>
public sealed record MeetingEntry(
    int Report,
    int Ordinal,
    string? Date,
    string? Place,
    ImmutableArray<int> Participants,
    int Convenor,
    int? Round,
    MeetingStatus Status,
    Span Evidence,
    EntryMark Mark)
{
    public EntryId Id => new(Report, EntryKind.Meeting, Ordinal);
}
