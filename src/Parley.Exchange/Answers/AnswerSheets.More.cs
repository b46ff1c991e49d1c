using System.Collections.Immutable;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Readings;
using Parley.Reading;

namespace Parley.Exchange.Answers;

public static partial class AnswerSheets
{
    public static Sheet Of(Calendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(
            ["Date", "What", "Parties", "Place", "Outcome", "Postponed from", "Other dates told", "Sources", "Words", "Entry", "Report", "Outlet"],
            [
                .. calendar.Meetings.Select(m => (Date: m.Date ?? "", Row: (ImmutableArray<string>)
                [
                    m.Date ?? "", m.Round is { } round ? $"round {round}" : "meeting", string.Join("; ", m.Participants.Select(p => p.Name)), m.Place ?? "",
                    FieldText.Of(m.Outcome), string.Join("; ", m.Postponed), string.Join("; ", m.Conflicting), Number(m.Sources), .. Source(m.Told[^1].Evidence),
                ]))
                .Concat(calendar.Deadlines.Select(d => (Date: d.Date ?? "", Row: (ImmutableArray<string>)
                [
                    d.Date ?? "", "deadline" + (d.What is { } what ? $": {what}" : ""), d.SetBy?.Name ?? "", "", d.Past ? "past" : "to come", "", "", "1", .. Source(d.Evidence),
                ])))
                .OrderBy(r => r.Date.Length == 0 ? "9999" : r.Date, StringComparer.Ordinal).Select(r => r.Row),
            ],
            "No meeting or deadline found.");
    }

