using System.Text.RegularExpressions;

namespace Parley.Reading.Tests.Specs;

/// <summary>One line of a specification, such as <c>date: text "Tuesday"; value 2024-03-12</c> or <c>no position</c>.</summary>
internal sealed partial record Expectation(string Line, string Where, string Section, bool None, int? Count, IReadOnlyList<Condition> Conditions)
{
    public static Expectation Parse(string line, string where)
    {
        var match = LinePattern().Match(line);
        if (!match.Success) throw new FormatException($"{where}: expected \"[no|N] section[: key value; …]\", found \"{line}\"");
        var conditions = ConditionPattern().Matches(match.Groups["rest"].Value)
            .Select(m => new Condition(m.Groups["key"].Value, m.Groups["tilde"].Success, m.Groups["quoted"].Success ? m.Groups["quoted"].Value : m.Groups["bare"].Value.Trim()))
            .ToList();
        if (match.Groups["rest"].Value.Trim().Length > 0 && conditions.Count == 0) throw new FormatException($"{where}: no \"key value\" in \"{line}\"");
        return new(
            line, where, match.Groups["section"].Value, match.Groups["no"].Success,
            match.Groups["count"].Success ? int.Parse(match.Groups["count"].Value) : null, conditions);
    }

    /// <summary>What is wrong, or null where the expectation holds.</summary>
    public string? Check(IReadOnlyList<Item> items)
    {
        var found = items.Count(item => Conditions.All(c => c.Holds(item)));
        var holds = None ? found == 0 : Count is { } n ? found == n : found > 0;
        if (holds) return null;
        var shown = items.Count == 0 ? "  (nothing found)" : string.Join('\n', items.Select(i => "  " + i));
        return $"{Where}: {Line}\nfound under {Section}:\n{shown}";
    }

    [GeneratedRegex("""^(?:(?<no>no) |(?<count>\d+) )?(?<section>[a-z]+)(?::(?<rest>.*))?$""")]
    private static partial Regex LinePattern();

    [GeneratedRegex("""(?<key>[a-z]+)\s+(?<tilde>~\s*)?(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<bare>[^;"]+))\s*(?:;|$)""")]
    private static partial Regex ConditionPattern();
}

/// <summary>A key and the value it must have; with a tilde the value need only be contained. "null" asks for nothing.</summary>
internal sealed record Condition(string Key, bool Contains, string Value)
{
    public bool Holds(Item item)
    {
        if (!item.Values.TryGetValue(Key, out var values))
            throw new FormatException($"{item.Section} has no \"{Key}\"; it has {string.Join(", ", item.Values.Keys)}");
        var wanted = Value.Replace("\\\"", "\"").Replace("\\n", "\n");
        if (Value == "null") return values.Count == 0;
        return values.Any(v => Contains ? v.Contains(wanted, StringComparison.OrdinalIgnoreCase) : v == wanted);
    }
}

/// <summary>Something read, as keys with no, one or several values.</summary>
internal sealed record Item(string Section, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    public override string ToString() =>
        string.Join("; ", Values.Where(v => v.Value.Count > 0).Select(v => $"{v.Key} {string.Join(" | ", v.Value.Select(x => $"\"{x}\""))}"));
}
