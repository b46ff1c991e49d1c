using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Parley.Exchange.Coding;

/// <summary>Reads a SQLite file of Discourse Network Analyzer. The file is not changed.</summary>
/// <remarks>
/// Its tables changed four times. Version 2: values of short text in place, their attributes in ATTRIBUTES. Before 3.0: numbers of ATTRIBUTES,
/// with ATTRIBUTEMETADATA. 3.0: ENTITIES and ATTRIBUTEVALUES. After it: values by role (ROLES, ROLEVARIABLELINKS), several of a role, and tags.
/// </remarks>
public static class DnaFile
{
    private static readonly string[] Kinds = ["DATASHORTTEXT", "DATALONGTEXT", "DATABOOLEAN", "DATAINTEGER"];
    private static readonly string[] Details = ["Author", "Section", "Type", "Notes"];
    private static readonly string[] OldAttributes = ["Type", "Alias", "Notes"]; // of version 2
    private static readonly (string Table, string What)[] Unkept =
        [("REGEXES", "search patterns"), ("SETTINGS", "settings"), ("CODERRELATIONS", "permissions between coders"), ("CODERPERMISSIONS", "permissions of coders"),
            ("VARIABLELINKS", "links between variables"), ("STATEMENTLINKS", "links between statements")];

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
        var entities = tables.Rows(tables.Has("ENTITIES") ? "ENTITIES" : "ATTRIBUTES").ToDictionary(r => r.Number("ID"));
        var used = new HashSet<long>();
        var values = ValuesOf(tables, variables, entities, used);
        var tags = tables.Rows("DOCUMENTTAGS").ToLookup(r => r.Number("DocumentId"), r => new DnaDetail("Tag", r.Text("Tag")));
        var documents = tables.Rows("DOCUMENTS").Select(r => new DnaDocument(
            r.Number("ID"), r.Text("Title"), r.Text("Text"), r.Text("Source"), Day(r["Date"]),
            [
                .. Details.Select(d => new DnaDetail(d, r.Text(d))).Append(new("Coder", coders.GetValueOrDefault(r.Number("Coder"), "")))
                    .Append(new("Coding", r.Number("Complete") == 1 ? "complete" : "")).Concat(tags[r.Number("ID")]).Where(d => d.Value.Trim().Length > 0),
            ])).ToImmutableArray();
        var statements = tables.Rows("STATEMENTS").Select(r => new DnaStatement(
            r.Number("ID"), types.GetValueOrDefault(r.Number("StatementTypeId"), ""), r.Number("DocumentId"), (int)r.Number("Start"), (int)r.Number("Stop"),
            coders.GetValueOrDefault(r.Number("Coder"), ""), [.. values[r.Number("ID")]])).ToImmutableArray();
        var left = Unkept.Select(u => new LeftOut(u.What, tables.Count(u.Table), "not kept")).ToList();
        var described = EntitiesOf(tables, variables, entities, used);
        left.AddRange(tables.Others.Select(o => new LeftOut($"rows of the table {o.Table}", o.Rows, "not kept")));
        left.Add(new("values of statements that do not exist", values.Where(g => !statements.Any(s => s.Id == g.Key)).Sum(g => g.Count()), "not kept"));
        return new(documents, statements, described, [.. left.Where(l => l.Count > 0)]);
    }

    private static ImmutableArray<DnaEntity> EntitiesOf(
        Tables tables, Dictionary<long, (string Name, string Type)> variables, Dictionary<long, Row> entities, HashSet<long> used)
    {
        var names = tables.Rows("ATTRIBUTEVARIABLES").ToDictionary(r => r.Number("ID"), r => r.Text(r["AttributeVariable"] is null ? "MetaVariable" : "AttributeVariable"));
        var given = tables.Rows("ATTRIBUTEVALUES").Select(r => (Entity: r.Number("EntityId"), Name: r.Number("AttributeVariableId"), Value: r.Text("AttributeValue")))
            .Concat(tables.Rows("ATTRIBUTEMETADATA").Select(r => (Entity: r.Number("AttributeId"), Name: r.Number("MetaVariableId"), Value: r.Text("Value"))))
            .ToLookup(a => a.Entity, a => new DnaDetail(names.GetValueOrDefault(a.Name, "attribute"), a.Value));
        var tags = tables.Rows("ENTITYTAGS").ToLookup(r => r.Number("EntityId"), r => new DnaDetail("Tag", r.Text("Tag")));
        return
        [
            .. entities.Values.Select(r => new DnaEntity(
                variables.GetValueOrDefault(r.Number("VariableId")).Name ?? "", r.Text("Value"), Parent(r), used.Contains(r.Number("ID")),
                [.. given[r.Number("ID")].Concat(OldAttributes.Select(n => new DnaDetail(n, r.Text(n)))).Concat(tags[r.Number("ID")]).Where(a => a.Value.Trim().Length > 0)])),
        ];

        // A number in all versions but 2, whose column takes any text.
        string Parent(Row row) => row["ChildOf"] switch
        {
            long number => entities.TryGetValue(number, out var parent) ? parent.Text("Value") : "",
            string text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && entities.TryGetValue(number, out var parent) ? parent.Text("Value") : text,
            _ => "",
        };
    }

    private static ILookup<long, DnaValue> ValuesOf(
        Tables tables, Dictionary<long, (string Name, string Type)> variables, Dictionary<long, Row> entities, HashSet<long> used)
    {
        var roles = tables.Rows("ROLES").ToDictionary(r => r.Number("ID"), r => r.Text("RoleName"));
        var links = tables.Rows("ROLEVARIABLELINKS").ToDictionary(r => r.Number("ID"), r => (Role: r.Number("RoleId"), Variable: r.Number("VariableId")));
        var byNumber = tables.Has("ATTRIBUTEMETADATA");
        var byText = entities.ToLookup(e => (e.Value.Number("VariableId"), e.Value.Text("Value")), e => e.Key);
        var found = new List<(long Statement, long Order, DnaValue Value)>();
        foreach (var table in Kinds)
        {
            foreach (var row in tables.Rows(table))
            {
                var link = links.GetValueOrDefault(row.Number("RoleVariableLinkId"));
                var variable = row["VariableId"] is null ? link.Variable : row.Number("VariableId");
                if (variable == 0) throw new FormatException($"names the variables of {table} in a way that is not known: it was written by a newer version");
                var (name, type) = variables.GetValueOrDefault(variable, ("", ""));
                var text = row.Text("Value");
                if (row["Entity"] is not null || (byNumber && table == "DATASHORTTEXT"))
                {
                    var entity = row.Number(row["Entity"] is null ? "Value" : "Entity");
                    text = entities.TryGetValue(entity, out var known) ? known.Text("Value") : "";
                    used.Add(entity);
                }
                else if (table == "DATASHORTTEXT")
                {
                    used.UnionWith(byText[(variable, text)]);
                }

                found.Add((row.Number("StatementId"), link.Role > 0 ? link.Role : variable, new(roles.GetValueOrDefault(link.Role, name), type, text)));
            }
        }

        return found.OrderBy(f => f.Order).ToLookup(f => f.Statement, f => f.Value);
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
        public IEnumerable<(string Table, int Rows)> Others =>
            _names.Where(n => !_asked.Contains(n) && !n.StartsWith("sqlite_", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n => (n, Count(n))).ToList();

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
