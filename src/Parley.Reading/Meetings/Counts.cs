using System.Globalization;

namespace Parley.Reading.Meetings;

/// <summary>Numbers by which meetings are counted: "two", "the fourth", "39th", "fifty-fifth".</summary>
internal static class Counts
{
    private static readonly string[] s_numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] s_ordinals =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private static readonly string[] s_tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static int? Number(string word) =>
        Array.IndexOf(s_numbers, word) is var n and >= 0 ? n + 1 : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100 ? number : null;

    public static int? Ordinal(string word)
    {
        if (Array.IndexOf(s_ordinals, word) is var n and >= 0) return n + 1;
        if (word.Length is 3 or 4 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th") return int.TryParse(word[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Array.IndexOf(s_tens, word[..hyphen]) is var tens and >= 0 && Array.IndexOf(s_ordinals, word[(hyphen + 1)..]) is var unit and >= 0 and < 9 ? (10 * (tens + 2)) + unit + 1 : null;
    }

    /// <summary>The ordinal before a noun: "the fourth bargaining session".</summary>
    public static int? OrdinalBefore(SentenceView s, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 3); i--)
            if (Ordinal(s[i]) is { } number) return s[i - 1] == "-" && Array.IndexOf(s_tens, s[i - 2]) is var tens and >= 0 && number < 10 ? (10 * (tens + 2)) + number : number;
            else if (s[i] is "," or "of" or "in" or "day") return null;
        return null;
    }
}
