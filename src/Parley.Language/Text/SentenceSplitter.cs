namespace Parley.Language.Text;

/// <summary>Finds where the sentences of a paragraph end.</summary>
public sealed class SentenceSplitter
{
    /// <summary>Adds, for each sentence of the tokens <c>[first, tokens.Count)</c>, the index after its last token. Linear.</summary>
    public void Split(string chars, List<Span> tokens, int first, List<int> ends)
    {
        ArgumentNullException.ThrowIfNull(chars);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(ends);
        if (first == tokens.Count) return;
        var opening = Math.Max(PlaceLine.End(chars, tokens, first), TimeStamp.End(chars, tokens, first));
        if (opening > first) ends.Add(opening);
        for (var i = opening; i < tokens.Count; i++)
        {
            if (!EndsSentence(chars, tokens, i) || i == first && IsNumbered(chars, tokens[i])) continue;
            var end = i + 1;
            while (end < tokens.Count && tokens[end].Start == tokens[end - 1].End && Closes(chars, tokens, end)) end++;
            end = AfterReference(chars, tokens, end);
            if (end < tokens.Count && !Begins(chars, tokens, i, end)) continue;
            ends.Add(end);
            i = end - 1;
        }

        if (ends.Count == 0 || ends[^1] != tokens.Count) ends.Add(tokens.Count);
    }

    private static bool EndsSentence(string chars, List<Span> tokens, int i)
    {
        var token = tokens[i];
        if (chars[token.Start] is '!' or '?' or '\u2026') return true;
        if (chars[token.End - 1] != '.') return false;
        if (token.Length == 1 || chars[token.Start] == '.') return true;
        var word = chars.AsSpan(token.Start, token.Length - 1);
        return word.Length > 1 && !Abbreviations.IsLeading(word);
    }

    /// <summary>Whether a paragraph's first token numbers it: "2.", "4.1."; such a mark ends nothing.</summary>
    private static bool IsNumbered(string chars, Span token) => token.Length > 1 && char.IsAsciiDigit(chars[token.Start]);

    private static bool Closes(string chars, List<Span> tokens, int i) =>
        Letters.IsCloser(chars[tokens[i].Start]) && tokens[i].Length <= 2 || chars[tokens[i].Start] is '.' or '!' or '?';

    /// <summary>Takes in a note's number: "… in 1805. [17] He …".</summary>
    private static int AfterReference(string chars, List<Span> tokens, int i)
    {
        while (i + 2 < tokens.Count && chars[tokens[i].Start] == '[' && char.IsAsciiDigit(chars[tokens[i + 1].Start]) && chars[tokens[i + 2].Start] == ']') i += 3;
        return i;
    }

    private static bool Begins(string chars, List<Span> tokens, int mark, int next)
    {
        var token = tokens[next];
        if (token.Start == tokens[next - 1].End) return false;
        var c = chars[token.Start];
        if (char.IsLower(c)) return false;
        if (c is ',' or ';' or ':' or ')' or '-' or '\u2013' or '\u2014') return false;
        if (chars[tokens[mark].Start] is '!' or '?' && Letters.IsQuote(chars[tokens[next - 1].Start]) && SaysSo(chars, tokens, next)) return false;
        if (tokens[mark].Length > 1 && chars[tokens[mark].Start] != '.')
            return char.IsUpper(c) && Starters.Begin(chars.AsSpan(token.Start, token.Length)) || Letters.IsQuote(c);
        return true;
    }

    /// <summary>Whether a speaker and a verb of speech follow a quotation that asks or exclaims: "Why?" Ms. Tarn asked.</summary>
    private static bool SaysSo(string chars, List<Span> tokens, int next)
    {
        for (var i = next; i < tokens.Count && i < next + 5; i++)
        {
            var word = chars.AsSpan(tokens[i].Start, tokens[i].Length);
            if (i > next && word is "said" or "asked" or "says" or "asks" or "added" or "replied" or "cried" or "shouted" or "demanded" or "wondered" or "told" or "exclaimed" or "wrote") return true;
            if (!char.IsUpper(word[0])) return false;
        }

        return false;
    }
}
