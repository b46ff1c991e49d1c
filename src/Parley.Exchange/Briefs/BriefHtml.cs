using System.Net;
using System.Text;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Briefs;

namespace Parley.Exchange.Briefs;

/// <summary>A brief as one self-contained page. Words of reports are text in it, never markup.</summary>
public static class BriefHtml
{
    private const string Style =
        "body{font:16px/1.45 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}" +
        "table{border-collapse:collapse;font-size:.85rem}td,th{border:1px solid #888;padding:.3rem .5rem;vertical-align:top;text-align:left}" +
        "sup{line-height:0}ol{font-size:.8rem}.judgement{font-style:italic}.none{color:#595959}" +
        "@page{size:A4;margin:18mm}" +
        "@media print{body{font:10pt/12.4pt Calibri,Carlito,Arial,sans-serif;max-width:none;margin:0;padding:0}h1{font-size:17pt;line-height:19pt;margin:0}" +
        "h2{font-size:12pt;margin:6pt 0 3pt;break-after:avoid}p,ul{margin:0 0 3pt}ul{padding-left:12pt}li{margin-bottom:2pt}table{width:100%;font-size:8.5pt;line-height:10.6pt}" +
        "td,th{padding:1.5pt 4pt}th[scope=row]{width:28%}a{color:inherit;text-decoration:none}.notes{break-before:page}sup{font-size:6.5pt}ol{font-size:7.5pt;line-height:9.2pt;margin:0}ol li{margin:0}}";

    public static string Write(Brief brief)
    {
        ArgumentNullException.ThrowIfNull(brief);
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">");
        page.Append($"<title>{Text(brief.Title)}</title><style>{Style}</style></head><body>\n<h1>{Text(brief.Title)}</h1>\n<p>{BriefText.Period(brief)}</p>\n");
        foreach (var (heading, lines) in BriefText.Before(brief)) Section(page, brief, heading, lines);
        Table(page, brief);
        foreach (var (heading, lines) in BriefText.After(brief)) Section(page, brief, heading, lines);
        if (brief.Judgements.Length > 0) page.Append("<h2>Judgements</h2>\n<ul>\n");
        foreach (var judgement in BriefText.Judgements(brief)) page.Append($"<li class=\"judgement\">{Text(judgement)}</li>\n");
        if (brief.Judgements.Length > 0) page.Append("</ul>\n");
        if (BriefText.Rest(brief) is { } rest) page.Append($"<p class=\"none\">{Text(rest)}</p>\n");
        page.Append("<h2 class=\"notes\">Notes</h2>\n<ol>\n");
        for (var n = 0; n < brief.Notes.Length; n++) page.Append($"<li id=\"n{n + 1}\">{Text(BriefText.Note(brief.Notes[n]))}</li>\n");
        return page.Append("</ol>\n</body></html>\n").ToString();
    }

    private static void Section(StringBuilder page, Brief brief, string heading, IReadOnlyCollection<BriefLine> lines)
    {
        page.Append($"<h2>{heading}</h2>\n");
        if (lines.Count == 0)
        {
            page.Append("<p class=\"none\">Nothing found.</p>\n");
            return;
        }

        page.Append("<ul>\n");
        foreach (var line in lines) page.Append($"<li>{Text(line.Text)}{Marks(brief, line.Notes)}</li>\n");
        page.Append("</ul>\n");
    }

    private static void Table(StringBuilder page, Brief brief)
    {
        var matrix = brief.Positions;
        page.Append("<h2>Positions</h2>\n");
        if (matrix.Cells.Length == 0)
        {
            page.Append("<p class=\"none\">Nothing found.</p>\n");
            return;
        }

        page.Append("<table>\n<tr><th scope=\"col\">Issue</th>");
        foreach (var party in matrix.Parties) page.Append($"<th scope=\"col\">{Text(party.Name)}</th>");
        page.Append("</tr>\n");
        foreach (var issue in matrix.Issues)
        {
            page.Append($"<tr><th scope=\"row\">{Text(issue.Name)}</th>");
            foreach (var party in matrix.Parties)
            {
                var cell = matrix.Cell(party.Number, issue.Number);
                page.Append($"<td{(cell is null ? " class=\"none\"" : "")}>{Text(BriefText.Cell(cell))}{(cell is null ? "" : Marks(brief, [cell.Now.Evidence]))}</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</table>\n");
    }

    private static string Marks(Brief brief, IEnumerable<Evidence> notes)
    {
        var numbers = notes.Distinct().Select(brief.NoteOf).ToList();
        return numbers.Count == 0 ? "" : $"<sup>{string.Join(" ", numbers.Select(n => $"<a href=\"#n{n}\">{n}</a>"))}</sup>";
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text.ReplaceLineEndings(" "));
}
