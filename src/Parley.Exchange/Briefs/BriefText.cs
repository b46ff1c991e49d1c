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
    public static string Period(Brief brief) => string.Create(CultureInfo.InvariantCulture, $"{brief.Since:yyyy-MM-dd} to {brief.AsOf:yyyy-MM-dd}");

    public static IEnumerable<(string Heading, ImmutableArray<BriefLine> Lines)> Before(Brief brief) => [("State of play", brief.State), ("What moved", brief.Moved)];

    public static IEnumerable<(string Heading, ImmutableArray<BriefLine> Lines)> After(Brief brief) => [("Calendar", brief.Calendar), ("What to watch", brief.Watch)];

    /// <summary>"Judgement (Anna, 2026-03-01): Norland, interest: …".</summary>
    public static IEnumerable<string> Judgements(Brief brief) => brief.Judgements.Select(j => string.Create(
        CultureInfo.InvariantCulture, $"Judgement ({j.By}, {j.At:yyyy-MM-dd}): {j.Subject}, {FieldText.Of(j.Kind)}: {j.Value}{(j.Reason is { } why ? $" ({why})" : "")}"));

    public static string Cell(MatrixCell? cell) => cell is null ? AnswerSheets.NothingFound
        : string.Create(CultureInfo.InvariantCulture, $"{AnswerSheets.Stand(cell.Now)} ({cell.Now.Date:yyyy-MM-dd}, {cell.Now.Sources} {(cell.Now.Sources == 1 ? "source" : "sources")})");

    /// <summary>Report, outlet, date and words.</summary>
    public static string Note(Evidence e) =>
        $"“{e.Words.ReplaceLineEndings(" ").Trim()}” {string.Join(", ", new[] { e.Report.Outlet, e.Report.Title, e.Report.Published, $"report {e.Report.Id}", $"entry {e.Id}" }.OfType<string>())}.";
}
