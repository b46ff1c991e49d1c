namespace Parley.Language.Text;

/// <summary>Which marks belong together.</summary>
internal enum MarkKind { None, Straight, Curly, Guillemets, LowHigh, StraightSingle, CurlySingle, SingleGuillemets, Count }

/// <summary>A quotation mark and what its surroundings let it do.</summary>
internal readonly record struct QuotationMark(Span Span, MarkKind Kind, bool Opens, bool Closes);

internal static class QuotationMarks
{
    public static bool IsDouble(this MarkKind kind) => kind is MarkKind.Straight or MarkKind.Curly or MarkKind.Guillemets or MarkKind.LowHigh;

    /// <summary>The marks of a paragraph, in order; apostrophes, feet and inches left out.</summary>
    public static List<QuotationMark> Find(string chars, Span paragraph)
    {
        var marks = new List<QuotationMark>();
        var low = false;
        for (var i = paragraph.Start; i < paragraph.End; i++)
        {
            var c = chars[i];
            if (c is not ('"' or '\'' or '`') && c < '\u00AB') continue;
            switch (c)
            {
                case '"': AddStraight(chars, paragraph, new(i, i + 1), marks); break;
                case '\'' when i + 1 < paragraph.End && chars[i + 1] == '\'':
                case '`' when i + 1 < paragraph.End && chars[i + 1] == '`':
                    AddStraight(chars, paragraph, new(i, i + 2), marks);
                    i++;
                    break;
                case '\u201E': marks.Add(new(new(i, i + 1), MarkKind.LowHigh, true, false)); low = true; break;
                case '\u201C' when low: marks.Add(new(new(i, i + 1), MarkKind.LowHigh, false, true)); low = false; break;
                case '\u201D' when low: marks.Add(new(new(i, i + 1), MarkKind.LowHigh, false, true)); low = false; break;
                case '\u201C' or '\u201F': marks.Add(new(new(i, i + 1), MarkKind.Curly, true, false)); break;
                case '\u201D': marks.Add(new(new(i, i + 1), MarkKind.Curly, false, true)); break;
                case '\u00AB' or '\u00BB': AddGuillemet(chars, paragraph, i, MarkKind.Guillemets, marks); break;
                case '\u2039' or '\u203A': AddGuillemet(chars, paragraph, i, MarkKind.SingleGuillemets, marks); break;
                case '\'' or '\u2018' or '\u2019' or '\u201B' or '`': AddSingle(chars, paragraph, i, marks); break;
            }
        }

        DropApostrophes(marks);
        return marks;
    }

    private static char Before(string chars, Span paragraph, int i) => i > paragraph.Start ? chars[i - 1] : ' ';

    private static char After(string chars, Span paragraph, int i) => i < paragraph.End ? chars[i] : ' ';

    private static void AddStraight(string chars, Span paragraph, Span mark, List<QuotationMark> marks)
    {
        var (before, after) = (Before(chars, paragraph, mark.Start), After(chars, paragraph, mark.End));
        var opens = !Letters.IsSpace(after) && !IsClosingMark(after) && !Letters.IsWord(before);
        var closes = !Letters.IsSpace(before) && !IsOpeningMark(before);
        if (!opens && !closes) opens = closes = true;
        if (char.IsAsciiDigit(before) && !AnyOpen(marks, MarkKind.Straight)) return; // inches, seconds of arc
        marks.Add(new(mark, MarkKind.Straight, opens, closes));
    }

    private static void AddGuillemet(string chars, Span paragraph, int i, MarkKind kind, List<QuotationMark> marks)
    {
        // « opens in French and Italian usage, » in German and Danish: the first mark of a pair opens.
        var open = AnyOpen(marks, kind);
        marks.Add(new(new(i, i + 1), kind, !open, open));
    }

    private static void AddSingle(string chars, Span paragraph, int i, List<QuotationMark> marks)
    {
        var c = chars[i];
        var (before, after) = (Before(chars, paragraph, i), After(chars, paragraph, i + 1));
        if (Letters.IsWord(before) && Letters.IsWord(after)) return;
        var kind = c is '\'' or '`' ? MarkKind.StraightSingle : MarkKind.CurlySingle;
        var opens = (Letters.IsSpace(before) || IsOpeningMark(before) || before is '-' or '\u2014' or '\u2013' or '/') && !Letters.IsSpace(after)
            && c != '\u2019' && !IsElision(chars, paragraph, i);
        var closes = !Letters.IsSpace(before) && !IsOpeningMark(before) && !Letters.IsWord(after) && c is '\'' or '\u2019';
        if (char.IsAsciiDigit(before) && !AnyOpen(marks, kind)) return; // feet, minutes of arc
        if (opens || closes) marks.Add(new(new(i, i + 1), kind, opens, closes && !opens));
    }

    /// <summary>"'90s", "'em", "'tis", "'cause": an apostrophe before a clipped word.</summary>
    private static bool IsElision(string chars, Span paragraph, int i)
    {
        var end = i + 1;
        while (end < paragraph.End && end - i < 8 && Letters.IsWord(chars[end])) end++;
        var word = chars.AsSpan(i + 1, end - i - 1);
        if (word.Length >= 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && (word.Length == 2 || word.Length == 3 && word[2] == 's'))
            return true;
        return word is "em" or "tis" or "twas" or "Tis" or "Twas" or "cause" or "til" or "n" or "bout" or "round" or "cos";
    }

    /// <summary>Drops single marks that find no partner: apostrophes at the edge of a word.</summary>
    private static void DropApostrophes(List<QuotationMark> marks)
    {
        var open = 0;
        var kept = 0;
        Span<int> later = stackalloc int[(int)MarkKind.Count];
        foreach (var mark in marks)
            if (mark.Closes) later[(int)mark.Kind]++;
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            if (mark.Closes) later[(int)mark.Kind]--;
            if (mark.Kind is MarkKind.StraightSingle or MarkKind.CurlySingle)
            {
                if (mark.Opens && mark.Kind == MarkKind.StraightSingle && later[(int)mark.Kind] == 0) continue;
                if (mark.Closes && open == 0) continue;
                open += mark.Opens ? 1 : -1;
            }

            marks[kept++] = mark;
        }

        marks.RemoveRange(kept, marks.Count - kept);
    }

    private static bool AnyOpen(List<QuotationMark> marks, MarkKind kind)
    {
        for (var i = marks.Count - 1; i >= 0 && i > marks.Count - 9; i--)
            if (marks[i].Kind == kind) return marks[i].Opens;
        return false;
    }

    private static bool IsOpeningMark(char c) => c is '(' or '[' or '{' or '\u201C' or '\u2018' or '\u00AB' or '\u201E' or '"';

    private static bool IsClosingMark(char c) => c is ')' or ']' or '}' or '.' or ',' or ';' or ':' or '!' or '?' or '\u201D';
}
