using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Reading;

namespace Parley.Dossiers.Briefs;

/// <summary>Writes a brief: state of play, what moved, positions, calendar, what to watch. Nothing in it that the dossier does not hold.</summary>
internal sealed class BriefBuilder(DossierView view)
{
    private const int Moves = 40;
    private const int Dates = 20;
    private const int Watched = 10;
    private const int Silences = 4;
    private const int WidestTable = 6;
    private const int LongestTable = 40;
    private const int Words = 160;
    private const int Named = 3;

    /// <summary>Gathers what the brief will be written from.</summary>
    public BriefParts Gather(Question question, DateOnly since, DateOnly asOf, EvidenceBasket basket)
    {
        var all = question with { Since = null, AsOf = asOf, Limit = 1000, Offset = 0 };
        var period = all with { Since = since };
        return new(
            view.Info.Name, since, asOf,
            new MatrixBuilder(view).Build(all, since.AddDays(-1), basket),
            new AgreementBuilder(view).Build(all, basket),
            new ChangesBuilder(view).Telling(period, Moves, basket),
            new CalendarBuilder(view).Build(period, asOf, basket),
            new ContradictionsBuilder(view).Build(period with { Limit = Watched }, 14, basket),
            new SilenceBuilder(view).Build(all with { Limit = Silences }, asOf, 21, basket),
            [.. view.Judgements.Where(j => j.WithdrawnAt is null && j.Kind != JudgementKind.Model && (question.AsOf is null || DateOnly.FromDateTime(j.At.UtcDateTime) <= asOf))]);
    }

    /// <summary>Writes the brief, once the words of the evidence are there.</summary>
    public static Brief Write(BriefParts parts, BriefWish wish)
    {
        var (moves, moved, repeated) = parts.Changes;
        var dates = Told(parts).ToList();
        var judgements = wish.Public ? [] : parts.Judgements;
        var brief = new Brief(
            parts.Title, parts.Since, parts.AsOf, [.. State(parts.Agreement, moves, moved, repeated)], [.. moves.Select(Moved)], Trimmed(parts.Matrix), [.. dates.Take(Dates)],
            [.. Watch(parts).Take(2 * Watched)], judgements, [], default);
        if (!wish.Full) brief = BriefPage.Fit(brief);
        return (brief with
        {
            Rest = new(
                moved - brief.Moved.Length, parts.Matrix.Issues.Length - brief.Positions.Issues.Length, parts.Matrix.Parties.Length - brief.Positions.Parties.Length,
                dates.Count - brief.Calendar.Length, judgements.Length - brief.Judgements.Length),
        }).Numbered();
    }

    /// <summary>What is to come first, the nearest before the far; then what was, the latest first.</summary>
    private static IEnumerable<BriefLine> Told(BriefParts parts)
    {
        var today = parts.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var dates = parts.Calendar.Meetings.Where(m => m.Date is not null).Select(m => (Date: m.Date!, Line: Met(m)))
            .Concat(parts.Calendar.Deadlines.Where(d => d.Date is not null).Select(d => (Date: d.Date!, Line: Due(d)))).ToLookup(d => string.CompareOrdinal(d.Date, today) >= 0);
        return dates[true].OrderBy(d => d.Date, StringComparer.Ordinal).Concat(dates[false].OrderByDescending(d => d.Date, StringComparer.Ordinal)).Select(d => d.Line);
    }

    /// <summary>The kinds in turn, so that a page shows something of each.</summary>
    private static IEnumerable<BriefLine> Watch(BriefParts parts)
    {
        var open = parts.Calendar.Meetings.Where(m => m.Outcome is MeetingOutcome.Unconfirmed or MeetingOutcome.Postponed).Select(Open);
        var kinds = new[] { parts.Contradictions.Shown.Select(Contradicts).ToList(), open.ToList(), parts.Silence.Silent.Select(Silent).ToList() };
        return Enumerable.Range(0, kinds.Max(k => k.Count)).SelectMany(n => kinds.Where(k => k.Count > n).Select(k => k[n]));
    }

    private static IEnumerable<BriefLine> State(Agreement agreement, ImmutableArray<Change> telling, int moved, int repeated)
    {
        foreach (var (state, words) in new[] { (AgreementState.Agreed, "Agreed"), (AgreementState.Near, "Near each other"), (AgreementState.Apart, "Apart") })
        {
            var issues = agreement.Issues.Where(i => i.State == state).ToList();
            if (issues.Count == 0) continue;
            var more = issues.Count > Named ? string.Create(CultureInfo.InvariantCulture, $" and {issues.Count - Named:N0} more") : "";
            yield return new(
                $"{words}: {string.Join(", ", issues.Take(Named).Select(i => $"“{i.Issue.Name}”"))}{more}.", [.. issues.Take(Named).SelectMany(i => i.Positions.Take(2)).Select(c => c.Now.Evidence)]);
        }

        if (moved == 0) yield return new("No line moved in the period.", []);
        else yield return new(Count(moved, "line") + $" moved in the period, {(repeated == 0 ? "none was" : Count(repeated, "line"))} said again unchanged.", [.. telling.Take(3).Select(c => c.After.Evidence)]);
    }

