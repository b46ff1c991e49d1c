using System.Globalization;
using Parley.Dossiers.Answers;
using Parley.Exchange.Answers;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>What moved, a block each: on a narrow terminal a table leaves no room for two sentences side by side.</summary>
internal static class ChangeBlocks
{
    /// <summary>From this width on a table can be read.</summary>
    public const int TableWidth = 120;

    private const int Indent = 2;

    public static void Write(Changes changes, bool repeated, Sheet sheet, IAnsiConsole console)
    {
        if (sheet.Note is { } note) console.MarkupLineInterpolated($"[grey]{note}[/]");
        if (sheet.Rows.Length == 0) console.MarkupLineInterpolated($"[grey]{sheet.Empty}[/]");
        foreach (var change in repeated ? changes.Moves.Concat(changes.Repeated) : changes.Moves)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"{change.Date:yyyy-MM-dd}  [bold]{change.Party.Name}[/] on {change.Issue.Name}: [bold]{AnswerSheets.Of(change.Movement)}[/]");
            if (change.Before is { } before && change.Movement != Movement.Same) Say("before", before, console);
            Say("now", change.After, console);
        }
    }

    private static void Say(string when, PositionShown line, IAnsiConsole console)
    {
        var sources = line.Sources == 1 ? "1 source" : string.Create(CultureInfo.InvariantCulture, $"{line.Sources} sources");
        console.Write(new Padder(new Markup($"{when}: {Markup.Escape(AnswerSheets.Stand(line))} [grey]{line.Date:yyyy-MM-dd}, {sources}, {Markup.Escape(line.Evidence.Id.ToString())}[/]"), new(Indent, 0, 0, 0)));
        console.Write(new Padder(new Markup($"[italic]“{Markup.Escape(Words(line.Evidence))}”[/]"), new(2 * Indent, 0, 0, 0)));
    }

    private static string Words(Evidence evidence) => string.Join(' ', evidence.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”', ' ');
}
