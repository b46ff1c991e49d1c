namespace Parley.Language.Text;

/// <summary>Parts contracted words: "do|n't", "it|'s", "can|not", "workers|'".</summary>
internal static class Contractions
{
    /// <summary>Adds a word's one, two or three parts ("could|n't|'ve").</summary>
    public static void Split(string chars, Span word, List<Span> tokens)
    {
        var last = Cut(chars, word);
        var first = last < word.End ? Cut(chars, new(word.Start, last)) : last;
        if (first < last) tokens.Add(new(word.Start, first));
        if (last > first) tokens.Add(new(first, last));
        else tokens.Add(new(word.Start, last));
        if (last < word.End) tokens.Add(new(last, word.End));
    }

    /// <summary>Where the last part of a contracted word begins; the word's end if it is whole.</summary>
    private static int Cut(string chars, Span word)
    {
        var (start, end) = (word.Start, word.End);
        var length = word.Length;
        if (length < 3 || length > 40) return end;
        Span<char> tail = stackalloc char[7];
        var kept = Math.Min(length, 7);
        for (var i = 0; i < kept; i++)
        {
            var c = chars[end - kept + i];
            tail[i] = c < 128 ? char.ToLowerInvariant(c) : Letters.IsApostrophe(c) ? '\'' : c;
        }

        tail = tail[..kept];
        if (length == 6 && tail is "cannot") return end - 3;
        if (length == 5 && tail is "gonna" or "wanna" or "gotta") return end - 2;
        if (length == 5 && tail is "lemme" or "gimme") return end - 2;
        if (length == tail.Length && IsUnmarkedNegation(tail)) return end - 2;
        if (length == 5 && tail is "thats" or "whats") return end - 1;
        if (tail.EndsWith("n't")) return length > 3 ? end - 3 : end;
        if (tail.EndsWith("'ll") || tail.EndsWith("'ve") || tail.EndsWith("'re")) return end - 3;
        if (tail.EndsWith("'m") || tail.EndsWith("'d")) return end - 2;
        if (tail.EndsWith("'s")) return tail is [.., '0', _, _] && length is 4 or 6 && char.IsAsciiDigit(chars[start]) ? end : end - 2;
        return end;
    }

    private static bool IsUnmarkedNegation(ReadOnlySpan<char> word) =>
        word is "dont" or "didnt" or "doesnt" or "isnt" or "wasnt" or "arent" or "hasnt" or "havent" or "couldnt" or "wouldnt" or "cant";
}
