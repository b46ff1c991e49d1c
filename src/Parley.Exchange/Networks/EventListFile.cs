using System.Globalization;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>The kept statements themselves, one a line, with the variables named and the report each stands in.</summary>
public static class EventListFile
{
    public static void Write(StatementFile file, StatementSelection selection, IReadOnlyList<string> variables, TextWriter writer)
    {
        string[] header =
        [
            "statement_id", "time", .. variables, "start_position", "stop_position", "text", "coder", "document_id", "document_title",
            "document_author", "document_source", "document_section", "document_type",
        ];
        writer.Write(string.Join(';', header.Select(h => $"\"{h}\"")));
        var table = selection.Table;
        var columns = variables.Select(table.Variable).ToList();
        foreach (var s in selection.Kept)
        {
            var (place, row) = (table.PlaceOf(s), table.SourceRowOf(s));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\n{place.Id};{NetworkTime.Plain(table.TimeOf(s))}"));
            foreach (var variable in columns)
                writer.Write($";{(variable.Type == VariableType.Text ? Quoted(variable.ValueOf(s)) : variable.ValueOf(s))}");
            var document = file.Field(row, "document_id");
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $";{place.Start};{place.Stop};{Quoted(file.Field(row, "span_text"))};{file.Field(row, "coder_id")};{document}"));
            foreach (var field in new[] { "title", "author", "source", "section", "type" })
                writer.Write($";{Quoted(file.DocumentField(row, field))}");
        }
    }

    private static string Quoted(string text) => $"\"{text.Replace('"', '\'').Replace(';', ',')}\"";
}
