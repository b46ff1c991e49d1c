namespace Parley.Language.Text;

/// <summary>Finds the one web or mail address that a stretch without white space may hold.</summary>
internal static class WebAddress
{
    /// <summary>The address, without the punctuation around it; an empty span if there is none.</summary>
    public static Span Find(string chars, Span chunk)
    {
        var text = chars.AsSpan(chunk.Start, chunk.Length);
        if (text.Length < 5) return default;
        var mark = text.IndexOfAny('@', '/', 'w');
        if (mark < 0) return default;
        var start = text.IndexOf("://", StringComparison.Ordinal) is var scheme && scheme > 1 ? SchemeStart(text, scheme)
            : text.IndexOf("www.", StringComparison.Ordinal) is var www && www >= 0 && (www == 0 || !Letters.IsWord(text[www - 1])) ? www
            : MailStart(text);
        if (start < 0) return default;
        var end = text.Length;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] is not ('<' or '>' or '"' or '\u201C' or '\u201D' or '\u00BB')) continue;
            end = i;
            break;
        }

        while (end > start && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019' or ')' or ']' or '*') end--;
        return end - start < 4 ? default : new(chunk.Start + start, chunk.Start + end);
    }

    private static int SchemeStart(ReadOnlySpan<char> text, int scheme)
    {
        var start = scheme;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        return start < scheme ? start : -1;
    }

    private static int MailStart(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        if (at < 1 || at + 3 >= text.Length || text[(at + 1)..].IndexOf('.') < 1) return -1;
        var start = at;
        while (start > 0 && (Letters.IsWord(text[start - 1]) || text[start - 1] is '.' or '-' or '_' or '+')) start--;
        return start < at ? start : -1;
    }
}
