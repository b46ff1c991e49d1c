using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>What a piece of text can be in a date. One piece can be several things: "12" is a number, a day, an hour and a month.</summary>
[Flags]
internal enum Kind : ulong
{
    None = 0,
    Num = 1UL << 0, // 7, seven, 2,000
    Day = 1UL << 1, // 1 to 31
    Hour = 1UL << 2, // 0 to 24
    Minute = 1UL << 3, // 00 to 59, two digits
    MonthNo = 1UL << 4, // 1 to 12
    Year = 1UL << 5, // 1000 to 2199, four digits
    Two = 1UL << 6, // any two digits
    Four = 1UL << 7, // any four digits
    Ord = 1UL << 8, // 12th, twelfth
    Month = 1UL << 9,
    Weekday = 1UL << 10, // Monday is 1
    Season = 1UL << 11,
    Part = 1UL << 12, // morning, evening
    Unit = 1UL << 13, // day, week
    Units = 1UL << 14, // days, weeks
    Decade = 1UL << 15, // 1990s, nineties
    Ampm = 1UL << 16,
    Bc = 1UL << 17,
    Ad = 1UL << 18,
    Zone = 1UL << 19, // GMT
    Dash = 1UL << 20,
    Apostrophe = 1UL << 21,
    Edge = 1UL << 22, // early, late, mid
    Bound = 1UL << 23, // beginning, middle, end
    Last = 1UL << 24, // last, previous
    Next = 1UL << 25, // next, following
    Few = 1UL << 27, // several, a few
    Roughly = 1UL << 28, // about, nearly
    Often = 1UL << 29, // daily, annually
    Holiday = 1UL << 30,
    Each = 1UL << 31, // every, each
    Article = 1UL << 32, // a, an
    Forward = 1UL << 35, // will, due: what stands beside it is still to come
    Backward = 1UL << 36, // was, said: what stands beside it is over
    Decimal = 1UL << 37, // 2.5
    Spelled = 1UL << 38, // a number in letters
    Doubtful = 1UL << 39, // May, March, Sat: also something else
    Short = 1UL << 40, // Jan, Sept: takes a full stop
    Half = 1UL << 41,
    Quarter = 1UL << 42, // Q1
    From = 1UL << 46, // in, since, until: a year or a month may follow
    Counted = 1UL << 47, // people, troops, per cent: what is counted, so that the number before is no year
}

/// <summary>White space before a piece.</summary>
internal enum Gap : byte { None, Space, Line }

/// <summary>A word, a number or a mark: finer than a token, as dates are ("10:30", "5-6", "1939-45").</summary>
/// <param name="Number">What it counts: 12 of "12th", 3 of "March", the <see cref="Unit"/> of "days".</param>
/// <param name="Word">Index in the vocabulary, or -1.</param>
internal readonly record struct Piece(int Start, int End, Kind Kinds, int Number, int Word, Gap Gap)
{
    public bool Is(Kind kind) => (Kinds & kind) != 0;

    public Span Span => new(Start, End);
}

/// <summary>A unit of time, in rising order.</summary>
internal enum Unit { Second, Minute, Hour, Day, Night, Weekend, Week, Fortnight, Month, Quarter, Half, Season, Year, Decade, Century }
