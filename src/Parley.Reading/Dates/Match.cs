using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>A rule's pattern found in the pieces of a text.</summary>
internal sealed class Match
{
    public const int MostSteps = 20;
    private readonly (Step Step, int Piece)[] _captures = new (Step, int)[MostSteps];
    private int _count;

    public required PieceText Text { get; init; }

    public DateRule Rule { get; private set; } = null!;

    /// <summary>Index of its first piece.</summary>
    public int First { get; private set; }

    /// <summary>Index after its last piece.</summary>
    public int End { get; private set; }

    public int Length => End - First;

    /// <summary>The number of the first piece that was taken as this kind; -1 where there is none.</summary>
    public int this[Kind kind] => this[kind, 0];

    /// <summary>The number of the n-th piece that was taken as this kind; -1 where there is none.</summary>
    public int this[Kind kind, int n] => Find(kind, n) is var i && i < 0 ? -1 : Text.Pieces[i].Number;

    public bool Has(Kind kind) => Find(kind, 0) >= 0;

    /// <summary>The unit of time named, the n-th where there are several.</summary>
    public Unit Unit(int n = 0) => (Unit)this[Kind.Unit | Kind.Units | Kind.Often, n];

    /// <summary>The words of the first piece that was taken as this kind, in lower case; empty where there is none.</summary>
    public string Word(Kind kind) => Find(kind, 0) is var i && i < 0 ? "" : Text.Lower(i);

    /// <summary>Whether one of the words spelled out in the pattern was met.</summary>
    public bool Says(string word)
    {
        for (var i = 0; i < _count; i++)
            if (_captures[i].Step.Word == word) return true;
        return false;
    }

    /// <summary>Extent of an expression; empty where this match has none of that index.</summary>
    public Span Part(int part)
    {
        var (start, end) = (-1, -1);
        for (var i = 0; i < _count; i++)
        {
            if (_captures[i].Step.Part != part) continue;
            var piece = Text.Pieces[_captures[i].Piece];
            if (start < 0) start = piece.Start;
            end = piece.End;
        }

        return new(start, end);
    }

    /// <summary>The first or last piece of an expression; -1 where this match has none of that index.</summary>
    public int PieceOf(int part, bool first)
    {
        var found = -1;
        for (var i = 0; i < _count && (found < 0 || !first); i++)
            if (_captures[i].Step.Part == part) found = _captures[i].Piece;
        return found;
    }

    public void Set(DateRule rule, ReadOnlySpan<(Step Step, int Piece)> captures)
    {
        Rule = rule;
        captures.CopyTo(_captures);
        _count = captures.Length;
        First = captures[0].Piece;
        End = captures[^1].Piece + 1;
    }

    private int Find(Kind kind, int n)
    {
        for (var i = 0; i < _count; i++)
            if ((_captures[i].Step.Kind & kind) != 0 && n-- == 0) return _captures[i].Piece;
        return -1;
    }
}
