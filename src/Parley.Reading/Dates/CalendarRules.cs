namespace Parley.Reading.Dates;

/// <summary>Days, months, years and longer spans that the calendar names.</summary>
internal static class CalendarRules
{
    public static DateRule[] Table { get; } =
    [
        // days
        new("Saturday, 5 June 1920", "(Weekday ,?)? the? (Day|Ord) of? Month (,|of|in)? Year", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m))),
        new("Saturday, June 5, 1920", "(Weekday ,?)? Month the? (Day|Ord) (,|of)? Year", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m))),
        new("Saturday 5 June", "(Weekday ,? the?)? the? (Day|Ord) of? Month", (m, c) => Free(m) && m.Text.First(m.First - 1) is not ('$' or '€' or '£') ? Weekly(m, c, c.Day(m, -1, m[Kind.Month], Dom(m))) : null),
        new("Saturday, June 5", "(Weekday ,?)? Month the? (Day|Ord)", (m, c) => Free(m) ? Weekly(m, c, c.Day(m, -1, m[Kind.Month], Dom(m))) : null),
        new("12th of October last", "the? ((Day|Ord) day? of? Month|Month the? (Day|Ord)) .? (last|next)", (m, c) => !Stops(m) || m.Text.Lower(m.End - 1) is "next" && char.IsUpper(m.Text.First(m.End - 1)) ? null : c.Day(m, YearLastOrNext(m, c), m[Kind.Month], Dom(m))),
        new("October, 1st", "Month , the? Ord (,? Year)?", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Ord])),
        new("25 July of that year", "((Day|Ord) Month|Month (Day|Ord)) (of|in)? (that|the same|the following) year", (m, c) => c.Day(m, c.There?.Year + (m.Says("following") ? 1 : 0) ?? -1, m[Kind.Month], Dom(m))),
        new("2024-03-14", "Year ~- ~Two ~- ~Two", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Two], m[Kind.Two, 1])),
        new("2024/3/14", "Year ~/ ~MonthNo ~/ ~Day", (m, c) => c.Day(m, m[Kind.Year], m[Kind.MonthNo], m[Kind.Day])),
        new("14.3.2024", "Day ~. ~MonthNo ~. ~Year", (m, c) => c.Day(m, m[Kind.Year], m[Kind.MonthNo], m[Kind.Day])),
        new("20240314", "Year (~Two ~Two|Two Two)", (m, c) => m[Kind.Two] is >= 1 and <= 12 ? c.Day(m, m[Kind.Year], m[Kind.Two], m[Kind.Two, 1]) : null),
        new("3/14/2024", "Day ~(/|Dash) ~Day ~(/|Dash) ~(Year|Two)", (m, c) => IsCode(m) ? null : Slashed(m, c, FullYear(m, c))),
        new("Sep-23-2020", "Month ~(Dash|/) ~Day ~(Dash|/) ~Year", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Day])),
        new("23/Sep/2020", "Day ~(Dash|/) ~Month ~(Dash|/) ~Year", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Day])),
        new("2020-Sep-23", "Year ~(Dash|/) ~Month ~(Dash|/) ~Day", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Day])),
        new("Oct/2", "Month ~/ ~Day", (m, c) => c.Day(m, -1, m[Kind.Month], m[Kind.Day])),
        new("Jun-15", "Month ~Dash ~(Day|Ord)", (m, c) => Names(m, m.First) && !m.Text.Is(m.End, Kind.Dash | Kind.Num) ? c.Day(m, -1, m[Kind.Month], Dom(m)) : null),
        new("fifteen August 1993", "the? Num of? Month (,|of|in)? Year", (m, c) => m[Kind.Num] is >= 1 and <= 31 && m.Text.Pieces[m.First + (m.Says("the") ? 1 : 0)].Is(Kind.Spelled) ? c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Num]) : null),
        new("Tuesday the 12th", "Weekday ,? the? (Day|Ord)", WeekdayAndDay),
        new("on [22/04]", "(Weekday ,?)? Day ~/ ~Day", (m, c) => (m.Has(Kind.Weekday) || m.Text.Lower(m.First - 1) is "on" or "by" or "until" or "till" or "before" or "after" or "since" or "from" or "between" or "dated") && m.Text.First(m.End) is not ('/' or '%') ? Slashed(m, c, -1) : null),
        new("this Friday 5/12", "(this|next|last) Weekday ,? Day ~/ ~Day", (m, c) => Slashed(m, c, c.Here?.Year ?? -1)),
        new("this 5/12", "(this|Last|Next) Day ~/ ~Day", (m, c) => Stops(m) || m.Text.Lower(m.End) is "to" or "until" or "till" ? Slashed(m, c, YearOfNamed(m, c)) : null),
        new("5/1-5/7", "[Day ~/ ~Day] ~Dash [~Day ~/ ~Day (~/ Year)?]", (m, c) => Stops(m) && m.Text.Pieces[m.First].Gap != Gap.None ? Slashed(m, c, m[Kind.Year]) : null, (m, c) => Slashed(m, c, m[Kind.Year], 2)),
        new("from [10/25] to 01/25", "(from|between) [Day ~/ ~Day] (to|and|until|till|through|Dash) [Day ~/ ~Day]", (m, c) => m.Text.First(m.End) != '/' ? Slashed(m, c, -1) : null, (m, c) => Slashed(m, c, -1, 2)),
        new("from [5/1] to 5/7/2020", "(from|between|is) [Day ~/ ~Day] (to|and|until|till|through|Dash) [Day ~/ ~Day (~/ Year|, Year)]", (m, c) => Slashed(m, c, m[Kind.Year]), (m, c) => Slashed(m, c, m[Kind.Year], 2)),
        new("9/11", "MonthNo ~/ ~Day", (m, c) => m[Kind.MonthNo] == 9 && m[Kind.Day] == 11 ? Calendar.Date("2001-09-11") : null),
        new("the 20th", "the Ord", (m, c) => BareDay(m) ? c.DayOfMonth(m, m[Kind.Ord]) : null),
        new("the 20th of that month", "the Ord of (the|this|that|the same) month", (m, c) => c.There is { Month: > 0 } there ? c.Day(m, there.Year, there.Month, m[Kind.Ord]) : null),

        // two days in one phrase
        new("3 to 5 March 2024", "[the? (Day|Ord)] (to|Dash|and|or|through|until|till|/) [the? (Day|Ord) of? Month (,? Year)?]",
            (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m)), (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m, 1))),
        new("March 3 and 5, 2024", "[Month (Day|Ord)] (to|Dash|and|or|through|until|till|/) [(Day|Ord) (,? Year)?]",
            (m, c) => Free(m) && !m.Text.Is(m.End, Kind.Ampm) ? c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m)) : null, (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m, 1))),
        new("28 July to 3 August 1914", "[(Day|Ord) of? Month] (to|Dash|and|or|through|until|till) [(Day|Ord) of? Month ,? Year]",
            (m, c) => c.Day(m, Before(m), m[Kind.Month], Dom(m)), (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month, 1], Dom(m, 1))),
        new("July 28 to August 3, 1914", "[Month (Day|Ord)] (to|Dash|and|or|through|until|till) [Month (Day|Ord) ,? Year]",
            (m, c) => c.Day(m, Before(m), m[Kind.Month], Dom(m)), (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month, 1], Dom(m, 1))),

        new("from [the ninth] till the 17th of April", "(from|between) [the? Ord] (to|Dash|and|through|until|till) [the? Ord of? Month (,? Year)?]",
            (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Ord]), (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Ord, 1])),
        new("April the ninth till the 17th", "[Month the? (Day|Ord)] (to|through|until|till) [the Ord (,? Year)?]",
            (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m)), (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], Dom(m, 1))),

        // months
        new("May to September", "[Month] (to|Dash|through|until|till) [Month]", (m, c) => Names(m) && !m.Text.Is(m.End, Kind.Day | Kind.Ord | Kind.Year) ? c.Month(m, -1, m[Kind.Month]) : null, (m, c) => c.Month(m, -1, m[Kind.Month, 1])),
        new("2017 April", "Year Month", (m, c) => char.IsDigit(m.Text.First(m.End)) ? null : c.Month(m, m[Kind.Year], m[Kind.Month])),
        new("15 April of 87", "((Day|Ord) of?)? Month of Two", (m, c) => m[Kind.Two] > 31 && !char.IsLetter(m.Text.First(m.End)) ? m.Has(Kind.Day | Kind.Ord) ? c.Day(m, Recent(m[Kind.Two], c), m[Kind.Month], Dom(m)) : c.Month(m, Recent(m[Kind.Two], c), m[Kind.Month]) : null),
        new("April '87", "Month Apostrophe ~Two", (m, c) => c.Month(m, Recent(m[Kind.Two], c), m[Kind.Month])),
        new("this September", "(this|this coming|this past) Month", (m, c) => Names(m) ? c.Month(m, c.Here?.Year ?? -1, m[Kind.Month]) : null),
        new("February to March 1794", "[Month] (to|Dash|and|or|through|until|till) [Month (,|of|in)? Year]", (m, c) => c.Month(m, Before(m), m[Kind.Month]), (m, c) => c.Month(m, m[Kind.Year], m[Kind.Month, 1])),
        new("late June, 1920", "(Edge (in|on)? -?)? Month (,|of|in)? Year", (m, c) => c.Month(m, m[Kind.Year], m[Kind.Month])),
        new("the end of June 1920", "the? (very|Edge)? (Bound|latter part|rest) of Month (,|of)? Year", (m, c) => c.Month(m, m[Kind.Year], m[Kind.Month])),
        new("August of that year", "Edge? Month (of|in)? (that|the same|this|the following) year", (m, c) => c.Month(m, (m.Says("this") ? c.Now : c.There)?.Year + (m.Says("following") ? 1 : 0) ?? -1, m[Kind.Month])),
        new("early June", "Edge in? -? Month", (m, c) => c.Month(m, -1, m[Kind.Month])),
        new("the end of June", "the? (very|Edge)? (Bound|latter part|rest) of Month", (m, c) => c.Month(m, -1, m[Kind.Month])),
        new("end-June", "(end|start) ~- ~Month", (m, c) => c.Month(m, -1, m[Kind.Month])),
        new("January", "Month", (m, c) => Alone(m) ? c.Month(m, -1, m[Kind.Month]) : null),
        new("last January", "Last Month", (m, c) => c.Here is { } here ? c.Month(m, here.Year - (m[Kind.Month] >= here.Month ? 1 : 0), m[Kind.Month]) : Calendar.Date((string?)null)),
        new("next January", "Next Month", (m, c) => c.Here is { } here ? c.Month(m, here.Year + (m[Kind.Month] <= here.Month ? 1 : 0), m[Kind.Month]) : Calendar.Date((string?)null)),
        new("January last year", "Month (of|in)? Last year", (m, c) => c.Here is { } here ? c.Month(m, here.Year - 1, m[Kind.Month]) : null),
        new("January next year", "Month (of|in)? Next year", (m, c) => c.Here is { } here ? c.Month(m, here.Year + 1, m[Kind.Month]) : null),
        new("Dec-2018", "Month ~(Dash|/) ~Year", (m, c) => c.Month(m, m[Kind.Year], m[Kind.Month])),
        new("12-2015", "MonthNo ~(Dash|/) ~Year", (m, c) => Apart(m) ? c.Month(m, m[Kind.Year], m[Kind.MonthNo]) : null),
        new("2024-3", "Year ~- ~MonthNo", (m, c) => Apart(m) ? c.Month(m, m[Kind.Year], m[Kind.MonthNo]) : null),
        new("2024-03", "Year ~- ~Two", (m, c) => m[Kind.Two] is >= 1 and <= 12 && m.Text.First(m.First - 1) != '(' ? c.Month(m, m[Kind.Year], m[Kind.Two]) : null),

        // seasons, quarters, halves
        new("the spring of 1944", "the? Edge? Season (of|,)? Year", (m, c) => c.Season(m[Kind.Year], m[Kind.Season])),
        new("1982 summer", "Year Season", (m, c) => char.IsUpper(m.Text.First(m.End)) ? null : c.Season(m[Kind.Year], m[Kind.Season])),
        new("the summer", "the? (Edge (in)?|middle of)? Season", (m, c) => m.Word(Kind.Season) == "fall" || !(c.Chronicle || Sober(m)) ? null : c.Season(-1, m[Kind.Season])),
        new("in [the fall] in", "(the|this|early|late) fall", (m, c) => m.Text.Is(m.End, Kind.From) && m.Text.Lower(m.End) != "of" ? c.Season(-1, 3) : null),
        new("the second quarter of 2024", "the? Ord quarter (of Year)?", (m, c) => m[Kind.Ord] <= 4 ? c.Quarter(m[Kind.Year], m[Kind.Ord]) : null),
        new("Q2 2024", "Quarter (of|,)? Year", (m, c) => c.Quarter(m[Kind.Year], m[Kind.Quarter])),
        new("Q2-2024", "Quarter ~(Dash|/) ~Year", (m, c) => c.Quarter(m[Kind.Year], m[Kind.Quarter])),
        new("2024 H2", "Year -? Half", (m, c) => c.Half(m[Kind.Year], m[Kind.Half])),
        new("Q1", "Quarter", (m, c) => m.Text.Is(m.First - 1, Kind.From) ? c.Quarter(-1, m[Kind.Quarter]) : null),
        new("the first quarter of next year", "the? Ord quarter of (next|last|this|the) year", (m, c) => m[Kind.Ord] <= 4 ? c.Quarter(c.Here?.Year + Shift(m) ?? -1, m[Kind.Ord]) : null),
        new("the second half of next year", "the? (Ord|latter) half of (next|last|this|the) year", (m, c) => c.Half(c.Here?.Year + Shift(m) ?? -1, m.Says("latter") ? 2 : m[Kind.Ord])),
        new("next year's first quarter", "(next|last|this) year ~Apostrophe ~s Ord quarter", (m, c) => m[Kind.Ord] <= 4 ? c.Quarter(c.Here?.Year + Shift(m) ?? -1, m[Kind.Ord]) : null),
        new("spring next year", "(early|late|the)? Season (of|in)? (next|last|this) year", (m, c) => c.Season(c.Here?.Year + Shift(m) ?? -1, m[Kind.Season])),
        new("2024-Q2", "Year -? Quarter", (m, c) => c.Quarter(m[Kind.Year], m[Kind.Quarter])),
        new("H1 2024", "Half (of|,)? Year", (m, c) => c.Half(m[Kind.Year], m[Kind.Half])),
        new("the second half of 2024", "the? Ord half of Year", (m, c) => m[Kind.Ord] <= 2 ? c.Half(m[Kind.Year], m[Kind.Ord]) : null),
        new("the latter half of 2024", "the? latter half of Year", (m, c) => c.Half(m[Kind.Year], 2)),

        // years
        new("2024", "Year", (m, c) => AsYear(m) ? Calendar.Year(m[Kind.Year]) : null),
        new("early 2024", "very? Edge (on|in)? (the year)? -? Year", (m, c) => Calendar.Year(m[Kind.Year])),
        new("the end of 2024", "the? (very|Edge)? (Bound|latter part|early part|rest|remainder) of Year", (m, c) => Calendar.Year(m[Kind.Year])),
        new("later in 2024", "(later|earlier) in Year", (m, c) => Calendar.Year(m[Kind.Year])),
        new("the year 2024", "the? (year|years) (of)? Year", (m, c) => Calendar.Year(m[Kind.Year])),
        new("1939 to 1945", "[Year] (to|Dash|and|through|until|till|/) [Year]", (m, c) => AsYears(m) ? Calendar.Year(m[Kind.Year]) : null, (m, c) => AsYears(m) ? Calendar.Year(m[Kind.Year, 1]) : null),
        new("1939–45", "[Year] ~(Dash|/) [~Two]", (m, c) => AsPair(m) ? Calendar.Year(m[Kind.Year]) : null, (m, c) => AsPair(m) ? Calendar.Year((m[Kind.Year] / 100 * 100) + m[Kind.Two]) : null),
        new("1892 – 94", "[Year] Dash [Two]", (m, c) => AsPair(m) && AsYear(m) && m[Kind.Two] - (m[Kind.Year] % 100) < 30 && !m.Text.Is(m.End, Kind.Units | Kind.Counted | Kind.Month) ? Calendar.Year(m[Kind.Year]) : null, (m, c) => Calendar.Year((m[Kind.Year] / 100 * 100) + m[Kind.Two])),
        new("this fiscal year", "(the)? (this|last|next|current) (fiscal|financial) year", (m, c) => Calendar.Date(c.Here is { } here ? $"FY{here.Year + Shift(m)}" : null)),
        new("this calendar year", "(the)? (this|last|next|current) calendar year", (m, c) => Calendar.Period(c.Here, Shift(m), Unit.Year)),
        new("'89", "Apostrophe ~Two", (m, c) => m.Text.Pieces[m.First].Gap == Gap.None && char.IsLetterOrDigit(m.Text.First(m.First - 1)) ? null : Calendar.Year(Recent(m[Kind.Two], c))),
        new("FY 2024", "(fy|fiscal|fiscal year) Year", (m, c) => Calendar.Date($"FY{m[Kind.Year]}")),

        // before and after Christ
        new("12 August 480 BC", "((Day|Ord)? Month|Month (Day|Ord) ,) of? Num Bc", (m, c) => c.Day(m, -m[Kind.Num], m[Kind.Month], Math.Max(0, Dom(m)))),
        new("the spring of 480 BC", "the? Edge? Season of? Num Bc", (m, c) => c.Season(-m[Kind.Num], m[Kind.Season])),
        new("1200 to 400 BC", "[Roughly? Num] (to|Dash|until|and) [Roughly? Num Bc]", (m, c) => m[Kind.Num] > m[Kind.Num, 1] ? Calendar.Year(-m[Kind.Num]) : null, (m, c) => Calendar.Year(-m[Kind.Num, 1])),
        new("early 480 BC", "the? (ca .?|Edge|Bound of)? Num Bc", (m, c) => Calendar.Year(-m[Kind.Num])),
        new("the 480s BC", "the? (Edge|Bound of the)? Decade Bc", (m, c) => Calendar.Decade(-(m[Kind.Decade] % 1900 is var d && m[Kind.Decade] < 1000 ? m[Kind.Decade] : d))),
        new("AD 842", "Ad Num", (m, c) => Calendar.Year(m[Kind.Num])),
        new("842 AD", "Num Ad", (m, c) => Calendar.Year(m[Kind.Num])),

        // decades and centuries
        new("the 1990s", "the? Decade", (m, c) => (m.Says("the") || m[Kind.Decade] >= 1000 && !m.Text.Is(m.First, Kind.Spelled) && char.IsAsciiDigit(m.Text.First(m.First))) && m.Text.First(m.End) != '°' ? Calendar.Decade(m[Kind.Decade]) : null),
        new("the 1990 s", "the? (Edge|Bound of the)? Year s", (m, _) => m[Kind.Year] % 10 == 0 ? Calendar.Decade(m[Kind.Year]) : null),
        new("the late 1990s", "the? (Edge|later|Bound of the) -? Decade", (m, c) => Calendar.Decade(m[Kind.Decade])),
        new("the early 20th century", "the? (Edge|Bound of the)? -? Ord -? century Bc?", (m, c) => Calendar.Century(m[Kind.Ord], m.Has(Kind.Bc))),
    ];

    /// <summary>The year nearest before publication that ends in these two digits.</summary>
    private static int Recent(int two, Calendar c) => ((c.Here?.Year ?? 2000) / 100 * 100) + two is var y && y > (c.Published?.Year ?? y) ? y - 100 : y;

    private static int Shift(Match m) => m.Says("next") ? 1 : m.Says("last") ? -1 : 0;

    /// <summary>Whether months are written as names are.</summary>
    private static bool Names(Match m, int at) => char.IsUpper(m.Text.First(at)) || !m.Text.Is(at, Kind.Doubtful) || m.Text.First(at - 1) == '(';

    private static bool Names(Match m) => char.IsUpper(m.Text.First(m.End - 1)) || (!m.Text.Is(m.End - 1, Kind.Doubtful) && (!char.IsLetter(m.Text.First(m.End)) || m.Text.Is(m.End, Kind.From)));

    /// <summary>Day of the month.</summary>
    private static int Dom(Match m, int n = 0) => m[Kind.Day | Kind.Ord, n];

    /// <summary>The nearest day of that number on that weekday, so that "Friday 5" must fit the calendar to be one.</summary>
    private static Timex? WeekdayAndDay(Match m, Calendar c)
    {
        if (m.Text.Is(m.End - 1, Kind.Spelled) && char.IsLetter(m.Text.First(m.End)) && m.Text.Lower(m.End) is not "of") return null; // "on Monday, the fourth session"
        if (!Free(m) || (m.Text.Is(m.End, Kind.Dash) && m.Text.Is(m.End + 1, Kind.Num)) || m.Text.Is(m.End, Kind.Ampm | Kind.Unit | Kind.Units | Kind.Counted | Kind.Month) || c.Here is not { Month: > 0 } here) return null;
        foreach (var months in m.Has(Kind.Ord) || Stops(m) ? (ReadOnlySpan<int>)[0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6] : [0, 1, -1, 2, -2])
        {
            var month = here.Month - 1 + months;
            var day = new PartialDate(here.Year + (int)Math.Floor(month / 12.0), ((month + 12) % 12) + 1, Dom(m));
            if (day.AsDay is { } found && Calendar.Number(found) == m[Kind.Weekday]) return Calendar.Date(found);
        }

        return null;
    }

    /// <summary>Two digits name no year more than twenty years ahead.</summary>
    private static int FullYear(Match m, Calendar c) =>
        m.Has(Kind.Year) && m[Kind.Year] is >= 100 and var year ? year : 2000 + m[Kind.Two] is var recent && recent > (c.Published?.Year ?? 2030) + 20 ? recent - 100 : recent;

    /// <summary>The year that "this", "next" or "last" asks for.</summary>
    private static int YearOfNamed(Match m, Calendar c)
    {
        if (c.Here is not { } here) return -1;
        var ahead = (m[Kind.Day] * 100) + m[Kind.Day, 1] > (here.Month * 100) + here.Day;
        return here.Year + (m.Has(Kind.Next) && !ahead ? 1 : m.Has(Kind.Last) && ahead ? -1 : 0);
    }

    /// <summary>Whether a mark or the end of the line follows.</summary>
    private static bool Stops(Match m) =>
        m.End >= m.Text.Pieces.Count || m.Text.Pieces[m.End].Gap == Gap.Line || m.Text.First(m.End) is '.' or ',' or ';' or '!' or '?' or ')';

    /// <summary>The year of the first of two months that share one.</summary>
    private static int Before(Match m) => m[Kind.Month] > m[Kind.Month, 1] ? m[Kind.Year] - 1 : m[Kind.Year];

    /// <summary>Month first, as Americans write, unless that cannot be.</summary>
    private static Timex? Slashed(Match m, Calendar c, int year, int n = 0) =>
        m[Kind.Day, n] > 12 ? c.Day(m, year, m[Kind.Day, n + 1], m[Kind.Day, n]) : c.Day(m, year, m[Kind.Day, n], m[Kind.Day, n + 1]);

    /// <summary>A weekday before the day tells which year is meant where the year is not named.</summary>
    private static Timex? Weekly(Match m, Calendar c, Timex? day)
    {
        if (!m.Has(Kind.Weekday) || day is not { Value: { } value } || !DateOnly.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var found)) return day;
        for (var near = 0; near <= 2; near++)
            foreach (var sign in (ReadOnlySpan<int>)[1, -1])
                if (new PartialDate(found.Year + (sign * near), found.Month, found.Day).AsDay is { } other && Calendar.Number(other) == m[Kind.Weekday]) return Calendar.Date(other);
        return day;
    }

    /// <summary>"12th of October last", of letters and minutes: the nearest such day before or after.</summary>
    private static int YearLastOrNext(Match m, Calendar c)
    {
        if (c.Here is not { Month: > 0 } here) return -1;
        var order = (m[Kind.Month], Dom(m)).CompareTo((here.Month, here.Day));
        return m.Says("last") ? here.Year - (order < 0 ? 0 : 1) : here.Year + (order > 0 ? 0 : 1);
    }

    /// <summary>Not the beginning of a longer number, as in "May 20,000" or "June 5:30".</summary>
    private static bool Free(Match m) =>
        m.Text.First(m.End) is not (':' or '%') || m.End == m.Text.Pieces.Count || m.Text.Pieces[m.End].Gap != Gap.None || !char.IsAsciiDigit(m.Text.First(m.End + 1)) || m.Text.Pieces[m.End + 1].Gap != Gap.None;

    /// <summary>Whether a month that stands alone is one: "may" and "march" are verbs too.</summary>
    private static bool Alone(Match m)
    {
        var piece = m.Text.Pieces[m.First];
        if (!piece.Is(Kind.Doubtful)) return char.IsUpper(m.Text.First(m.First)) || m.Text.Is(m.First - 1, Kind.From | Kind.Dash) || !piece.Is(Kind.Short) && m.Text.Lower(m.First) != "august";
        if (m.Text.Lower(m.First) == "may" && m.Text.Lower(m.First - 1) == "in") return true;
        return char.IsUpper(m.Text.First(m.First)) && !piece.Is(Kind.Short) && m.Text.Is(m.First - 1, Kind.From | Kind.Dash) && !m.Text.StartsSentence(m.First);
    }

    /// <summary>"the 20th" and nothing it could be the twentieth of.</summary>
    private static bool BareDay(Match m) =>
        !m.Text.Is(m.First + 1, Kind.Spelled) && m[Kind.Ord] <= 31 && m.Text.Is(m.First - 1, Kind.From)
        && (m.End == m.Text.Pieces.Count || m.Text.Pieces[m.End].Gap == Gap.Line || !char.IsLetterOrDigit(m.Text.First(m.End)) && !m.Text.Is(m.End, Kind.Dash) || m.Text.Is(m.End, Kind.From | Kind.Forward | Kind.Backward)
            || m.Text.Lower(m.End) is "because" or "after" or "when" or "if" or "but" or "and" or "as" or "with" or "at" or "to");

    /// <summary>Not "winter wheat" or "Summer's lease".</summary>
    private static bool Sober(Match m) =>
        !m.Text.Is(m.End, Kind.Apostrophe) && (m.Says("the") || m.Has(Kind.Edge) || m.Text.Document is not { } document || document.TokenAt(m.Text.Pieces[m.End - 1].Start) is var token && (token >= document.Tokens.Length || document.Tokens[token].BareRelation is not "compound"));

    /// <summary>Whether a number of four digits is a year: not money, not counted, not part of a longer number.</summary>
    private static bool AsYear(Match m)
    {
        var (text, at, end) = (m.Text, m.First, m.End);
        var close = at > 0 && text.Pieces[at].Gap == Gap.None;
        if (close && (text.First(at - 1) is '$' or '£' or '€' or '#' or '.' or ':' or '@' or '_' or '=' or '%' || char.IsLetterOrDigit(text.First(at - 1)))) return false;
        if (close && text.Is(at - 1, Kind.Dash) && at > 1 && text.Pieces[at - 1].Gap == Gap.None && (text.Is(at - 2, Kind.Num) || char.IsUpper(text.First(at - 2)))) return false;
        var next = end < text.Pieces.Count ? text.Pieces[end] : default;
        if (end < text.Pieces.Count && next.Gap == Gap.None && (text.First(end) is '%' or '°' or '/' or '@' or '_' || char.IsLetter(text.First(end)))) return false;
        if (end + 1 < text.Pieces.Count && next.Gap == Gap.None && text.First(end) is '.' or ':' && text.Pieces[end + 1].Gap == Gap.None && char.IsLetterOrDigit(text.First(end + 1))) return false;
        if (next.Gap != Gap.Line && (next.Is(Kind.Counted) || next.Is(Kind.Units) || text.Lower(end) == "year" || IsStreet(text, end + 1) || IsStreet(text, end + 2))) return false;
        if (text.Is(at, Kind.Spelled)) return text.Is(at - 1, Kind.From) && text.Lower(at - 1) is not ("than" or "about" or "for" or "on" or "between") && (m[Kind.Year] % 1000 != 0 || !char.IsLower(text.First(end))) && (!char.IsLower(text.First(end)) || text.Is(end, Kind.From | Kind.Forward | Kind.Backward));
        if (IsPage(text, at) || text.Lower(at - 1) is "least" or "most") return false;
        if (text.Lower(at - 1) is "of" or "by" or "and" or "with" && CountsWhatFollows(text, at, end)) return false;
        if (text.Is(at - 1, Kind.From) || (close && text.First(at - 1) is '(') || !char.IsLower(text.First(end))) return !text.Is(at - 1, Kind.Roughly) || text.Is(at - 2, Kind.From) || !char.IsLower(text.First(end)) || text.Is(end, Kind.From);
        return m[Kind.Year] is >= 1700 and < 2100 && !(m[Kind.Year] % 100 == 0 && text.Chars[text.Pieces[end].End - 1] == 's');
    }

    /// <summary>"92 (6): 1087": a page of a journal.</summary>
    private static bool IsPage(PieceText text, int at) => text.First(at - 1) == ':' && (text.First(at - 2) == ')' || text.Is(at - 2, Kind.Num));

    private static bool IsStreet(PieceText text, int at) =>
        char.IsUpper(text.First(at)) && char.IsUpper(text.First(at - 1)) && text.Lower(at) is "street" or "st" or "avenue" or "ave" or "blvd" or "boulevard" or "road" or "rd" or "drive" or "lane" or "terrace" or "way";

    /// <summary>"a survey of 1709 schoolchildren".</summary>
    private static bool CountsWhatFollows(PieceText text, int at, int end)
    {
        if (text.Document is not { } document || end >= text.Pieces.Count || !char.IsLower(text.First(end))) return false;
        var (number, noun) = (document.TokenAt(text.Pieces[at].Start), document.TokenAt(text.Pieces[end].Start));
        return number < document.Tokens.Length && noun < document.Tokens.Length && document.Tokens[noun].Xpos == "NNS" && document.Tokens[number].BareRelation == "nummod" && document.Tokens[number].Head == noun;
    }

    /// <summary>Not the number of a law or a file: "decree 12-2015".</summary>
    private static bool Apart(Match m) => Stops(m) && (m.Text.StartsSentence(m.First) || m.Text.Is(m.First - 1, Kind.From));

    /// <summary>"138-2010-2015": a number of a telephone or a file.</summary>
    private static bool IsCode(Match m) =>
        m.Text.Is(m.First - 1, Kind.Dash) && m.Text.Pieces[m.First].Gap == Gap.None && m.Text.Is(m.First - 2, Kind.Num)
        || m.Text.Is(m.End, Kind.Dash) && m.End + 1 < m.Text.Pieces.Count && m.Text.Pieces[m.End].Gap == Gap.None && m.Text.Is(m.End + 1, Kind.Num) && m.Text.Pieces[m.End + 1].Gap == Gap.None;

    private static bool AsYears(Match m) => !IsPage(m.Text, m.First) && !IsCode(m) && m[Kind.Year] < m[Kind.Year, 1] && !m.Text.Is(m.End, Kind.Counted | Kind.Units);

    private static bool AsPair(Match m) => m[Kind.Two] > m[Kind.Year] % 100 && !(m.End < m.Text.Pieces.Count && m.Text.Pieces[m.End].Gap == Gap.None && m.Text.First(m.End) is '-' or '/');
}
