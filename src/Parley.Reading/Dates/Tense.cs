namespace Parley.Reading.Dates;

/// <summary>Whether a clause tells of what is over or of what is to come.</summary>
internal enum Direction { Unknown, Past, Future }

/// <summary>The tense of the clause around an expression, from the nearest word that carries one.</summary>
internal static class Tense
{
    private const int Reach = 14; // pieces to either side

    public static Direction At(PieceText text, int first, int end)
    {
        var lead = first - 1;
        while (lead > 0 && lead > first - 6 && (text.Lower(lead) is "on" or "the" or "midnight" or "noon" or "of" or ":" || text.Is(lead, Kind.Ampm | Kind.Part | Kind.Edge | Kind.Bound | Kind.Num))) lead--;
        if (text.Lower(lead) is "by" or "until" or "till") return Direction.Future;
        if (text.Lower(lead) is "since" or "last") return Direction.Past;
        if (text.First(end) == ':' && text.StartsSentence(first)) return Direction.Future; // an agenda
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
        if (text.Lower(i - 1) is "be") return Direction.Unknown; // "will be held": the auxiliary decides
        if (text.Lower(i) is "to" && text.Lower(i - 1) is "is" or "are" or "were") return text.Lower(i - 1) is "were" ? Direction.Past : Direction.Future;
        if (piece.Is(Kind.Backward)) return Direction.Past;
        var word = text.Chars.AsSpan(piece.Start, piece.End - piece.Start);
        return word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) ? Direction.Past : Direction.Unknown;
    }
}
