using System.Text;

namespace Parley.Exchange.Answers;

/// <summary>Writes tables as CSV (RFC 4180) and Markdown.</summary>
public static class SheetWriter
{
    public static void WriteCsv(Sheet sheet, TextWriter output, bool header = true)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(output);
        if (header) CsvLine(sheet.Columns, output);
        foreach (var row in sheet.Rows) CsvLine(row.Select(Disarm), output);
    }

    public static void WriteMarkdown(Sheet sheet, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(output);
        if (sheet.Note is { } note) output.Write($"{note}\n\n");
        if (sheet.Rows.Length == 0)
        {
            output.Write(sheet.Empty + "\n");
            return;
        }

        Row(sheet.Columns, output);
        Row(sheet.Columns.Select(_ => "---"), output, escape: false);
        foreach (var row in sheet.Rows) Row(row, output);
        if (sheet.Below.Length > 0) output.Write('\n');
        foreach (var line in sheet.Below) output.Write($"- {Escape(line)}\n");
    }

    private static void CsvLine(IEnumerable<string> values, TextWriter output) => output.Write(string.Join(',', values.Select(Quote)) + "\r\n");

    private static string Quote(string value) =>
        value.AsSpan().ContainsAny("\",\r\n") || value.Trim().Length != value.Length ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static void Row(IEnumerable<string> values, TextWriter output, bool escape = true)
    {
        var line = new StringBuilder("|");
        foreach (var value in values) line.Append(' ').Append(escape ? Escape(value) : value).Append(" |");
        output.Write(line.Append('\n').ToString());
    }

    private static string Escape(string value) =>
        value.ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal);

    /// <summary>A spreadsheet takes a leading =, +, - or @ for a formula; report text comes from strangers.</summary>
    private static string Disarm(string value) => value.Length > 1 && (value[0] is '=' or '+' or '-' or '@' or '\t' or '\r') && !double.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) ? "'" + value : value;
}
