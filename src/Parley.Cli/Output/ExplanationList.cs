using Parley.Exchange.Readings;
using Parley.Reading;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Why the statements and positions asked for were read so: each with its words and its reasons, one a line.</summary>
internal sealed class ExplanationList(IAnsiConsole console, string asked) : IReadingWriter
{
    public void Write(Account account)
    {
        var names = account.Reading.Actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var why = account.Explanations.ToDictionary(e => e.Id, StringComparer.Ordinal);
        foreach (var party in account.Parties)
            foreach (var s in party.Statements.Where(s => Fits(s.Statement.Id, $"{s.Source} {s.Cue} {s.Content}")))
                Show(why[s.Statement.Id], $"{s.Speaker ?? "speaker unknown"} {s.Cue}", s.Statement.Confidence, s.Content);
        foreach (var issue in account.Issues)
            foreach (var p in issue.Positions.Where(p => Fits(p.Position.Id, p.Evidence)))
            {
                var stand = Wording.Stand(p.Position);
                Show(why[p.Position.Id], $"{p.Party ?? "?"} {Wording.Of(p.Position.Act)}{(stand.Length > 0 ? $" ({stand})" : "")}", p.Position.Confidence, p.Evidence);
            }
    }

    public void Complete() { }

    /// <summary>Whether a reading has anything that is asked for.</summary>
    public static bool Has(Account account, string asked) =>
        account.Parties.Any(p => p.Statements.Any(s => Fits(asked, s.Statement.Id, $"{s.Source} {s.Cue} {s.Content}")))
        || account.Issues.Any(i => i.Positions.Any(p => Fits(asked, p.Position.Id, p.Evidence)));

    private bool Fits(string id, string words) => Fits(asked, id, words);

    private static bool Fits(string asked, string id, string words) => id == asked || asked.Length > 3 && words.Contains(asked, StringComparison.OrdinalIgnoreCase);

    private void Show(Explanation why, string heading, double confidence, string words)
    {
        console.MarkupLineInterpolated($"[bold]{why.Id}[/]  {heading} [grey]· {confidence:0.00}[/]");
        console.MarkupLineInterpolated($"    [italic]{words}[/]");
        foreach (var reason in why.Reasons) console.Write(new Padder(new Text(reason), new(4, 0, 0, 0)));
        console.WriteLine();
    }
}
