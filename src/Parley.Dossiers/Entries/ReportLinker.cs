using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Parties;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Entries;

/// <summary>Links a reading, whose names are local to one report, to the actors and issues of the dossier. For one writer at a time.</summary>
public sealed class ReportLinker(ActorRegistry actors, Codebook codebook)
{
    /// <summary>The entries of a report as read. New actors and issues are entered on the way.</summary>
    /// <param name="report">Number of the report.</param>
    /// <param name="reading">What was read out of it.</param>
    public ReportEntries Link(int report, ReportReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var local = new LocalNames(reading, actors, codebook);
        var published = Day(reading.Report.Published);
        var said = new Dictionary<string, (int Ordinal, Statement Statement, int Day)>(StringComparer.Ordinal);
        var statements = ImmutableArray.CreateBuilder<StatementEntry>(reading.Statements.Length);
        foreach (var s in reading.Statements)
        {
            var content = Hull(s.Content);
            var extent = Hull(s.Source, Hull(s.Cue, content));
            var day = Day(s.Said) is var d and > 0 ? d : published;
            statements.Add(new(
                report, statements.Count + 1, local.Actor(s.Speaker), local.PartyOf(s.Speaker), local.Actor(s.Addressee),
                day, s.Mode, s.Kind, extent, content, EntryMark.Read));
            said.TryAdd(s.Id, (statements.Count, s, day));
        }

        var positions = ImmutableArray.CreateBuilder<PositionEntry>(reading.Positions.Length);
        foreach (var p in reading.Positions)
        {
            var by = p.Statement is not null && said.TryGetValue(p.Statement, out var found) ? found : default;
            var day = Day(p.Date) is var d and > 0 ? d : by.Day > 0 ? by.Day : published;
            var party = local.PartyOf(p.Party) is var own and > 0 ? own : local.Actor(p.Party);
            positions.Add(new(
                report, positions.Count + 1, party, local.Actor(by.Statement?.Speaker), local.Issue(p.Issue), local.Actor(p.Target),
                by.Ordinal, day, p.Act, p.Stance, p.Firmness, p.Polarity, p.Conditional, p.Negated, Hull(p.Evidence),
                (byte)Math.Clamp(Math.Round(p.Confidence * 100), 0, 100), EntryMark.Read));
        }

        return new()
        {
            Statements = statements.DrainToImmutable(),
            Positions = positions.DrainToImmutable(),
            Meetings = [.. reading.Meetings.Select((m, i) => new MeetingEntry(
                report, i + 1, m.Date, m.Place, [.. m.Participants.Select(local.Actor).Where(n => n > 0).Distinct().Order()],
                local.Actor(m.Convenor), m.Round, m.Status, Hull(m.Evidence), EntryMark.Read))],
            Deadlines = [.. reading.Deadlines.Select((d, i) => new DeadlineEntry(report, i + 1, d.Date, d.What, local.Actor(d.SetBy), Hull(d.Evidence), EntryMark.Read))],
            Mandates = local.Mandates(),
        };
    }

    private static Span Hull(ImmutableArray<Span> spans, Span with = default)
    {
        foreach (var span in spans) with = with.IsEmpty ? span : span.IsEmpty ? with : with.Union(span);
        return with;
    }

    private static int Day(string? iso) =>
        iso is { Length: >= 10 } && DateOnly.TryParseExact(iso.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : 0;

    /// <summary>Local ids → numbers. An actor enters the dossier only when an entry needs it, not for being named.</summary>
    private sealed class LocalNames(ReportReading reading, ActorRegistry actors, Codebook codebook)
    {
        private readonly Dictionary<string, Actor> _actors = First(reading.Actors, a => a.Id);
        private readonly Dictionary<string, Issue> _issues = First(reading.Issues, i => i.Id);
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _issueNumbers = new(StringComparer.Ordinal);

        public int Actor(string? id)
        {
            if (id is null || !_actors.TryGetValue(id, out var actor)) return 0;
            if (!_numbers.TryGetValue(id, out var number)) _numbers[id] = number = actors.Enter(actor.Name, actor.Kind, actor.Country);
            return number;
        }

        public int Issue(string? id)
        {
            if (id is null || !_issues.TryGetValue(id, out var issue)) return 0;
            if (!_issueNumbers.TryGetValue(id, out var number)) _issueNumbers[id] = number = codebook.Enter(issue.Label, issue.Terms);
            return number;
        }

        /// <summary>The party a local actor speaks for; itself where it is no person; 0 for a person of whom the report does not say.</summary>
        public int PartyOf(string? id)
        {
            for (var steps = 0; steps < 4 && id is not null && _actors.TryGetValue(id, out var actor); steps++)
            {
                if (actor.SpeaksFor is null || actor.SpeaksFor == id) return actor.Kind == ActorKind.Person ? 0 : Actor(id);
                id = actor.SpeaksFor;
            }

            return 0;
        }

        public ImmutableArray<MandateEntry> Mandates() =>
        [
            .. _numbers.Keys.ToArray()
                .Where(id => _actors[id].Kind == ActorKind.Person && (_actors[id].SpeaksFor is not null || _actors[id].Role is not null))
                .Select(id => new MandateEntry(_numbers[id], PartyOf(id), _actors[id].Role)),
        ];

        private static Dictionary<string, T> First<T>(ImmutableArray<T> items, Func<T, string> id)
        {
            var first = new Dictionary<string, T>(StringComparer.Ordinal);
            foreach (var item in items) first.TryAdd(id(item), item);
            return first;
        }
    }
}
