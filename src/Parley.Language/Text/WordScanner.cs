namespace Parley.Language.Text;

/// <summary>Finds where a word that begins with a letter or a digit ends: what joins stays, what parts goes.</summary>
internal static class WordScanner
{
    /// <param name="chars">The text.</param>
    /// <param name="start">Where the word begins.</param>
    /// <param name="limit">End of the stretch without white space.</param>
    /// <param name="paragraphEnd">End of the paragraph.</param>
    public static int End(string chars, int start, int limit, int paragraphEnd)
    {
        if (char.IsAsciiDigit(chars[start]) || chars[start] == '.')
        {
            var number = NumberEnd(chars, start, limit);
            if (number > start) return FinalDot(chars, start, number, limit, paragraphEnd);
            if (chars[start] == '.') return start + 1;
        }

        var end = start + 1;
        while (end < limit)
        {
            var c = chars[end];
            if (Letters.IsWord(c) || c == '_')
            {
                end++;
                continue;
            }

            if (end + 1 >= limit || !Letters.IsWord(chars[end + 1]) ) break;
            var joins = c == '.' && Dot(chars, start, end, limit)
                || c == '&' && char.IsAsciiLetterUpper(chars[end - 1]) && char.IsAsciiLetterUpper(chars[end + 1])
                || c == '/' && OneLetterEach(chars, start, end, limit)
                || Letters.IsApostrophe(c)
                || Letters.IsHyphen(c) && Prefixes.Bind(chars, start, end, limit);
            if (!joins) break;
            end++;
        }

        if (end < limit && chars[end] == '$' && end - start <= 3 && AllUpper(chars, start, end)) return end + 1;
        return FinalDot(chars, start, end, limit, paragraphEnd);
    }

    /// <summary>A number with its separators, time, date or telephone number; its start where what begins is not just a number.</summary>
    private static int NumberEnd(string chars, int start, int limit)
    {
        var end = start;
        var hyphens = 0;
        while (end < limit)
        {
            if (char.IsAsciiDigit(chars[end]))
            {
                end++;
                continue;
            }

            var joins = chars[end] is '.' or ',' or ':' or '/' && end + 1 < limit && char.IsAsciiDigit(chars[end + 1])
                && (chars[end] != ',' || end + 3 < limit && char.IsAsciiDigit(chars[end + 2]) && char.IsAsciiDigit(chars[end + 3]));
            if (Letters.IsHyphen(chars[end]) && end + 1 < limit && char.IsAsciiDigit(chars[end + 1]))
            {
                if (hyphens == 0 && !IsHyphenedNumber(chars, start, limit)) return end;
                hyphens++;
                joins = true;
            }

            if (!joins) break;
            end++;
        }

        if (end < limit && Letters.IsWord(chars[end]))
        {
            var tail = end;
            while (tail < limit && Letters.IsWord(chars[tail])) tail++;
            if (NumberSuffix(chars.AsSpan(end, tail - end))) return end;
            return start;
        }

        return end;
    }

    /// <summary>"2024-03-14", "713-853-3989", "555-0134" stay whole; "15-20" does not.</summary>
    private static bool IsHyphenedNumber(string chars, int start, int limit)
    {
        Span<int> groups = stackalloc int[4];
        var count = 0;
        var i = start;
        while (i < limit && count < 4)
        {
            var digits = i;
            while (i < limit && char.IsAsciiDigit(chars[i])) i++;
            if (i == digits) break;
            groups[count++] = i - digits;
            if (i + 1 >= limit || !Letters.IsHyphen(chars[i]) || !char.IsAsciiDigit(chars[i + 1])) break;
            i++;
        }

        if (i < limit && (Letters.IsWord(chars[i]) || Letters.IsHyphen(chars[i]))) return false;
        return count > 2 || count == 2 && groups[0] == 3 && groups[1] == 4;
    }

    /// <summary>Units written against their number and parted from it: "5pm", "20km".</summary>
    private static bool NumberSuffix(ReadOnlySpan<char> tail) => tail is "pm" or "am" or "PM" or "AM" or "km" or "kg" or "mm" or "cm" or "m" or "bn" or "mg" or "ft" or "mph" or "k" or "K" or "hrs" or "yrs";

    /// <summary>Whether a full stop inside a word belongs to it: "U.S", "e.g", "example.com"; not "end.Next".</summary>
    private static bool Dot(string chars, int start, int dot, int limit)
    {
        if (char.IsAsciiDigit(chars[dot - 1]) && char.IsAsciiDigit(chars[dot + 1])) return true;
        var before = dot;
        while (before > start && Letters.IsWord(chars[before - 1]) && dot - before < 4) before--;
        if (dot - before == 1) return true;
        var after = dot + 1;
        while (after < limit && Letters.IsWord(chars[after])) after++;
        if (char.IsUpper(chars[dot + 1]))
            return after - dot - 1 <= 2 && dot - before <= 3 && after < limit && chars[after] == '.';
        var tail = chars.AsSpan(dot + 1, after - dot - 1);
        return tail is "com" or "org" or "net" or "gov" or "edu" or "int" or "co" or "uk" or "eu" or "io" or "tv" or "html" or "doc" or "pdf" or "htm" or "m" or "info"
            || dot - before <= 3 && tail.Length <= 2 && after < limit && chars[after] == '.';
    }

    private static bool OneLetterEach(string chars, int start, int slash, int limit) =>
        slash == start + 1 && (slash + 2 >= limit || !Letters.IsWord(chars[slash + 2])) && char.IsAsciiLetter(chars[start]);

    private static bool AllUpper(string chars, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (!char.IsAsciiLetterUpper(chars[i])) return false;
        return true;
    }

    /// <summary>Takes in the full stop of an abbreviation or initial.</summary>
    private static int FinalDot(string chars, int start, int end, int limit, int paragraphEnd)
    {
        if (end >= limit || chars[end] != '.' || end + 1 < limit && chars[end + 1] == '.') return end;
        return Abbreviations.Takes(chars, start, end, paragraphEnd) ? end + 1 : end;
    }
}
