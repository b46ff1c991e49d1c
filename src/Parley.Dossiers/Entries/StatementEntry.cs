using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Entries;

/// <summary>A statement as the dossier holds it: who said it, for whom, when, and where its words stand.</summary>
/// <param name="Report">Number of the report.</param>
/// <param name="Speaker">Number of the actor; 0 where unknown. So are <paramref name="Party"/> and <paramref name="Addressee"/>.</param>
/// <param name="Party">The party on whose behalf the speaker speaks, or the speaker itself where it is no person.</param>
/// <param name="Day">Day it was said (<see cref="DateOnly.DayNumber"/>), else the day of the report; 0 where neither is known.</param>
/// <param name="Extent">Source, cue and content together.</param>
/// <param name="Content">From the first to the last code point of the content.</param>
public readonly record struct StatementEntry(
    int Report,
    int Ordinal,
    int Speaker,
    int Party,
    int Addressee,
    int Day,
    StatementMode Mode,
    StatementKind Kind,
    Span Extent,
    Span Content,
    EntryMark Mark)
{
    public EntryId Id => new(Report, EntryKind.Statement, Ordinal);
}
