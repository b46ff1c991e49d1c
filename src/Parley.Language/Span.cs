namespace Parley.Language;

/// <summary>A half-open range <c>[Start, End)</c> in Unicode code points of a report's text.</summary>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    /// <summary>Number of code points covered.</summary>
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share at least one code point.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The smallest span that holds both.</summary>
    public Span Union(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>By start, then the shorter first.</summary>
    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    public static bool operator <(Span a, Span b) => a.CompareTo(b) < 0;

    public static bool operator >(Span a, Span b) => a.CompareTo(b) > 0;

    public static bool operator <=(Span a, Span b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Span a, Span b) => a.CompareTo(b) >= 0;

    public override string ToString() => $"[{Start}, {End})";
}
