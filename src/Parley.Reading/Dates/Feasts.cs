using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>The day of a feast in a year; null where it has none or the calendar it hangs on does not reach that far.</summary>
internal delegate DateOnly? FeastDay(int year);

/// <summary>Feasts and public holidays whose day is the same in every country that keeps them.</summary>
/// <remarks>
/// Easter by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991). Islamic feasts by the Umm al-Qura calendar; sighting
/// the moon may move them a day. Left out: days that differ between countries, as Independence Day and Labour Day.
/// </remarks>
internal static class Feasts
{
    private static readonly UmAlQuraCalendar Islamic = new();
    private static readonly HebrewCalendar Hebrew = new();
    private static readonly ChineseLunisolarCalendar Chinese = new();

    /// <summary>An example, the pattern of its names, its day.</summary>
    public static (string Example, string Names, FeastDay Day)[] Table { get; } =
    [
        ("New Year's Day", "new (year|years) (~Apostrophe ~s)? day", On(1, 1)),
        ("New Year's Eve", "new (year|years) (~Apostrophe ~s)? eve", On(12, 31)),
        ("before [New Year]", "new year", On(1, 1)),
        ("Orthodox Christmas", "orthodox christmas (day)?", On(1, 7)),
        ("Valentine's Day", "(st|saint)? .? valentine (~Apostrophe ~s)? day", On(2, 14)),
        ("International Women's Day", "international women (~Apostrophe ~s) day", On(3, 8)),
        ("St Patrick's Day", "(st|saint) .? patrick (~Apostrophe ~s day)?", On(3, 17)),
        ("Nowruz", "(nowruz|newroz)", On(3, 21)),
        ("Earth Day", "earth day", On(4, 22)),
        ("May Day", "may day", On(5, 1)),
        ("International Workers' Day", "international workers (~Apostrophe)? day", On(5, 1)),
        ("Juneteenth", "juneteenth", On(6, 19)),
        ("Bastille Day", "bastille day", On(7, 14)),
        ("United Nations Day", "united nations day", On(10, 24)),
        ("Halloween", "halloween", On(10, 31)),
        ("All Saints' Day", "all saints (~Apostrophe)? day", On(11, 1)),
        ("Armistice Day", "(armistice|remembrance|veterans) day", On(11, 11)),
        ("Human Rights Day", "human rights day", On(12, 10)),
        ("Christmas Eve", "christmas eve", On(12, 24)),
        ("Christmas", "christmas (day)?", On(12, 25)),
        ("Boxing Day", "boxing day", On(12, 26)),
        ("Ash Wednesday", "ash wednesday", FromEaster(-46)),
        ("Palm Sunday", "palm sunday", FromEaster(-7)),
        ("Maundy Thursday", "maundy thursday", FromEaster(-3)),
        ("Good Friday", "good friday", FromEaster(-2)),
        ("Orthodox Easter", "orthodox easter (sunday)?", OrthodoxEaster),
        ("Easter", "easter (sunday)?", FromEaster(0)),
        ("Easter Monday", "easter monday", FromEaster(1)),
        ("Ascension Day", "ascension day", FromEaster(39)),
        ("Pentecost", "(pentecost|whit sunday)", FromEaster(49)),
        ("Whit Monday", "whit monday", FromEaster(50)),
        ("Martin Luther King Day", "(martin luther king|mlk) (~Apostrophe ~s)? day", Nth(1, DayOfWeek.Monday, 3)),
        ("Presidents' Day", "presidents (~Apostrophe)? day", Nth(2, DayOfWeek.Monday, 3)),
        ("Memorial Day", "memorial day", year => Last(year, 5, DayOfWeek.Monday)),
        ("Labor Day", "labor day", Nth(9, DayOfWeek.Monday, 1)),
        ("Thanksgiving", "thanksgiving (day)?", Nth(11, DayOfWeek.Thursday, 4)),
        ("Black Friday", "black friday", year => Nth(11, DayOfWeek.Thursday, 4)(year)?.AddDays(1)),
        ("Eid al-Fitr", "eid (al|ul) -? fitr", By(Islamic, 10, 1)),
        ("Eid al-Adha", "eid (al|ul) -? adha", By(Islamic, 12, 10)),
        ("Lunar New Year", "(lunar|chinese) new year", year => Within(Chinese, year) ? DateOnly.FromDateTime(Chinese.ToDateTime(year, 1, 1, 0, 0, 0, 0)) : null),
        ("Passover", "passover", year => InHebrew(year, "Nisan", 15)),
        ("Rosh Hashanah", "rosh (hashanah|hashana)", year => InHebrew(year, "Tishri", 1)),
        ("Yom Kippur", "yom kippur", year => InHebrew(year, "Tishri", 10)),
    ];

    /// <summary>Western Easter Sunday.</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var sum = h + l - (7 * ((a + (11 * h) + (22 * l)) / 451)) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>Easter of the Julian calendar, as a day of ours.</summary>
    private static DateOnly? OrthodoxEaster(int year)
    {
        var d = ((19 * (year % 19)) + 15) % 30;
        var e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        return new DateOnly(year, (d + e + 114) / 31, ((d + e + 114) % 31) + 1).AddDays((year / 100) - (year / 400) - 2);
    }

    private static FeastDay On(int month, int day) => year => new(year, month, day);

    private static FeastDay FromEaster(int days) => year => Easter(year).AddDays(days);

    private static FeastDay Nth(int month, DayOfWeek weekday, int n) => year =>
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays((((int)weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (n - 1)));
    };

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }

    /// <summary>A day of a lunar calendar; the first of our year where two fall into it.</summary>
    private static FeastDay By(System.Globalization.Calendar calendar, int month, int day) => year =>
    {
        if (!Within(calendar, year)) return null;
        var start = calendar.GetYear(new DateTime(year, 1, 1));
        for (var lunar = start; lunar <= start + 1; lunar++)
        {
            var found = DateOnly.FromDateTime(calendar.ToDateTime(lunar, month, day, 0, 0, 0, 0));
            if (found.Year == year) return found;
        }

        return null;
    };

    /// <summary>A leap year of thirteen months moves the months from Adar on.</summary>
    private static DateOnly? InHebrew(int year, string month, int day)
    {
        if (!Within(Hebrew, year)) return null;
        var hebrew = year + (month == "Tishri" ? 3761 : 3760);
        var number = month == "Tishri" ? 1 : Hebrew.IsLeapYear(hebrew) ? 8 : 7;
        return DateOnly.FromDateTime(Hebrew.ToDateTime(hebrew, number, day, 0, 0, 0, 0));
    }

    private static bool Within(System.Globalization.Calendar calendar, int year) => year > calendar.MinSupportedDateTime.Year + 1 && year < calendar.MaxSupportedDateTime.Year - 1;
}
