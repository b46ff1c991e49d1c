namespace Parley.Exchange.Readings;

/// <summary>Readings as Markdown tables, to paste into a note.</summary>
public sealed class MarkdownReadingWriter(TextWriter output) : IReadingWriter
{
    public void Write(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        output.WriteLine($"# {Cell(account.Heading)}\n");
        var about = new[] { account.Report.Outlet, account.Reading.Report.Published, account.Report.Url }.OfType<string>().ToList();
        if (about.Count > 0) output.WriteLine($"{Cell(string.Join(" · ", about))}\n");
        if (account.DateNote is { } note) output.WriteLine($"*{note}*\n");

        if (account.Parties.Length > 0)
        {
            output.WriteLine("## Who said what\n");
            foreach (var party in account.Parties)
            {
                output.WriteLine($"### {Cell(party.Party ?? "Speaker unknown")}\n\n| who | how | what |\n|---|---|---|");
                foreach (var s in party.Statements)
                    output.WriteLine($"| {Cell(s.Speaker ?? s.Source)}{(s.Role is null ? "" : $", {Cell(s.Role)}")} | {Cell(s.Cue)} | {Cell(s.Content)} |");
                output.WriteLine();
            }
        }

        if (account.Issues.Length > 0)
        {
            output.WriteLine("## Positions\n");
            foreach (var issue in account.Issues)
            {
                output.WriteLine($"### {Cell(issue.Issue?.Label ?? "On no named issue")}\n\n| party | act | stance | words |\n|---|---|---|---|");
                foreach (var p in issue.Positions)
                    output.WriteLine($"| {Cell(p.Party)} | {Wording.Of(p.Position.Act)} | {Wording.Stand(p.Position)} | {Cell(p.Evidence)} |");
                output.WriteLine();
            }
        }

        if (account.Meetings.Length > 0)
        {
            output.WriteLine("## Meetings\n\n| date | where | who | status | words |\n|---|---|---|---|---|");
            foreach (var m in account.Meetings)
                output.WriteLine($"| {m.Meeting.Date} | {Cell(m.Meeting.Place)} | {Cell(string.Join(", ", m.Participants))} | {Wording.Of(m.Meeting.Status)} | {Cell(m.Evidence)} |");
            output.WriteLine();
        }

        if (account.Deadlines.Length > 0)
        {
            output.WriteLine("## Deadlines\n\n| date | what | set by | words |\n|---|---|---|---|");
            foreach (var d in account.Deadlines)
                output.WriteLine($"| {d.Deadline.Date} | {Cell(d.Deadline.What)} | {Cell(d.SetBy)} | {Cell(d.Evidence)} |");
            output.WriteLine();
        }

        output.Flush();
    }

    public void Complete() => output.Flush();

    // Report text is untrusted: what Markdown or HTML would act on is escaped.
    private static string Cell(string? text) => (text ?? "")
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("[", "\\[", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .ReplaceLineEndings(" ");
}
