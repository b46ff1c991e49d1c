using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Times of day. A day beside them is joined on by <see cref="DateJoiner"/>.</summary>
internal static class ClockRules
{
    public static DateRule[] Table { get; } =
    [
        new("10:30 p.m. GMT", "Hour ~(:|.) ~Minute (~: ~Minute)? Ampm? Zone?", (m, _) => !m.Has(Kind.Ampm) && !m.Has(Kind.Zone) && (m.Says(".") || IsVerse(m)) ? null : At(m[Kind.Hour], m[Kind.Minute], m)),
        new("7.am", "Hour ~. ~Ampm", (m, _) => m[Kind.Hour] is >= 1 and <= 12 ? At(m[Kind.Hour], 0, m) : null),
        new("one thirty p.m.", "Num Dash? Num Ampm", (m, _) => IsSpoken(m, m.End - 2) ? At(m[Kind.Num], m[Kind.Num, 1], m) : null),
        new("7 p.m.", "(Hour|Num) Ampm Zone?", (m, _) => m[Kind.Hour | Kind.Num] is >= 1 and <= 12 && !(m.Word(Kind.Ampm) == "am" && m.Text.Pieces[m.First].Is(Kind.Spelled)) ? At(m[Kind.Hour | Kind.Num], 0, m) : null),
        new("8.30 p.m.", "Decimal Ampm Zone?", (m, _) => m.Word(Kind.Decimal).Split('.') is [_, { Length: 2 } minutes] ? At(m[Kind.Decimal], int.Parse(minutes, CultureInfo.InvariantCulture), m) : null),
        new("1500 GMT", "Four (Zone|~hrs|hours)", (m, _) => (!m.Says("hours") || m.Text.Lower(m.First - 1) is "at" or "by" or "from" or "until" or "till" or "since" or "before" or "after") && m[Kind.Four] % 100 < 60 && m[Kind.Four] <= 2400 ? At(m[Kind.Four] / 100, m[Kind.Four] % 100, m) : null),
        new("seven o'clock", "(Hour|Num) (oclock|o ~Apostrophe ~clock)", (m, _) => At(m[Kind.Hour | Kind.Num], 0, m)),
        new("half past seven", "half past (Hour|Num)", (m, _) => At(m[Kind.Hour | Kind.Num], 30, m)),
        new("1140 a.m.", "Four Ampm", (m, _) => m[Kind.Four] % 100 < 60 && m[Kind.Four] is >= 100 and < 1300 ? At(m[Kind.Four] / 100, m[Kind.Four] % 100, m) : null),
        new("ten past nine", "(Num|quarter) (minutes|min)? past (Hour|Num) (o ~Apostrophe ~clock|Ampm)?", (m, _) => Past(m)),
        new("a quarter to nine", "a? (quarter|Num minutes) to (Hour|Num) (o ~Apostrophe ~clock|Ampm)?", (m, _) => To(m)),
        new("ten past nine in the evening", "(Num|quarter|half) (minutes|min)? past (Hour|Num) (in the|at) Part", (m, _) => Past(m)),
        new("at [seven in the evening]", "(Hour|Num) (o ~Apostrophe ~clock)? (in the|at|this|tomorrow) Part", (m, _) => IsHour(m) ? At(OfPart(m[Kind.Hour | Kind.Num], m[Kind.Part]), 0, m) : null),
        new("7:15 in the evening", "Hour ~(:|.) ~Minute (in the|at) Part", (m, _) => At(OfPart(m[Kind.Hour], m[Kind.Part]), m[Kind.Minute], m)),
        new("in the morning at [7]", "in the Part at (Hour)", (m, _) => m[Kind.Hour] is >= 1 and <= 12 ? At(OfPart(m[Kind.Hour], m[Kind.Part]), 0, m) : null),
        new("Saturday [at 5]", "(at|around|by) Hour", (m, _) => BesideDay(m) && Stands(m) ? At(OfDay(m, m[Kind.Hour]), 0, m) : null),
        new("Saturday [at 2.30]", "(at|around|by) Decimal", (m, _) => BesideDay(m) && Stands(m) && m.Word(Kind.Decimal).Split('.') is [_, { Length: 2 } minutes] ? At(OfDay(m, m[Kind.Decimal]), int.Parse(minutes, CultureInfo.InvariantCulture), m) : null),
        new("at [3] tomorrow", "at [Hour]", (m, _) => m[Kind.Hour] is >= 1 and <= 12 && IsSet(m) ? At(OfDay(m, m[Kind.Hour]), 0, m) : null),
        new("meet at [6.45]", "at [Decimal]", (m, _) => m[Kind.Decimal] <= 24 && IsSet(m) && m.Word(Kind.Decimal).Split('.') is [_, { Length: 2 } minutes] ? At(OfDay(m, m[Kind.Decimal]), int.Parse(minutes, CultureInfo.InvariantCulture), m) : null),
        new("tomorrow [at seven thirty]", "(at|around|by)? Num Dash? Num", (m, _) => (BesideDay(m) && Stands(m) || BeforeDay(m) && (m.Says("at") || m.Text.Lower(m.First - 1) == "at")) && IsSpoken(m, m.End - 1) ? At(OfDay(m, m[Kind.Num]), m[Kind.Num, 1], m) : null),
        new("Tuesday [in the afternoon]", "(early|late|later|earlier)? in the? (early|late)? Part", OfTold),
        new("noon", "noon", (m, _) => At(12, 0, m)),
        new("midday", "midday", (m, _) => At(12, 0, m)),
        new("midnight", "midnight", (m, _) => At(24, 0, m)),
        new("the early morning hours", "(early|late)? (in)? (the (early|late)? Part (hours)?|Part)", (m, _) => m.Says("the") || m.Text.Is(m.End, Kind.Weekday) ? Calendar.PartOf("", m[Kind.Part]) : null) { Vague = true },
        new("overnight", "overnight", (m, c) => m.Text.Is(m.End, Kind.Dash) ? null : Calendar.PartOf("", 4)),
    ];

