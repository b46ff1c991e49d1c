using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Briefs;
using Parley.Dossiers.Corrections;
using Parley.Exchange.Answers;

namespace Parley.Exchange.Briefs;

/// <summary>The sections of a brief as all formats write them.</summary>
internal static class BriefText
{
    public static string Period(Brief brief) => string.Create(CultureInfo.InvariantCulture, $"{brief.Since:d MMM yyyy} to {brief.AsOf:d MMM yyyy}");

    public static IEnumerable<(string Heading, ImmutableArray<BriefLine> Lines)> Before(Brief brief) => [("State of play", brief.State), ("What moved", brief.Moved)];

    public static IEnumerable<(string Heading, ImmutableArray<BriefLine> Lines)> After(Brief brief) => [("Calendar", brief.Calendar), ("What to watch", brief.Watch)];

    /// <summary>"Judgement (Anna, 1 Mar 2026): Norland, interest: …".</summary>
    public static IEnumerable<string> Judgements(Brief brief) => brief.Judgements.Select(j => string.Create(
        CultureInfo.InvariantCulture, $"Judgement ({j.By}, {j.At:d MMM yyyy}): {j.Subject}, {FieldText.Of(j.Kind)}: {j.Value}{(j.Reason is { } why ? $" ({why})" : "")}"));

    public static string Cell(MatrixCell? cell) => cell is null ? AnswerSheets.NothingFound
        : string.Create(CultureInfo.InvariantCulture, $"{AnswerSheets.Stand(cell.Now)} ({cell.Now.Date:d MMM yyyy}, {cell.Now.Sources} {(cell.Now.Sources == 1 ? "source" : "sources")})");

    /// <summary>Report, outlet, date and words.</summary>
    public static string Note(Evidence e) =>
        $"“{e.Words.ReplaceLineEndings(" ").Trim('"', '“', '”', ' ')}” {string.Join(", ", new[] { e.Report.Outlet, e.Report.Title, e.Report.Day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? e.Report.Published, $"report {e.Report.Id}", $"entry {e.Id}" }.OfType<string>())}.";
}
