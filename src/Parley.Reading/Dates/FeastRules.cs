namespace Parley.Reading.Dates;

/// <summary>Feasts and public holidays, with the year they are of where it is told.</summary>
internal static class FeastRules
{
    public static DateRule[] Table { get; } =
    [
        .. Feasts.Table.Select(f => new DateRule(f.Example, $"(this|Last|Next)? ({f.Names}) ((,|of|in)? (Year|(this|last|next) year))?", (m, c) => Read(m, c, f.Day))),
        .. Feasts.Table.Select(f => new DateRule(f.Example.Trim(']').Split('[')[^1] + " weekend", $"({f.Names}) (Year)? weekend (Year)?", (m, c) => Read(m, c, f.Day) is { Value: { } day } && DateOnly.TryParse(day, System.Globalization.CultureInfo.InvariantCulture, out var d) ? Calendar.Date(Calendar.Week(d.AddDays(Calendar.Number(d) < 3 ? -7 : 0)) + "-WE") : null)),
    ];

    private static Timex? Read(Match m, Calendar c, FeastDay day)
    {
        if (IsName(m)) return null;
        if (m.Has(Kind.Year)) return Of(day, m[Kind.Year]);
        if (c.Here is not { Year: > 1 } here) return Calendar.Date((string?)null);
        if (m.Says("year") && m.Text.Lower(m.End - 1) == "year" && m.Text.Lower(m.End - 2) is "this" or "last" or "next") return Of(day, here.Year + (m.Says("last") ? -1 : m.Says("next") ? 1 : 0));
        if (here.AsDay is not { } today || m.Says("this")) return Of(day, here.Year);
        var way = m.Has(Kind.Last) ? Direction.Past : m.Has(Kind.Next) ? Direction.Future : Tense.At(m.Text, m.First, m.End);
        return Nearest(day, today, way);
    }

    private static Timex? Of(FeastDay day, int year) => day(year) is { } found ? Calendar.Date(found) : null;

    /// <summary>The last one before today, the first from today on, or the nearest.</summary>
    private static Timex? Nearest(FeastDay day, DateOnly today, Direction way)
    {
        DateOnly? best = null;
        foreach (var year in (ReadOnlySpan<int>)[today.Year, today.Year - 1, today.Year + 1])
        {
            if (day(year) is not { } found) continue;
            var ahead = found.DayNumber - today.DayNumber;
            if ((way == Direction.Past && ahead > 0) || (way == Direction.Future && ahead < 0)) continue;
            if (best is not { } other || Math.Abs(ahead) < Math.Abs(other.DayNumber - today.DayNumber)) best = found;
        }

        return best is { } nearest ? Calendar.Date(nearest) : null;
    }

    /// <summary>"Johnnie Christmas", "Easter Island", "May Day!": a name that holds the word.</summary>
    private static bool IsName(Match m)
    {
        var text = m.Text;
        if (char.IsUpper(text.First(m.First)) && char.IsUpper(text.First(m.End)) && text.Pieces[m.End].Gap == Gap.Space && !text.Is(m.End, Kind.Weekday | Kind.Month)) return true;
        return m.First > 0 && text.Pieces[m.First].Gap == Gap.Space && char.IsUpper(text.First(m.First - 1)) && text.Pieces[m.First - 1] is { Kinds: Kind.None } && !text.StartsSentence(m.First - 1)
            || text.First(m.End) == '!' && text.Lower(m.First) == "may";
    }
}
