using System.Globalization;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;

namespace Parley.Dossiers.Answers;

/// <summary>Answers what happened when. O(positions).</summary>
internal sealed class TimelineBuilder(DossierView view)
{
    public Timeline Build(Question question, DateOnly? today, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var calendar = new CalendarBuilder(view);
        var changes = new ChangesBuilder(view);
        var since = question.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        var until = question.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "9999";
        var deadlines = calendar.Deadlines(scope, question with { Limit = int.MaxValue }, today, new(view));
        var events = calendar.Groups(question, scope).Where(g => g.Date is not null).Select(g => new Found(g.Date!, TimelineKind.Meeting, () => Of(g.Show(view, today, basket))))
            .Concat(deadlines.Where(d => d.Date is not null).Select(d => new Found(d.Date!, TimelineKind.Deadline, () => Of(d, basket))))
            .Concat(Moves())
            .Concat(view.Judgements.Where(j => j.WithdrawnAt is null).Select(j => new Found(
                j.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimelineKind.Judgement, () => Of(j))));
        // No move farther down than the page ends can be on it: of a hundred thousand few are put in order.
        IEnumerable<Found> Moves() => changes.Find(scope).Moves.Where(f => f.Day > 0 && f.Day <= scope.To).OrderBy(f => f.Day).ThenBy(f => f.Party).ThenBy(f => f.Issue).Take((int)Math.Min(int.MaxValue, (long)question.Offset + question.Limit))
            .Select(f => new Found(DateOnly.FromDayNumber(f.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimelineKind.Move, () => Of(changes.Show(f, scope, basket))));
        return new(
        [
            .. events.Where(e => string.CompareOrdinal(e.Date, since) >= 0 && (e.Kind is TimelineKind.Meeting or TimelineKind.Deadline || string.CompareOrdinal(e.Date, until) <= 0))
                .OrderBy(e => e.Date, StringComparer.Ordinal).ThenBy(e => e.Kind).Skip(question.Offset).Take(question.Limit).Select(e => e.Show()),
        ]);
    }

    private static TimelineEvent Of(CalendarMeeting m) => new(m.Date!, TimelineKind.Meeting, Text(m), m.Told[^1].Evidence);

    private static TimelineEvent Of(CalendarDeadline d, EvidenceBasket basket)
    {
        basket.Take(d.Evidence);
        return new(d.Date!, TimelineKind.Deadline, $"deadline{(d.SetBy is { } by ? $" set by {by.Name}" : "")}{(d.What is { } what ? $": {what}" : "")}", d.Evidence);
    }

    private static TimelineEvent Of(Change c) => new(c.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimelineKind.Move, Text(c), c.After.Evidence);

    private static TimelineEvent Of(Judgement j) =>
        new(j.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimelineKind.Judgement, $"{FieldText.Of(j.Kind)}, {j.Subject}: {j.Value} ({j.By})", null);

    private static string Text(CalendarMeeting m)
    {
        var round = m.Round is { } n ? $"round {n}, " : "";
        var place = m.Place is { } where ? $" in {where}" : "";
        return $"{round}{(m.Track.Length > 0 ? m.Track : "meeting")}{place}: {FieldText.Of(m.Outcome)}{(m.Postponed.Length > 0 ? $" (was {string.Join(", ", m.Postponed)})" : "")}";
    }

    private static string Text(Change c)
    {
        var moved = c.Movement == Movement.New ? "first word" : FieldText.Of(c.Movement);
        return $"{c.Party.Name} on {c.Issue.Name}: {moved}, {FieldText.Of(c.After.Stance)}";
    }

    /// <summary>An event before its words are fetched: of thousands a page is shown.</summary>
    private sealed record Found(string Date, TimelineKind Kind, Func<TimelineEvent> Show);
}
