using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Weeks by number, weeks and days of a month or year, days of a week named beside them, working days.</summary>
internal static class WeekRules
{
    private const string Around = "(this|last|next|previous|the following|the coming)";

    public static DateRule[] Table { get; } =
    [
        // weeks of a year and of a month: those whose Thursday lies in it, as ISO 8601 counts
        new("week 31", "(calendar)? week Num", (m, c) => Numbered(m, c.Here?.Year, m[Kind.Num])),
        new("week 31 of 2027", "(calendar)? week Num (,|of|in)? Year", (m, _) => Numbered(m, m[Kind.Year], m[Kind.Num])),
        new("week 27 of last year", "(calendar)? week Num of (this|last|next) year", (m, c) => Numbered(m, c.Here?.Year + Shift(m), m[Kind.Num])),
        new("the first week of 2015", "the? Ord week (of|in) Year", (m, _) => Numbered(m, m[Kind.Year], m[Kind.Ord])),
        new("the last week of 2016", "the? last week (of|in) Year", (m, _) => OfWeek(m[Kind.Year], LastWeek(m[Kind.Year]))),
        new("the third week of January", "the? Ord week (of|in) Month Year?", (m, c) => OfMonth(c.Month(m, m[Kind.Year], m[Kind.Month]), m[Kind.Ord])),
        new("the first week of July on Friday", "the? Ord week (of|in) Month Year? ,? on Weekday", (m, c) => InWeek(OfMonth(c.Month(m, m[Kind.Year], m[Kind.Month]), m[Kind.Ord]), m[Kind.Weekday])),
        new("the last week of July", "the? last week (of|in) Month Year?", (m, c) => OfMonth(c.Month(m, m[Kind.Year], m[Kind.Month]), -1)),
        new("the second week of next month", "the? Ord week (of|in) (this|last|next) month", (m, c) => OfMonth(Calendar.Period(c.Here, Shift(m), Unit.Month), m[Kind.Ord])),
        new("the last week of this month", "the? last week (of|in) (this|next|the) month", (m, c) => OfMonth(Calendar.Period(c.Here, m.Says("next") ? 1 : 0, Unit.Month), -1)),
        new("the last week of last month", "the? last week (of|in) last month", (m, c) => OfMonth(Calendar.Period(c.Here, -1, Unit.Month), -1)),
        new("the week after next", "the Unit after next", (m, c) => m.Unit() >= Unit.Weekend ? Calendar.Period(c.Here, 2, m.Unit()) : null),
        new("the week before last", "the Unit before last", (m, c) => m.Unit() >= Unit.Weekend ? Calendar.Period(c.Here, -2, m.Unit()) : null),

        new("this working week", "(early|late|later|earlier)? " + Around + " (working|work) -? week", (m, c) => Calendar.Period(c.Here, Shift(m), Unit.Week)),

        // a day of a week
        new("next week on Tuesday", Around + " week (,|Dash)? (on)? Weekday", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], Shift(m))),
        new("next week, Tuesday evening", Around + " week (,|Dash)? (on)? Weekday Part", (m, c) => Calendar.PartOf(c.WeekdayOfWeek(m[Kind.Weekday], Shift(m)).Value, m[Kind.Part])),
        new("Wednesday evening next week", "Weekday Part (of)? " + Around + " week", (m, c) => Calendar.PartOf(c.WeekdayOfWeek(m[Kind.Weekday], Shift(m)).Value, m[Kind.Part])),
        new("the first Monday of June", "the? Ord Weekday (of|in) Month Year?", (m, c) => NthDay(c.Month(m, m[Kind.Year], m[Kind.Month]), m[Kind.Weekday], m[Kind.Ord])),
        new("the last Friday of June", "the? last Weekday (of|in) Month Year?", (m, c) => NthDay(c.Month(m, m[Kind.Year], m[Kind.Month]), m[Kind.Weekday], -1)),
        new("the first Monday of next month", "the? Ord Weekday of " + Around + " month", (m, c) => NthDay(Calendar.Period(c.Here, Shift(m), Unit.Month), m[Kind.Weekday], m[Kind.Ord])),
        new("the last Friday of the month", "the? last Weekday of (the|this) month", (m, c) => NthDay(Calendar.Period(c.Here, 0, Unit.Month), m[Kind.Weekday], -1)),

        new("Monday two weeks from now", "Weekday ,? (Num weeks|a week) (from now|hence|from today)", (m, c) => c.WeekdayOfWeek(m[Kind.Weekday], Math.Max(1, m[Kind.Num]))),
        new("over [the weekend]", "the weekend", Weekend),

        // days and months by their order
        new("the 15th day of June", "the? Ord day of Month (,? Year)?", (m, c) => c.Day(m, m[Kind.Year], m[Kind.Month], m[Kind.Ord])),
        new("the 15th of next month", "the Ord (day)? of " + Around + " month", (m, c) => DayOf(Calendar.Period(c.Here, Shift(m), Unit.Month), m[Kind.Ord])),
        new("the 26th day of the month", "the Ord day of the month", (m, c) => DayOf(Calendar.Period(c.Now, 0, Unit.Month), m[Kind.Ord])),
        new("the last day of June", "the? last day (of|in) Month (,? Year)?", (m, c) => LastDayOf(c.Month(m, m[Kind.Year], m[Kind.Month]))),
        new("the last day of next month", "the? last day of (this|next|the) month", (m, c) => LastDayOf(Calendar.Period(c.Here, m.Says("next") ? 1 : 0, Unit.Month))),
        new("the ninth month of next year", "the? Ord month of (Year|(this|last|next) year)", (m, c) => m[Kind.Ord] <= 12 ? c.Month(m, m.Has(Kind.Year) ? m[Kind.Year] : c.Here?.Year + Shift(m) ?? -1, m[Kind.Ord]) : null),

        // working days
        new("the next working day", "(the|next|the next|the following) (business|working) day", (m, c) => m.Says("next") || m.Says("following") ? Working(c, 1) : null),
        new("the last working day", "(the)? (last|previous|preceding) (business|working) day", (m, c) => Working(c, -1)),
        new("the last working day of the month", "the? last (business|working) day of (this|next|the) month", (m, c) => LastWorkingDay(Calendar.Period(c.Here, m.Says("next") ? 1 : 0, Unit.Month))),
        new("the last working day of June", "the? last (business|working) day of Month Year?", (m, c) => LastWorkingDay(c.Month(m, m[Kind.Year], m[Kind.Month]))),
    ];

    private static int Shift(Match m) => m.Says("next") || m.Says("following") || m.Says("coming") ? 1 : m.Says("previous") || m.Says("last") ? -1 : 0;

    /// <summary>A number in figures; "week three of the strike" counts from something else.</summary>
    private static Timex? Numbered(Match m, int? year, int week)
    {
        if (m.Has(Kind.Num) && (m.Text.Is(m.End - 1, Kind.Spelled) || m.Text.Lower(m.End) is "of" or "in" || m.Text.Is(m.End, Kind.Units | Kind.Counted))) return null;
        return year is { } y ? OfWeek(y, week) : Calendar.Date((string?)null);
    }

    private static Timex? OfWeek(int year, int week) =>
        week >= 1 && week <= LastWeek(year) ? Calendar.Date(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-W{week:D2}")) : null;

    /// <summary>"over the weekend": the one that the tense asks for.</summary>
    private static Timex? Weekend(Match m, Calendar c)
    {
        if (m.Text.Lower(m.End) == "of" || m.Text.Lower(m.First - 1) is not ("over" or "at" or "during" or "throughout" or "through" or "for" or "on" or "by" or "before" or "after" or "since")) return null;
        if (c.Here?.AsDay is not { } day) return Calendar.Date((string?)null);
        return Calendar.Period(c.Here, Calendar.Number(day) < 6 && Tense.At(m.Text, m.First, m.End) == Direction.Past ? -1 : 0, Unit.Weekend);
    }

    private static int LastWeek(int year) => ISOWeek.GetWeeksInYear(Math.Clamp(year, 1, 9998));

    private static Timex? OfMonth(Timex? month, int n) =>
        NthDay(month, 4, n) is { Value: { } thursday } && DateOnly.TryParse(thursday, CultureInfo.InvariantCulture, out var day) ? Calendar.Date(Calendar.Week(day)) : null;

    /// <summary>A weekday of a week as written in a value.</summary>
    private static Timex? InWeek(Timex? week, int weekday) =>
        week is { Value: [_, _, _, _, '-', 'W', _, _] value } ? Calendar.Date(DateOnly.FromDateTime(ISOWeek.ToDateTime(int.Parse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(value.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture), DayOfWeek.Monday)).AddDays(weekday - 1)) : null;

    /// <summary>The n-th weekday of a month, the last where n is -1; null where the month has no such day.</summary>
    private static Timex? NthDay(Timex? month, int weekday, int n)
    {
        if (First(month) is not { } first) return null;
        var day = first.AddDays((weekday - Calendar.Number(first) + 7) % 7);
        if (n > 0) day = day.AddDays(7 * (n - 1));
        else while (day.AddDays(7).Month == first.Month) day = day.AddDays(7);
        return day.Month == first.Month ? Calendar.Date(day) : null;
    }

    private static Timex? DayOf(Timex? month, int day) =>
        First(month) is { } first && new PartialDate(first.Year, first.Month, day).AsDay is { } found ? Calendar.Date(found) : null;

    private static Timex? LastDayOf(Timex? month) => First(month) is { } first ? Calendar.Date(first.AddMonths(1).AddDays(-1)) : null;

    private static Timex? LastWorkingDay(Timex? month) => First(month) is { } first ? Calendar.Date(OnWork(first.AddMonths(1).AddDays(-1), -1)) : null;

    private static Timex Working(Calendar c, int step) => Calendar.Date(c.Here?.AsDay is { } day ? OnWork(day.AddDays(step), step) : null);

    private static DateOnly OnWork(DateOnly day, int step)
    {
        while (Calendar.Number(day) > 5) day = day.AddDays(step);
        return day;
    }

    /// <summary>The first day of a month as written in a value.</summary>
    private static DateOnly? First(Timex? month) =>
        month is { Value: { Length: 7 } value } && DateOnly.TryParseExact(value + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1 and < 9990 ? first : null;
}
