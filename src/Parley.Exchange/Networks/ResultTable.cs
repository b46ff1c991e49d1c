using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Exchange.Networks;

/// <summary>Results as rows of text and numbers, which every format can show.</summary>
public sealed record ResultTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object>> Rows)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void WriteCsv(TextWriter writer)
    {
        writer.Write(string.Join(',', Columns.Select(NetworkTieFiles.Field)) + "\n");
        foreach (var row in Rows)
            writer.Write(string.Join(',', row.Select(cell => NetworkTieFiles.Field(Text(cell)))) + "\n");
    }

    public void WriteMarkdown(TextWriter writer)
    {
        writer.Write($"### {Title}\n\n| {string.Join(" | ", Columns)} |\n|{string.Concat(Columns.Select(_ => "---|"))}\n");
        foreach (var row in Rows)
            writer.Write($"| {string.Join(" | ", row.Select(cell => Text(cell, "0.####").Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
    }

    public void WriteJson(TextWriter writer)
    {
        var rows = new JsonArray([.. Rows.Select(row => (JsonNode)new JsonObject(
            Columns.Zip(row, (name, cell) => new KeyValuePair<string, JsonNode?>(name, Node(cell)))))]);
        writer.Write(new JsonObject { ["title"] = Title, ["rows"] = rows }.ToJsonString(Indented) + "\n");
    }

    /// <summary>A cell for people: numbers with at most four digits after the point.</summary>
    public static string Text(object cell, string format = "R") => cell switch
    {
        double number => number.ToString(format, CultureInfo.InvariantCulture),
        DateTime time => NetworkTime.Iso(time),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static JsonNode? Node(object cell) => cell switch
    {
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        int number => JsonValue.Create(number),
        _ => JsonValue.Create(Text(cell)),
    };
}
