namespace Parley.Reading.Dates;

/// <summary>Whether a clause tells of what is over or of what is to come.</summary>
internal enum Direction { Unknown, Past, Future }

/// <summary>The tense of the clause around an expression, from the nearest word that carries one.</summary>
internal static class Tense
{
    private const int Reach = 14; // pieces to either side

    public static Direction At(PieceText text, int first, int end)
    {
        if (text.Lower(first - 1) is "by" or "until" or "till" or "before") return Direction.Future;
        if (text.Lower(first - 1) is "since" or "last") return Direction.Past;
        for (var i = first - 1; i >= 0 && i >= first - Reach && !text.StartsSentence(i + 1); i--)
            if (Of(text, i) is var way and not Direction.Unknown) return way;
        for (var i = end; i < text.Pieces.Count && i < end + Reach && !text.StartsSentence(i); i++)
            if (Of(text, i) is var way and not Direction.Unknown) return way;
        return Direction.Unknown;
    }

    private static Direction Of(PieceText text, int i)
    {
        var piece = text.Pieces[i];
        if (piece.Is(Kind.Forward) && !(piece.Is(Kind.Doubtful) && char.IsUpper(text.First(i)))) return Direction.Future;
        if (piece.Is(Kind.Backward)) return Direction.Past;
        var word = text.Chars.AsSpan(piece.Start, piece.End - piece.Start);
        if (word.Equals("to", StringComparison.Ordinal) && text.Is(i - 1, Kind.Backward | Kind.Forward) is false && text.Lower(i - 1) is "is" or "are" or "be" or "meant" or "wants" or "plan")
            return Direction.Future;
        return word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) ? Direction.Past : Direction.Unknown;
    }
}
