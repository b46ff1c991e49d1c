namespace Parley.Analysis.Networks;

/// <summary>Adds, floors and measures in one unit of time. Months and years follow the calendar; the day is clamped to the month.</summary>
internal sealed class CalendarUnit(WindowUnit unit)
{
    public long Add(long time, int count) => unit switch
    {
        WindowUnit.Months => Seconds.Of(Seconds.ToTime(time).AddMonths(count)),
        WindowUnit.Years => Seconds.Of(Seconds.ToTime(time).AddYears(count)),
        _ => time + (count * Length),
    };

    /// <summary>The beginning of the unit that holds the time; weeks begin on Monday.</summary>
    public long Floor(long time)
    {
        var date = Seconds.ToTime(time);
        return unit switch
        {
            WindowUnit.Months => Seconds.Of(new(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Utc)),
            WindowUnit.Years => Seconds.Of(new(date.Year, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
            WindowUnit.Weeks => Seconds.Of(date.Date.AddDays(-(((int)date.DayOfWeek + 6) % 7))),
            _ => time - (((time % Length) + Length) % Length),
        };
    }

    /// <summary>Whole units from one time to another, toward zero.</summary>
    public long Whole(long from, long to)
    {
        if (unit is not (WindowUnit.Months or WindowUnit.Years))
            return (to - from) / Length;
        var (a, b) = from <= to ? (Seconds.ToTime(from), Seconds.ToTime(to)) : (Seconds.ToTime(to), Seconds.ToTime(from));
        var months = ((b.Year - a.Year) * 12) + b.Month - a.Month;
        if (b.Day < a.Day || (b.Day == a.Day && b.TimeOfDay < a.TimeOfDay))
            months--;
        var count = unit == WindowUnit.Years ? months / 12 : months;
        return from <= to ? count : -count;
    }

    private long Length => unit switch
    {
        WindowUnit.Seconds => 1,
        WindowUnit.Minutes => 60,
        WindowUnit.Hours => 3600,
        WindowUnit.Days => 86400,
        WindowUnit.Weeks => 7 * 86400,
        _ => throw new InvalidOperationException($"{unit} have no fixed length"),
    };
}
