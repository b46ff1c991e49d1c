using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Meetings;

/// <summary>Finds by when something is due: "gave Peru until Friday", "must answer by 1 June", "a 48-hour ultimatum", "lapses at midnight".</summary>
internal sealed class DeadlineFinder(ActorTable actors, ImmutableArray<Statement> statements, DateOnly? published)
{
    private static readonly FrozenSet<string> Strict = Set(
        "must demand demands demanded demanding require requires required oblige obliged order orders ordered deadline ultimatum insist insisted urge urged urges request requested unless without otherwise want wants wanted needs need give gave gives given should pledge pledged promised undertook vowed threatened summoned due");

    private static readonly FrozenSet<string> Ends = Set("expires expire expired lapses lapse ends end runs run elapses elapse terminates closes passes");

    private static readonly FrozenSet<string> Lasting = Set("deadline ultimatum truce ceasefire cease-fire offer mandate waiver moratorium pause exemption reprieve window agreement deal treaty pact licence license extension suspension resolution clock accord time authorisation authorization permit grace period arrangement");

    public IEnumerable<Deadline> Find(SentenceView s)
    {
        DateExpression? last = null;
        for (var i = 0; i < s.Length; i++)
        {
            if (s.DateAt(i) is not { } date || date == last) continue;
            last = date;
            if (Due(date) is not { } day || (published is { } today && IsoDay.LastDay(day) is { } end && end < today)) continue;
            var (first, to) = Widened(s, i);
            if (!IsDue(s, i, first, to, date)) continue;
            var span = s.SpanOf(first, to);
            yield return new(day, What(s, first, to, i), SetBy(span, s.Any(first, to, Setting)), [span]);
        }
    }

    /// <summary>One deadline a day; what is told twice keeps both places.</summary>
    public static ImmutableArray<Deadline> Merge(IEnumerable<Deadline> deadlines) =>
        [.. deadlines.GroupBy(d => (d.Date, d.SetBy)).Select(g => g.First() with { Evidence = [.. g.SelectMany(d => d.Evidence).Distinct()] })];

    /// <summary>The day by which: the last of what is named; "within 48 hours" counts from publication.</summary>
    private string? Due(DateExpression date)
    {
        if (date.Type == TimexType.Duration && published is { } today)
        {
            if (date.Value is ['P', 'T', .., 'H'] && int.TryParse(date.Value.AsSpan(2, date.Value.Length - 3), out var hours) && hours % 24 == 0) return IsoDay.Text(today.AddDays(hours / 24));
            if (date.Value is ['P', .., 'D'] && int.TryParse(date.Value.AsSpan(1, date.Value.Length - 2), out var days)) return IsoDay.Text(today.AddDays(days));
            if (date.Value is ['P', .., 'W'] && int.TryParse(date.Value.AsSpan(1, date.Value.Length - 2), out var weeks)) return IsoDay.Text(today.AddDays(7 * weeks));
            return null;
        }

        if (IsoDay.Of(date) is not { } iso) return null;
        var bound = date.Text.StartsWith("the end", StringComparison.OrdinalIgnoreCase) || date.Text.Contains("end of", StringComparison.OrdinalIgnoreCase) || date.Text.EndsWith("end", StringComparison.Ordinal);
        return bound && IsoDay.LastDay(iso) is { } day ? IsoDay.Text(day) : iso.Length > 4 ? iso : null;
    }

    private static bool IsDue(SentenceView s, int at, int first, int end, DateExpression date)
    {
        var before = s[at - 1] == "the" ? s[at - 2] : s[at - 1];
        var after = After(s, at);
        if (date.Type == TimexType.Duration)
            return Gives(s, first, at) || (before is "within" && s.Any(0, s.Length, Strict)) || (s[after] is "deadline" or "ultimatum" || s[after + 1] is "deadline" or "ultimatum");
        if (s[after] is "deadline" or "ultimatum" || (before is "of" or "for" && s[at - 2] is "deadline" or "ultimatum")) return true;
        if (s.Any(Math.Max(first, at - 10), at, Named) && !s.Any(Math.Max(first, at - 4), at, MeetingWords.Saying)) return true;
        if (before is "until" or "till") return Gives(s, first, at) || (s.Any(first, at, Standing) && Lasts(s, first, at));
        if (before is "before") return s.Any(first, at, Bound);
        if (before is "by" && IsAhead(s, first, end, date)) return true;
        if (before is "on" or "from" && (s.Any(0, s.Length, Unmet) || IsIfNot(s)) && s.Any(first, end, Sanctions)) return true;
        if (before is "on" && s[at - 2] is "expire" or "expires" or "lapse" or "lapses") return true;
        if (before is "by" || s[at - 2] is "later" && before is "than") return s.Any(first, s.Length, Strict) && !Past(s, first, at) || ToDo(s, first, at);
        for (var i = Math.Max(first, at - 9); i < at; i++)
            if (Ends.Contains(s[i]) && Lasts(s, first, i) || s.Says(i, "off", "the", "table") || s.Says(i, "runs", "out")) return true;
        if (s[after] is "is" or "was" or "as" && s[after + 1] is "the" or "a" && s[after + 2] is "deadline") return true;
        if (s[after] == ":") return Ends.Contains(s[after + 1]) || s.Any(after, s.Length, Ends) && Lasts(s, after, s.Length);
        return before is "from" or "after" && s[at - 1] is not "," && s.Any(0, s.Length, Conditions) && s.Any(0, s.Length, Forward);
    }

