namespace Parley.Analysis.Networks;

/// <summary>What the values of a variable are: names, whole numbers, or yes (1) and no (0).</summary>
public enum VariableType
{
    Text,
    Integer,
    Boolean,
}

/// <summary>
/// One variable of all statements, as a column: the distinct values in ascending order (text by UTF-16 code unit), and for every
/// statement the index of its value. A boolean variable always has the two levels 0 and 1.
/// </summary>
public sealed class StatementVariable
{
    private StatementVariable(string name, VariableType type, string[] levels, int[] numbers, int[] codes)
    {
        Name = name;
        Type = type;
        Levels = levels;
        Numbers = numbers;
        Codes = codes;
    }

    public string Name { get; }

    public VariableType Type { get; }

    /// <summary>True for a property of the report (author, source, section, type) that its statements share.</summary>
    public bool OfDocument { get; private init; }

    public IReadOnlyList<string> Levels { get; }

    /// <summary>The levels as numbers; empty for text.</summary>
    public IReadOnlyList<int> Numbers { get; }

    internal int[] Codes { get; }

    public string ValueOf(int statement) => Levels[Codes[statement]];

    public static StatementVariable Text(string name, IReadOnlyList<string> values, bool ofDocument = false)
    {
        var codes = Encode(values, StringComparer.Ordinal, out var levels);
        return new(name, VariableType.Text, levels, [], codes) { OfDocument = ofDocument };
    }

    public static StatementVariable Integer(string name, IReadOnlyList<int> values)
    {
        var codes = Encode(values, Comparer<int>.Default, out var numbers);
        return new(name, VariableType.Integer, [.. numbers.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))], numbers, codes);
    }

    public static StatementVariable Boolean(string name, IReadOnlyList<bool> values) =>
        new(name, VariableType.Boolean, ["0", "1"], [0, 1], [.. values.Select(v => v ? 1 : 0)]);

    /// <summary>A text variable whose values are already indexes into ascending, distinct levels; for callers with columns at hand.</summary>
    /// <exception cref="NetworkException">Levels out of order or a code out of range.</exception>
    public static StatementVariable TextFromCodes(string name, IReadOnlyList<string> levels, int[] codes)
    {
        for (var i = 1; i < levels.Count; i++)
        {
            if (string.CompareOrdinal(levels[i - 1], levels[i]) >= 0)
                throw new NetworkException($"the levels of '{name}' must ascend and differ, but '{levels[i]}' follows '{levels[i - 1]}'");
        }

        foreach (var code in codes)
        {
            if ((uint)code >= (uint)levels.Count)
                throw new NetworkException($"a code of '{name}' is {code}, expected 0 to {levels.Count - 1}");
        }

        return new(name, VariableType.Text, [.. levels], [], codes);
    }

    /// <summary>A boolean variable from codes 0 and 1.</summary>
    public static StatementVariable BooleanFromCodes(string name, int[] codes) =>
        Array.TrueForAll(codes, code => code is 0 or 1)
            ? new(name, VariableType.Boolean, ["0", "1"], [0, 1], codes)
            : throw new NetworkException($"a code of '{name}' is neither 0 nor 1");

    internal StatementVariable Reordered(int[] order)
    {
        var codes = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            codes[i] = Codes[order[i]];
        return new(Name, Type, (string[])Levels, (int[])Numbers, codes) { OfDocument = OfDocument };
    }

    private static int[] Encode<T>(IReadOnlyList<T> values, IComparer<T> order, out T[] levels)
        where T : notnull
    {
        levels = [.. values.Distinct()];
        Array.Sort(levels, order);
        var index = new Dictionary<T, int>(levels.Length);
        for (var i = 0; i < levels.Length; i++)
            index[levels[i]] = i;
        var codes = new int[values.Count];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = index[values[i]];
        return codes;
    }
}
