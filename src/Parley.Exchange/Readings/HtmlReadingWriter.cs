using System.Collections.Immutable;
using System.Net;
using System.Text;
using Parley.Language;

namespace Parley.Exchange.Readings;

/// <summary>One self-contained page: each report's text with its statements highlighted, the account beside it. No script.</summary>
public sealed class HtmlReadingWriter(TextWriter output) : IReadingWriter
{
    private int _count;

    public void Write(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (_count++ == 0) output.Write(Head(account.Heading));
        var id = $"r{_count}";
        output.Write($"<article><header><h1>{Text(account.Heading)}</h1><p>{Text(About(account))}</p>");
        if (account.DateNote is { } note) output.Write($"<p class=note>{Text(note)}</p>");
        output.Write("</header><section class=text>");
        output.Write(Highlighted(account, id));
        output.Write("</section><section class=account>");
        WriteStatements(account, id);
        WritePositions(account, id);
        WriteCalendar(account);
        output.WriteLine("</section></article>");
        output.Flush();
    }

    public void Complete()
    {
        if (_count == 0) output.Write(Head("Nothing read"));
        output.WriteLine("</body></html>");
        output.Flush();
    }

    private void WriteStatements(Account account, string id)
    {
        if (account.Parties.Length == 0) return;
        output.Write("<h2>Who said what</h2>");
        foreach (var party in account.Parties)
        {
            output.Write($"<h3>{Text(party.Party ?? "Speaker unknown")}</h3><table>");
            foreach (var s in party.Statements)
            {
                output.Write($"<tr><th scope=row>{Text(s.Speaker ?? s.Source)}<small>{Text(s.Role ?? "")}</small></th>");
                output.Write($"<td><a href=\"#{id}-{s.Statement.Id}\"><b>{Text(s.Cue)}</b> {Text(s.Content)}</a></td></tr>");
            }

            output.Write("</table>");
        }
    }

    private void WritePositions(Account account, string id)
    {
        if (account.Issues.Length == 0) return;
        output.Write("<h2>Positions</h2>");
        foreach (var issue in account.Issues)
        {
            output.Write($"<h3>{Text(issue.Issue?.Label ?? "On no named issue")}</h3><table>");
            foreach (var p in issue.Positions)
            {
                var words = p.Position.Statement is { } s ? $"<a href=\"#{id}-{s}\">{Text(p.Evidence)}</a>" : Text(p.Evidence);
                output.Write($"<tr><th scope=row>{Text(p.Party ?? "")}</th><td><b>{Wording.Of(p.Position.Act)}</b> <i>{Wording.Stand(p.Position)}</i><br>{words}</td></tr>");
            }

            output.Write("</table>");
        }
    }

    private void WriteCalendar(Account account)
    {
        if (account.Meetings.Length > 0) output.Write("<h2>Meetings</h2><table>");
        foreach (var m in account.Meetings)
        {
            output.Write($"<tr><th scope=row>{Text(m.Meeting.Date ?? "no date")}<small>{Wording.Of(m.Meeting.Status)}</small></th>");
            output.Write($"<td>{Text(string.Join(", ", m.Participants))} <i>{Text(m.Meeting.Place ?? "")}</i><br>{Text(m.Evidence)}</td></tr>");
        }

        if (account.Meetings.Length > 0) output.Write("</table>");
        if (account.Deadlines.Length > 0) output.Write("<h2>Deadlines</h2><table>");
        foreach (var d in account.Deadlines)
            output.Write($"<tr><th scope=row>{Text(d.Deadline.Date ?? "no date")}</th><td><b>{Text(d.SetBy ?? "")}</b> {Text(d.Evidence)}</td></tr>");
        if (account.Deadlines.Length > 0) output.Write("</table>");
    }

    // Spans may overlap: the text is cut at every edge and each piece carries the classes of all that cover it.
    private static string Highlighted(Account account, string id)
    {
        var marks = new List<(Span Span, string Class, string Anchor)>();
        foreach (var s in account.Reading.Statements)
        {
            Add(s.Content, "content");
            Add(s.Source, "source");
            Add(s.Cue, "cue");

            void Add(ImmutableArray<Span> spans, string name)
            {
                foreach (var span in spans) marks.Add((span, name, $"{id}-{s.Id}"));
            }
        }

        var edges = marks.SelectMany(m => new[] { m.Span.Start, m.Span.End }).Append(0).Append(account.Report.Text.Length).Distinct().Order().ToList();
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        var anchored = new HashSet<string>(StringComparer.Ordinal);
        var (html, open, next) = (new StringBuilder("<p>"), new List<(Span Span, string Class, string Anchor)>(), 0);
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            var piece = new Span(edges[i], edges[i + 1]);
            while (next < marks.Count && marks[next].Span.Start <= piece.Start) open.Add(marks[next++]);
            open.RemoveAll(m => m.Span.End <= piece.Start);
            foreach (var anchor in open.Select(m => m.Anchor).Distinct())
                if (anchored.Add(anchor)) html.Append("<a id=\"").Append(anchor).Append("\"></a>");
            var words = Text(account.Report.Text.Slice(piece)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n\n", "</p><p>", StringComparison.Ordinal).Replace("\n", "<br>", StringComparison.Ordinal);
            if (open.Count == 0) html.Append(words);
            else
            {
                var names = string.Join(' ', open.Select(m => m.Class).Distinct());
                html.Append("<mark class=\"").Append(names).Append("\">").Append(words.Replace("</p><p>", "<br><br>", StringComparison.Ordinal)).Append("</mark>");
            }
        }

        return html.Append("</p>").ToString();
    }

    private static string About(Account account) =>
        string.Join(" · ", new[] { account.Report.Outlet, account.Reading.Report.Published, account.Reading.Report.Dateline?.Place, account.Report.Url }.OfType<string>());

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Head(string title) => $$$"""
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{{{Text(title)}}}</title><style>
        :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--soft:#59636e;--line:#d1d9e0;--source:#0b5cad;--cue:#8a3b00;--content:#fff3c4}
        @media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--paper:#15181c;--soft:#9aa5b1;--line:#363d45;--source:#7fb8f5;--cue:#f2ad73;--content:#40391b}}
        *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
        article{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2.5rem;max-width:84rem;margin:0 auto;padding:1.5rem}
        header{grid-column:1/-1;border-bottom:1px solid var(--line);margin-bottom:1rem}h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0}
        header p{color:var(--soft);margin:.2rem 0 .8rem}h2{font-size:1.1rem;margin:1.4rem 0 .3rem}.account h2:first-child{margin-top:0}h3{font-size:1rem;margin:1rem 0 .2rem}
        .text{font-family:Georgia,serif;font-size:1.06rem;overflow-wrap:anywhere}.text p:first-child{margin-top:0}
        mark{background:none;color:inherit}mark.content{background:var(--content)}mark.source{color:var(--source);border-bottom:2px solid}mark.cue{color:var(--cue);font-style:italic;border-bottom:1px dotted}
        table{width:100%;border-collapse:collapse;font-size:.94rem}th,td{text-align:left;vertical-align:top;padding:.4rem .5rem .4rem 0;border-top:1px solid var(--line)}
        th{width:28%;font-weight:600}small{display:block;font-weight:400;color:var(--soft)}td a{color:inherit;text-decoration:none}td a:hover,td a:focus{text-decoration:underline}
        :target+mark,:target+a+mark{outline:3px solid var(--cue);outline-offset:2px}.note{font-style:italic}
        @media(max-width:50rem){article{grid-template-columns:minmax(0,1fr);padding:1rem}}
        </style></head><body>
        """;
}
