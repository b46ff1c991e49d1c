using System.Globalization;
using System.Text.Json;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Storage.Rows;

namespace Parley.Storage;

/// <summary>Records of the domain → rows.</summary>
internal static class RowMapper
{
    public static ReportRow Of(ReportHead head, string key, byte[] entries, long revision) => new()
    {
        Number = head.Number,
        Revision = revision,
        Id = head.Id,
        Key = key,
        Title = head.Title,
        Outlet = head.Outlet,
        Url = head.Url,
        Published = head.Published,
        Length = head.Length,
        Added = Instant(head.Added),
        Reader = head.Reader,
        CopyOf = head.CopyOf,
        Entries = entries,
    };

    public static ActorRow Of(DossierActor actor, long revision) => new()
    {
        Number = actor.Number,
        Revision = revision,
        Name = actor.Name,
        Kind = actor.Kind.ToString(),
        Country = actor.Country,
        Aliases = JsonSerializer.Serialize(actor.Aliases),
        Part = actor.Part.ToString(),
        MergedInto = actor.MergedInto,
    };

    public static MandateRow Of(Mandate mandate, long revision) => new()
    {
        Number = mandate.Number,
        Revision = revision,
        Person = mandate.Person,
        Party = mandate.Party,
        Role = mandate.Role,
        From = Day(mandate.From),
        To = Day(mandate.To),
        Withdrawn = mandate.Withdrawn,
    };

    public static IssueRow Of(DossierIssue issue, long revision) => new()
    {
        Number = issue.Number,
        Revision = revision,
        Label = issue.Label,
        Definition = issue.Definition,
        Terms = JsonSerializer.Serialize(issue.Terms),
        Parent = issue.Parent,
        MergedInto = issue.MergedInto,
        Opposed = issue.Opposed,
        Accepted = issue.Accepted,
    };

    public static CorrectionRow Of(Correction correction, long revision) => new()
    {
        Number = correction.Number,
        Revision = revision,
        Kind = correction.Kind.ToString(),
        SubjectKind = correction.Subject.Kind.ToString(),
        Subject = correction.Subject.Number,
        Start = correction.Subject.Span.Start,
        End = correction.Subject.Span.End,
        Words = correction.Subject.Words,
        Detail = correction.Subject.Detail,
        Ordinal = correction.Subject.Ordinal,
        Before = correction.Before.ToJson(),
        After = correction.After.ToJson(),
        Note = correction.Note,
        By = correction.By,
        At = Instant(correction.At),
        UndoneBy = correction.UndoneBy,
        UndoneAt = Instant(correction.UndoneAt),
    };

    public static JudgementRow Of(Judgement judgement, long revision) => new()
    {
        Number = judgement.Number,
        Revision = revision,
        Kind = judgement.Kind.ToString(),
        Subject = judgement.Subject,
        Value = judgement.Value,
        Reason = judgement.Reason,
        By = judgement.By,
        At = Instant(judgement.At),
        WithdrawnBy = judgement.WithdrawnBy,
        WithdrawnAt = Instant(judgement.WithdrawnAt),
    };

    /// <summary>ISO 8601 in UTC, so that texts sort as the moments do.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string? Instant(DateTimeOffset? at) => at is { } moment ? Instant(moment) : null;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
