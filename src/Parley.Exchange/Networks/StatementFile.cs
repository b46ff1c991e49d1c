using System.Globalization;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>
/// Statements from a file: one row each, with a date, and optionally the report, its offsets and an id; every other column is a variable.
/// Properties of the reports (author, source, section, type) stand in the same rows, or in a second file joined by the report's id.
/// </summary>
public sealed class StatementFile
{
    private static readonly string[] OfDocument = ["author", "source", "section", "type"];

    private readonly FieldTable statements;
    private readonly FieldTable? documents;
    private readonly int[]? documentRows;
    private readonly List<long> times;
    private readonly List<StatementPlace> places;

    /// <exception cref="StatementFileException">A missing column, an unreadable date, or a report that the second file lacks.</exception>
    public StatementFile(FieldTable statements, FieldTable? documents = null)
    {
        (this.statements, this.documents) = (statements, documents);
        var report = FirstOf(statements, "document_id", "document", "report");
        if (documents is not null)
            documentRows = Join(statements, report, documents);
        times = Times(statements);
        places = Places(statements, report);
        var range = documents is { } d && (d.Has("epoch") || d.Has("date") || d.Has("time")) ? Times(d) : times;
        (First, Last) = range.Count == 0 ? default((DateTime?, DateTime?)) : (Moment(range.Min()), Moment(range.Max()));
    }

    public int Count => statements.Count;

    /// <summary>The earliest and latest moments of the reports, UTC.</summary>
    public DateTime? First { get; }

    public DateTime? Last { get; }

    /// <summary>Every variable there is, in the order of the file.</summary>
    public IReadOnlyList<string> Variables =>
        [.. statements.Columns.Where(c => c.Length > 0), .. OfDocument.Where(c => documents?.Has(c) == true && !statements.Has(c))];

    /// <summary>
    /// The table of the variables named. A column of 0 and 1 (or true and false, yes and no) is boolean, one of whole numbers integer, others
    /// are text; names in <paramref name="text"/> stay text.
    /// </summary>
    /// <exception cref="StatementFileException">No such column.</exception>
    public StatementTable Table(IEnumerable<string> variables, IReadOnlyCollection<string>? text = null) =>
        new(times, places, [.. variables.Distinct().Select(name => Variable(name, text?.Contains(name) == true))]);

    /// <summary>A field of a statement (by its row in the file) or of its report; empty where there is none.</summary>
    public string Field(int row, string name) => statements.Has(name) ? statements.Get(row, name) : "";

    public string DocumentField(int row, string name) =>
        documents?.Has(name) == true ? documents.Get(documentRows![row], name) : Field(row, name);

    private StatementVariable Variable(string name, bool text)
    {
        if (!statements.Has(name) && !(documents?.Has(name) == true && OfDocument.Contains(name)))
            throw new StatementFileException(statements.File, $"no column '{name}'; there are {string.Join(", ", Variables)}");
        var values = new string[Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = statements.Has(name) ? statements.Get(i, name) : DocumentField(i, name);
        if (OfDocument.Contains(name))
            return StatementVariable.Text(name, values, ofDocument: true);
        if (text || !Array.Exists(values, v => v.Length > 0))
            return StatementVariable.Text(name, values);
        if (Array.TrueForAll(values, v => v.Length == 0 || Truth(v) is not null))
            return StatementVariable.Boolean(name, [.. values.Select((v, i) => Truth(v) ?? throw Gap(i, name, "0 or 1"))]);
        if (Array.TrueForAll(values, v => v.Length == 0 || Whole(v) is not null))
            return StatementVariable.Integer(name, [.. values.Select((v, i) => Whole(v) ?? throw Gap(i, name, "a whole number"))]);
        return StatementVariable.Text(name, values);
    }

    private StatementFileException Gap(int row, string name, string expected) => statements.Wrong(row, $"{name} is empty, expected {expected}");

    private static bool? Truth(string value) => value.ToUpperInvariant() switch
    {
        "1" or "TRUE" or "YES" => true,
        "0" or "FALSE" or "NO" => false,
        _ => null,
    };

    private static int? Whole(string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int[] Join(FieldTable statements, string? report, FieldTable documents)
    {
        if (report is null)
            throw new StatementFileException(statements.File, 1, "expected a column document_id to find the reports by");
        var id = FirstOf(documents, "id", "document_id") ?? throw new StatementFileException(documents.File, 1, "expected a column id");
        var rowOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < documents.Count; i++)
        {
            if (!rowOf.TryAdd(documents.Get(i, id), i))
                throw documents.Wrong(i, $"a second report with id '{documents.Get(i, id)}'");
        }

        return [.. Enumerable.Range(0, statements.Count).Select(i => rowOf.TryGetValue(statements.Get(i, report), out var row)
            ? row
            : throw statements.Wrong(i, $"report '{statements.Get(i, report)}' is not in {documents.File}"))];
    }

    private static List<long> Times(FieldTable table)
    {
        var column = FirstOf(table, "epoch", "date", "time")
            ?? throw new StatementFileException(table.File, 1, $"expected a column date (or epoch), found {string.Join(", ", table.Columns)}");
        var times = new List<long>(table.Count);
        for (var i = 0; i < table.Count; i++)
        {
            var text = table.Get(i, column);
            if (column == "epoch" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
                times.Add(seconds);
            else if (column != "epoch" && NetworkTime.TryParse(text, out var time))
                times.Add((long)Math.Floor((time - DateTime.UnixEpoch).TotalSeconds));
            else
                throw table.Wrong(i, $"{column} is '{text}', expected {(column == "epoch" ? "whole seconds since 1970" : "a date like 2026-03-01 or 2026-03-01T18:00:00Z")}");
        }

        return times;
    }

    private static List<StatementPlace> Places(FieldTable table, string? report)
    {
        var reports = report is null ? [] : Enumerable.Range(0, table.Count).Select(i => table.Get(i, report)).Distinct().ToList();
        var numbers = reports.TrueForAll(r => Whole(r) is not null);
        var order = (numbers ? reports.OrderBy(r => Whole(r)!.Value) : reports.Order(StringComparer.Ordinal)).ToList();
        var codes = order.Select((r, i) => (r, i)).ToDictionary(p => p.r, p => numbers ? Whole(p.r)!.Value : p.i, StringComparer.Ordinal);
        int Number(int row, string column) => !table.Has(column) ? 0 : Whole(table.Get(row, column))
            ?? throw table.Wrong(row, $"{column} is '{table.Get(row, column)}', expected a whole number");
        var places = new List<StatementPlace>(table.Count);
        for (var i = 0; i < table.Count; i++)
        {
            var id = table.Has("id") && Whole(table.Get(i, "id")) is { } given ? given : i + 1;
            places.Add(new(report is null ? i : codes[table.Get(i, report)], Number(i, "start"), Number(i, "stop"), id));
        }

        return places;
    }

    private static string? FirstOf(FieldTable table, params string[] names) => Array.Find(names, table.Has);

    private static DateTime Moment(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);
}
