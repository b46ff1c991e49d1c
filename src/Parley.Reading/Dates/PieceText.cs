using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>A text with its pieces.</summary>
/// <param name="document">Its tags and trees, where it has any.</param>
internal sealed class PieceText(string chars, List<Piece> pieces, Document? document = null)
{
    public Document? Document => document;

    public string Chars => chars;

    public List<Piece> Pieces => pieces;

    public string Lower(int piece) => piece < 0 || piece >= pieces.Count ? "" : chars[pieces[piece].Start..pieces[piece].End].ToLowerInvariant();

    public bool Is(int piece, Kind kind) => piece >= 0 && piece < pieces.Count && pieces[piece].Is(kind);

    /// <summary>The first character of a piece, or a line break beyond either end of the text.</summary>
    public char First(int piece) => piece >= 0 && piece < pieces.Count ? chars[pieces[piece].Start] : '\n';

    /// <summary>Whether a sentence may end before this piece.</summary>
    public bool StartsSentence(int piece) =>
        piece <= 0 || piece >= pieces.Count || pieces[piece].Gap == Gap.Line
        || (First(piece - 1) is '.' or '!' or '?' && pieces[piece].Gap != Gap.None && !char.IsLower(First(piece)) && !AfterInitial(piece - 1))
        || (First(piece - 1) is '"' or '”' or '’' && First(piece - 2) is '.' or '!' or '?' && pieces[piece].Gap != Gap.None);

    /// <summary>Whether no sentence ends between two pieces.</summary>
    public bool SameSentence(int a, int b)
    {
        if (a < 0 || b - a > 60) return false;
        for (var i = a + 1; i <= b; i++)
            if (StartsSentence(i)) return false;
        return true;
    }

    private bool AfterInitial(int stop) => stop > 0 && pieces[stop - 1].End - pieces[stop - 1].Start == 1 && char.IsUpper(First(stop - 1));
}