    public static Sheet Of(Timeline timeline)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return new(
            ["Date", "Kind", "What", "Words", "Entry", "Report", "Outlet"],
            [.. timeline.Events.Select(e => (ImmutableArray<string>)[e.Date, FieldText.Of(e.Kind), e.Text, .. e.Evidence is { } evidence ? Source(evidence) : ["", "", "", ""]])],
            "Nothing found.");
    }

    public static Sheet Of(Contradictions contradictions)
    {
        ArgumentNullException.ThrowIfNull(contradictions);
        return new(
            ["Party", "Issue", "By", "Date", "Speaker", "Stance", "Words", "Entry", "Report", "Outlet", "Date 2", "Speaker 2", "Stance 2", "Words 2", "Entry 2", "Report 2", "Outlet 2"],
            [.. contradictions.Shown.Select(c => (ImmutableArray<string>)[c.Party.Name, c.Issue.Name, FieldText.Of(c.Kind), .. Side(c.First), .. Side(c.Second)])],
            $"No party stands on both sides of an issue within {contradictions.Days} days.")
        {
            Note = contradictions.Shown.Length == contradictions.Total ? null : $"{contradictions.Shown.Length} of {contradictions.Total} contradictions (--limit and --offset show others).",
        };
    }

    /// <summary>Two rows a contradiction, for the terminal.</summary>
    public static Sheet Pairs(Contradictions contradictions)
    {
        ArgumentNullException.ThrowIfNull(contradictions);
        var rows = contradictions.Shown.SelectMany(c => new[] { c.First, c.Second }.Select((p, i) => (ImmutableArray<string>)
        [
            i == 0 ? $"{c.Party.Name} on {c.Issue.Name}" : FieldText.Of(c.Kind), Day(p.Date), p.Evidence.Speaker ?? "", Stand(p), Line(p.Evidence.Words), p.Evidence.Id.ToString(),
        ]));
        return Of(contradictions) with { Columns = ["Party and issue", "Date", "Speaker", "Stance", "Words", "Entry"], Rows = [.. rows] };
    }

    public static Sheet Of(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return new(
            ["Issue", "State", .. agreement.Parties.Select(p => p.Name)],
            [.. agreement.Issues.Select(i => (ImmutableArray<string>)
            [
                i.Issue.Name, FieldText.Of(i.State),
                .. agreement.Parties.Select(p => i.Positions.FirstOrDefault(c => c.Party == p) is { } cell ? $"{Stand(cell.Now)} [{cell.Now.Evidence.Id}]" : NothingFound),
            ])],
            "No position found.")
        {
            Note = agreement.Islands.Length == 0 ? null
                : "Islands of agreement: " + string.Join("; ", agreement.Islands.Select(i => $"{string.Join(", ", i.Parties)} (on {string.Join(", ", i.Issues.Select(n => n.Name))})")),
        };
    }

    public static Sheet Of(Silence silence)
    {
        ArgumentNullException.ThrowIfNull(silence);
        return new(
            ["Party", "Issue", "Days silent", "Last word", "Words", "Entry", "Report", "Outlet", "Spoken on it since"],
            [.. silence.Silent.Select(s => (ImmutableArray<string>)
            [
                s.Party.Name, s.Issue.Name, s.DaysSilent is { } days ? Number(days) : "never spoke", s.Last is { } last ? $"{Stand(last)} ({Day(last.Date)})" : "",
                .. s.Last is { } word ? Source(word.Evidence) : ["", "", "", ""],
                string.Join("; ", s.Speaking.Select(c => $"{c.Party.Name} [{c.Now.Evidence.Id}]")),
            ])],
            $"Every party has spoken on every live issue within {silence.Days} days.");
    }

    public static Sheet Of(Sources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        return new(
            ["Outlet", "Reports", "Copies among them", "Statements", "Positions", "First", "Last", "Grade (judgement)"],
            [.. sources.Outlets.Select(o => (ImmutableArray<string>)
            [
                o.Outlet ?? "(not named)", Number(o.Reports), Number(o.Copied), Number(o.Statements), Number(o.Positions), Day(o.First), Day(o.Last),
                o.Grade is { } grade ? $"{grade.Value} ({grade.By}, {grade.At:yyyy-MM-dd})" : "",
            ])],
            "No report.")
        {
            Note = $"{sources.Reports} reports, {sources.Originals} of them independent."
                + string.Concat(sources.Copies.Take(20).Select(c => $"\nReport {c.Original.Number} ({c.Original.Outlet ?? c.Original.Id}) is repeated by {string.Join(", ", c.Copies.Select(r => $"{r.Number} ({r.Outlet ?? r.Id})"))}.")),
        };
    }

    public static Sheet Of(IEnumerable<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(corrections);
        return new(
            ["Number", "When", "By", "What", "Of", "Changes", "Words", "Note", "Undone"],
            [.. corrections.Select(c => (ImmutableArray<string>)
            [
                Number(c.Number), $"{c.At:yyyy-MM-dd HH:mm}", c.By, FieldText.Of(c.Kind), Subject(c.Subject),
                c.Kind is CorrectionKind.Edit ? string.Join("; ", c.After.Select(f => $"{f.Key}: {c.Before[f.Key] ?? "nothing"} → {(f.Value.Length > 0 ? f.Value : "nothing")}")) : c.Kind is CorrectionKind.Add ? c.After.ToString() : "",
                Line(c.Subject.Words ?? ""), c.Note ?? "", c.UndoneAt is { } at ? $"{c.UndoneBy}, {at:yyyy-MM-dd HH:mm}" : "",
            ])],
            "No correction.");
    }

    public static Sheet Of(IEnumerable<Judgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        return new(
            ["Number", "Judgement", "Of", "Value", "Reason", "By", "When", "Taken back"],
            [.. judgements.Select(j => (ImmutableArray<string>)
            [
                Number(j.Number), FieldText.Of(j.Kind), j.Subject, j.Value, j.Reason ?? "", j.By, $"{j.At:yyyy-MM-dd}", j.WithdrawnAt is { } at ? $"{j.WithdrawnBy}, {at:yyyy-MM-dd}" : "",
            ])],
            "No judgement.");
    }

    private static ImmutableArray<string> Side(PositionShown p) => [Day(p.Date), p.Evidence.Speaker ?? "", Wording.Of((Stance?)p.Stance), .. Source(p.Evidence)];

    private static string Subject(Subject s) => s.IsEntry ? $"{FieldText.Of(s.Kind)} in report {s.Number}" : $"{FieldText.Of(s.Kind)} {s.Number}";
}
