namespace Parley.Storage;

/// <summary>How rows of one kind are written: a table, and for each column the value that a row has in it.</summary>
internal sealed class RowTable<T>(string name, params (string Name, Func<T, object?> Value)[] columns)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Columns { get; } = [.. columns.Select(c => c.Name)];

    /// <summary>Enters a new row; parameters are @0, @1, … in the order of the columns.</summary>
    public string Insert { get; } =
        $"INSERT INTO \"{name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@{i}"))})";

    /// <summary>Enters a row, or replaces the one with its number.</summary>
    public string Put => field ??= $"{Insert} ON CONFLICT (\"Number\") DO UPDATE SET {Assignments("excluded.")}";

    /// <summary>Replaces the row with its number; <see cref="Kept"/> stay as they are.</summary>
    public string Update => field ??= $"UPDATE \"{Name}\" SET {Assignments(null)} WHERE \"Number\" = @0";

    /// <summary>Columns that <see cref="Update"/> leaves alone.</summary>
    public IReadOnlyCollection<string> Kept { get; init; } = [];

    public object Value(T row, int column) => columns[column].Value(row) ?? DBNull.Value;

    private string Assignments(string? from) => string.Join(
        ", ", columns.Select((c, i) => (c.Name, Value: from is null ? $"@{i}" : $"{from}\"{c.Name}\"")).Where(c => c.Name != "Number" && !Kept.Contains(c.Name)).Select(c => $"\"{c.Name}\" = {c.Value}"));
}
