using System.Globalization;

namespace Parley.Reading.Meetings;

/// <summary>What a TIMEX3 value means on a calendar sheet.</summary>
internal static class IsoDay
{
    /// <summary>"2024-03-14" of "2024-03-14TEV"; "2024-03", "2024-W11" and "2024" as they are; null for what no calendar shows.</summary>
    public static string? Of(DateExpression date)
    {
        if (date.Type is TimexType.Duration or TimexType.Set || date.Value is not { Length: >= 4 } value || !char.IsAsciiDigit(value[3])) return null;
        var time = value.IndexOf('T', StringComparison.Ordinal);
        var day = time < 0 ? value : value[..time];
        if (day is [_, _, _, _, '-', 'W', _, _]) return date.Text.Any(char.IsAsciiDigit) ? Monday(day) : Month(day); // "the week of 24 November"; of "last week" only the month is sure
        return day.Length is 4 or 7 or 8 or 10 && day[..4].All(char.IsAsciiDigit) && !day.EndsWith("SP", StringComparison.Ordinal) && !day.EndsWith("SU", StringComparison.Ordinal)
            && !day.EndsWith("FA", StringComparison.Ordinal) && !day.EndsWith("WI", StringComparison.Ordinal) ? day : null;
    }

    public static DateOnly? Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The last day of what is named: of "2024-09" the 30th.</summary>
    public static DateOnly? LastDay(string? iso)
    {
        if (Day(iso) is { } day) return day;
        if (iso is { Length: 7 } && iso[5] != 'Q' && DateOnly.TryParseExact(iso + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return first.AddMonths(1).AddDays(-1);
        return iso is { Length: 4 } && int.TryParse(iso, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9999 ? new DateOnly(year, 12, 31) : null;
    }

    private static string? Monday(string week) =>
        int.TryParse(week.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && int.TryParse(week.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 53
            ? Text(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday))) : null;

    /// <summary>The month that holds a whole week; the week itself where two months share it.</summary>
    private static string Month(string week) =>
        Day(Monday(week)) is { } monday && monday.Month == monday.AddDays(6).Month ? Text(monday)[..7] : week;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether a date, coarse or not, lies wholly after a day.</summary>
    public static bool IsAfter(string? iso, DateOnly? day) => day is { } d && iso is not null && string.CompareOrdinal(iso, 0, Text(d), 0, Math.Min(iso.Length, 10)) > 0 && !iso.Contains('W', StringComparison.Ordinal);
}
