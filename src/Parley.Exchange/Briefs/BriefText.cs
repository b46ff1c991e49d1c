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
    private const int Words = 400;

    public static string Period(Brief brief) => string.Create(CultureInfo.InvariantCulture, $"{brief.Since:d MMM yyyy} to {brief.AsOf:d MMM yyyy}");

    public static IEnumerable<(string Heading, ImmutableArray<BriefLine> Lines)> Before(Brief brief) => [("State of play", brief.State), ("What moved", brief.Moved)];

    public static IEnumerable<(string Heading, ImmutableArray<BriefLine> Lines)> After(Brief brief) => [("Calendar", brief.Calendar), ("What to watch", brief.Watch)];

    /// <summary>What the dossier holds of the period and the brief does not; null where it tells all.</summary>
    public static string? Rest(Brief brief)
    {
        if (!brief.Rest.Any) return null;
        var (moves, issues, parties, dates, judgements) = brief.Rest;
        var counts = new[] { (moves, "move"), (issues, "issue"), (parties, "part"), (dates, "date"), (judgements, "judgement") }
            .Where(c => c.Item1 > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Item1:N0} more {c.Item2}{(c.Item2, c.Item1) switch { ("part", 1) => "y", ("part", _) => "ies", (_, 1) => "", _ => "s" }}"));
        return $"Not told here: {string.Join(", ", counts)}. They stand in the full brief, the matrix and the calendar.";
    }

    /// <summary>"Judgement (Anna, 1 Mar 2026): Norland, interest: …".</summary>
    public static IEnumerable<string> Judgements(Brief brief) => brief.Judgements.Select(j => string.Create(
        CultureInfo.InvariantCulture, $"Judgement ({j.By}, {j.At:d MMM yyyy}): {j.Subject}, {FieldText.Of(j.Kind)}: {j.Value}{(j.Reason is { } why ? $" ({why})" : "")}"));

    public static string Cell(MatrixCell? cell) => cell is null ? AnswerSheets.NothingFound
        : string.Create(CultureInfo.InvariantCulture, $"{AnswerSheets.Stand(cell.Now)} ({cell.Now.Date:d MMM yyyy}, {cell.Now.Sources} {(cell.Now.Sources == 1 ? "source" : "sources")})");

    /// <summary>Words, outlet, report and date; the entry opens them in their report, for long ones are cut.</summary>
    public static string Note(Evidence e) =>
        $"“{Short(e.Words)}” {string.Join(", ", new[] { e.Report.Outlet, e.Report.Title ?? $"report {e.Report.Id}", e.Report.Day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? e.Report.Published, $"entry {e.Id}" }.OfType<string>())}.";

    private static string Short(string words)
    {
        words = words.ReplaceLineEndings(" ").Trim('"', '“', '”', ' ');
        if (words.Length <= Words) return words;
        var end = words.LastIndexOf(' ', Words, Words / 2);
        return words[..(end > 0 ? end : Words)].TrimEnd() + " …";
    }
}
