using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Splits a text into pieces and joins those that make one number: "twenty-five", "12th", "1990s", "2,000", "p.m.".</summary>
internal sealed class PieceReader(Vocabulary vocabulary)
{
    private const int MostDigits = 9;

    /// <summary>Pieces of a text, in order. Linear in its length.</summary>
    public List<Piece> Read(string text)
    {
        var pieces = new List<Piece>(text.Length / 5);
        var gap = Gap.Line;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                gap = c is '\n' or '\r' ? Gap.Line : gap == Gap.None ? Gap.Space : gap;
                i++;
                continue;
            }

            var start = i;
            if (char.IsAsciiDigit(c))
            {
                i = ReadNumber(text, i, gap, pieces);
            }
            else if (char.IsLetter(c))
            {
                while (i < text.Length && char.IsLetter(text[i])) i++;
                i = ReadWord(text, start, i, gap, pieces);
            }
            else
            {
                i++;
                Add(pieces, text, start, i, gap);
            }

            gap = Gap.None;
        }

        return pieces;
    }

    private void Add(List<Piece> pieces, string text, int start, int end, Gap gap)
    {
        var word = vocabulary.IndexOf(text.AsSpan(start, end - start));
        var (kinds, number) = word < 0 ? (Kind.None, -1) : vocabulary[word];
        pieces.Add(new(start, end, kinds, number, word, gap));
    }

    private int ReadWord(string text, int start, int end, Gap gap, List<Piece> pieces)
    {
        // "p.m.", "B.C.", "A.D."
        if (end - start == 1 && end + 1 < text.Length && text[end] == '.' && char.IsLetter(text[end + 1])
            && (end + 2 >= text.Length || !char.IsLetter(text[end + 2])) && Abbreviation(text[start], text[end + 1]) is var kind and not Kind.None)
        {
            var stop = end + 2 < text.Length && text[end + 2] == '.' ? end + 3 : end + 2;
            pieces.Add(new(start, stop, kind, kind == Kind.Ampm && char.ToLowerInvariant(text[start]) == 'p' ? 12 : 0, -1, gap));
            return stop;
        }

        if (end - start == 1 && pieces.Count > 0 && pieces[^1].Is(Kind.Num | Kind.Decimal) && EndOfSpaced(text, start, end) is var spaced && spaced > end)
        {
            pieces.Add(new(start, spaced, Kind.Ampm, char.ToLowerInvariant(text[start]) == 'p' ? 12 : 0, -1, gap));
            return spaced;
        }

        if (end - start == 1 && text[start] is 'Q' or 'q' or 'H' && end < text.Length && char.IsAsciiDigit(text[end])
            && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            Add(pieces, text, start, end + 1, gap);
            return end + 1;
        }

        Add(pieces, text, start, end, gap);
        var piece = pieces[^1];
        if (piece.Is(Kind.Short) && end < text.Length && text[end] == '.')
            pieces[^1] = piece with { End = ++end, Kinds = piece.Kinds & ~Kind.Doubtful };
        else if (piece.Is(Kind.Spelled))
            SpokenNumbers.Join(pieces, text);
        return end;
    }

    /// <summary>After the "p . m ." or "p m" of spoken or tokenised text; the position itself where there is none.</summary>
    private static int EndOfSpaced(string text, int start, int end)
    {
        if (char.ToLowerInvariant(text[start]) is not ('a' or 'p')) return end;
        var at = Skip(text, end, ' ');
        var dotted = at < text.Length && text[at] == '.';
        if (dotted) at = Skip(text, at + 1, ' ');
        if (at == end || at >= text.Length || char.ToLowerInvariant(text[at]) != 'm' || (at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]))) return end;
        var stop = Skip(text, at + 1, ' ');
        return dotted && stop < text.Length && text[stop] == '.' ? stop + 1 : at + 1;
    }

    private static int Skip(string text, int at, char c) => at < text.Length && text[at] == c ? at + 1 : at;

    private static Kind Abbreviation(char first, char second) => (char.ToLowerInvariant(first), char.ToLowerInvariant(second)) switch
    {
        ('a' or 'p', 'm') => Kind.Ampm,
        ('b', 'c') => Kind.Bc,
        ('a', 'd') => Kind.Ad,
        _ => Kind.None,
    };

    private int ReadNumber(string text, int start, Gap gap, List<Piece> pieces)
    {
        var i = start;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        var digits = i - start;
        if (digits > MostDigits)
        {
            pieces.Add(new(start, i, Kind.None, -1, -1, gap));
            return i;
        }

        if (digits == 8 && IsCompactDay(text, start)) return ReadCompactDay(text, start, gap, pieces);
        var number = int.Parse(text.AsSpan(start, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        if (EndOfGroups(text, i) is var groups && groups > i)
        {
            pieces.Add(new(start, groups, Kind.None, -1, -1, gap));
            return groups;
        }

        if (digits <= 3 && i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - i <= 3 && (end + 1 >= text.Length || text[end] != '.' || !char.IsAsciiDigit(text[end + 1])))
            {
                pieces.Add(new(start, end, Kind.Decimal, number, -1, gap));
                return end;
            }
        }

        var letters = i;
        while (letters < text.Length && letters < i + 4 && char.IsLetter(text[letters])) letters++;
        var suffix = text.AsSpan(i, letters - i);
        if (digits <= 2 && (suffix.Equals("st", StringComparison.OrdinalIgnoreCase) || suffix.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || suffix.Equals("rd", StringComparison.OrdinalIgnoreCase) || suffix.Equals("th", StringComparison.OrdinalIgnoreCase)))
        {
            pieces.Add(new(start, letters, Kind.Ord, number, -1, gap));
            return letters;
        }

        if (digits is 2 or 4 or 3 && number % 10 == 0 && EndOfDecade(text, i) is var decade && decade > i)
        {
            pieces.Add(new(start, decade, Kind.Decade, digits == 2 ? 1900 + number : number, -1, gap));
            return decade;
        }

        pieces.Add(new(start, i, OfNumber(number, digits), number, -1, gap));
        return i;
    }

    /// <summary>"20240314", as files and codes are dated.</summary>
    private static bool IsCompactDay(string text, int start) =>
        (start + 8 == text.Length || !char.IsLetterOrDigit(text[start + 8])) && text.AsSpan(start, 2) is "19" or "20"
        && DateOnly.TryParseExact(text.AsSpan(start, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static int ReadCompactDay(string text, int start, Gap gap, List<Piece> pieces)
    {
        foreach (var (from, length) in (ReadOnlySpan<(int, int)>)[(0, 4), (4, 2), (6, 2)])
        {
            var number = int.Parse(text.AsSpan(start + from, length), NumberStyles.None, CultureInfo.InvariantCulture);
            pieces.Add(new(start + from, start + from + length, OfNumber(number, length), number, -1, from == 0 ? gap : Gap.None));
        }

        return start + 8;
    }

    /// <summary>After the "s" of "1990s" and "1990's"; the position itself where there is none.</summary>
    private static int EndOfDecade(string text, int i)
    {
        var s = i + 1 < text.Length && text[i] is '\'' or '’' ? i + 1 : i;
        return s < text.Length && text[s] == 's' && (s + 1 == text.Length || !char.IsLetterOrDigit(text[s + 1])) ? s + 1 : i;
    }

    /// <summary>After the groups of thousands of "12,000"; the position itself where there are none.</summary>
    private static int EndOfGroups(string text, int i)
    {
        while (i + 3 < text.Length && text[i] == ',' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
               && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])))
            i += 4;
        return i;
    }

    internal static Kind OfNumber(int number, int digits)
    {
        var kinds = Kind.Num;
        if (number is >= 1 and <= 31 && digits <= 2) kinds |= Kind.Day;
        if (number is >= 0 and <= 24 && digits <= 2) kinds |= Kind.Hour;
        if (number is >= 1 and <= 12 && digits <= 2) kinds |= Kind.MonthNo;
        if (digits == 2 && number < 60) kinds |= Kind.Minute;
        if (digits == 2) kinds |= Kind.Two;
        if (digits == 4) kinds |= Kind.Four;
        if (digits == 4 && number is >= 1000 and < 2200) kinds |= Kind.Year;
        return kinds;
    }
}
