using System.Globalization;

namespace Parley.Language.Text;

/// <summary>The time of day that opens an entry of a live report: "14.20 Party sources say …", "6:40 a.m. GMT – Talks …". It stands apart from the sentence after it.</summary>
internal static class TimeStamp
{
    /// <summary>The index after the time, its zone and its dash; <paramref name="first"/> where the paragraph opens with none.</summary>
    public static int End(string chars, List<Span> tokens, int first)
    {
        if (first >= tokens.Count || !IsClock(chars.AsSpan(tokens[first].Start, tokens[first].Length))) return first;
        var end = first + 1;
        while (end < tokens.Count && IsHalf(chars.AsSpan(tokens[end].Start, tokens[end].Length))) end++;
        if (end < tokens.Count && chars[tokens[end].Start] is ':' or '-' or '\u2013' or '\u2014' or '|') end++;
        if (end >= tokens.Count || tokens[end].Start == tokens[end - 1].End) return first;
        return char.IsUpper(chars[tokens[end].Start]) || Letters.IsQuote(chars[tokens[end].Start]) ? end : first;
    }

    /// <summary>Whether tokens are a time with its zone and dash, and no more.</summary>
    public static bool Is(ReadOnlySpan<Token> tokens) => tokens.Length <= 4 && IsClock(tokens[0].Form);

    private static bool IsClock(ReadOnlySpan<char> word) =>
        word.Length is 4 or 5 && word[^3] is ':' or '.' or 'h' && char.IsAsciiDigit(word[^1]) && word[^2] is >= '0' and <= '5' && int.TryParse(word[..^3], CultureInfo.InvariantCulture, out var hour) && hour < 25;

    private static bool IsHalf(ReadOnlySpan<char> word) => word is "a.m." or "p.m." or "am" or "pm" or "AM" or "PM" or "GMT" or "UTC" or "BST" or "CET" or "CEST" or "EST" or "EDT" or "ET";
}
