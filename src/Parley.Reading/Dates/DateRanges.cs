using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Makes the two ends of a range agree: "from 28 June to 5 July", "May to September", "from Monday to Friday".</summary>
internal static class DateRanges
{
    private const int LongestLink = 2;

    /// <summary>Moves, in place, an end that names no year into the one that puts the first before the last, less than a year apart.</summary>
    public static void Align(PieceText text, List<Expression> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var (a, b) = (found[i - 1], found[i]);
            if (!IsLinked(text, a, b) || Start(a) is not { } first || Start(b) is not { } last) continue;
            if (b.IsWeekday)
            {
                if (first > last) found[i] = b with { Timex = b.Timex with { Value = Text(last.AddDays((first.DayNumber - last.DayNumber + 6) / 7 * 7)) } };
            }
            else if (b.LeavesYear && last >= first.AddYears(1))
            {
                found[i] = InYear(b, last.Month * 100 + last.Day >= first.Month * 100 + first.Day ? first.Year : first.Year + 1);
            }
            else if (a.LeavesYear && (first > last || (b.NamesYear && last >= first.AddYears(1))))
            {
                found[i - 1] = InYear(a, first.Month * 100 + first.Day <= last.Month * 100 + last.Day ? last.Year : last.Year - 1);
            }
        }
    }

    private static bool IsLinked(PieceText text, Expression a, Expression b)
    {
        if (b.First - a.End is < 1 or > LongestLink || !text.SameSentence(a.First, b.First)) return false;
        if (b.First - a.End == LongestLink && text.Lower(a.End + 1) is not ("the" or "about" or "around")) return false;
        return text.Is(a.End, Kind.Dash) || text.Lower(a.End) is "to" or "until" or "till" or "through"
            || (text.Lower(a.End) == "and" && (text.Lower(a.First - 1) is "between" || text.Lower(a.First - 2) is "between"));
    }

    /// <summary>The first day of a day or month; null for anything else.</summary>
    private static DateOnly? Start(Expression e) =>
        e.Timex is { Type: TimexType.Date, Value: { Length: 7 or 10 } value } && DateOnly.TryParseExact(value.Length == 7 ? value + "-01" : value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9998 ? day : null;

    private static Expression InYear(Expression e, int year)
    {
        var value = PartialDate.YearText(year) + e.Timex.Value![4..];
        return value.Length == 7 || DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _) ? e with { Timex = e.Timex with { Value = value } } : e;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
