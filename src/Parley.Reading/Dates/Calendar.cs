using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Where in time a report stands: what it was published on, what it spoke of last. Rules ask it what their words mean.</summary>
/// <param name="published">The day of publication, null where unknown.</param>
/// <param name="narrative">Whether the text tells history: dates then count from the one mentioned before, not from publication.</param>
internal sealed class Calendar(DateOnly? published, bool narrative)
{
    private static readonly string[] Seasons = ["", "SP", "SU", "FA", "WI"];

    /// <summary>The date mentioned last.</summary>
    public PartialDate? Focus { get; set; }

    public DateOnly? Published => published;

    public bool Narrative => narrative;

    /// <summary>Whether it tells history month by month.</summary>
    public bool Chronicle { get; init; }

    /// <summary>What "today" counts from.</summary>
    public PartialDate? Here => narrative && Focus is { } focus ? focus : published is { } day ? new PartialDate(day) : null;

    /// <summary>What "the end of the month" counts from.</summary>
    public PartialDate? Now => narrative || published is null ? There : Here;

    /// <summary>What "that day" and "two days later" count from.</summary>
    public PartialDate? There => Focus ?? Here;

    public static Timex Date(string? value) => new(TimexType.Date, value);

    public static Timex Date(PartialDate? date) => new(TimexType.Date, date?.ToString());

    public static Timex Date(DateOnly? day) => day is { } d ? Date(new PartialDate(d)) : Date((string?)null);

    /// <summary>A day or, with day 0, a month; the year is found where it is not given (-1). Null where there is no such day.</summary>
    public Timex? Day(Match match, int year, int month, int day)
    {
        if (month is < 1 or > 12 || day > (month == 2 ? 29 : month is 4 or 6 or 9 or 11 ? 30 : 31)) return null;
        if (year == -1 && YearOf(match, month, day) is { } found) year = month == 2 && day == 29 ? LeapYear(match, found) : found;
        if (year == -1) return Date(day == 0 ? $"XXXX-{month:D2}" : $"XXXX-{month:D2}-{day:D2}");
        if (day > 0 && year is > 0 and < 10000 && day > DateTime.DaysInMonth(year, month)) return null;
        return Date(new PartialDate(year, month, Math.Max(day, 0)));
    }

    /// <summary>"the 20th": of the month told of, or of the one before or after that the tense asks for.</summary>
    public Timex? DayOfMonth(Match match, int day)
    {
        if (There is not { Month: > 0 } there) return Day(match, -1, 0, day);
        if (!narrative && Here is { } here && Math.Abs(((there.Year - here.Year) * 12) + there.Month - here.Month) > 1 && !match.Text.SameSentence(FocusAt, match.First)) there = here; // a day far off, told before, is no longer meant
        if (!narrative && published is { } today && (today.Year, today.Month) == (there.Year, there.Month) && Tense.At(match.Text, match.First, match.End) is var way)
        {
            if (way == Direction.Future && day < today.Day) there = Months(there, 1);
            if (way == Direction.Past && day > today.Day) there = Months(there, -1);
        }

        return Day(match, there.Year, there.Month, day);
    }

    public Timex? Month(Match match, int year, int month) => Day(match, year, month, 0);

    public static Timex Year(int year) => Date(new PartialDate(year));

    /// <summary>"1980s" is "198"; so is "the eighties".</summary>
    public static Timex Decade(int year) => Date(year < 0 ? "BC" + (-year / 10).ToString("D3", CultureInfo.InvariantCulture) : (year / 10).ToString("D3", CultureInfo.InvariantCulture));

    /// <summary>The 19th century is "18".</summary>
    public static Timex? Century(int number, bool beforeChrist) =>
        number is < 1 or > 30 ? null : Date((beforeChrist ? "BC" : "") + (number - 1).ToString("D2", CultureInfo.InvariantCulture));

    public Timex Season(int year, int season)
    {
        if (year == -1) year = Here?.Year ?? -1;
        return Date((year == -1 ? "XXXX" : PartialDate.YearText(year)) + "-" + Seasons[season]);
    }

    public Timex Quarter(int year, int quarter) => Date(YearOrHere(year) is { } y ? $"{PartialDate.YearText(y)}-Q{quarter}" : null);

    public Timex Half(int year, int half) => Date(YearOrHere(year) is { } y ? $"{PartialDate.YearText(y)}-H{half}" : null);

    private int? YearOrHere(int year) => year == -1 ? Here?.Year : year;

    /// <summary>The weekday that the tense of the clause asks for; a day of the same name as the day of publication is that day.</summary>
    public Timex Weekday(Match match, int weekday, Direction? direction = null)
    {
        if ((narrative ? There : Here)?.AsDay is not { } day) return Date(narrative || published is null ? null : $"XXXX-WXX-{weekday}");
        var ahead = (weekday - Number(day) + 7) % 7;
        var way = direction ?? Tense.At(match.Text, match.First, match.End);
        return Date(day.AddDays(way == Direction.Future || ahead == 0 ? ahead : ahead - 7));
    }

