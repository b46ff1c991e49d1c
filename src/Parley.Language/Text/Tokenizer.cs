namespace Parley.Language.Text;

/// <summary>Cuts a paragraph into syntactic words by the conventions of UD English: contractions and hyphened compounds are parted.</summary>
/// <remarks>One pass over the characters; a word is looked at a bounded number of times, so the time is linear in the text.</remarks>
public sealed class Tokenizer
{
    /// <summary>Adds the tokens of a stretch of text to a list, in order, none empty, none overlapping.</summary>
    public void Tokenize(string chars, Span within, List<Span> tokens)
    {
        ArgumentNullException.ThrowIfNull(chars);
        ArgumentNullException.ThrowIfNull(tokens);
        var item = ItemNumber(chars, within);
        if (item > within.Start) tokens.Add(new(within.Start, item));
        for (var i = item; i < within.End;)
        {
            if (Letters.IsSpace(chars[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < within.End && !Letters.IsSpace(chars[end])) end++;
            Chunk(chars, new(i, end), within.End, tokens);
            i = end;
        }
    }

    /// <summary>The end of the number of a list's item or section that begins a paragraph ("2.", "4.1."); else the start.</summary>
    private static int ItemNumber(string chars, Span within)
    {
        var i = within.Start;
        while (i < within.End && i - within.Start < 8 && (char.IsAsciiDigit(chars[i]) || chars[i] == '.' && i > within.Start && chars[i - 1] != '.')) i++;
        return i > within.Start && chars[i - 1] == '.' && i + 1 < within.End && chars[i] == ' ' ? i : within.Start;
    }

    /// <summary>Cuts a stretch without white space.</summary>
    private static void Chunk(string chars, Span chunk, int paragraphEnd, List<Span> tokens)
    {
        var address = WebAddress.Find(chars, chunk);
        for (var i = chunk.Start; i < chunk.End;)
        {
            var end = i == address.Start && !address.IsEmpty ? address.End
                : Emoticon(chars, i, chunk) is var face && face > i ? face
                : Letters.IsWord(chars[i]) || StartsNumber(chars, i, chunk) ? WordScanner.End(chars, i, chunk.End, paragraphEnd)
                : MarkEnd(chars, i, chunk.End);
            if (!address.IsEmpty && i < address.Start) end = Math.Min(end, address.Start);
            if (Letters.IsWord(chars[i]) && (address.IsEmpty || i != address.Start)) Contractions.Split(chars, new(i, end), tokens);
            else if (Clitic(chars, i, chunk) is var clitic && clitic > i) tokens.Add(new(i, end = clitic));
            else tokens.Add(new(i, end));
            i = end;
        }
    }

    /// <summary>".5", "'90s".</summary>
    private static bool StartsNumber(string chars, int i, Span chunk) =>
        chars[i] == '.' && i + 1 < chunk.End && char.IsAsciiDigit(chars[i + 1]) && (i == chunk.Start || !Letters.IsWord(chars[i - 1]) && chars[i - 1] != '.');

    /// <summary>The end of "'s" standing after a quotation mark or bracket, and of "'90s"; otherwise its start.</summary>
    private static int Clitic(string chars, int i, Span chunk)
    {
        if (!Letters.IsApostrophe(chars[i]) || i + 1 >= chunk.End) return i;
        var end = i + 1;
        while (end < chunk.End && Letters.IsWord(chars[end])) end++;
        var length = end - i - 1;
        if (i > chunk.Start && length == 1 && chars[i + 1] is 's' or 'S') return end;
        return length is 2 or 3 && char.IsAsciiDigit(chars[i + 1]) && char.IsAsciiDigit(chars[i + 2]) && (length == 2 || chars[i + 3] == 's') ? end : i;
    }

    /// <summary>The end of a token that begins with a punctuation mark or symbol: a run of the same mark, or the mark alone.</summary>
    private static int MarkEnd(string chars, int i, int limit)
    {
        var c = chars[i];
        var end = i + 1;
        if (c is '\uFFFC')
            while (end < limit && (chars[end] is '\uFFFC' || Letters.IsMark(chars[end]))) end++;
        else if (c is '.' or '-' or '*' or '=' or '_' or '~' or '#' or '+' or '<' or '>' or '`' or '$' or '/')
            while (end < limit && chars[end] == c) end++;
        else if (c is '!' or '?')
            while (end < limit && chars[end] is '!' or '?') end++;
        else if (c is '\'' && end < limit && chars[end] == c)
            end++;
        while (end < limit && Letters.IsMark(chars[end])) end++;
        return end;
    }

    private static int Emoticon(string chars, int i, Span chunk)
    {
        if (chars[i] is not (':' or ';' or '=') || i > chunk.Start && Letters.IsWord(chars[i - 1])) return i;
        var mouth = i + 1;
        if (mouth < chunk.End && chars[mouth] is '-' or '\'') mouth++;
        if (mouth >= chunk.End || chars[mouth] is not (')' or '(' or 'D' or 'P' or 'p' or '/' or '|' or 'O' or 'o')) return i;
        return mouth + 1 == chunk.End || !Letters.IsWord(chars[mouth + 1]) && chars[mouth] is ')' or '(' ? mouth + 1 : i;
    }
}
