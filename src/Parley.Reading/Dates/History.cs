namespace Parley.Reading.Dates;

/// <summary>Tells a history, whose dates count from one another, from a report, whose dates count from its publication.</summary>
internal static class History
{
    private const int FewestYears = 5;
    private const int FewestMonths = 20;

    /// <summary>Whether most of the years named lie two years or more before publication and hardly a word points to today.</summary>
    public static bool IsTold(PieceText text, DateOnly? published)
    {
        var (past, all, days) = (0, 0, 0);
        foreach (var piece in text.Pieces)
        {
            if (piece.Is(Kind.Bc)) past++;
            if (piece.Is(Kind.Weekday)) days++;
            if (!piece.Is(Kind.Year) || piece.Number < 1400) continue;
            all++;
            if (piece.Number < (published?.Year ?? piece.Number + 2) - 1) past++;
        }

        return past >= FewestYears && past * 2 > all && days * 4 < past;
    }

    /// <summary>Whether a history is a chronicle, month by month: there even "a few weeks later" and "for ten days" have their place.</summary>
    public static bool IsChronicle(PieceText text)
    {
        var months = 0;
        foreach (var piece in text.Pieces)
            if (piece.Is(Kind.Bc) || (piece.Is(Kind.Month) && char.IsUpper(text.Chars[piece.Start]))) months++;
        return months >= FewestMonths;
    }

    /// <summary>The first year a history names, for the dates before it.</summary>
    public static PartialDate? Opening(PieceText text, DateOnly? published)
    {
        if (!IsTold(text, published)) return null;
        for (var i = 0; i < text.Pieces.Count; i++)
        {
            var piece = text.Pieces[i];
            if (piece.Is(Kind.Num) && text.Is(i + 1, Kind.Bc)) return new(-piece.Number);
            if (piece.Is(Kind.Year) && piece.Number >= 1400) return new(piece.Number);
        }

        return null;
    }
}
