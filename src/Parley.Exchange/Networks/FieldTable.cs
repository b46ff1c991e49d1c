using System.Text.Json;
using CsvHelper;

namespace Parley.Exchange.Networks;

/// <summary>A CSV or JSON file as named columns of text, with the line every row stands on.</summary>
public sealed class FieldTable
{
    private readonly Dictionary<string, int> columnOf;
    private readonly List<string[]> rows;
    private readonly List<int> lines;

    private FieldTable(string file, IReadOnlyList<string> columns, List<string[]> rows, List<int> lines)
    {
        File = file;
        Columns = columns;
        this.rows = rows;
        this.lines = lines;
        columnOf = new(StringComparer.Ordinal);
        for (var c = 0; c < columns.Count; c++)
        {
            if (!columnOf.TryAdd(columns[c], c))
                throw new StatementFileException(file, 1, $"two columns are named '{columns[c]}'");
        }
    }

    /// <summary>A table of rows at hand; lines are counted from 2, as under a header.</summary>
    public static FieldTable Of(string name, IReadOnlyList<string> columns, IEnumerable<string[]> rows)
    {
        List<string[]> all = [.. rows];
        return new(name, columns, all, [.. Enumerable.Range(2, all.Count)]);
    }

    public string File { get; }

    public IReadOnlyList<string> Columns { get; }

    public int Count => rows.Count;

    public bool Has(string column) => columnOf.ContainsKey(column);

    public string Get(int row, string column) => rows[row][columnOf[column]];

    public StatementFileException Wrong(int row, string message) => new(File, lines[row], message);

    /// <summary>Reads comma- or semicolon-separated text with a header, or a JSON array of flat objects.</summary>
    /// <exception cref="StatementFileException">A broken row or value.</exception>
    public static FieldTable Read(string file, TextReader reader) =>
        Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(file, reader, "statements") : ReadCsv(file, reader);

    private static FieldTable ReadCsv(string file, TextReader reader)
    {
        try
        {
            using var csv = CsvReader.Create(reader, new() { TrackLineNumbers = true, PoolStrings = true }, leaveOpen: true);
            csv.ReadHeader();
            string[] header = [.. csv.Headers.ToArray().Select(h => h.Trim())];
            if (header.Length == 0)
                throw new StatementFileException(file, 1, "expected a header line, found nothing");
            var (rows, lines) = (new List<string[]>(), new List<int>());
            while (csv.Read())
            {
                var line = (int)csv.LineNumber;
                if (csv.FieldCount != header.Length)
                    throw new StatementFileException(file, line, $"{csv.FieldCount} fields, expected {header.Length} as in the header");
                var fields = new string[header.Length];
                for (var i = 0; i < fields.Length; i++)
                    fields[i] = csv.GetString(i);
                rows.Add(fields);
                lines.Add(line);
            }

            return new(file, header, rows, lines);
        }
        catch (CsvFormatException problem)
        {
            throw new StatementFileException(file, (int)problem.LineNumber, problem.Message);
        }
    }

    /// <summary>An array of objects, or an object that holds one under a name.</summary>
    public static FieldTable ReadJson(string file, TextReader reader, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(reader.ReadToEnd());
            var root = json.RootElement;
            var array = root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var inner) ? inner : root;
            if (array.ValueKind != JsonValueKind.Array)
                throw new StatementFileException(file, $"expected an array of {name}, or an object with \"{name}\"");
            string[] columns = [.. array.EnumerateArray().SelectMany(o => Properties(file, o)).Select(p => p.Name).Distinct()];
            var rows = array.EnumerateArray().Select(o => columns.Select(c => o.TryGetProperty(c, out var v) ? Text(v) : "").ToArray()).ToList();
            return new(file, columns, rows, [.. Enumerable.Range(1, rows.Count)]);
        }
        catch (JsonException problem)
        {
            throw new StatementFileException(file, (int)(problem.LineNumber ?? 0) + 1, "not valid JSON here");
        }
    }

    private static JsonElement.ObjectEnumerator Properties(string file, JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject()
        : throw new StatementFileException(file, $"expected an object for every statement, found {element.GetRawText()}");

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => value.GetRawText(),
    };
}
