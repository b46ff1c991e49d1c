using System.Globalization;

namespace Parley.Language.Text;

/// <summary>What a character is to the scanner.</summary>
internal static class Letters
{
    /// <summary>White space, and the marks that stand for nothing: zero-width space, byte order mark.</summary>
    public static bool IsSpace(char c) => c < 128 ? c is ' ' or (>= '\t' and <= '\r') : char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF';

    /// <summary>A letter, a digit or a mark that sits on one.</summary>
    public static bool IsWord(char c)
    {
        if (c < 128) return char.IsAsciiLetterOrDigit(c);
        return char.IsLetterOrDigit(c) || IsMark(c);
    }

    /// <summary>A combining mark, a joiner or a soft hyphen: never begins a token where it can be helped.</summary>
    public static bool IsMark(char c) =>
        c >= '\u00AD' && (c is '\u00AD' or '\u200C' or '\u200D' or '\u2060'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u00B4' or '\u02BC';

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>A mark that may open or close a quotation.</summary>
    public static bool IsQuote(char c) => c is '"' or '\'' or '`' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') or '\u2039' or '\u203A';

    public static bool IsCloser(char c) => c is '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or '\u203A' or ')' or ']' or '}' or '\u201C';
}