    private static BriefLine Moved(Change c)
    {
        var how = c.Movement switch
        {
            Movement.New => "took a first position",
            Movement.Firmer => "became firmer",
            Movement.Softer => "became softer",
            _ => "reversed",
        };
        var was = c.Before is null ? "" : $" Before: “{Line(c.Before.Evidence.Words)}”.";
        return new(
            $"{c.Party.Name} {how} on “{c.Issue.Name}” ({Stand(c.After)}, {Day(c.Date)}, {Count(c.After.Sources, "source")}): “{Line(c.After.Evidence.Words)}”.{was}",
            c.Before is null ? [c.After.Evidence] : [c.After.Evidence, c.Before.Evidence]);
    }

    private static BriefLine Met(CalendarMeeting m)
    {
        var what = m.Round is { } round ? $"round {round}" : "meeting";
        var who = m.Track.Length > 0 ? $" of {m.Track}" : "";
        var moved = m.Postponed.Length > 0 ? $", postponed from {string.Join(" and ", m.Postponed.Select(Day))}" : "";
        return new($"{Day(m.Date)}: {what}{who}{(m.Place is { } place ? $", {place}" : "")}: {FieldText.Of(m.Outcome)}{moved}.", [m.Told[^1].Evidence]);
    }

    private static BriefLine Due(CalendarDeadline d) =>
        new($"{Day(d.Date)}: deadline{(d.SetBy is { } by ? $" set by {by.Name}" : "")}: {Line(d.What ?? d.Evidence.Words)}.", [d.Evidence]);

    private static BriefLine Contradicts(Contradiction c) => new(
        $"{c.Party.Name} says two things on “{c.Issue.Name}”: “{Line(c.First.Evidence.Words)}”{By(c.First)} and “{Line(c.Second.Evidence.Words)}”{By(c.Second)}.",
        [c.First.Evidence, c.Second.Evidence]);

    private static BriefLine Silent(SilentParty s) => new(
        s.DaysSilent is { } days ? $"{s.Party.Name} has said nothing on “{s.Issue.Name}” for {Count(days, "day")}." : $"{s.Party.Name} has never spoken on “{s.Issue.Name}”.",
        s.Last is { } last ? [last.Evidence] : [.. s.Speaking.Take(2).Select(c => c.Now.Evidence)]);

    private static BriefLine Open(CalendarMeeting m) => new(
        m.Outcome == MeetingOutcome.Postponed ? $"The meeting of {m.Track} is postponed; no new date was found." : $"Whether the meeting of {m.Track} on {Day(m.Date)} took place is not reported.",
        [m.Told[^1].Evidence]);

    private static Matrix Trimmed(Matrix matrix)
    {
        var (parties, issues) = (matrix.Parties.Take(WidestTable).ToImmutableArray(), matrix.Issues.Take(LongestTable).ToImmutableArray());
        return matrix with { Parties = parties, Issues = issues, Cells = [.. matrix.Cells.Where(c => parties.Contains(c.Party) && issues.Contains(c.Issue))] };
    }

    private static string Stand(PositionShown p) => p.Firmness is { } firmness ? $"{FieldText.Of(p.Stance)}, {FieldText.Of(firmness).Replace('-', ' ')}" : FieldText.Of(p.Stance);

    private static string By(PositionShown p) => $" ({(p.Evidence.Speaker is { } who ? who + ", " : "")}{Day(p.Date)})";

    /// <summary>Words of a report on one line; long ones are cut, for their note holds them whole.</summary>
    private static string Line(string words)
    {
        words = words.ReplaceLineEndings(" ").Trim('"', '“', '”', ' ').TrimEnd('.', ',');
        if (words.Length <= Words) return words;
        var end = words.LastIndexOf(' ', Words, Words / 2);
        return words[..(end > 0 ? end : Words)].TrimEnd() + " …";
    }

    private static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "no date";

    /// <summary>A day in words; a month or a year as it stands.</summary>
    private static string Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : iso ?? "no date";

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{n:N0} {what}s");
}

/// <summary>What a brief is written from.</summary>
internal sealed record BriefParts(
    string Title, DateOnly Since, DateOnly AsOf, Matrix Matrix, Agreement Agreement, (ImmutableArray<Change> Telling, int Moves, int Repeated) Changes, Answers.Calendar Calendar, Contradictions Contradictions, Silence Silence,
    ImmutableArray<Judgement> Judgements);
