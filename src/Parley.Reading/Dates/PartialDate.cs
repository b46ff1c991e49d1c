using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>A year, a month of it or a day of it. Years before Christ are negative: -490 is 490 BC.</summary>
/// <param name="Month">1 to 12, or 0 where only the year is known.</param>
/// <param name="Day">1 to 31, or 0 where only the month is known.</param>
internal readonly record struct PartialDate(int Year, int Month = 0, int Day = 0)
{
    public PartialDate(DateOnly day) : this(day.Year, day.Month, day.Day)
    {
    }

    /// <summary>The calendar day, where it is one.</summary>
    public DateOnly? AsDay => Day > 0 && Month > 0 && Year is > 0 and < 10000 && Day <= DateTime.DaysInMonth(Year, Month) ? new(Year, Month, Day) : null;

    public static string YearText(int year) => year < 0 ? "BC" + (-year).ToString("D4", CultureInfo.InvariantCulture) : year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The TIMEX3 value.</summary>
    public override string ToString() => Month == 0 ? YearText(Year)
        : Day == 0 ? string.Create(CultureInfo.InvariantCulture, $"{YearText(Year)}-{Month:D2}")
        : string.Create(CultureInfo.InvariantCulture, $"{YearText(Year)}-{Month:D2}-{Day:D2}");
}
