using Parley.Exchange.Answers;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>A table on the terminal.</summary>
internal static class SheetTable
{
    public static void Write(Sheet sheet, IAnsiConsole console)
    {
        if (sheet.Note is { } note) console.MarkupLine($"[grey]{Markup.Escape(note)}[/]");
        if (sheet.Rows.Length == 0)
        {
            console.MarkupLine($"[grey]{Markup.Escape(sheet.Empty)}[/]");
            return;
        }

        var table = new Table().Border(TableBorder.Horizontal).ShowRowSeparators();
        foreach (var column in sheet.Columns) table.AddColumn(Column(column));
        foreach (var row in sheet.Rows) table.AddRow([.. row.Select(v => v == AnswerSheets.NothingFound ? $"[grey]{v}[/]" : Markup.Escape(v))]);
        console.Write(table);
        foreach (var line in sheet.Below) console.Write(new Padder(new Markup(Markup.Escape(line))).Padding(1, 0, 0, 0));
    }

    /// <summary>Dates, numbers and names of entries are never broken; words take what is left.</summary>
    private static TableColumn Column(string name)
    {
        var column = new TableColumn($"[bold]{Markup.Escape(name)}[/]").PadLeft(0).PadRight(2);
        return name is "Date" or "Date 2" or "Last word" or "Number" or "Sources" || name.StartsWith("Entry", StringComparison.Ordinal) ? column.NoWrap() : column;
    }
}
