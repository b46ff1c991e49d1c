using System.Collections;
using System.Text.Json;

namespace Parley.Dossiers.Corrections;

/// <summary>Named values of an entry, as an analyst types and reads them: actors by name, issues by label, dates in ISO 8601. Compared by content.</summary>
public sealed class Fields : IEnumerable<KeyValuePair<string, string>>, IEquatable<Fields>
{
    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);

    public static Fields None { get; } = [];

    public int Count => _values.Count;

    /// <summary>The value; null where the field is not named. An empty value means that the field is to be emptied.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>For collection initializers; a null value is left out.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null) _values[name] = value;
    }

    /// <summary>Those of <paramref name="after"/> that differ from these.</summary>
    public Fields ChangesTo(Fields after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var changes = new Fields();
        foreach (var (name, value) in after)
            if ((this[name] ?? "") != value) changes.Add(name, value);
        return changes;
    }

    public string ToJson() => JsonSerializer.Serialize(_values);

    public static Fields FromJson(string json)
    {
        var fields = new Fields();
        foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []) fields.Add(name, value);
        return fields;
    }

    public bool Equals(Fields? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as Fields);

    public override int GetHashCode() => _values.Count;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join("; ", _values.Select(v => $"{v.Key}: {v.Value}"));
}