    private static Timex? Past(Match m)
    {
        var minute = m.Says("quarter") ? 15 : m.Says("half") ? 30 : m[Kind.Num];
        var hour = m.Says("quarter") || m.Says("half") ? m[Kind.Hour | Kind.Num] : m[Kind.Hour | Kind.Num, 1];
        return minute is > 0 and < 60 && hour is >= 1 and <= 24 ? At(m.Has(Kind.Part) ? OfPart(hour, m[Kind.Part]) : hour, minute, m) : null;
    }

    private static Timex? To(Match m)
    {
        var minute = m.Says("quarter") ? 15 : m[Kind.Num];
        var hour = m.Says("quarter") ? m[Kind.Hour | Kind.Num] : m[Kind.Hour | Kind.Num, 1];
        return minute is > 0 and < 60 && hour is >= 1 and <= 24 ? At((hour + 23) % 24, 60 - minute, m) : null;
    }

    /// <summary>The hour of 24 that one of 12 is in a part of the day.</summary>
    public static int OfPart(int hour, int part) => hour < 12 && part is 2 or 3 || hour is >= 5 and < 12 && part == 4 ? hour + 12 : hour == 12 && part == 4 ? 24 : hour;

    /// <summary>"Saturday at 5" is said of the afternoon, "Saturday at 9" of the morning.</summary>
    public static int OfDay(Match m, int hour) =>
        m.Text.Is(m.First - 1, Kind.Part) ? OfPart(hour, m.Text.Pieces[m.First - 1].Number) : m.Text.Lower(m.First - 1) == "tonight" ? OfPart(hour, 4) : hour is >= 1 and <= 6 ? hour + 12 : hour;

    private static bool IsHour(Match m) =>
        m[Kind.Hour | Kind.Num] is >= 1 and <= 12 && (m.Says("clock") || m.Text.Lower(m.First - 1) is "at" or "by" or "until" or "till" or "around" or "about" or "from" or "since" or "before" or "after" or "circa");

    public static bool BesideDay(Match m) => BesideDay(m, m.First);

    private static bool BesideDay(Match m, int first) =>
        m.Text.Is(first - 1, Kind.Weekday | Kind.Ord | Kind.Part | Kind.Year) || (m.Text.Is(first - 1, Kind.Day) && m.Text.Is(first - 2, Kind.Month | Kind.Weekday)) || (m.Text.Is(first - 1, Kind.Month) && m.Text.Is(first - 2, Kind.Day | Kind.Ord)) || m.Text.Lower(first - 1) is "today" or "tomorrow" or "tonight" or "yesterday";

