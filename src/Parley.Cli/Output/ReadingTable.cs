using Parley.Exchange.Readings;
using Parley.Reading;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Cli.Output;

/// <summary>A reading on the terminal: statements grouped by party, positions by issue, meetings in order, each with its words.</summary>
internal sealed class ReadingTable(IAnsiConsole console) : IReadingWriter
{
    private const int FirstColumn = 24;
    private int _count;

    public void Write(Account account)
    {
        if (_count++ > 0) console.WriteLine();
        console.Write(new Rule($"[bold]{Markup.Escape(account.Heading)}[/]").LeftJustified().RuleStyle("grey"));
        var about = new[] { account.Report.Outlet, account.Reading.Report.Dateline?.Place, account.Reading.Report.Published, account.Report.Id }.OfType<string>();
        console.MarkupLine($"[grey]{Markup.Escape(string.Join(" · ", about))}[/]");
        if (account.DateNote is { } note) console.MarkupLine($"[yellow]{Markup.Escape(note)}[/]");
        if (account.Parties.Length + account.Issues.Length + account.Meetings.Length + account.Deadlines.Length == 0)
        {
            console.MarkupLine("[grey]Nothing found: no statement, position, meeting or deadline.[/]");
            return;
        }

        WriteStatements(account);
        WritePositions(account);
        WriteCalendar(account);
    }

    public void Complete() { }

    private void WriteStatements(Account account)
    {
        if (account.Parties.Length == 0) return;
        Heading("Who said what");
        foreach (var party in account.Parties)
        {
            Group(party.Party ?? "Speaker unknown");
            var grid = Columns();
            string? last = null;
            foreach (var s in party.Statements)
            {
                var who = s.Speaker ?? s.Source;
                var shown = who == party.Party || who == last ? "" : $"{Markup.Escape(who)}{(s.Role is null ? "" : $"\n[grey]{Markup.Escape(s.Role)}[/]")}";
                var said = s.Statement.Said is { } date ? $" [grey]({date})[/]" : "";
                var to = s.Addressee is { } addressee ? $" [grey]to {Markup.Escape(addressee)}[/]" : "";
                Row(grid, shown, $"[cyan]{Markup.Escape(s.Cue)}[/]{to}{said} {Quoted(s.Content)}");
                last = who;
            }

            console.Write(grid);
        }
    }

    private void WritePositions(Account account)
    {
        if (account.Issues.Length == 0) return;
        Heading("Positions");
        foreach (var issue in account.Issues)
        {
            Group(issue.Issue?.Label ?? "On no named issue");
            var grid = Columns();
            string? last = null;
            foreach (var p in issue.Positions)
            {
                var who = p.Party ?? "?";
                var stand = Wording.Stand(p.Position);
                var target = p.Target is null ? "" : $" [grey]→ {Markup.Escape(p.Target)}[/]";
                var act = $"[{Colour(p.Position)}]{Wording.Of(p.Position.Act)}[/]{target}{(stand.Length > 0 ? $" [grey]({stand})[/]" : "")}";
                Row(grid, who == last ? "" : Markup.Escape(who), $"{act} {Quoted(p.Evidence)}");
                last = who;
            }

            console.Write(grid);
        }
    }

    private void WriteCalendar(Account account)
    {
        if (account.Meetings.Length > 0)
        {
            Heading("Meetings");
            var grid = Columns();
            foreach (var m in account.Meetings)
            {
                var round = m.Meeting.Round is { } n ? $", round {n}" : "";
                var convenor = m.Convenor is { } host ? $" [grey]convened by {Markup.Escape(host)}[/]" : "";
                var place = m.Meeting.Place is { } where ? $"{Markup.Escape(where)}: " : "";
                Row(
                    grid,
                    $"{m.Meeting.Date ?? "no date"}\n[grey]{Wording.Of(m.Meeting.Status)}{round}[/]",
                    $"{place}{Markup.Escape(string.Join(", ", m.Participants))}{convenor} {Quoted(m.Evidence)}");
            }

            console.Write(grid);
        }

        if (account.Deadlines.Length == 0) return;
        Heading("Deadlines");
        var deadlines = Columns();
        foreach (var d in account.Deadlines)
        {
            var by = d.SetBy is { } setter ? $"[grey]set by {Markup.Escape(setter)}[/] " : "";
            Row(deadlines, d.Deadline.Date ?? "no date", $"{by}{Quoted(d.Evidence)}");
        }

        console.Write(deadlines);
    }

    private void Heading(string text)
    {
        console.WriteLine();
        console.MarkupLine($"[bold underline]{text}[/]");
    }

    private static Grid Columns() => new Grid()
        .AddColumn(new GridColumn().Width(FirstColumn).PadLeft(2).PadRight(2))
        .AddColumn(new GridColumn().PadLeft(0).PadRight(0));

    private void Group(string name) => console.MarkupLine($"[bold]{Markup.Escape(name)}[/]");

    private static void Row(Grid grid, string left, string right) => grid.AddRow(new IRenderable[] { new Markup(left), new Markup(right) });

    private static string Quoted(string words) => $"[italic]{Markup.Escape(words)}[/]";

    private static string Colour(Position position) => position.Act switch
    {
        Act.Offer or Act.Accept or Act.Concede or Act.Endorse => "green",
        Act.Refuse or Act.RedLine or Act.Deny => "red",
        Act.Threaten or Act.Warn or Act.Accuse or Act.Ultimatum => "magenta",
        _ => "yellow",
    };
}
