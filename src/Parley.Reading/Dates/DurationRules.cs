using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>How long, how often, and words that point to no date at all.</summary>
internal static class DurationRules
{
    public static DateRule[] Table { get; } =
    [
        // durations
        new("three weeks", "(Roughly|more than|less than|at least)? (Num|Decimal) (more|full|long|whole|business|working|calendar)? -? (Units|Unit) (-? (long|period))?", Counted) { Loose = true },
        new("a week", "(Roughly|more than|less than|at least)? Article (full|whole|single)? Unit", (m, c) => m.Unit() == Unit.Day && Rate(m) ? new(TimexType.Set, "P1D") : Rate(m) ? new(TimexType.Set, Period(1, m.Unit())) : Counted(m, c)) { Loose = true },
        new("two and a half years", "Num and (a|one) half (Units|Unit)", (m, _) => new(TimexType.Duration, Period(m[Kind.Num] + ".5", m.Unit()))) { Loose = true },
        new("half an hour", "half (a|an) -? Unit", (m, _) => new(TimexType.Duration, m.Unit() == Unit.Hour ? "PT30M" : m.Unit() == Unit.Year ? "P6M" : Period(".5", m.Unit()))) { Loose = true },
        new("two or three weeks", "Num (or|to|Dash) Num (Units|Unit)", (m, _) => new(TimexType.Duration, Period(m[Kind.Num, 1], m.Unit()))) { Loose = true },
        new("the last two weeks", "the? ((Last|Next|first|final|latest|opening) Num|Num (Last|Next)) (business|working)? Units", (m, c) => !c.Chronicle && m.Text.Lower(m.End) == "of" && !m.Text.Is(m.End + 1, Kind.Year | Kind.Month | Kind.Next | Kind.Last) && m.Text.Lower(m.End + 1) != "this" ? null : new(TimexType.Duration, Period(m[Kind.Num], m.Unit()))),
        new("the next couple of weeks", "the? (Last|Next) couple (of)? Units", (m, _) => new(TimexType.Duration, Period(2, m.Unit()))),
        new("several months", "(some|a|the)? (Last|Next)? Few (of)? (more)? Units", (m, _) => new(TimexType.Duration, Period("X", m.Unit()))) { Vague = true },
        new("the coming months", "the (Last|Next|final|early|intervening|succeeding) Units", (m, _) => new(TimexType.Duration, Period("X", m.Unit()))) { Vague = true },
        new("for [months]", "Units", (m, _) => m.Text.Lower(m.First - 1) is "for" or "within" or "in" or "after" or "over" && m.Unit() is > Unit.Hour ? new(TimexType.Duration, Period("X", m.Unit())) : null) { Vague = true },

        // sets
        new("every Monday", "Each Weekday", (m, _) => new(TimexType.Set, $"XXXX-WXX-{m[Kind.Weekday]}")),
        new("every morning", "Each Part", (m, _) => new(TimexType.Set, "XXXX-XX-XXT" + Calendar.PartName(m[Kind.Part]))) { Loose = true },
        new("every day", "Each (other)? Unit", (m, _) => new(TimexType.Set, m.Unit() == Unit.Day && !m.Says("other") ? "XXXX-XX-XX" : Period(m.Says("other") ? 2 : 1, m.Unit()))) { Loose = true },
        new("every two years", "Each Num Units", (m, _) => new(TimexType.Set, Period(m[Kind.Num], m.Unit()))) { Loose = true },
        new("daily", "Often", (m, _) => new(TimexType.Set, m.Unit() switch { Unit.Day => "XXXX-XX-XX", Unit.Week => "XXXX-WXX", Unit.Month => "XXXX-XX", Unit.Quarter => "XXXX-QX", _ => "XXXX" })) { Loose = true },
        new("per day", "per Unit", (m, _) => m.Unit() >= Unit.Day ? new(TimexType.Set, Period(1, m.Unit())) : null) { Loose = true },

        // pointers
        new("now", "(right)? (now|currently|nowadays|presently)", Now),
        new("at [present]", "at [present]", (_, _) => Calendar.Date("PRESENT_REF")) { Vague = true },
        new("the present day", "(the)? (present|modern) -? day", (_, _) => Calendar.Date("PRESENT_REF")) { Vague = true },
        new("these days", "these days", (_, _) => Calendar.Date("PRESENT_REF")) { Vague = true },
        new("this time", "(this|the present) time", (m, _) => m.Text.Lower(m.First - 1) is "at" or "by" or "from" ? Calendar.Date("PRESENT_REF") : null) { Vague = true },
        new("at [the time]", "(the) time", (m, _) => m.Text.Lower(m.First - 1) is "at" && m.Text.Lower(m.End) != "of" ? Calendar.Date("PRESENT_REF") : null) { Vague = true },
        new("recently", "(recently|former|formerly|lately|recent)", (m, _) => m.Says("former") && m.Text.Lower(m.First - 1) == "the" && m.Text.First(m.End) is ',' or '.' ? null : Calendar.Date("PAST_REF")) { Vague = true },
        new("in [the past]", "the past", (m, _) => m.Text.Lower(m.First - 1) is "in" or "of" or "from" && !m.Text.Is(m.End, Kind.Units | Kind.Num | Kind.Few) ? Calendar.Date("PAST_REF") : null) { Vague = true },
        new("the future", "(the)? future", (m, _) => Calendar.Date("FUTURE_REF")) { Vague = true },
    ];

