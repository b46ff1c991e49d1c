using System.Text;

namespace Parley.Exchange.Forecasts;

/// <summary>A line of a CSV file as trimmed fields.</summary>
internal sealed record CsvLine(int Number, string[] Fields);

/// <summary>Splits comma- or semicolon-separated lines of any length: the field's tables have a shorter first line.</summary>
internal static class CsvLines
{
    public static List<CsvLine> Split(string file, string text)
    {
        var lines = new List<CsvLine>();
        var number = 0;
        foreach (var line in text.AsSpan().TrimStart((char)0xFEFF).EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace())
                lines.Add(new(number, Fields(file, number, line)));
        }

        return lines;
    }

    private static string[] Fields(string file, int number, ReadOnlySpan<char> line)
    {
        var separator = line.Contains(',') ? ',' : ';';
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[++i]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == separator && !quoted)
            {
                fields.Add(field.ToString().Trim());
                field.Clear();
            }
            else
                field.Append(line[i]);
        }

        if (quoted)
            throw new ForecastFileException(file, number, "expected a closing quotation mark");
        fields.Add(field.ToString().Trim());
        return [.. fields];
    }
}
