using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>Times of day. A day beside them is joined on by <see cref="DateJoiner"/>.</summary>
internal static class ClockRules
{
    public static DateRule[] Table { get; } =
    [
        new("10:30 p.m. GMT", "Hour ~(:|.) ~Minute (~: ~Minute)? Ampm? Zone?", (m, _) => m.Says(".") && !m.Has(Kind.Ampm) && !m.Has(Kind.Zone) ? null : At(m[Kind.Hour], m[Kind.Minute], m)),
        new("7 p.m.", "Hour Ampm Zone?", (m, _) => m[Kind.Hour] is >= 1 and <= 12 && !(m.Word(Kind.Ampm) == "am" && m.Text.Pieces[m.First].Is(Kind.Spelled)) ? At(m[Kind.Hour], 0, m) : null),
        new("8.30 p.m.", "Decimal Ampm Zone?", (m, _) => m.Word(Kind.Decimal).Split('.') is [_, { Length: 2 } minutes] ? At(m[Kind.Decimal], int.Parse(minutes, CultureInfo.InvariantCulture), m) : null),
        new("1500 GMT", "Four (Zone|~hrs|hours)", (m, _) => m[Kind.Four] % 100 < 60 && m[Kind.Four] <= 2400 ? At(m[Kind.Four] / 100, m[Kind.Four] % 100, m) : null),
        new("seven o'clock", "(Hour|Num) (oclock|o ~Apostrophe ~clock)", (m, _) => At(m[Kind.Hour | Kind.Num], 0, m)),
        new("half past seven", "half past (Hour|Num)", (m, _) => At(m[Kind.Hour | Kind.Num], 30, m)),
        new("noon", "noon", (m, _) => At(12, 0, m)),
        new("midday", "midday", (m, _) => At(12, 0, m)),
        new("midnight", "midnight", (m, _) => At(24, 0, m)),
        new("the early morning hours", "(early|late)? (in)? (the (early|late)? Part (hours)?|Part)", (m, _) => m.Says("the") || m.Text.Is(m.End, Kind.Weekday) ? Calendar.PartOf("", m[Kind.Part]) : null) { Vague = true },
        new("overnight", "overnight", (m, c) => m.Text.Is(m.End, Kind.Dash) ? null : Calendar.PartOf("", 4)),
    ];

    private static Timex? At(int hour, int minute, Match m)
    {
        if (hour > 24 || minute > 59) return null;
        if (m.Has(Kind.Ampm)) hour = (hour % 12) + m[Kind.Ampm];
        return new(TimexType.Time, string.Create(CultureInfo.InvariantCulture, $"T{hour:D2}:{minute:D2}"));
    }
}
