using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Exchange.Answers;
using Parley.Exchange.Readings;

namespace Parley.Cli.Output;

/// <summary>Writes a sheet as the user asked: on the terminal, or as CSV, Markdown or JSON, to standard output or a file.</summary>
internal static class SheetOutput
{
    public static int Write(Sheet sheet, string format, FileInfo? file)
    {
        if (format == "table")
        {
            using var open = Open(file);
            SheetTable.Write(sheet, Terminal.ConsoleFor(open));
            return ExitCode.Done;
        }

        var text = new StringWriter();
        switch (format)
        {
            case "csv":
                SheetWriter.WriteCsv(sheet, text);
                break;
            case "md":
                SheetWriter.WriteMarkdown(sheet, text);
                break;
            default:
                text.WriteLine(Json(sheet));
                break;
        }

        return Text(text.ToString(), file);
    }

    public static int Text(string text, FileInfo? file)
    {
        using var open = Open(file);
        var output = (TextWriter?)open ?? Terminal.Output;
        output.Write(text);
        output.Flush();
        return ExitCode.Done;
    }

    private static StreamWriter? Open(FileInfo? file) => file is null ? null : new(file.FullName, append: false, new UTF8Encoding(false));

    private static string Json(Sheet sheet)
    {
        var rows = new JsonArray([.. sheet.Rows.Select(row => (JsonNode)new JsonObject(row.Select((cell, c) => KeyValuePair.Create(sheet.Columns[c], (JsonNode?)cell))))]);
        return new JsonObject { ["note"] = sheet.Note, ["rows"] = rows }.ToJsonString(new JsonSerializerOptions(ReadingJson.Options) { WriteIndented = true });
    }
}
