using System.Globalization;

namespace Parley.Reading.Dates;

/// <summary>From one time of day to another: two expressions, the one with no half of the day taking it from the other.</summary>
internal static class ClockRangeRules
{
    private const string Time = "(Num|Num ~: ~Minute|Decimal)";
    private const string Link = "(to|until|till|through|and|Dash)";
    private const int Day = 24 * 60;
    private const int Half = 12 * 60;

    public static DateRule[] Table { get; } =
    [
        Rule("4 to 5 p.m.", $"(from|between)? [{Time}] {Link} [{Time} Ampm Zone?]", _ => true),
        Rule("5 to seven in the morning", $"(from|between)? [{Time}] {Link} [{Time} (in the|at|this|tomorrow) Part]", m => !(m.Says("this") || m.Says("tomorrow")) || m.Says("from") || m.Says("between")),
        Rule("from [4 p.m.] to 6", $"(from|between) [{Time} Ampm] {Link} [{Time}]", Stands),
        Rule("between [9] and noon", $"(from|between) [{Time} Ampm?] {Link} [(noon|midday|midnight)]", _ => true),
        Rule("seven to nine o'clock", $"(from|between)? [Num] {Link} [Num (oclock|o ~Apostrophe ~clock)]", _ => true),
        Rule("from [9] to 10:30", $"(from|between) [Num] {Link} [Num ~: ~Minute Zone?]", _ => true),
        Rule("from [three thirty] to four fifteen", $"(from|between) [Num Dash? Num] {Link} [Num Dash? Num]", IsSpoken),
        Rule("from [0730] to 0930", $"(from|between) [Four] {Link} [Four (Zone|~hrs|hours)?]", m => m.Text.First(m.PieceOf(0, first: true)) == '0' || m.Text.First(m.PieceOf(1, first: true)) == '0'),
        Rule("tomorrow from [2] to 4", $"(from|between) [{Time}] {Link} [{Time}]", m => (ClockRules.BesideDay(m) || ClockRules.BeforeDay(m)) && Stands(m) && !TellsChange(m)),
    ];

    private static DateRule Rule(string example, string pattern, Func<Match, bool> holds) => new(example, pattern, (m, _) => Timex(Read(m, holds)?.Start), (m, _) => Timex(Read(m, holds)?.End));

    /// <summary>Both ends in minutes after midnight.</summary>
    private static (int Start, int End)? Read(Match m, Func<Match, bool> holds)
    {
        if (!holds(m) || (m.Says("and") && !m.Says("between")) || Clock(m, 0) is not { } a || Clock(m, 1) is not { } b) return null;
        if (!b.Settled && a.Settled) return (a.Minutes, After(a.Minutes, b.Minutes));
        if (b.Settled && !a.Settled) return (Before(a.Minutes, b.Minutes), b.Minutes);
        if (a.Settled || m.Has(Kind.Minute)) return (a.Minutes, b.Minutes > a.Minutes ? b.Minutes : After(a.Minutes, b.Minutes));
        var start = ClockRules.OfDay(m, a.Minutes / 60) * 60 + (a.Minutes % 60);
        return (start, After(start, b.Minutes));
    }

    /// <summary>The time as written, and whether its half of the day is told.</summary>
    private static (int Minutes, bool Settled)? Clock(Match m, int part)
    {
        var (text, first, last) = (m.Text, m.PieceOf(part, first: true), m.PieceOf(part, first: false));
        if (text.Lower(first) is "noon" or "midday") return (Half, true);
        if (text.Lower(first) is "midnight") return (Day, true);
        var (hour, minute) = (text.Pieces[first].Number, 0);
        if (text.Is(first, Kind.Four)) (hour, minute) = (hour / 100, hour % 100);
        if (text.Is(first, Kind.Decimal) && !(text.Lower(first).Split('.') is [_, { Length: 2 } digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out minute))) return null;
        var zone = text.Is(last, Kind.Zone);
        if (zone) last--;
        for (var i = first + 1; i <= last; i++)
            if (text.Is(i, Kind.Num)) minute = text.Pieces[i].Number;
        if (hour is < 0 or > 24 || minute > 59 || (text.Is(last, Kind.Ampm | Kind.Part) && hour > 12)) return null;
        if (text.Is(last, Kind.Ampm)) return ((((hour % 12) + text.Pieces[last].Number) * 60) + minute, true);
        if (text.Is(last, Kind.Part)) return ((ClockRules.OfPart(hour, text.Pieces[last].Number) * 60) + minute, true);
        return ((hour * 60) + minute, hour > 12 || zone || text.First(first) == '0');
    }

    /// <summary>The first of the two times a clock shows so that lies before the end: "9.30 to 4.30 pm" begins in the morning.</summary>
    private static int Before(int start, int end)
    {
        start %= Half;
        return start + Half < end ? start + Half : start < end ? start : start + Half;
    }

    /// <summary>The end lies in the half of the day that puts it after the start.</summary>
    private static int After(int start, int end)
    {
        if (end > Half) return end;
        end %= Half;
        return end > start ? end : end + Half > start ? end + Half : end;
    }

    private static Timex? Timex(int? minutes) =>
        minutes is { } at ? new(TimexType.Time, string.Create(CultureInfo.InvariantCulture, $"T{at / 60:D2}:{at % 60:D2}")) : null;

    private static bool Stands(Match m) => ClockRules.Stands(m) || ClockRules.BeforeDay(m);

    private static bool IsSpoken(Match m)
    {
        for (var n = 0; n < 4; n += 2)
            if (m[Kind.Num, n] is not (>= 1 and <= 12) || m[Kind.Num, n + 1] is not (>= 10 and < 60)) return false;
        return m.Text.Is(m.End - 1, Kind.Spelled) && m.Text.Is(m.PieceOf(0, first: true), Kind.Spelled);
    }

    /// <summary>"raised on Friday from 4 to 5": a figure that changes, and no time.</summary>
    private static bool TellsChange(Match m)
    {
        for (var i = m.First - 1; i >= 0 && i > m.First - 14 && !m.Text.StartsSentence(i + 1); i--)
            if (m.Text.Lower(i) is "rose" or "rise" or "rises" or "risen" or "raised" or "raise" or "fell" or "fall" or "falls" or "fallen" or "cut" or "cuts" or "lowered" or "lower" or "lifted" or "increased" or "increase" or "grew" or "grown" or "dropped" or "climbed" or "went" or "gone" or "up" or "down" or "reduced" or "moved" or "slipped" or "jumped" or "expanded" or "shrank" or "rate" or "toll" or "score" or "number" or "vote" or "aged") return true;
        return false;
    }
}
