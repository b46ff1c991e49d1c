using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Settles what neighbours say of each other without being one expression: the day of a range of times, the date in brackets after a weekday.</summary>
internal static class DayNeighbours
{
    private const int DayLength = 10;

    /// <summary>Changes values in place. Linear in their number.</summary>
    public static void Settle(PieceText text, List<Expression> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (a, b) = (found[i - 1], found[i]);
            if (b.First < a.End || b.First - a.End > 2 || !text.SameSentence(a.First, b.First)) continue;
            if (a.IsWeekday && DateJoiner.IsDay(b) && text.First(a.End) is '(' or '-' or ',' && b.First - a.End == 1 && IsOn(b, a)) found[i - 1] = a with { Timex = b.Timex };
            else if (b.IsWeekday && DateJoiner.IsDay(a) && text.First(a.End) == '(' && b.First - a.End == 1) (found[i - 1], found[i]) = InYearOf(a, b);
            else if (DateJoiner.IsPart(a) && DateJoiner.IsHour(b) && text.Lower(a.End) is "from" or "between") found[i] = b with { Timex = b.Timex with { Value = a.Timex.Value![..DayLength] + DateJoiner.Later(b, a.Timex.Value![(DayLength + 1)..]) } };
            else if (DateJoiner.IsHour(a) && IsTimeOfDay(b) && IsLinked(text, a)) found[i - 1] = a with { Timex = a.Timex with { Value = b.Timex.Value![..DayLength] + a.Timex.Value } };
            else if (IsTimeOfDay(a) && DateJoiner.IsHour(b) && IsLinked(text, a)) found[i] = b with { Timex = b.Timex with { Value = a.Timex.Value![..DayLength] + InOrder(a.Timex.Value![DayLength..], b.Timex.Value!) } };
        }
    }

    /// <summary>"22 May (Tuesday)": the nearest year in which the day falls on that weekday, and the weekday that day.</summary>
    private static (Expression Date, Expression Weekday) InYearOf(Expression date, Expression weekday)
    {
        var value = date.Timex.Value!;
        var year = int.Parse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        foreach (var near in date.LeavesYear ? (ReadOnlySpan<int>)[0, -1, 1, -2, 2] : [0])
        {
            var told = date with { Timex = date.Timex with { Value = PartialDate.YearText(year + near) + value[4..] } };
            if (IsOn(told, weekday)) return (told, weekday with { Timex = told.Timex });
        }

        return (date, weekday);
    }

    private static bool IsLinked(PieceText text, Expression a) => text.Is(a.End, Kind.Dash) || text.Lower(a.End) is "to" or "until" or "till" or "through" or "and" or "or";

    private static bool IsTimeOfDay(Expression e) => e.Timex is { Type: TimexType.Time, Value: { Length: 16 } value } && char.IsAsciiDigit(value[0]) && value[13] == ':';

    /// <summary>An end before its start is twelve hours later where that puts it after.</summary>
    private static string InOrder(string start, string end)
    {
        var hour = int.Parse(end.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        var later = $"T{hour + 12:D2}{end[3..]}";
        return hour < 12 && string.CompareOrdinal(end, start) < 0 && string.CompareOrdinal(later, start) > 0 ? later : end;
    }

    /// <summary>Whether the date falls on the weekday.</summary>
    private static bool IsOn(Expression date, Expression weekday) =>
        DateOnly.TryParseExact(date.Timex.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && DateOnly.TryParse(weekday.Timex.Value, CultureInfo.InvariantCulture, out var told) && day.DayOfWeek == told.DayOfWeek;
}
