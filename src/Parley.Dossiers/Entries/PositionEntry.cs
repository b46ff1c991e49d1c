using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Entries;

/// <summary>A party's stance and firmness on an issue, as one report gives it.</summary>
/// <param name="Party">Number of the actor; 0 where unknown. So are <paramref name="Speaker"/> and <paramref name="Target"/>.</param>
/// <param name="Issue">Number of the issue in the codebook; 0 where none.</param>
/// <param name="Statement">Ordinal of the statement that carries it; 0 where the report speaks in its own voice.</param>
/// <param name="Day">Day of the position (<see cref="DateOnly.DayNumber"/>), else of its statement or report; 0 where unknown.</param>
/// <param name="Evidence">From the first to the last code point of the evidence.</param>
/// <param name="Confidence">Percent.</param>
public readonly record struct PositionEntry(
    int Report,
    int Ordinal,
    int Party,
    int Speaker,
    int Issue,
    int Target,
    int Statement,
    int Day,
    Act Act,
    Stance? Stance,
    Firmness? Firmness,
    Polarity? Polarity,
    bool Conditional,
    bool Negated,
    Span Evidence,
    byte Confidence,
    EntryMark Mark)
{
    public EntryId Id => new(Report, EntryKind.Position, Ordinal);
}
