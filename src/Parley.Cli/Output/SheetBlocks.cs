using Parley.Exchange.Answers;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>A sheet row by row, for a terminal too narrow for its columns: what the row is about, then what stands in it, then its words.</summary>
internal static class SheetBlocks
{
    private const int Short = 32;
    private const int Indent = 2;

    public static void Write(Sheet sheet, IAnsiConsole console)
    {
        foreach (var row in sheet.Rows)
        {
            console.WriteLine();
            var filled = Enumerable.Range(0, row.Length).Where(i => row[i].Length > 0 && row[i] != AnswerSheets.NothingFound).ToList();
            if (filled.Count == 0) continue;
            var heads = sheet.Columns[filled[0]] is "Date" or "Number" or "Party" && filled.Count > 1 ? 2 : 1; // a day, a number or a party alone says too little
            console.MarkupLine(string.Join("  ", filled.Take(heads).Select(i => $"[bold]{Markup.Escape(row[i])}[/]")));
            var rest = filled.Skip(heads).ToList();
            var brief = rest.Where(i => row[i].Length <= Short && !IsGrid(sheet, i) && sheet.Columns[i] != "Words").ToList();
            Say(string.Join(" [grey]·[/] ", brief.Select(i => $"[grey]{Markup.Escape(sheet.Columns[i].ToLowerInvariant())}[/] {Markup.Escape(row[i])}")), console);
            foreach (var i in rest.Except(brief))
                Say(sheet.Columns[i] == "Words" ? $"[italic]“{Markup.Escape(row[i].Trim('"', '“', '”', ' '))}”[/]" : $"[grey]{Markup.Escape(sheet.Columns[i])}:[/] {Markup.Escape(row[i])}", console);
            var without = Enumerable.Range(0, row.Length).Where(i => row[i] == AnswerSheets.NothingFound).Select(i => sheet.Columns[i]).ToList();
            if (without.Count > 0) Say($"[grey]{AnswerSheets.NothingFound}: {Markup.Escape(string.Join(", ", without))}[/]", console);
        }
    }

    /// <summary>Whether a column is a party's: it is called by its name, and its cells are read one below the other.</summary>
    private static bool IsGrid(Sheet sheet, int column) => sheet.Columns[0] == "Issue" && sheet.Columns[column] != "State";

    private static void Say(string markup, IAnsiConsole console)
    {
        if (markup.Length > 0) console.Write(new Padder(new Markup(markup), new(Indent, 0, 0, 0)));
    }
}