    /// <summary>Whether nothing follows that the number could count or belong to.</summary>
    public static bool Stands(Match m) =>
        m.End >= m.Text.Pieces.Count || m.Text.Pieces[m.End].Gap == Gap.Line || m.Text.First(m.End) is '.' or ',' or ';' or ')' or '?' or '!' && !(m.End + 1 < m.Text.Pieces.Count && m.Text.Pieces[m.End + 1].Gap == Gap.None && char.IsAsciiDigit(m.Text.First(m.End + 1))) || (m.Text.Is(m.End, Kind.From) && m.Text.Lower(m.End) is not ("of" or "from"));

    /// <summary>Whether the day follows: "at 3 tomorrow", "from 4 to 5 on Friday".</summary>
    public static bool BeforeDay(Match m) =>
        m.Text.Lower(m.End) is "today" or "tomorrow" or "tonight" or "yesterday" || m.Text.Is(m.End, Kind.Weekday) || m.Text.Lower(m.End) == "on" && (m.Text.Is(m.End + 1, Kind.Weekday | Kind.Month) || m.Text.Is(m.End + 1, Kind.Day) && m.Text.Is(m.End + 2, Kind.Month));

    /// <summary>"closed at 12 on Friday": a level that something stands at.</summary>
    private static bool IsLevel(Match m) =>
        m.Text.Lower(m.First - 1) is "closed" or "stood" or "stands" or "ended" or "put" or "priced" or "trading" or "traded" or "remained" or "unchanged" or "steady" or "held" or "set" or "finished" or "settled" or "opened" or "rate" or "toll" or "index" or "inflation" or "kept" or "fixed" or "unemployment";

    /// <summary>Whether a bare number after "at" is an hour: its day follows, or a verb of meeting goes before.</summary>
    private static bool IsSet(Match m) => BeforeDay(m) ? !IsLevel(m) : Stands(m) && AfterMeeting(m);

    /// <summary>A part of the day told just before; of a week or month told before, of a day that stays open.</summary>
    private static Timex? OfTold(Match m, Calendar c)
    {
        if (m.Text.Document is { } document && document.TokenAt(m.Text.Pieces[m.End - 1].Start) is var token && token < document.Tokens.Length && document.Tokens[token].BareRelation == "compound") return null; // "the evening news"
        if (BesideDay(m, m.Text.First(m.First - 1) == ',' ? m.First - 1 : m.First)) return Calendar.PartOf("", m[Kind.Part]);
        return m.Text.Is(m.First - 1, Kind.Unit) && (m.Text.Is(m.First - 2, Kind.Next | Kind.Last) || m.Text.Lower(m.First - 2) == "this") && Stands(m) ? Calendar.PartOf("XXXX-XX-XX", m[Kind.Part]) : null;
    }

    /// <summary>"meet at 3", "leave at 6.45".</summary>
    private static bool AfterMeeting(Match m) =>
        m.Text.Lower(m.First - 1) is "meet" or "meets" or "met" or "leave" or "leaves" or "arrive" or "arrives" or "arrived" or "resume" or "resumes" or "resumed" or "convene" or "convenes" or "convened" or "reconvene" or "reconvenes" or "reconvened" or "depart" or "departs" or "departed" or "gather" or "gathers";

    /// <summary>"seven thirty", an hour and its minutes.</summary>
    /// <summary>"Corinthians 9:25": chapter and verse.</summary>
    private static bool IsVerse(Match m) =>
        m.First > 0 && m.Text.Pieces[m.First].Gap == Gap.Space && m.Text.Pieces[m.First - 1] is { Kinds: Kind.None } before && before.End - before.Start > 3 && char.IsUpper(m.Text.First(m.First - 1)) && !m.Text.StartsSentence(m.First - 1);

    private static bool IsSpoken(Match m, int last) =>
        m.Text.Is(last, Kind.Spelled) && m[Kind.Num] is >= 1 and <= 12 && m[Kind.Num, 1] is >= 10 and < 60;

    private static Timex? At(int hour, int minute, Match m)
    {
        if (hour > 24 || minute > 59) return null;
        if (m.Has(Kind.Ampm)) hour = (hour % 12) + m[Kind.Ampm];
        return new(TimexType.Time, string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}"));
    }
}
