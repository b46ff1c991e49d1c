using System.Text;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Briefs;

namespace Parley.Exchange.Briefs;

/// <summary>A brief as Markdown with footnotes.</summary>
public static class BriefMarkdown
{
    public static string Write(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var text = new StringBuilder($"# {Escape(brief.Title)}\n\n{BriefText.Period(brief)}\n");
        foreach (var (heading, lines) in BriefText.Before(brief)) Section(text, brief, heading, lines);
        Table(text, brief);
        foreach (var (heading, lines) in BriefText.After(brief)) Section(text, brief, heading, lines);
        if (brief.Judgements.Length > 0) text.Append("\n## Judgements\n\n");
        foreach (var judgement in BriefText.Judgements(brief)) text.Append($"- *{Escape(judgement)}*\n");
        if (BriefText.Rest(brief) is { } rest) text.Append($"\n{rest}\n");
        text.Append('\n');
        for (var n = 0; n < brief.Notes.Length; n++) text.Append($"[^{n + 1}]: {Escape(BriefText.Note(brief.Notes[n]))}\n");
        return text.ToString();
    }

    private static void Section(StringBuilder text, Brief brief, string heading, IEnumerable<BriefLine> lines)
    {
        text.Append($"\n## {heading}\n\n");
        var any = false;
        foreach (var line in lines)
        {
            text.Append($"- {Escape(line.Text)}{Marks(brief, line.Notes)}\n");
            any = true;
        }

        if (!any) text.Append("Nothing found.\n");
    }

    private static void Table(StringBuilder text, Brief brief)
    {
        text.Append("\n## Positions\n\n");
        var matrix = brief.Positions;
        if (matrix.Cells.Length == 0)
        {
            text.Append("Nothing found.\n");
            return;
        }

        text.Append($"| Issue | {string.Join(" | ", matrix.Parties.Select(p => Escape(p.Name)))} |\n|{string.Concat(Enumerable.Repeat(" --- |", matrix.Parties.Length + 1))}\n");
        foreach (var issue in matrix.Issues)
        {
            var cells = matrix.Parties.Select(p => matrix.Cell(p.Number, issue.Number));
            text.Append($"| {Escape(issue.Name)} | {string.Join(" | ", cells.Select(c => Escape(BriefText.Cell(c)) + (c is null ? "" : Marks(brief, [c.Now.Evidence]))))} |\n");
        }
    }

    private static string Marks(Brief brief, IEnumerable<Evidence> notes) => string.Concat(notes.Distinct().Select(e => $"[^{brief.NoteOf(e)}]"));

    private static string Escape(string text) =>
        text.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal);
}
