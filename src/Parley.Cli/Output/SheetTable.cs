using Parley.Exchange.Answers;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>A table on the terminal.</summary>
internal static class SheetTable
{
    private const int Gap = 2;
    private const int Sentence = 40; // a cell of more characters holds one
    private const int LeastForSentences = 24;

    public static void Write(Sheet sheet, IAnsiConsole console)
    {
        if (sheet.Note is { } note) console.MarkupLine($"[grey]{Markup.Escape(note)}[/]");
        if (sheet.Rows.Length == 0)
        {
            console.MarkupLine($"[grey]{Markup.Escape(sheet.Empty)}[/]");
            return;
        }

        // By a quarter more, for a table gives long cells more than their share.
        if (Needed(sheet) * 5 / 4 > console.Profile.Width) SheetBlocks.Write(sheet, console);
        else WriteTable(sheet, console);
        foreach (var line in sheet.Below) console.Write(new Padder(new Markup(Markup.Escape(line))).Padding(1, 0, 0, 0));
    }

    private static void WriteTable(Sheet sheet, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Horizontal).ShowRowSeparators();
        foreach (var column in sheet.Columns) table.AddColumn(Column(column));
        foreach (var row in sheet.Rows) table.AddRow([.. row.Select(v => v == AnswerSheets.NothingFound ? $"[grey]{v}[/]" : Markup.Escape(v))]);
        console.Write(table);
    }

    /// <summary>The width below which words would be broken, or sentences run down the page in a column of a word or two.</summary>
    private static int Needed(Sheet sheet)
    {
        var needed = 0;
        for (var i = 0; i < sheet.Columns.Length; i++)
        {
            var cells = sheet.Rows.Select(r => r[i]).Append(sheet.Columns[i]).ToList();
            var word = cells.SelectMany(c => c.Split(' ')).Max(w => w.Length);
            needed += Gap + (cells.Max(c => c.Length) is var longest && longest > Sentence ? Math.Max(word, LeastForSentences) : NoWrap(sheet.Columns[i]) ? longest : word);
        }

        return needed;
    }

    /// <summary>Dates, numbers and names of entries are never broken; words take what is left.</summary>
    private static TableColumn Column(string name)
    {
        var column = new TableColumn($"[bold]{Markup.Escape(name)}[/]").PadLeft(0).PadRight(Gap);
        return NoWrap(name) ? column.NoWrap() : column;
    }

    private static bool NoWrap(string name) => name is "Date" or "Date 2" or "Last word" or "Number" or "Sources" or "When" or "First" or "Last" || name.StartsWith("Entry", StringComparison.Ordinal);
}
