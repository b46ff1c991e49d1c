namespace Parley.Reading.Dates;

/// <summary>Dates that count from another: publication, or the date mentioned before.</summary>
internal static class RelativeRules
{
    /// <summary>A weekday and nothing else.</summary>
    public static DateRule Weekday { get; } = new("Tuesday", "Weekday", (m, c) => Sure(m) ? c.Weekday(m, m[Kind.Weekday]) : null);

    private const string Long = "(Num|Article) (Units|Unit) ,? and? Num (Units|Unit) (,? and? Num (Units|Unit))?";

    public static DateRule[] Table { get; } =
    [
        // days around today
        new("today", "today", (m, c) => !c.Narrative ? Today(c, 0) : c.Chronicle ? Calendar.Date("PRESENT_REF") : null),
        new("yesterday", "yesterday", (m, c) => Today(c, -1)),
        new("tomorrow", "tomorrow", (m, c) => Today(c, 1)),
        new("the day before yesterday", "the day before yesterday", (m, c) => Today(c, -2)),
        new("the day after tomorrow", "the day after tomorrow", (m, c) => Today(c, 2)),
        new("early today", "(early|late|earlier|later) today", (m, c) => Today(c, 0)),
        new("late yesterday", "(early|late) yesterday", (m, c) => Today(c, -1)),
        new("yesterday evening", "(early|late)? yesterday Part", (m, c) => Calendar.PartOf(Today(c, -1).Value, m[Kind.Part])),
        new("tomorrow morning", "(early|late)? tomorrow Part", (m, c) => Calendar.PartOf(Today(c, 1).Value, m[Kind.Part])),
        new("this morning", "(early|late)? (this|today ~Apostrophe ~s) Part", (m, c) => Calendar.PartOf(Today(c, 0).Value, m[Kind.Part])),
        new("tonight", "tonight", (m, c) => Calendar.PartOf(Today(c, 0).Value, 4)),
        new("last night", "(early|late)? last Part", (m, c) => Calendar.PartOf(Today(c, -1).Value, m[Kind.Part])),
        new("that afternoon", "(early|late)? (that|the same) Part", (m, c) => Calendar.PartOf(Calendar.Date(c.There?.AsDay).Value, m[Kind.Part])),
        new("the next morning", "(early|late)? ((the)? next|the following) Part", (m, c) => Calendar.PartOf(Calendar.Shift(c.There, 1, Unit.Day).Value, m[Kind.Part])),
        new("the previous evening", "(early|late)? the previous Part", (m, c) => Calendar.PartOf(Calendar.Shift(c.There, -1, Unit.Day).Value, m[Kind.Part])),

        new("May to [date]", "(to|until|till) [(the? current)? date]", (m, c) => m.Text.Is(m.First - 1, Kind.Year | Kind.Month | Kind.Day | Kind.Ord | Kind.Weekday) ? Today(c, 0) : null),
        new("the year to date", "the? year Dash? to Dash? date", (m, c) => Calendar.Period(c.Here, 0, Unit.Year)),
        new("between [now] and May", "between [now] and", (m, c) => Today(c, 0)),
        new("from [now] until May", "from [now] (until|till|to|through)", (m, c) => Today(c, 0)),

        // weekdays
        Weekday,
        new("late Tuesday", "(early|late) (on)? Weekday", (m, c) => c.Weekday(m, m[Kind.Weekday])),
        new("last Tuesday", "(last|previous) Weekday", (m, c) => m.Text.Lower(m.End - 1) is "sat" or "sun" && char.IsLower(m.Text.First(m.End - 1)) ? null : c.WeekdayOfWeek(m[Kind.Weekday], -1)),
        new("this past Tuesday", "this past Weekday", (m, c) => Calendar.Shift(Day(c.Weekday(m, m[Kind.Weekday], Direction.Past)), Same(m, c) ? -7 : 0, Unit.Day)),
        new("next Tuesday", "next Weekday", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], 1)),
        new("this coming Tuesday", "this coming Weekday", (m, c) => Ahead(m, c.Here) ?? Calendar.Date((string?)null)),
        new("the following Tuesday", "(following|the following|the next|coming|the coming) Weekday", (m, c) => Ahead(m, c.There) ?? Calendar.Date((string?)null)),
        new("this Tuesday", "this Weekday", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], 0)),
        new("Tuesday next", "Weekday next", (m, c) => Calendar.Shift(Day(c.Weekday(m, m[Kind.Weekday], Direction.Future)), Same(m, c) ? 7 : 0, Unit.Day)),
        new("Tuesday last", "Weekday last", (m, c) => Calendar.Shift(Day(c.Weekday(m, m[Kind.Weekday], Direction.Past)), Same(m, c) ? -7 : 0, Unit.Day)),
        new("Tuesday week", "(on)? Weekday week", (m, c) => Calendar.Shift(Day(c.Weekday(m, m[Kind.Weekday], Direction.Future)), Same(m, c) ? 14 : 7, Unit.Day)),
        new("a week on Tuesday", "(a|one) week (on|from) Weekday", (m, c) => Calendar.Shift(Day(c.Weekday(m, m[Kind.Weekday], Direction.Future)), Same(m, c) ? 14 : 7, Unit.Day)),
        new("two weeks on Tuesday", "Num weeks (on|from) Weekday", (m, c) => Calendar.Shift(Day(c.Weekday(m, m[Kind.Weekday], Direction.Future)), 7 * m[Kind.Num] + (Same(m, c) ? 7 : 0), Unit.Day)),
        new("Tuesday of next week", "Weekday (of)? (next|the following|the coming) week", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], 1)),
        new("Tuesday of last week", "Weekday (of)? (last|the previous) week", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], -1)),
        new("Tuesday of this week", "Weekday of this week", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], 0)),
        new("Tuesday evening", "(early|late)? Weekday (early|late)? Part", (m, c) => Calendar.PartOf(c.Weekday(m, m[Kind.Weekday]).Value, m[Kind.Part])),
        new("last Tuesday evening", "last Weekday Part", (m, c) => Calendar.PartOf(c.WeekdayOfWeek(m[Kind.Weekday], -1).Value, m[Kind.Part])),
        new("next Tuesday evening", "next Weekday Part", (m, c) => Calendar.PartOf(c.WeekdayOfWeek(m[Kind.Weekday], 1).Value, m[Kind.Part])),

        // ago, in, later, earlier
        new("two weeks ago", "(Roughly|more than|less than|at least)? (Num|Article) (Units|Unit) (ago|back)", (m, c) => Calendar.Shift(Today(c), -Count(m), m.Unit())),
        new("two years and three months ago", Long + " (ago|earlier|later|hence|from now)", (m, c) => Compound(m, c)),
        new("several years ago", "a? Few (of)? Units ago", (_, _) => Calendar.Date("PAST_REF")) { Vague = true },
        new("two days later", "(just|only|Roughly|a mere|less than|more than)? (Num|Article) (Units|Unit) (later|afterwards|afterward|on)", (m, c) => m.Says("on") && m.Text.First(m.End) is not (',' or '.') || IsBrief(m, c) ? null : Calendar.Shift(c.There, Count(m), m.Unit())),
        new("two days after", "(Num|Article) (Units|Unit) after", (m, c) => Ends(m) ? Calendar.Shift(c.There, Count(m), m.Unit()) : null),
        new("two days earlier", "(just|only|Roughly|a mere|less than|more than)? (Num|Article) (Units|Unit) (earlier|previously)", (m, c) => IsBrief(m, c) ? null : Calendar.Shift(c.There, -Count(m), m.Unit())),
        new("two days before", "(Num|Article) (Units|Unit) before", (m, c) => Ends(m) ? Calendar.Shift(c.There, -Count(m), m.Unit()) : null),
        new("two weeks from now", "(Num|Article) (Units|Unit) (from now|hence|from today)", (m, c) => Calendar.Shift(Today(c), Count(m), m.Unit())),
        new("two weeks' time", "(Num|Article) (Units ~Apostrophe|Unit ~Apostrophe ~s) time", (m, c) => Calendar.Shift(Today(c), Count(m), m.Unit())),
        new("a few days later", "(only)? a? (Few|Units) (of)? Units? (later|afterwards)", (_, _) => Calendar.Date("FUTURE_REF")) { Vague = true },
        new("a few days earlier", "(only)? a? (Few|Units) (of)? Units? (earlier|before)", (m, _) => m.Says("earlier") || Ends(m) ? Calendar.Date("PAST_REF") : null) { Vague = true },

        // this, last and next
        new("the same day", "(this|that|that same|the same|this same) day", (m, c) => m.Says("this") && m.Text.Lower(m.First - 1) == "to" ? null : Calendar.Date(c.There?.AsDay)),
        new("the next day", "(the|very)? (next|following) day", (m, c) => Calendar.Shift(c.There, 1, Unit.Day)),
        new("the previous day", "the (previous|preceding) day", (m, c) => Calendar.Shift(c.There, -1, Unit.Day)),
        new("the day before", "the day (before|earlier)", (m, c) => Ends(m) ? Calendar.Shift(c.There, -1, Unit.Day) : null),
        new("the day after", "the day (after|following)", (m, c) => Ends(m) ? Calendar.Shift(c.There, 1, Unit.Day) : null),
        new("last week", "(early|late|later|earlier)? (last|previous|past|this past) Unit", (m, c) => Calendar.Period(c.Here, -1, m.Unit())),
        new("the past decade", "the (past|last) (decade|century)", (m, _) => new(TimexType.Duration, m.Says("decade") ? "P1DE" : "P1CE")),
        new("the past year", "the (past|last) (Unit)", (m, c) => Wide(m) ? Calendar.Period(c.Here, -1, m.Unit()) : null),
        new("next week", "(early|late|later|earlier)? (next|this coming) Unit", (m, c) => Calendar.Period(c.Here, 1, m.Unit())),
        new("this week", "(early|late|later|earlier)? (this|the current|current) Unit", (m, c) => Wide(m) && !(m.Unit() == Unit.Day && m.Text.Lower(m.First - 1) == "to") ? Calendar.Period(c.Here, 0, m.Unit()) : null),
        new("the same month", "(early|late|later|earlier)? (that|that same|the same) Unit", (m, c) => Wide(m) ? Calendar.Period(c.There, 0, m.Unit()) : null),
        new("the previous year", "(early|late)? the (previous|preceding) Unit", (m, c) => Wide(m) ? Calendar.Period(c.There, -1, m.Unit()) : null),
        new("the following year", "(early|late)? (in)? the (next|following|coming|subsequent) Unit", (m, c) => Wide(m) ? Calendar.Period(c.There, 1, m.Unit()) : null),
        new("later in the year", "(later|earlier|early|late) in the (Unit)", (m, c) => Wide(m) ? Calendar.Period(c.Now, 0, m.Unit()) : null),
        new("the end of the month", "the? (very)? (Bound|rest|remainder|latter part) of (the|this|that)? Unit", (m, c) => Wide(m) ? Calendar.Period(m.Says("that") ? c.There : c.Now, 0, m.Unit()) : null),
        new("the end of next month", "the? (Bound|rest|latter part) of next Unit", (m, c) => Wide(m) ? Calendar.Period(c.Here, 1, m.Unit()) : null),
        new("the end of last month", "the? (Bound|rest|latter part) of last Unit", (m, c) => Wide(m) ? Calendar.Period(c.Here, -1, m.Unit()) : null),
        new("month's end", "(month|year) ~Apostrophe ~s end", (m, c) => Calendar.Period(c.There, 0, m.Says("year") ? Unit.Year : Unit.Month)),
        new("year-end", "year -? end", (m, c) => Calendar.Period(c.Here, 0, Unit.Year)),
        new("next spring", "Next Season", (m, c) => c.SeasonFrom(c.Here is { } h && h.Month > 0 && StartOf(m[Kind.Season]) > h.Month && m[Kind.Season] != 4 ? 0 : 1, m[Kind.Season])),
        new("last spring", "Last Season", (m, c) => c.SeasonFrom(c.Here is { } h && h.Month > StartOf(m[Kind.Season]) + 2 ? 0 : -1, m[Kind.Season])),
        new("this spring", "(this|that|the same) Season", (m, c) => c.SeasonFrom(0, m[Kind.Season])),
    ];

    private static Timex Today(Calendar c, int days) => Calendar.Shift(c.Here, days, Unit.Day);

    /// <summary>"ago" counts from publication, in a history from what it tells of.</summary>
    private static PartialDate? Today(Calendar c) => c.Here;

    /// <summary>Several lengths in one, as exact as the finest: a month, or a day.</summary>
    private static Timex? Compound(Match m, Calendar c)
    {
        var forward = !m.Says("ago") && !m.Says("earlier");
        if ((m.Says("later") || m.Says("earlier") ? c.There : c.Here)?.AsDay is not { Year: > 1000 and < 9000 } day) return Calendar.Date((string?)null);
        var (finest, spoken) = (Unit.Century, m.Has(Kind.Article) ? 1 : 0);
        for (var n = 0; n < 3 && m[Kind.Unit | Kind.Units, n] >= 0; n++)
        {
            var (unit, count) = (m.Unit(n), n < spoken ? 1 : m[Kind.Num, n - spoken]);
            if (count > 500 || unit >= finest || unit is < Unit.Day or Unit.Weekend or > Unit.Year) return null;
            if (!forward) count = -count;
            day = unit switch { Unit.Year => day.AddYears(count), Unit.Month => day.AddMonths(count), Unit.Week => day.AddDays(7 * count), Unit.Fortnight => day.AddDays(14 * count), Unit.Quarter => day.AddMonths(3 * count), _ => day.AddDays(count) };
            finest = unit;
        }

        return finest >= Unit.Month ? Calendar.Date(new PartialDate(day.Year, day.Month)) : Calendar.Date(day);
    }

    private static int Count(Match m) => m.Has(Kind.Num) ? m[Kind.Num] : 1;

    private static PartialDate? Day(Timex day) => DateOnly.TryParse(day.Value, System.Globalization.CultureInfo.InvariantCulture, out var d) ? new(d) : null;

    /// <summary>Whether the weekday named is that of publication, so that "next Tuesday" said on a Tuesday is a week away.</summary>
    private static bool Same(Match m, Calendar c) => c.Here?.AsDay is { } day && Calendar.Number(day) == m[Kind.Weekday];

    /// <summary>Whether a phrase ends here, so that "two days before" has nothing to be before.</summary>
    private static bool Ends(Match m) =>
        m.End == m.Text.Pieces.Count || m.Text.StartsSentence(m.End) || !char.IsLetterOrDigit(m.Text.First(m.End)) && m.Text.First(m.End) is not ('"' or '“') || m.Text.Is(m.End, Kind.Backward | Kind.Forward) && !m.Text.Is(m.End, Kind.Month | Kind.Last | Kind.Next) && m.Text.Lower(m.End) is not ("yesterday" or "tomorrow");

    /// <summary>Days and longer: "this hour" says nothing of the calendar.</summary>
    private static bool Wide(Match m) => m.Unit() > Unit.Night;

    private static bool Sure(Match m) => char.IsUpper(m.Text.First(m.First)) ? !m.Has(Kind.Weekday) || !m.Text.Pieces[m.First].Is(Kind.Doubtful) || m.Text.Is(m.First - 1, Kind.From) : !m.Text.Pieces[m.First].Is(Kind.Short);

    /// <summary>The first such weekday after a day.</summary>
    private static Timex? Ahead(Match m, PartialDate? from) => from?.AsDay is { } day ? Calendar.Date(day.AddDays(((m[Kind.Weekday] - Calendar.Number(day) + 6) % 7) + 1)) : null;

    /// <summary>Minutes and hours that count from no clock time: of no use outside a history.</summary>
    private static bool IsBrief(Match m, Calendar c) => m.Unit() < Unit.Day && !c.Narrative && !(m.Unit() == Unit.Hour && Count(m) % 24 == 0);

    private static int StartOf(int season) => season switch { 1 => 3, 2 => 6, 3 => 9, _ => 12 };
}
