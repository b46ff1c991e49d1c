using Parley.Analysis.Stability;

namespace Parley.Exchange.Conflicts;

/// <summary>Reads preference statements such as <c>!Seize &amp; (License | Talks)</c>, <c>License if Talks</c>, <c>A iff B</c>; an option is its name or its number from 1.</summary>
public sealed class FormulaReader(IReadOnlyList<string> options)
{
    // Longest first, so that "Seize ships" is not read as "Seize".
    private readonly (string Name, int Option)[] _names = [.. options.Select((name, i) => (name, i)).OrderByDescending(x => x.name.Length)];

    /// <exception cref="FormatException">The statement cannot be read; the message says where.</exception>
    public Formula Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        var formula = Conditional(text, ref at, 0);
        Skip(text, ref at);
        return at == text.Length ? formula : throw Expected(text, at, "&, |, if, iff or the end");
    }

    private Formula Conditional(string text, ref int at, int depth)
    {
        var left = Disjunction(text, ref at, depth);
        if (Takes(text, ref at, "iff")) return new Iff(left, Disjunction(text, ref at, depth));
        return Takes(text, ref at, "if") ? new Implies(Disjunction(text, ref at, depth), left) : left;
    }

    private Formula Disjunction(string text, ref int at, int depth)
    {
        var parts = new List<Formula> { Conjunction(text, ref at, depth) };
        while (Takes(text, ref at, "|") || Takes(text, ref at, "or")) parts.Add(Conjunction(text, ref at, depth));
        return parts is [var one] ? one : new Any([.. parts]);
    }

    private Formula Conjunction(string text, ref int at, int depth)
    {
        var parts = new List<Formula> { Negation(text, ref at, depth) };
        while (Takes(text, ref at, "&") || Takes(text, ref at, "and")) parts.Add(Negation(text, ref at, depth));
        return parts is [var one] ? one : new All([.. parts]);
    }

    private Formula Negation(string text, ref int at, int depth)
    {
        if (depth > 100) throw Expected(text, at, "fewer brackets");
        if (Takes(text, ref at, "!") || Takes(text, ref at, "-") || Takes(text, ref at, "not")) return new Not(Negation(text, ref at, depth + 1));
        if (!Takes(text, ref at, "(")) return new Taken(Option(text, ref at));
        var inner = Conditional(text, ref at, depth + 1);
        return Takes(text, ref at, ")") ? inner : throw Expected(text, at, "\")\"");
    }

    private int Option(string text, ref int at)
    {
        Skip(text, ref at);
        foreach (var (name, option) in _names)
            if (Takes(text, ref at, name)) return option;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end > at && end - at < 4 && int.Parse(text.AsSpan(at, end - at), System.Globalization.CultureInfo.InvariantCulture) is var number && number >= 1 && number <= options.Count)
        {
            at = end;
            return number - 1;
        }

        throw Expected(text, at, $"an option ({string.Join(", ", options)})");
    }

    private static bool Takes(string text, ref int at, string word)
    {
        Skip(text, ref at);
        if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0) return false;
        var end = at + word.Length;
        if (char.IsLetterOrDigit(word[^1]) && end < text.Length && char.IsLetterOrDigit(text[end])) return false;
        at = end;
        return true;
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }

    private static FormatException Expected(string text, int at, string what) =>
        new($"statement \"{(text.Length > 80 ? $"{text[..80]}…" : text)}\", character {at + 1}: expected {what}");
}