    /// <summary>"A text by 4 May", "it would be posted by Friday": a day to come, by which somebody is to act; not what may come to pass.</summary>
    private static bool IsAhead(SentenceView s, int first, int end, DateExpression date) =>
        date.Type != TimexType.Duration && (IsoDay.Of(date) is { Length: 10 } || date.Text.Contains("end", StringComparison.Ordinal)) && !s.Any(first, end, Guesses);

    private static readonly FrozenSet<string> Guesses = Set("could may might forecast forecasts likely rise fall reach reached grow predicted estimated had was were has have");

    /// <summary>"If no deal is reached", "if they have not signed".</summary>
    private static bool IsIfNot(SentenceView s)
    {
        for (var i = 0; i < s.Length; i++)
            if (s[i] is "if" && s.Any(i, i + 8, MeetingWords.Negations)) return true;
        return false;
    }

    private static readonly FrozenSet<string> Unmet = Set("unless without");

    private static readonly FrozenSet<string> Sanctions = Set("strike strikes walk walkout walkouts stop stops tools block blockade shut close withdraw impose suspend cut halt begin start leave quit boycott pull duties tariffs sanctions action");

    private static readonly FrozenSet<string> Bound = Set("must unless needs required obliged ordered demanded demands urged urges wants");

    private static readonly FrozenSet<string> Named = Set("deadline ultimatum");

    private static readonly FrozenSet<string> Standing = Set("stands stand stood holds valid open remains remain good");

    private static readonly FrozenSet<string> Setting = Set("gave give gives given set sets demand demands demanded threatened threatens vowed urged urges ordered insisted insists promised wants");

    private static readonly FrozenSet<string> Conditions = Set("unless without otherwise");

    private static readonly FrozenSet<string> Forward = Set("will would shall 'll threatened threatens threaten");

    /// <summary>"gave them until", "has until".</summary>
    private static bool Gives(SentenceView s, int first, int at)
    {
        for (var i = Math.Max(first, at - 8); i < at; i++)
            if (s[i] is "give" or "gave" or "gives" or "given" or "giving" or "has" or "have" or "had" or "allowed" or "granted") return s[i] is not ("has" or "have" or "had") || Verbless(s, i + 1, at);
        return false;
    }

    private static bool Verbless(SentenceView s, int from, int at)
    {
        for (var i = from; i < at; i++)
            if (s[i].EndsWith("ed", StringComparison.Ordinal) || s[i] is "been" or "to") return false;
        return true;
    }

    /// <summary>"to be lodged by", "to publish by": something is to be done.</summary>
    private static bool ToDo(SentenceView s, int first, int at)
    {
        if (s[first] == "if" && (s[first + 1] is "no" || s.Any(first, at, MeetingWords.Negations))) return true;
        for (var i = Math.Max(first, at - 10); i < at; i++)
            if (s[i] is "to" && s[i - 1] is "is" or "are" or "had" or "has" or "have" or "agreed" or "bound") return true;
            else if (s[i] is "only" && s[i + 1] is "if") return true;
            else if (s[i] is "wants" or "want" or "rather" or "hopes" or "hope" or "expects" or "expect" or "asked" or "asks" or "told") return true;
        return false;
    }

    private static bool Past(SentenceView s, int first, int at) => s[first] is "by" or "before" && at - first <= 2 && !s.Any(first, s.Length, Strict);

    private static bool Lasts(SentenceView s, int first, int end)
    {
        for (var i = Math.Max(0, Math.Min(first, end - 12)); i < end; i++)
            if (Lasting.Contains(s[i])) return true;
        return s.Any(0, end, Lasting);
    }

    private static int After(SentenceView s, int at)
    {
        var date = s.DateAt(at);
        while (s.DateAt(at) is { } d && d == date) at++;
        return s[at] is "-" ? at + 1 : at;
    }

    /// <summary>The clause of a date, with the one before where it only says "by".</summary>
    private static (int First, int End) Widened(SentenceView s, int at)
    {
        var (first, end) = s.Clause(at);
        if (at - first <= 2 && first > 0) first = s.Clause(first - 1).First;
        return (first, end);
    }

    /// <summary>What is due: the words of the clause up to the date.</summary>
    private static string? What(SentenceView s, int first, int end, int at)
    {
        var stop = at;
        while (stop > first && s[stop - 1] is "by" or "until" or "before" or "within" or "on" or "at" or "the" or "till" or "than" or "later" or "no" or "from") stop--;
        var after = After(s, at);
        if (s[after] == "to" && after < end) return s.Text(after + 1, end);
        while (first < stop && s[first] is "that" or "which" or "if" or "," or ":" or "and") first++;
        return stop > first ? s.Text(first, stop) : after < end ? s.Text(after, end) : null;
    }

    /// <summary>The party of whoever said it, else of the first actor the clause names.</summary>
    private string? SetBy(Span evidence, bool told)
    {
        foreach (var statement in statements)
            if (statement.Speaker is { } id && statement.Content.Any(c => c.Overlaps(evidence))) return actors.PartyOf(actors[id]).Id;
        if (!told) return null;
        foreach (var (_, actor) in actors.MentionsIn(evidence)) return actors.PartyOf(actor).Id;
        return null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
