using System.Globalization;

namespace Parley.Training.Dates;

/// <summary>The days a value stands for, so that "198" and "1980-01-01/1989-12-31" are the same.</summary>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    /// <summary>Reads TIMEX3 values and ISO 8601 intervals; null for what names no days ("PXD", "PRESENT_REF", "XXXX-06").</summary>
    public static DaySpan? Of(string? value)
    {
        if (string.IsNullOrEmpty(value)) return null;
        if (value.IndexOf('/', StringComparison.Ordinal) is var slash and > 0)
            return Of(value[..slash]) is { } from && Of(value[(slash + 1)..]) is { } to ? new(from.First, to.Last) : null;
        var time = value.IndexOf('T', StringComparison.Ordinal);
        var text = time > 0 ? value[..time] : value;
        if (text.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or 'W' or 'E' or 'Q' or 'H' or 'S' or 'P' or 'U' or 'F' or 'A' or 'I'))) return null;
        var parts = text.Split('-');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (parts.Length == 1) return text.Length switch { 2 => Years(year * 100, 100), 3 => Years(year * 10, 10), 4 => Years(year, 1), _ => null };
        if (parts[0].Length != 4 || year is < 1 or > 9998) return null;
        return parts[1] switch
        {
            ['W', ..] when int.TryParse(parts[1][1..], out var week) && week is >= 1 and <= 53 => WeekOf(year, week, parts.Length > 2 && parts[2] == "WE"),
            ['Q', var q] => Months(year, ((q - '1') * 3) + 1, 3),
            ['H', var h] => Months(year, ((h - '1') * 6) + 1, 6),
            "SP" => Months(year, 3, 3),
            "SU" => Months(year, 6, 3),
            "FA" => Months(year, 9, 3),
            "WI" => Months(year, 12, 3),
            _ when int.TryParse(parts[1], out var month) && month is >= 1 and <= 12 => parts.Length == 2 ? Months(year, month, 1) : Day(year, month, parts[2]),
            _ => null,
        };
    }

    private static DaySpan? Day(int year, int month, string day) =>
        int.TryParse(day, out var d) && d >= 1 && d <= DateTime.DaysInMonth(year, month) ? new(new(year, month, d), new(year, month, d)) : null;

    private static DaySpan? Years(int year, int count) => year is < 1 or > 9800 ? null : new(new(year, 1, 1), new(year + count - 1, 12, 31));

    private static DaySpan Months(int year, int month, int count) => new(new(year, month, 1), new DateOnly(year, month, 1).AddMonths(count).AddDays(-1));

    private static DaySpan WeekOf(int year, int week, bool weekend)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new(weekend ? monday.AddDays(5) : monday, monday.AddDays(6));
    }
}
