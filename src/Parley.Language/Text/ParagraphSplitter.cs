namespace Parley.Language.Text;

/// <summary>Finds paragraphs: blank lines part them, and so do single line ends unless the text is hard-wrapped.</summary>
/// <remarks>
/// A line end is taken for a wrap where the first word of the next line would not have fitted: the line and that word together
/// are longer than the longest line of the block. Blocks of lines under 40 or over 120 code points are never wrapped text.
/// </remarks>
public sealed class ParagraphSplitter
{
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 120;

    /// <summary>The paragraphs of a text, without surrounding white space, none empty. Linear.</summary>
    public List<Span> Split(string chars)
    {
        ArgumentNullException.ThrowIfNull(chars);
        var paragraphs = new List<Span>();
        var block = new List<Span>();
        for (var i = 0; i < chars.Length;)
        {
            var end = i;
            while (end < chars.Length && !IsLineEnd(chars[end])) end++;
            var line = Trim(chars, new(i, end));
            if (!line.IsEmpty) block.Add(line);
            var paragraphEnd = end < chars.Length && chars[end] is '\u2029' or '\f';
            if (line.IsEmpty || paragraphEnd) Close(chars, block, paragraphs);
            i = end + (end + 1 < chars.Length && chars[end] == '\r' && chars[end + 1] == '\n' ? 2 : 1);
        }

        Close(chars, block, paragraphs);
        return paragraphs;
    }

    private static void Close(string chars, List<Span> block, List<Span> paragraphs)
    {
        if (block.Count == 0) return;
        var longest = 0;
        foreach (var line in block) longest = Math.Max(longest, line.Length);
        var wrapped = block.Count > 1 && longest is >= NarrowestWrap and <= WidestWrap && FullLines(chars, block, longest);
        var open = block[0];
        for (var i = 1; i < block.Count; i++)
        {
            if (wrapped && IsFull(chars, block, i - 1, longest))
            {
                open = open.Union(block[i]);
                continue;
            }

            paragraphs.Add(open);
            open = block[i];
        }

        paragraphs.Add(open);
        block.Clear();
    }

    /// <summary>Whether most line ends of a block look like wraps.</summary>
    private static bool FullLines(string chars, List<Span> block, int width)
    {
        var full = 0;
        for (var i = 0; i + 1 < block.Count; i++)
            if (IsFull(chars, block, i, width)) full++;
        return full * 3 >= (block.Count - 1) * 2;
    }

    private static bool IsFull(string chars, List<Span> block, int line, int width)
    {
        var next = block[line + 1];
        var word = next.Start;
        while (word < next.End && !char.IsWhiteSpace(chars[word])) word++;
        return block[line].Length + 1 + (word - next.Start) > width;
    }

    private static Span Trim(string chars, Span line)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && Letters.IsSpace(chars[start])) start++;
        while (end > start && Letters.IsSpace(chars[end - 1])) end--;
        return new(start, end);
    }

    private static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085' or '\f' or '\v';
}
