using System.Globalization;
using System.Text.Json;
using Parley.Analysis.Bargaining;

namespace Parley.Exchange.Forecasts;

/// <summary>
/// Reads who bargains over what. Either a row for every actor and issue (actor, capability or power, issue, position, salience), as CSV
/// or JSON; or the field's wide table, whose second line is the header: Actor, Description, Power, then a position and a salience for each issue.
/// </summary>
public static class NegotiationFile
{
    /// <exception cref="ForecastFileException">A broken line or value.</exception>
    public static Negotiation Read(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
                return Json(file, text);
            var lines = CsvLines.Split(file, text);
            if (lines.Count == 0)
                throw new ForecastFileException(file, 1, "expected a header line, found nothing");
            return lines[0].Fields.Any(f => f.Equals("position", StringComparison.OrdinalIgnoreCase)) ? Long(file, lines) : Wide(file, lines);
        }
        catch (BargainingException problem)
        {
            throw new ForecastFileException(file, problem.Message);
        }
    }

    private static Negotiation Long(string file, List<CsvLine> lines)
    {
        string[] header = [.. lines[0].Fields.Select(f => f.ToLowerInvariant())];
        int Column(params string[] names) => Array.FindIndex(header, names.Contains);
        int Needed(params string[] names) => Column(names) is >= 0 and var at ? at
            : throw new ForecastFileException(file, lines[0].Number, $"expected a column {string.Join(" or ", names)}, found {string.Join(", ", header)}");
        var (actor, capability, position, salience) = (Needed("actor", "party"), Needed("capability", "power"), Needed("position"), Needed("salience"));
        var issue = Column("issue");
        var rows = new List<Row>();
        foreach (var line in lines.Skip(1))
        {
            if (line.Fields.Length < header.Length)
                throw new ForecastFileException(file, line.Number, $"{line.Fields.Length} fields, expected {header.Length} as in the header");
            rows.Add(new(
                line.Number, line.Fields[actor], issue < 0 ? "issue" : line.Fields[issue], Number(file, line, capability, "a capability", 0, Negotiation.MostCapability),
                Number(file, line, position, "a position", 0, 100), Number(file, line, salience, "a salience", 0, 100)));
        }

        return Join(file, rows);
    }

    private static Negotiation Wide(string file, List<CsvLine> lines)
    {
        if (lines[0].Fields.Length < 4 || !int.TryParse(lines[0].Fields[2], CultureInfo.InvariantCulture, out var actors) || !int.TryParse(lines[0].Fields[3], CultureInfo.InvariantCulture, out var issues))
            throw new ForecastFileException(file, lines[0].Number, "expected a header with actor, capability, issue, position, salience; or name, description, number of actors, number of issues");
        if (lines.Count < 2 || lines[1].Fields.Length < 3 + (2 * issues))
            throw new ForecastFileException(file, 2, $"expected a header with a position and a salience for each of {issues} issues");
        if (lines.Count - 2 != actors)
            throw new ForecastFileException(file, lines[^1].Number, $"{lines.Count - 2} actors, expected {actors} as the first line says");
        var rows = new List<Row>();
        foreach (var line in lines.Skip(2))
        {
            if (line.Fields.Length < 3 + (2 * issues))
                throw new ForecastFileException(file, line.Number, $"{line.Fields.Length} fields, expected {3 + (2 * issues)}");
            for (var k = 0; k < issues; k++)
            {
                rows.Add(new(
                    line.Number, line.Fields[0], Name(lines[1].Fields[3 + (2 * k)]), Number(file, line, 2, "a capability", 0, Negotiation.MostCapability),
                    Number(file, line, 3 + (2 * k), "a position", 0, 100), Number(file, line, 4 + (2 * k), "a salience", 0, 100)));
            }
        }

        return Join(file, rows);
    }

    private static Negotiation Json(string file, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            var array = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("positions", out var inner) ? inner : root;
            if (array.ValueKind != JsonValueKind.Array)
                throw new ForecastFileException(file, "expected an array of objects with actor, capability, issue, position and salience");
            var rows = new List<Row>();
            foreach (var item in array.EnumerateArray())
            {
                var at = rows.Count + 1;
                string Text(string name) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString()!
                    : throw new ForecastFileException(file, $"entry {at}: expected a text \"{name}\"");
                double Value(string name) => item.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number ? v.GetDouble()
                    : throw new ForecastFileException(file, $"entry {at}: expected a number \"{name}\"");
                rows.Add(new(
                    at, Text("actor"), item.TryGetProperty("issue", out _) ? Text("issue") : "issue", Value(item.TryGetProperty("power", out _) ? "power" : "capability"),
                    Value("position"), Value("salience")));
            }

            return Join(file, rows);
        }
        catch (JsonException problem)
        {
            throw new ForecastFileException(file, (int)(problem.LineNumber ?? 0) + 1, "not valid JSON here");
        }
    }

    private static Negotiation Join(string file, List<Row> rows)
    {
        string[] actors = [.. rows.Select(r => r.Actor).Distinct()];
        string[] issues = [.. rows.Select(r => r.Issue).Distinct()];
        var cells = new Dictionary<(string, string), Row>();
        foreach (var row in rows)
        {
            if (!cells.TryAdd((row.Actor, row.Issue), row))
                throw new ForecastFileException(file, row.Line, $"{row.Actor} has a second position on {row.Issue}");
        }

        var capability = new double[actors.Length];
        for (var a = 0; a < actors.Length; a++)
        {
            var own = rows.Where(r => r.Actor == actors[a]).ToList();
            capability[a] = own[0].Capability;
            if (own.Find(r => r.Capability != capability[a]) is { } other)
                throw new ForecastFileException(file, other.Line, FormattableString.Invariant($"{actors[a]} has capability {other.Capability}, expected {capability[a]} as on its first line"));
        }

        IReadOnlyList<double> Of(string actor, Func<Row, double> value, double missing) =>
            [.. issues.Select(i => cells.TryGetValue((actor, i), out var row) ? value(row) : missing)];
        return new(actors, issues, capability, [.. actors.Select(a => Of(a, r => r.Position, double.NaN))], [.. actors.Select(a => Of(a, r => r.Salience, 0))]);
    }

    private static double Number(string file, CsvLine line, int field, string what, double low, double high) =>
        double.TryParse(line.Fields[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high
            ? value
            : throw new ForecastFileException(file, line.Number, $"expected {what} {(high <= 100 ? "from 0 to 100" : value > high ? FormattableString.Invariant($"of at most {high:0e0}") : "of 0 or more")}, found \"{line.Fields[field]}\"");

    private static string Name(string header) => header.EndsWith(" Position", StringComparison.OrdinalIgnoreCase) ? header[..^" Position".Length] : header;

    private sealed record Row(int Line, string Actor, string Issue, double Capability, double Position, double Salience);
}
