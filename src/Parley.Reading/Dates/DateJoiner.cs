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
            if (kept > 0 && Joined(text, found[kept - 1], found[i]) is { } joined) found[kept - 1] = joined;
            else found[kept++] = found[i];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private static Expression? Joined(PieceText text, Expression a, Expression b)
    {
        if (b.First - a.End is > 2 or < 0 || !text.SameSentence(a.First, b.First)) return null;
        var between = b.First == a.End ? "" : text.Lower(a.End) + (b.First - a.End == 2 ? " " + text.Lower(a.End + 1) : "");
        if (IsClock(a) && IsDay(b) && between is "" or "on" or "," or ", on" or "of") return Both(a, b, new(TimexType.Time, b.Timex.Value + a.Timex.Value));
        if (IsDay(a) && IsClock(b) && between is "" or "at" or "," or ", at" or "by" or "around") return Both(a, b, new(TimexType.Time, a.Timex.Value + b.Timex.Value));
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

    private static bool IsClock(Expression e) => e.Timex is { Type: TimexType.Time, Value: ['T', ..] };

    private static bool IsDay(Expression e) => e.Timex is { Type: TimexType.Date, Value: { Length: 10 } value } && value[4] == '-' && value[7] == '-' && DateOnly.TryParseExact(value, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>A date as found, with the pieces <c>[First, End)</c> it covers.</summary>
internal readonly record struct Expression(Span Span, int First, int End, Timex Timex, DateRule Rule);
