using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Parley.Exchange.Coding;

/// <summary>Reads a SQLite file of Discourse Network Analyzer 3 (and 2, as far as its tables have the same columns). The file is not changed.</summary>
public static class DnaFile
{
    private static readonly string[] Kinds = ["DATASHORTTEXT", "DATALONGTEXT", "DATABOOLEAN", "DATAINTEGER"];
    private static readonly string[] Details = ["Author", "Section", "Type", "Notes"];
    private static readonly (string Table, string What)[] Unkept =
        [("REGEXES", "search patterns"), ("SETTINGS", "settings"), ("CODERRELATIONS", "permissions between coders"), ("VARIABLELINKS", "links between variables")];

    /// <summary>Whether bytes open like a SQLite file.</summary>
    public static bool LooksLikeIt(ReadOnlySpan<byte> head) => head.StartsWith("SQLite format 3\0"u8);

    /// <exception cref="FormatException">It is no such file; the message says what was missing.</exception>
    public static DnaCoding Read(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            return Read(new Tables(connection));
        }
        catch (SqliteException e)
        {
            throw new FormatException($"is no Discourse Network Analyzer file, or is damaged: {e.Message}", e);
        }
        catch (Exception e) when (e is InvalidCastException or OverflowException)
        {
            throw new FormatException($"holds a value that does not belong there: {e.Message}", e);
        }
    }

    private static DnaCoding Read(Tables tables)
    {
        foreach (var needed in (string[])["DOCUMENTS", "STATEMENTS", "STATEMENTTYPES", "VARIABLES", "CODERS"])
            if (!tables.Has(needed)) throw new FormatException($"is no Discourse Network Analyzer file: it has no table {needed}");
        var coders = tables.Rows("CODERS").ToDictionary(r => r.Number("ID"), r => r.Text("Name"));
        var types = tables.Rows("STATEMENTTYPES").ToDictionary(r => r.Number("ID"), r => r.Text("Label"));
        var variables = tables.Rows("VARIABLES").ToDictionary(r => r.Number("ID"), r => (Name: r.Text("Variable"), Type: r.Text("DataType")));
        var entities = EntitiesOf(tables, variables);
        var values = ValuesOf(tables, variables, entities);
        var documents = tables.Rows("DOCUMENTS").Select(r => new DnaDocument(
            r.Number("ID"), r.Text("Title"), r.Text("Text"), r.Text("Source"), Day(r["Date"]),
            [.. Details.Append("Coder").Select(d => new DnaDetail(d, d == "Coder" ? coders.GetValueOrDefault(r.Number(d), "") : r.Text(d))).Where(d => d.Value.Trim().Length > 0)])).ToImmutableArray();
        var statements = tables.Rows("STATEMENTS").Select(r => new DnaStatement(
            r.Number("ID"), types.GetValueOrDefault(r.Number("StatementTypeId"), ""), r.Number("DocumentId"), (int)r.Number("Start"), (int)r.Number("Stop"),
            coders.GetValueOrDefault(r.Number("Coder"), ""), [.. values[r.Number("ID")]])).ToImmutableArray();
        var left = Unkept.Select(u => new LeftOut(u.What, tables.Count(u.Table), "not kept")).ToList();
        left.Add(new("other tables", tables.Others, "not kept"));
        left.Add(new("values of statements that do not exist", values.Where(g => !statements.Any(s => s.Id == g.Key)).Sum(g => g.Count()), "not kept"));
        return new(documents, statements, [.. entities.Values], [.. left.Where(l => l.Count > 0)]);
    }

    private static Dictionary<long, DnaEntity> EntitiesOf(Tables tables, Dictionary<long, (string Name, string Type)> variables)
    {
        var attributes = tables.Rows("ATTRIBUTEVARIABLES").ToDictionary(r => r.Number("ID"), r => r.Text("AttributeVariable"));
        var given = tables.Rows("ATTRIBUTEVALUES").ToLookup(r => r.Number("EntityId"), r => new DnaDetail(attributes.GetValueOrDefault(r.Number("AttributeVariableId"), "attribute"), r.Text("AttributeValue")));
        // Version 2 calls entities attributes and gives each the same few columns.
        return tables.Rows(tables.Has("ENTITIES") ? "ENTITIES" : "ATTRIBUTES").ToDictionary(r => r.Number("ID"), r => new DnaEntity(
            variables.GetValueOrDefault(r.Number("VariableId")).Name ?? "", r.Text("Value"),
            [.. given[r.Number("ID")].Concat(((string[])["Type", "Alias", "Notes"]).Select(n => new DnaDetail(n, r.Text(n)))).Where(a => a.Value.Trim().Length > 0)]));
    }

    private static ILookup<long, DnaValue> ValuesOf(Tables tables, Dictionary<long, (string Name, string Type)> variables, Dictionary<long, DnaEntity> entities)
    {
        var found = new List<(long Statement, long Variable, DnaValue Value)>();
        foreach (var table in Kinds)
        {
            foreach (var row in tables.Rows(table))
            {
                if (row["VariableId"] is null) throw new FormatException($"names the variables of {table} in a way that is not known: it was written by a version after 3.0");
                var (name, type) = variables.GetValueOrDefault(row.Number("VariableId"), ("", ""));
                var text = row["Entity"] is { } entity ? entities.GetValueOrDefault(Convert.ToInt64(entity, CultureInfo.InvariantCulture))?.Value ?? "" : row.Text("Value");
                found.Add((row.Number("StatementId"), row.Number("VariableId"), new(name, type, text)));
            }
        }

        return found.OrderBy(f => f.Variable).ToLookup(f => f.Statement, f => f.Value);
    }

    /// <summary>Seconds since 1970 in version 3, milliseconds in version 2.</summary>
    private static string? Day(object? epoch)
    {
        if (epoch is not long number) return null;
        var seconds = Math.Abs(number) > 100_000_000_000 ? number / 1000 : number;
        return Math.Abs(seconds) > 60_000_000_000 ? null : DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private sealed class Tables(SqliteConnection connection)
    {
        private readonly HashSet<string> _names = Names(connection);
        private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

        /// <summary>Tables with rows that nobody asked for.</summary>
        public int Others => _names.Count(n => !_asked.Contains(n) && !n.StartsWith("sqlite_", StringComparison.Ordinal) && Count(n) > 0);

        public bool Has(string table) => _names.Contains(table);

        public int Count(string table)
        {
            _asked.Add(table);
            if (!Has(table)) return 0;
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        public List<Row> Rows(string table)
        {
            _asked.Add(table);
            var rows = new List<Row>();
            if (!Has(table)) return rows;
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1";
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => i, StringComparer.OrdinalIgnoreCase);
            while (reader.Read())
            {
                var cells = new object[reader.FieldCount];
                reader.GetValues(cells);
                rows.Add(new(columns, cells));
            }

            return rows;
        }

        private static HashSet<string> Names(SqliteConnection connection)
        {
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
            using var reader = command.ExecuteReader();
            while (reader.Read()) names.Add(reader.GetString(0));
            return names;
        }
    }

    private readonly record struct Row(Dictionary<string, int> Columns, object[] Cells)
    {
        public object? this[string column] => Columns.TryGetValue(column, out var at) && Cells[at] is not DBNull ? Cells[at] : null;

        public string Text(string column) => Convert.ToString(this[column], CultureInfo.InvariantCulture) ?? "";

        public long Number(string column) => this[column] is { } value ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : 0;
    }
}