    /// <summary>A weekday of the week so many weeks from this one.</summary>
    public Timex WeekdayOfWeek(int weekday, int weeks) => Date(Here?.AsDay is { } day ? day.AddDays(weekday - Number(day) + (7 * weeks)) : null);

    /// <summary>So many units before or after a date.</summary>
    public static Timex Shift(PartialDate? from, int count, Unit unit)
    {
        if (from is not { } date) return Date((string?)null);
        switch (unit)
        {
            case Unit.Day or Unit.Night: return Date(date.AsDay?.AddDays(count));
            case Unit.Weekend or Unit.Week: return Date(date.AsDay?.AddDays(7 * count));
            case Unit.Fortnight: return Date(date.AsDay?.AddDays(14 * count));
            case Unit.Hour when count % 24 == 0: return Date(date.AsDay?.AddDays(count / 24));
            case Unit.Month when date.Month > 0: return Date(Months(date, count));
            case Unit.Quarter when date.Month > 0: return Date(Months(date, 3 * count));
            case Unit.Year: return Date(new PartialDate(date.Year + count));
            case Unit.Decade: return Decade(date.Year + (10 * count));
            case Unit.Century: return Date(((date.Year / 100) + count).ToString("D2", CultureInfo.InvariantCulture));
            default: return Date((string?)null);
        }
    }

    /// <summary>The whole unit so many units from the one that holds a date: "last week" is -1 week.</summary>
    public static Timex Period(PartialDate? from, int count, Unit unit)
    {
        if (from is not { } date) return Date((string?)null);
        switch (unit)
        {
            case Unit.Week: return Date(date.AsDay is { } d ? Week(d.AddDays(7 * count)) : null);
            case Unit.Fortnight: return new(TimexType.Duration, "P2W");
            case Unit.Weekend: return Date(date.AsDay is { } s ? Week(s.AddDays(7 * count)) + "-WE" : null);
            case Unit.Quarter when date.Month > 0:
                var quarter = (date.Year * 4) + ((date.Month - 1) / 3) + count;
                return Date($"{PartialDate.YearText(quarter / 4)}-Q{(quarter % 4) + 1}");
            default: return Shift(from, count, unit);
        }
    }

    public Timex SeasonFrom(int count, int season) => Here is { } here ? Season(here.Year + count, season) : Date((string?)null);

    /// <summary>A part of a day: "2024-03-14TEV".</summary>
    public static Timex PartOf(string? day, int part) => new(TimexType.Time, day is null ? null : day + "T" + PartName(part));

    public static string PartName(int part) => part switch { 1 => "MO", 2 => "AF", 3 => "EV", 5 => "DT", _ => "NI" };

    /// <summary>Monday is 1, Sunday 7.</summary>
    public static int Number(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static string Week(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(time):D4}-W{ISOWeek.GetWeekOfYear(time):D2}");
    }

    private static PartialDate Months(PartialDate date, int count)
    {
        var months = (date.Year * 12) + date.Month - 1 + count;
        return new(months / 12, (months % 12) + 1);
    }

    /// <summary>The year of a day or month that names none.</summary>
    private int? YearOf(Match match, int month, int day)
    {
        if (narrative) return Focus is { } focus ? focus.Month >= 10 && month <= 3 ? Next(focus.Year) : focus.Year : published?.Year;
        if (published is not { } today) return Focus?.Year;
        if (Focus is { } told && FocusNamesYear && told.Year != today.Year && match.Text.SameSentence(FocusAt, match.First)) return told.Year;
        var ahead = month != today.Month || day == 0 ? month - today.Month : Math.Sign(day - today.Day);
        return Tense.At(match.Text, match.First, match.End) switch
        {
            Direction.Past => ahead > 0 && !IsNear(today, month, day) ? today.Year - 1 : today.Year,
            Direction.Future => ahead < 0 && !IsFresh(today, month, day) ? today.Year + 1 : today.Year,
            _ => ahead > 6 ? today.Year - 1 : ahead < -8 ? today.Year + 1 : today.Year,
        };
    }

    /// <summary>The leap year that a 29 February is of.</summary>
    private static int LeapYear(Match match, int year)
    {
        var step = Tense.At(match.Text, match.First, match.End) == Direction.Future ? 1 : -1;
        while (year is > 8 and < 9990 && !DateTime.IsLeapYear(year)) year += step;
        return year;
    }

    /// <summary>Whether a day is over since five weeks at most: a report that means the one in eleven months names the year.</summary>
    private static bool IsFresh(DateOnly today, int month, int day) =>
        new PartialDate(today.Year, month, day).AsDay is { } found && today.DayNumber - found.DayNumber is > 0 and <= 35;

    /// <summary>Whether a day lies within the next two months: a report that means the one ten months ago names the year.</summary>
    private static bool IsNear(DateOnly today, int month, int day) =>
        new PartialDate(today.Year, month, day).AsDay is { } found && found.DayNumber - today.DayNumber is > 0 and <= 60;

    /// <summary>Whether the date mentioned last named its year itself.</summary>
    public bool FocusNamesYear { get; set; }

    /// <summary>The piece at which the date mentioned last began.</summary>
    public int FocusAt { get; set; } = -1;

    private static int Next(int year) => year == -1 ? 1 : year + 1;
}
