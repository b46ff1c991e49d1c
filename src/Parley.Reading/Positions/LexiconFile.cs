using System.Collections.Immutable;

namespace Parley.Reading.Positions;

/// <summary>Reads the tab-separated files under <c>Data</c>; their heads describe them.</summary>
internal static class LexiconFile
{
    /// <summary>The rows of an embedded file, without comments and blank lines.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream("Positions." + name)
            ?? throw new InvalidOperationException($"the resource {name} is missing");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    public static EventClass Class(string name) => Enum.Parse<EventClass>(name.Replace("_", ""), ignoreCase: true);

    public static ClassDefaults Defaults(string[] row)
    {
        var own = new Meaning(Class(row[0]), ParseStance(row[1]), ParseFirmness(row[2]));
        return new(own, ParseMeaning(row[3]), ParseMeaning(row[4]), row[3] == "flip", Given(row[5]), Given(row[6]));
    }

    /// <summary>The triggers of one row: class, kind, options, rows of lemmas parted by semicolons.</summary>
    public static IEnumerable<Trigger> Triggers(string[] row, ImmutableDictionary<EventClass, ClassDefaults> classes)
    {
        var defaults = classes[Class(row[0])];
        var kind = Enum.Parse<TriggerKind>(row[1], ignoreCase: true);
        var options = row[2].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(o => o.Split('=')).ToDictionary(o => o[0], o => o.ElementAtOrDefault(1));
        var meaning = defaults.Meaning;
        if (options.TryGetValue("stance", out var stance)) meaning = meaning with { Stance = ParseStance(stance!) };
        if (options.TryGetValue("firm", out var firm)) meaning = meaning with { Firmness = ParseFirmness(firm!) };
        if (options.TryGetValue("polarity", out var polarity)) meaning = meaning with { Polarity = polarity == "+" ? Polarity.Positive : Polarity.Negative };
        var negated = options.TryGetValue("not", out var not) ? ParseMeaning(not!) : defaults.Negated;
        foreach (var text in row[3].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pattern = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element).ToImmutableArray();
            yield return new(
                text, kind, pattern, meaning, negated, defaults.NoLonger, defaults.Flips,
                options.ContainsKey("soft"), options.ContainsKey("weak"), options.ContainsKey("past"), options.ContainsKey("ahead"), options.ContainsKey("cue"), options.ContainsKey("mute"), options.GetValueOrDefault("needs"));
        }
    }

    private static PatternElement Element(string text) => text switch
    {
        "_" => new([], PatternPlace.Any),
        ".." => new([], PatternPlace.Gap),
        "-" => new([], PatternPlace.Last),
        _ => new([.. text.Split('/')], PatternPlace.Word),
    };

    private static Meaning? ParseMeaning(string text)
    {
        if (text is "none" or "flip") return null;
        var parts = text.Split('/');
        return new(Class(parts[0]), parts.Length > 1 ? ParseStance(parts[1]) : null, parts.Length > 2 ? ParseFirmness(parts[2]) : null);
    }

    private static string? Given(string text) => text == "-" ? null : text;

    private static Stance? ParseStance(string text) => text == "-" ? null : Enum.Parse<Stance>(text, ignoreCase: true);

    private static Firmness? ParseFirmness(string text) => text == "-" ? null : Enum.Parse<Firmness>(text.Replace("-", ""), ignoreCase: true);
}
