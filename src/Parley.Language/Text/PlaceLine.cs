namespace Parley.Language.Text;

/// <summary>The line of place and day that opens a wire report: "GENEVA, March 3 (Wire) —". It stands apart from the sentence after it.</summary>
internal static class PlaceLine
{
    private const int MostTokens = 18;

    /// <summary>The index after the dash that ends a place line; <paramref name="first"/> where the paragraph opens with none.</summary>
    public static int End(string chars, List<Span> tokens, int first)
    {
        if (first >= tokens.Count || !char.IsUpper(chars[tokens[first].Start])) return first;
        var shouted = IsShouted(chars, tokens[first]);
        var last = Math.Min(tokens.Count - 1, first + MostTokens);
        for (var i = first + 1; i < last; i++)
        {
            var token = tokens[i];
            var c = chars[token.Start];
            if (c is '-' or '\u2013' or '\u2014' && token.Start > tokens[i - 1].End && tokens[i + 1].Start > token.End)
                return shouted || chars[tokens[i - 1].Start] == ')' ? i + 1 : first;
            if (!char.IsUpper(c) && !char.IsAsciiDigit(c) && c is not (',' or '.' or '(' or ')' or '/' or ':')) return first;
        }

        return first;
    }

    private static bool IsShouted(string chars, Span token)
    {
        if (token.Length < 3) return false;
        for (var i = token.Start; i < token.End; i++)
            if (!char.IsUpper(chars[i]) && char.IsLetter(chars[i])) return false;
        return true;
    }
}
