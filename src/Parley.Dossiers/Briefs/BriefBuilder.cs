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
    private const int LinesASection = 8;
    private const int WidestTable = 6;

    /// <summary>Gathers what the brief will be written from.</summary>
    public BriefParts Gather(Question question, DateOnly since, DateOnly asOf, EvidenceBasket basket)
    {
        var all = question with { Since = null, AsOf = asOf, Limit = 1000, Offset = 0 };
        var period = all with { Since = since };
        return new(
            view.Info.Name, since, asOf,
            Trimmed(new MatrixBuilder(view).Build(all, since.AddDays(-1), basket)),
            new AgreementBuilder(view).Build(all, basket),
            new ChangesBuilder(view).Build(period, basket),
            new CalendarBuilder(view).Build(period, asOf, basket),
            new ContradictionsBuilder(view).Build(period with { Limit = 3 }, 14, basket),
            new SilenceBuilder(view).Build(all with { Limit = 3 }, asOf, 21, basket),
            [.. view.Judgements.Where(j => j.WithdrawnAt is null && j.Kind != JudgementKind.Model && DateOnly.FromDateTime(j.At.UtcDateTime) <= asOf)]);
    }

    /// <summary>Writes the brief, once the words of the evidence are there.</summary>
    public static Brief Write(BriefParts parts)
    {
        var moves = parts.Changes.Moves.OrderByDescending(c => Weight(c.Movement)).ThenByDescending(c => c.Date).Take(LinesASection).ToList();
        ImmutableArray<BriefLine> state = [.. State(parts.Agreement, parts.Changes, moves)];
        ImmutableArray<BriefLine> moved = [.. moves.Select(Moved)];
        var meetings = parts.Calendar.Meetings;
        ImmutableArray<BriefLine> dates = [.. meetings.Where(m => m.Date is not null).TakeLast(LinesASection).Select(Met), .. parts.Calendar.Deadlines.Where(d => d.Date is not null).Take(4).Select(Due)];
        ImmutableArray<BriefLine> watch =
        [
            .. parts.Contradictions.Shown.Select(Contradicts), .. parts.Silence.Silent.Select(Silent),
            .. meetings.Where(m => m.Outcome is MeetingOutcome.Unconfirmed or MeetingOutcome.Postponed).Take(3).Select(Open),
        ];
        return new Brief(parts.Title, parts.Since, parts.AsOf, state, moved, parts.Matrix, dates, watch, parts.Judgements, []).Numbered();
    }

    private static IEnumerable<BriefLine> State(Agreement agreement, Changes changes, List<Change> shown)
    {
        foreach (var (state, words) in new[] { (AgreementState.Agreed, "The parties agree on"), (AgreementState.Near, "They are near each other on"), (AgreementState.Apart, "They are apart on") })
        {
            var issues = agreement.Issues.Where(i => i.State == state).Take(5).ToList();
            if (issues.Count > 0) yield return new($"{words} {string.Join(", ", issues.Select(i => $"“{i.Issue.Name}”"))}.", [.. issues.SelectMany(i => i.Positions.Take(3)).Select(c => c.Now.Evidence)]);
        }

        if (changes.Moved == 0) yield return new("No line moved in the period.", []);
        else yield return new(Count(changes.Moved, "line") + $" moved in the period, {(changes.SaidAgain == 0 ? "none was" : Count(changes.SaidAgain, "line"))} said again unchanged.", [.. shown.Take(3).Select(c => c.After.Evidence)]);
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

    /// <summary>The parties and issues that a page has room for.</summary>
    private static Matrix Trimmed(Matrix matrix)
    {
        var (parties, issues) = (matrix.Parties.Take(WidestTable).ToImmutableArray(), matrix.Issues.Take(10).ToImmutableArray());
        return matrix with { Parties = parties, Issues = issues, Cells = [.. matrix.Cells.Where(c => parties.Contains(c.Party) && issues.Contains(c.Issue))] };
    }

    private static int Weight(Movement movement) => movement switch { Movement.Reversed => 3, Movement.Softer or Movement.Firmer => 2, _ => 1 };

    private static string Stand(PositionShown p) => p.Firmness is { } firmness ? $"{FieldText.Of(p.Stance)}, {FieldText.Of(firmness).Replace('-', ' ')}" : FieldText.Of(p.Stance);

    private static string By(PositionShown p) => $" ({(p.Evidence.Speaker is { } who ? who + ", " : "")}{Day(p.Date)})";

    private static string Line(string words) => words.ReplaceLineEndings(" ").Trim('"', '“', '”', ' ').TrimEnd('.', ',');

    private static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "no date";

    /// <summary>A day in words; a month or a year as it stands.</summary>
    private static string Day(string? iso) => DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : iso ?? "no date";

    private static string Count(int n, string what) => n == 1 ? $"1 {what}" : string.Create(CultureInfo.InvariantCulture, $"{n:N0} {what}s");
}

/// <summary>What a brief is written from.</summary>
internal sealed record BriefParts(
    string Title, DateOnly Since, DateOnly AsOf, Matrix Matrix, Agreement Agreement, Changes Changes, Answers.Calendar Calendar, Contradictions Contradictions, Silence Silence,
    ImmutableArray<Judgement> Judgements);
