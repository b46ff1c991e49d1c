using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Parley.Dossiers;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Storage;

/// <summary>Rows → records of the domain, column by column: a dossier is read when it is opened, and opening must not wait for an object mapper.</summary>
internal static class RowReader
{
    public const string ReportColumns = """ "Number", "Id", "Title", "Outlet", "Url", "Published", "Length", "Added", "Reader", "CopyOf", "Entries" """;

    public const string ActorColumns = """ "Number", "Name", "Kind", "Country", "Aliases", "Part", "MergedInto" """;

    public const string MandateColumns = """ "Number", "Person", "Party", "Role", "From", "To", "Withdrawn" """;

    public const string IssueColumns = """ "Number", "Label", "Definition", "Terms", "Parent", "MergedInto", "Opposed", "Accepted" """;

    public const string CorrectionColumns = """ "Number", "Kind", "SubjectKind", "Subject", "Start", "End", "Words", "Detail", "Ordinal", "Before", "After", "Note", "By", "At", "UndoneBy", "UndoneAt" """;

    public const string JudgementColumns = """ "Number", "Kind", "Subject", "Value", "Reason", "By", "At", "WithdrawnBy", "WithdrawnAt" """;

    public static ReportUpdate Report(DbDataReader row) => new(
        new(
            row.GetInt32(0), row.GetString(1), Text(row, 2), Text(row, 3), Text(row, 4), Text(row, 5), row.GetInt32(6), Instant(row.GetString(7)),
            row.GetString(8), row.GetInt32(9)),
        row.GetFieldValue<byte[]>(10));

    public static DossierActor Actor(DbDataReader row) => new(row.GetInt32(0), row.GetString(1), Enum.Parse<ActorKind>(row.GetString(2)), Text(row, 3))
    {
        Aliases = Texts(row.GetString(4)),
        Part = Enum.Parse<ActorPart>(row.GetString(5)),
        MergedInto = row.GetInt32(6),
    };

    public static Mandate Mandate(DbDataReader row) =>
        new(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), Text(row, 3), Day(Text(row, 4)), Day(Text(row, 5))) { Withdrawn = row.GetBoolean(6) };

    public static DossierIssue Issue(DbDataReader row) => new(row.GetInt32(0), row.GetString(1))
    {
        Definition = Text(row, 2),
        Terms = Texts(row.GetString(3)),
        Parent = row.GetInt32(4),
        MergedInto = row.GetInt32(5),
        Opposed = row.GetBoolean(6),
        Accepted = row.GetBoolean(7),
    };

    public static Correction Correction(DbDataReader row) => new(
        row.GetInt32(0), Enum.Parse<CorrectionKind>(row.GetString(1)),
        new(Enum.Parse<SubjectKind>(row.GetString(2)), row.GetInt32(3), new(row.GetInt32(4), row.GetInt32(5)), Text(row, 6), Text(row, 7), row.GetInt32(8)),
        Fields.FromJson(row.GetString(9)), Fields.FromJson(row.GetString(10)), Text(row, 11), row.GetString(12), Instant(row.GetString(13)))
    {
        UndoneBy = Text(row, 14),
        UndoneAt = Text(row, 15) is { } at ? Instant(at) : null,
    };

    public static Judgement Judgement(DbDataReader row) => new(
        row.GetInt32(0), Enum.Parse<JudgementKind>(row.GetString(1)), row.GetString(2), row.GetString(3), Text(row, 4), row.GetString(5), Instant(row.GetString(6)))
    {
        WithdrawnBy = Text(row, 7),
        WithdrawnAt = Text(row, 8) is { } at ? Instant(at) : null,
    };

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<string> Texts(string json) => json == "[]" ? [] : [.. JsonSerializer.Deserialize<string[]>(json) ?? []];
}
