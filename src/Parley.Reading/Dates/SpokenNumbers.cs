namespace Parley.Reading.Dates;

/// <summary>Joins numbers in words: "twenty-five", "twenty fifth", "two hundred", "nineteen ninety-two", "two thousand and fifteen".</summary>
internal static class SpokenNumbers
{
    /// <summary>Joins the last piece, a number in words, to those before it that it goes on.</summary>
    public static void Join(List<Piece> pieces, string text)
    {
        var piece = pieces[^1];
        var between = pieces.Count > 2 && (piece.Gap == Gap.None && pieces[^2].Is(Kind.Dash) && pieces[^2].Gap == Gap.None || IsAnd(pieces[^2], text) && piece.Gap == Gap.Space);
        var before = pieces.Count < 2 ? default : between ? pieces[^3] : pieces[^2];
        if (!before.Is(Kind.Num) || !(between || piece.Gap == Gap.Space)) return;
        var number = Joined(before, piece);
        if (number < 0 || (between && IsAnd(pieces[^2], text) && before.Number % 100 != 0)) return;
        pieces.RemoveRange(pieces.Count - (between ? 3 : 2), between ? 3 : 2);
        var kinds = (piece.Kinds & (Kind.Num | Kind.Ord)) | Kind.Spelled | PieceReader.OfNumber(number, 0);
        if (number is >= 1300 and < 2100 && piece.Is(Kind.Num)) kinds |= Kind.Year;
        pieces.Add(new(before.Start, piece.End, kinds, number, -1, before.Gap));
    }

    /// <summary>The number two make together; -1 where they make none.</summary>
    private static int Joined(Piece before, Piece piece)
    {
        var (left, right) = (before.Number, piece.Number);
        if (right is 100 or 1000 && piece.Is(Kind.Num)) return left is > 0 and < 100 ? left * right : -1;
        if (!before.Is(Kind.Spelled)) return -1;
        if (left is >= 20 and < 100 && left % 10 == 0 && right < 10) return left + right;
        if (left >= 100 && right < 100 && (left % 100 == 0 || left % 10 == 0 && right < 10 && left % 100 >= 20)) return left + right;
        return left is >= 13 and <= 20 && right is >= 10 and < 100 && piece.Is(Kind.Num) ? (left * 100) + right : -1;
    }

    private static bool IsAnd(Piece piece, string text) => piece.Gap == Gap.Space && text.AsSpan(piece.Start, piece.End - piece.Start).Equals("and", StringComparison.OrdinalIgnoreCase);
}
