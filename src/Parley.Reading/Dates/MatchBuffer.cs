namespace Parley.Reading.Dates;

/// <summary>Room for the matches at one piece, used again at the next.</summary>
internal sealed class MatchBuffer(PieceText text)
{
    private const int Most = 32;
    private readonly (Match Match, int Order)[] _found = new (Match, int)[Most];

    public (Step Step, int Piece)[] Path { get; } = new (Step, int)[Match.MostSteps];

    public int Count { get; private set; }

    public Match this[int i] => _found[i].Match;

    public void Clear() => Count = 0;

    public void Add(DateRule rule, int order, int depth)
    {
        if (Count == Most) return;
        var match = _found[Count].Match ?? new Match { Text = text };
        match.Set(rule, Path.AsSpan(0, depth));
        _found[Count++] = (match, order);
    }

    public void Sort() => _found.AsSpan(0, Count).Sort(static (a, b) =>
        a.Match.Length != b.Match.Length ? b.Match.Length.CompareTo(a.Match.Length) : a.Order.CompareTo(b.Order));
}
