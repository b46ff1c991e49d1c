using System.Globalization;
using Parley.Dossiers.Corrections;

namespace Parley.Dossiers.Answers;

/// <summary>Answers what happened when. O(positions).</summary>
internal sealed class TimelineBuilder(DossierView view)
{
    public Timeline Build(Question question, DateOnly? today, EvidenceBasket basket)
    {
        var all = question with { Offset = 0, Limit = int.MaxValue };
        var calendar = new CalendarBuilder(view).Build(all, today, basket);
        var changes = new ChangesBuilder(view).Build(all, basket);
        var since = question.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        var until = question.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "9999";
        var events = calendar.Meetings.Where(m => m.Date is not null).Select(m => new TimelineEvent(m.Date!, TimelineKind.Meeting, Text(m), m.Told[^1].Evidence))
            .Concat(calendar.Deadlines.Where(d => d.Date is not null).Select(d => new TimelineEvent(
                d.Date!, TimelineKind.Deadline, $"deadline{(d.SetBy is { } by ? $" set by {by.Name}" : "")}{(d.What is { } what ? $": {what}" : "")}", d.Evidence)))
            .Concat(changes.Moves.Where(c => c.Date is not null).Select(c => new TimelineEvent(
                c.Date!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimelineKind.Move, Text(c), c.After.Evidence)))
            .Concat(view.Judgements.Where(j => j.WithdrawnAt is null).Select(j => new TimelineEvent(
                j.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TimelineKind.Judgement, $"{FieldText.Of(j.Kind)}, {j.Subject}: {j.Value} ({j.By})", null)));
        return new(
        [
            .. events.Where(e => string.CompareOrdinal(e.Date, since) >= 0 && (e.Kind is TimelineKind.Meeting or TimelineKind.Deadline || string.CompareOrdinal(e.Date, until) <= 0))
                .OrderBy(e => e.Date, StringComparer.Ordinal).ThenBy(e => e.Kind).Skip(question.Offset).Take(question.Limit),
        ]);
    }

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
}
