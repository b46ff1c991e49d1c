using Parley.Language;

namespace Parley.Dossiers.Entries;

/// <summary>A deadline as one report tells it.</summary>
/// <param name="SetBy">Number of an actor; 0 where unknown.</param>
public sealed record DeadlineEntry(int Report, int Ordinal, string? Date, string? What, int SetBy, Span Evidence, EntryMark Mark)
{
    public EntryId Id => new(Report, EntryKind.Deadline, Ordinal);
}
