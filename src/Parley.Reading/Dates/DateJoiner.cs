using System.Globalization;
using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>Joins a time and the day beside it into one expression: "noon on Saturday", "Friday at 9am", "the evening of 5 June".</summary>
internal static class DateJoiner
{
    private const string Days = "yyyy-MM-dd";

    /// <summary>Joins neighbours in place. Linear in their number.</summary>
    public static void Join(PieceText text, List<Expression> found)
    {
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (IsDay(found[i])) found[i] = Week(text, found[i], kept > 0 ? found[kept - 1].End : 0) ?? found[i];
            if (kept > 0 && Joined(text, found[kept - 1], found[i]) is { } joined) found[kept - 1] = joined;
            else found[kept++] = found[i];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private static Expression? Joined(PieceText text, Expression a, Expression b)
    {
        if (b.First - a.End is > 2 or < 0 || !text.SameSentence(a.First, b.First)) return null;
        var between = b.First == a.End ? "" : text.Lower(a.End) + (b.First - a.End == 2 ? " " + text.Lower(a.End + 1) : "");
        if (IsClock(a) && IsDay(b) && between is "" or "on" or "," or ", on" or "of" or "on the") return Both(a, b, new(TimexType.Time, b.Timex.Value + a.Timex.Value));
        if (IsDay(a) && IsClock(b) && between is "" or "at" or "," or ", at" or "by" or "around") return Both(a, b, new(TimexType.Time, a.Timex.Value + b.Timex.Value));
        if (IsPart(a) && IsHour(b) && between is "" or "at" or "," or "around" or "by") return Both(a, b, new(TimexType.Time, a.Timex.Value![..10] + Later(b, a.Timex.Value![11..])));
        if (IsHour(a) && IsPart(b) && between is "" or "on" or ",") return Both(a, b, new(TimexType.Time, b.Timex.Value![..10] + Later(a, b.Timex.Value![11..])));
        return a.Timex.Type == TimexType.Duration && IsDay(b) && between is "before" or "after" or "from" && Shifted(a.Timex.Value, b.Timex.Value, between == "before") is { } day
            ? Both(a, b, new(TimexType.Date, day)) : null;
    }

    private static Expression Both(Expression a, Expression b, Timex timex) => a with { Span = a.Span.Union(b.Span), End = b.End, Timex = timex };

    /// <summary>"two weeks after 5 June": a length of time counted from a day.</summary>
    private static string? Shifted(string? length, string? from, bool back)
    {
        if (length is not ['P', .. var digits, var unit] || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 9999) return null;
        var (day, n) = (DateOnly.ParseExact(from!, Days, CultureInfo.InvariantCulture), back ? -count : count);
        if (day.Year + (n / 12.0) is < 2 or > 9990 && unit is 'M' || unit is 'Y' or 'W' && day.Year + n is < 200 or > 9000) return null;
        DateOnly? shifted = unit switch { 'D' => day.AddDays(n), 'W' => day.AddDays(7 * n), 'M' => day.AddMonths(n), 'Y' => day.AddYears(n), _ => null };
        return shifted?.ToString(Days, CultureInfo.InvariantCulture);
    }

    /// <summary>"the week of 10 April", "the weekend of the 18th".</summary>
    private static Expression? Week(PieceText text, Expression day, int from)
    {
        var at = day.First - 1;
        if (text.Lower(at) == "the") at--;
        if (text.Lower(at) == "on") at--;
        if (text.Lower(at) == "c" && text.First(at - 1) == '/' && text.Lower(at - 2) == "w" && at - 2 >= from) return OfWeek(text, day, at - 2, weekend: false);
        if (text.Lower(at) is not ("of" or "beginning" or "starting" or "commencing" or "ending") || text.Lower(at - 1) is not ("week" or "weekend") || at - 1 < from) return null;
        var first = text.Lower(at - 2) == "the" && at - 2 >= from ? at - 2 : at - 1;
        return OfWeek(text, day, first, text.Lower(at - 1) == "weekend");
    }

    private static Expression OfWeek(PieceText text, Expression day, int first, bool weekend)
    {
        var of = DateOnly.ParseExact(day.Timex.Value!, Days, CultureInfo.InvariantCulture);
        var week = Calendar.Week(weekend && of.DayOfWeek == DayOfWeek.Monday ? of.AddDays(-1) : of); // the weekend of a Monday is the one it ends
        return day with { First = first, Span = new(text.Pieces[first].Start, day.Span.End), Timex = new(TimexType.Date, weekend ? week + "-WE" : week) };
    }

    /// <summary>A part of a day: "2024-03-14TEV".</summary>
    public static bool IsPart(Expression e) => e.Timex is { Type: TimexType.Time, Value: { Length: 13 } value } && char.IsAsciiDigit(value[0]) && char.IsAsciiLetterUpper(value[11]);

    /// <summary>The clock time as the part of the day makes it: 8 in the evening is 20:00.</summary>
    public static string Later(Expression clock, string part)
    {
        var hour = int.Parse(clock.Timex.Value.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var later = hour < 12 && (part is "EV" or "AF" || (part == "NI" && hour >= 5));
        return later ? $"T{hour + 12:D2}{clock.Timex.Value![3..]}" : clock.Timex.Value!;
    }

    public static bool IsClock(Expression e) => e.Timex is { Type: TimexType.Time, Value: ['T', ..] };

    /// <summary>A clock time, and not only a part of the day.</summary>
    public static bool IsHour(Expression e) => IsClock(e) && char.IsAsciiDigit(e.Timex.Value![1]);

    public static bool IsDay(Expression e) => e.Timex is { Type: TimexType.Date, Value: { Length: 10 } value } && value[4] == '-' && value[7] == '-' && DateOnly.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>A date as found, with the pieces <c>[First, End)</c> it covers.</summary>
internal readonly record struct Expression(Span Span, int First, int End, Timex Timex, DateRule Rule)
{
    /// <summary>Whether its words give the year.</summary>
    public bool NamesYear { get; init; }

    /// <summary>Whether it is a month or a day of one that leaves the year open.</summary>
    public bool LeavesYear { get; init; }

    /// <summary>Whether it is a weekday without a date.</summary>
    public bool IsWeekday => Rule == RelativeRules.Weekday;
}
