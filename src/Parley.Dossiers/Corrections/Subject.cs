using Parley.Language;

namespace Parley.Dossiers.Corrections;

public enum SubjectKind { Statement, Position, Meeting, Deadline, Actor, Issue, Mandate, Report }

/// <summary>What a correction is about. An entry is named by its words, so that the correction finds it again in any later reading.</summary>
/// <param name="Number">Of the report for an entry, else of the actor, issue, mandate or report itself.</param>
/// <param name="Span">Where the words of the entry stand; the text of a report never changes.</param>
/// <param name="Words">These words, for the eye and as a check.</param>
/// <param name="Detail">Of the entry as read: the act of a position, the date of a meeting or deadline; tells entries with the same words apart.</param>
/// <param name="Ordinal">Of the entry when it was corrected; minus the number of the correction for an entry that it added.</param>
public sealed record Subject(SubjectKind Kind, int Number, Span Span, string? Words, string? Detail, int Ordinal)
{
    public bool IsEntry => Kind <= SubjectKind.Deadline;

    public static Subject Of(SubjectKind kind, int number) => new(kind, number, default, null, null, 0);
}