    /// <summary>"P3W", "PT48H".</summary>
    private static string Period(string amount, Unit unit) => unit switch
    {
        Unit.Second => $"PT{amount}S",
        Unit.Minute => $"PT{amount}M",
        Unit.Hour => $"PT{amount}H",
        Unit.Day or Unit.Night => $"P{amount}D",
        Unit.Weekend => $"P{amount}WE",
        Unit.Week => $"P{amount}W",
        Unit.Month => $"P{amount}M",
        Unit.Decade => $"P{amount}DE",
        Unit.Century => $"P{amount}CE",
        _ => $"P{amount}Y",
    };

    private static string Period(int amount, Unit unit) => unit switch
    {
        Unit.Fortnight => Period(2 * amount, Unit.Week),
        Unit.Quarter => Period(3 * amount, Unit.Month),
        Unit.Half => Period(6 * amount, Unit.Month),
        _ => Period(amount.ToString(CultureInfo.InvariantCulture), unit),
    };

    /// <summary>The day of publication where it ends a range ("between May and now"); else it points to no date.</summary>
    private static Timex? Now(Match m, Calendar c)
    {
        if (m.Text.Lower(m.First - 1) is "and" or "until" or "till" && m.Text.Is(m.First - 2, Kind.Year | Kind.Month | Kind.Day | Kind.Ord | Kind.Weekday) && !c.Narrative) return Calendar.Date(c.Here);
        return !c.Chronicle || (m.Text.StartsSentence(m.First) && m.Text.First(m.End) == ',') ? null : Calendar.Date("PRESENT_REF");
    }

    private static Timex? Counted(Match m, Calendar c)
    {
        var unit = m.Unit();
        if (m.Has(Kind.Decimal)) return new(TimexType.Duration, Period(m.Word(Kind.Decimal), unit));
        var count = m.Has(Kind.Num) ? m[Kind.Num] : 1;
        if (!c.Chronicle && m.Has(Kind.Article) && unit == Unit.Day && m.Text.Lower(m.First - 1) == "in") return null; // "make a thousand in a day": a rate
        // "will meet in two weeks" names a day, "was over in two weeks" a length
        var first = m.Text.Is(m.First - 2, Kind.Ord) || m.Text.Is(m.First - 3, Kind.Ord); // "the first summit in two years"
        if (!first && m.Text.Lower(m.First - 1) == "in" && unit >= Unit.Day && !m.Has(Kind.Dash) && Tense.At(m.Text, m.First - 1, m.End) == Direction.Future && c.Published is not null)
            return Calendar.Shift(c.Here, count, unit);
        return new(TimexType.Duration, Period(count, unit));
    }

    /// <summary>"twice a week" says how often.</summary>
    private static bool Rate(Match m) => m.Text.Lower(m.First - 1) is "once" or "twice" or "times";
}
