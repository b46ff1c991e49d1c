using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>A clause that tells of a meeting, before what is told twice is merged.</summary>
/// <param name="Parties">Actor ids of those the clause names; empty where it names none.</param>
internal sealed record MeetingMention(
    int Sentence,
    Span Evidence,
    string? Date,
    string? Place,
    ImmutableArray<string> Parties,
    string? Convenor,
    int? Round,
    MeetingStatus Status)
{
    /// <summary>Whether it speaks of "the meeting" as one told of before.</summary>
    public bool IsKnown { get; init; }
}
