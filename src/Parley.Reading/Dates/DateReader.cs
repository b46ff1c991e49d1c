using System.Collections.Immutable;
using System.Globalization;
using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>Finds TIMEX3 expressions and resolves them against the publication date.</summary>
/// <remarks>
/// The text is split into pieces; the longest rule that matches at a piece is asked what it means there; its answer becomes the date that
/// later ones may count from. The rules stand in <see cref="CalendarRules"/>, <see cref="FeastRules"/>, <see cref="WeekRules"/>, <see cref="RelativeRules"/>, <see cref="ClockRangeRules"/>, <see cref="ClockRules"/>
/// and <see cref="DurationRules"/>, an example beside each. Values follow TIMEX3 (ISO-TimeML). Linear in the length of the text.
/// </remarks>
public sealed class DateReader
{
    private readonly Vocabulary _vocabulary;
    private readonly PieceReader _pieces;
    private readonly PatternTrie _trie;

    public DateReader()
    {
        List<Step[]>[] patterns = [.. Rules.Select(r => Pattern.Expand(r.Pattern))];
        _vocabulary = new(Literals(patterns));
        _pieces = new(_vocabulary);
        _trie = new(Rules, patterns, _vocabulary);
    }

    private static HashSet<string> Literals(List<Step[]>[] patterns)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pattern in patterns)
            foreach (var steps in pattern)
                foreach (var step in steps)
                    if (step.Word is not null) words.Add(step.Word);
        return words;
    }

    internal static IReadOnlyList<DateRule> Rules { get; } = [.. CalendarRules.Table, .. FeastRules.Table, .. WeekRules.Table, .. RelativeRules.Table, .. ClockRangeRules.Table, .. ClockRules.Table, .. DurationRules.Table];

    /// <param name="document">The report, analysed.</param>
    /// <param name="published">The day relative dates count from; without it they stay unresolved.</param>
    public ImmutableArray<DateExpression> Read(Document document, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. Find(document.Chars, published, document).Select(e => new DateExpression(e.Span, document.Slice(e.Span), e.Timex.Type, e.Timex.Value))];
    }

    internal List<Expression> Find(string chars, DateOnly? published, Document? document = null)
    {
        var text = new PieceText(chars, _pieces.Read(chars), document);
        var chronicle = History.IsTold(text, published) && History.IsChronicle(text);
        var calendar = new Calendar(published, History.IsTold(text, published)) { Chronicle = chronicle, Focus = History.Opening(text, published) };
        var buffer = new MatchBuffer(text);
        var found = new List<Expression>();
        for (var at = 0; at < text.Pieces.Count;)
        {
            var matches = _trie.Find(text, at, buffer);
            var taken = 0;
            for (var i = 0; i < matches && taken == 0; i++)
                taken = Take(buffer[i], calendar, chronicle, found);
            at += Math.Max(taken, 1);
        }

        DateRanges.Align(text, found);
        DateJoiner.Join(text, found);
        DayNeighbours.Settle(text, found);
        Complete(text, found, calendar);
        return found;
    }

    /// <summary>Number of pieces used up; 0 where the words mean no date.</summary>
    private static int Take(Match match, Calendar calendar, bool chronicle, List<Expression> found)
    {
        if (!chronicle && (match.Rule.Vague || (match.Rule.Loose && !Binding.Holds(match)))) return 0;
        if (match.Rule.Read(match, calendar) is not { } first) return 0;
        Add(match, 0, first, calendar, found);
        if (match.Rule.ReadSecond is { } read && read(match, calendar) is { } second) Add(match, 1, second, calendar, found);
        return match.Length;
    }

    private static void Add(Match match, int part, Timex timex, Calendar calendar, List<Expression> found)
    {
        var span = match.Part(part);
        found.Add(new(span, match.PieceOf(part, first: true), match.PieceOf(part, first: false) + 1, timex, match.Rule) { NamesYear = match.Has(Kind.Year), LeavesYear = !match.Has(Kind.Year | Kind.Weekday | Kind.Last | Kind.Next) && !match.Says("this") && !match.Says("year") && (match.Has(Kind.Month) || match.Says("/")) });
        if (timex.Type is TimexType.Duration or TimexType.Set || Parse(timex.Value) is not { } date) return;
        calendar.Focus = date;
        calendar.FocusAt = match.First;
        calendar.FocusNamesYear = match.Has(Kind.Year) && (match.Has(Kind.Month) || match.Rule.ReadSecond is null); // "2024/25" is a season or a harvest
    }

    /// <summary>A year, month or day as written in a value; null for anything else.</summary>
    private static PartialDate? Parse(string? value)
    {
        if (value is null) return null;
        var sign = value.StartsWith("BC", StringComparison.Ordinal) ? -1 : 1;
        var text = value.AsSpan(sign < 0 ? 2 : 0);
        if (text.Length < 4 || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return null;
        if (text.Length < 7 || !int.TryParse(text[5..7], NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return new(sign * year);
        if (text.Length < 10 || !int.TryParse(text[8..10], NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return new(sign * year, month);
        return new(sign * year, month, day);
    }

    /// <summary>A time of day without a day is of the day its sentence mentions before it, in a history of the day mentioned last, else of publication.</summary>
    private static void Complete(PieceText text, List<Expression> found, Calendar calendar)
    {
        var today = calendar.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (day, from) = (today, 0);
        for (var i = 0; i < found.Count; i++)
        {
            var timex = found[i].Timex;
            if (Parse(timex.Value) is { AsDay: { } told }) (day, from) = (told.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), found[i].First);
            else if (timex is { Type: TimexType.Time, Value: ['T', ..] })
                found[i] = found[i] with { Timex = timex with { Value = ((calendar.Narrative || text.SameSentence(from, found[i].First) ? day : today) ?? "XXXX-XX-XX") + timex.Value } };
        }
    }
}
