using Parley.Storage.Rows;

namespace Parley.Storage;

/// <summary>
/// The tables as they are written. A report is kept in a millisecond or two, in which an object mapper could not even look around; a test
/// holds the columns to the model.
/// </summary>
internal static class RowTables
{
    public static RowTable<ReportRow> Reports { get; } = new(
        "Reports",
        ("Number", r => r.Number), ("Revision", r => r.Revision), ("Id", r => r.Id), ("Key", r => r.Key), ("Title", r => r.Title), ("Outlet", r => r.Outlet),
        ("Url", r => r.Url), ("Published", r => r.Published), ("Length", r => r.Length), ("Added", r => r.Added), ("Reader", r => r.Reader),
        ("CopyOf", r => r.CopyOf), ("Entries", r => r.Entries)) { Kept = ["Key"] };

    public static RowTable<ContentRow> Contents { get; } = new(
        "Contents", ("Number", r => r.Number), ("Text", r => r.Text), ("Reading", r => r.Reading), ("Sketch", r => r.Sketch));

    public static RowTable<ActorRow> Actors { get; } = new(
        "Actors",
        ("Number", r => r.Number), ("Revision", r => r.Revision), ("Name", r => r.Name), ("Kind", r => r.Kind), ("Country", r => r.Country),
        ("Aliases", r => r.Aliases), ("Part", r => r.Part), ("MergedInto", r => r.MergedInto));

    public static RowTable<MandateRow> Mandates { get; } = new(
        "Mandates",
        ("Number", r => r.Number), ("Revision", r => r.Revision), ("Person", r => r.Person), ("Party", r => r.Party), ("Role", r => r.Role),
        ("From", r => r.From), ("To", r => r.To), ("Withdrawn", r => r.Withdrawn));

    public static RowTable<IssueRow> Issues { get; } = new(
        "Issues",
        ("Number", r => r.Number), ("Revision", r => r.Revision), ("Label", r => r.Label), ("Definition", r => r.Definition), ("Terms", r => r.Terms),
        ("Parent", r => r.Parent), ("MergedInto", r => r.MergedInto), ("Opposed", r => r.Opposed), ("Accepted", r => r.Accepted));

    public static RowTable<CorrectionRow> Corrections { get; } = new(
        "Corrections",
        ("Number", r => r.Number), ("Revision", r => r.Revision), ("Kind", r => r.Kind), ("SubjectKind", r => r.SubjectKind), ("Subject", r => r.Subject),
        ("Start", r => r.Start), ("End", r => r.End), ("Words", r => r.Words), ("Detail", r => r.Detail), ("Ordinal", r => r.Ordinal),
        ("Before", r => r.Before), ("After", r => r.After), ("Note", r => r.Note), ("By", r => r.By), ("At", r => r.At), ("UndoneBy", r => r.UndoneBy),
        ("UndoneAt", r => r.UndoneAt));

    public static RowTable<JudgementRow> Judgements { get; } = new(
        "Judgements",
        ("Number", r => r.Number), ("Revision", r => r.Revision), ("Kind", r => r.Kind), ("Subject", r => r.Subject), ("Value", r => r.Value),
        ("Reason", r => r.Reason), ("By", r => r.By), ("At", r => r.At), ("WithdrawnBy", r => r.WithdrawnBy), ("WithdrawnAt", r => r.WithdrawnAt));
}
