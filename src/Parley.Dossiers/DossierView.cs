using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Language;

namespace Parley.Dossiers;

/// <summary>
/// A dossier as it stands at one revision: all but the texts and the readings, in memory. Immutable and safe to share. Merged actors and
/// issues appear under the number they were merged into; rejected entries are left out.
/// </summary>
public sealed class DossierView
{
    private const int MostDays = 16;

    private readonly ReportHead?[] _reports;
    private readonly EntryShelf _entries;
    private readonly DossierActor?[] _actors;
    private readonly DossierIssue?[] _issues;
    private readonly int[] _original;
    private readonly Lazy<PositionTable> _positions;
    private readonly Lazy<StatementEntry[]> _statements;
    private readonly Lazy<ILookup<int, int>> _copies;
    private readonly Lazy<int[]> _sources;
    private readonly ConcurrentDictionary<int, List<MeetingGroup>> _meetings = new(); // by the last day that counts
    private readonly Lazy<IReadOnlyCollection<MandateRead>> _mandatesRead;

    internal DossierView(DossierInfo info, DossierState state)
    {
        Info = info;
        State = state;
        Revision = state.Revision;
        _reports = state.Reports;
        _entries = state.Entries;
        _actors = state.Actors;
        _issues = state.Issues;
        Mandates = [.. state.Mandates.Values.Where(m => !m.Withdrawn)];
        Corrections = [.. state.Corrections.Values];
        Judgements = [.. state.Judgements.Values];
        Resolver = new(_actors, _issues, _reports, _entries, Mandates);
        _original = Originals(_reports);
        _positions = new(() => PositionTable.Of(_entries, Resolver));
        _mandatesRead = new(ReadMandates);
        _copies = new(() => Enumerable.Range(1, _original.Length - 1).ToLookup(r => _original[r]));
        _statements = new(() => StatementTable.Of(_entries, Resolver));
        _sources = new(() => SourceNumbers.Of(_reports, _original));
    }

    /// <summary>After a change that leaves names, heads and mandates as they are: takes over all that the entries of single reports have no part in.</summary>
    private DossierView(DossierView before, DossierState state, ImmutableArray<ReportUpdate> updates)
    {
        (Info, State, Revision, Mandates) = (before.Info, state, state.Revision, before.Mandates);
        (_reports, _entries, _actors, _issues) = (state.Reports, state.Entries, state.Actors, state.Issues);
        Corrections = [.. state.Corrections.Values];
        Judgements = [.. state.Judgements.Values];
        (Resolver, _original, _copies, _sources, _mandatesRead) = (before.Resolver, before._original, before._copies, before._sources, before._mandatesRead);
        _positions = before._positions.IsValueCreated
            ? new(updates.Aggregate(before.Positions, (table, u) => table.With(before._entries, _entries, u.Head.Number, Resolver)))
            : new(() => PositionTable.Of(_entries, Resolver));
        _statements = before._statements.IsValueCreated
            ? new(updates.Aggregate(before.StatementArray, (table, u) => StatementTable.With(table, before._entries, _entries, u.Head.Number, Resolver)))
            : new(() => StatementTable.Of(_entries, Resolver));
        if (updates.All(u => before._entries.PackedMeetings(u.Head.Number).SequenceEqual(_entries.PackedMeetings(u.Head.Number)))) _meetings = before._meetings;
    }

    public DossierInfo Info { get; }

    public long Revision { get; }

    /// <summary>In the order of import.</summary>
    public IEnumerable<ReportHead> Reports => _reports.OfType<ReportHead>();

    /// <summary>The actors that stand for themselves.</summary>
    public IEnumerable<DossierActor> Actors => _actors.OfType<DossierActor>().Where(a => a.MergedInto == 0);

    /// <summary>The issues that stand for themselves.</summary>
    public IEnumerable<DossierIssue> Issues => _issues.OfType<DossierIssue>().Where(i => i.MergedInto == 0);

    public ImmutableArray<Mandate> Mandates { get; }

    /// <summary>For whom reports say that persons speak, with the days of the first and the last report that says so.</summary>
    public IReadOnlyCollection<MandateRead> MandatesRead => _mandatesRead.Value;

    public ImmutableArray<Correction> Corrections { get; }

    public ImmutableArray<Judgement> Judgements { get; }

    /// <summary>Positions by party, issue and day.</summary>
    public PositionTable Positions => _positions.Value;

    /// <summary>Statements by day, report and place.</summary>
    public ReadOnlySpan<StatementEntry> Statements => _statements.Value;

    internal StatementEntry[] StatementArray => _statements.Value;

    internal Resolver Resolver { get; }

    /// <summary>Makes the table that most questions ask for.</summary>
    internal void Prepare() => _ = _positions.Value;

    /// <summary>Meetings are put together once for a day as of which they are asked for: that is most of the work of a calendar.</summary>
    internal List<MeetingGroup> MeetingsOnce(Scope scope, Func<List<MeetingGroup>> work)
    {
        if (!scope.AllReports) return work();
        if (_meetings.TryGetValue(scope.To, out var groups)) return groups;
        if (_meetings.Count >= MostDays) _meetings.Clear();
        return _meetings[scope.To] = work();
    }

    /// <summary>The dossier after a change. Corrections, the most frequent, cost what they touch; names, reports and mandates may move every entry.</summary>
    internal DossierView After(DossierState state, DossierChange change)
    {
        var same = change.Actors.IsEmpty && change.Issues.IsEmpty && change.Mandates.IsEmpty
            && change.Updates.All(u => FindReport(u.Head.Number) is { } held && held == u.Head && _entries.PackedMandates(held.Number).SequenceEqual(state.Entries.PackedMandates(held.Number)));
        return same ? new(this, state, change.Updates) : new(Info, state);
    }

    internal DossierState State { get; }

    public ReportHead Report(int number) => FindReport(number) ?? throw new DossierException($"there is no report {number} in this dossier");

    public ReportHead? FindReport(int number) => number > 0 && number < _reports.Length ? _reports[number] : null;

    /// <summary>An actor after merges; null where there is none with this number.</summary>
    public DossierActor? FindActor(int number) => number > 0 && number < _actors.Length ? _actors[Resolver.Actor(number)] : null;

    /// <summary>An issue after merges; null where there is none with this number.</summary>
    public DossierIssue? FindIssue(int number) => number > 0 && number < _issues.Length ? _issues[Resolver.Issue(number)] : null;

    /// <summary>Entries of a report as kept, rejected ones included; numbers of actors and issues as before any merging.</summary>
    public ReportEntries Entries(int report) => _entries.Of(report) ?? ReportEntries.Empty;

    /// <summary>How many entries of each kind a report has, rejected ones included.</summary>
    public (int Statements, int Positions, int Meetings, int Deadlines) Counts(int report) =>
        _entries.PlacesOf(report) is var places ? (places.Statements, places.Positions, places.Meetings, places.Deadlines) : default;

    /// <summary>Every entry of the meetings, rejected ones left out.</summary>
    public IEnumerable<MeetingEntry> Meetings => _entries.Meetings();

    public IEnumerable<DeadlineEntry> Deadlines => _entries.Deadlines();

    /// <summary>The corrections of an entry, undone ones included, in the order of time; those of an actor, issue or report by <see cref="Corrections"/>.</summary>
    public ImmutableArray<Correction> HistoryOf(EntryId id)
    {
        var ofKind = Corrections.Where(c => c.Subject.IsEntry && c.Subject.Number == id.Report && (int)c.Subject.Kind == (int)id.Kind).ToList();
        var named = ofKind.Where(c => c.Subject.Ordinal == id.Ordinal).Select(c => c.Subject).ToList();
        var span = SpanOf(id);
        return
        [
            .. ofKind.Where(c => named.Count > 0
                ? named.Exists(s => s.Span == c.Subject.Span && s.Detail == c.Subject.Detail)
                : 2 * Math.Min(span.End, c.Subject.Span.End) - 2 * Math.Max(span.Start, c.Subject.Span.Start) >= span.Union(c.Subject.Span).Length),
        ];
    }

    /// <summary>Number of the last correction of an entry that stands, 0 for none: what <see cref="Author.Seen"/> asks for.</summary>
    public int LastCorrection(EntryId id) => HistoryOf(id).LastOrDefault(c => !c.Undone)?.Number ?? 0;

    /// <summary>Where the words of an entry stand; empty where there is no such entry.</summary>
    public Span SpanOf(EntryId id)
    {
        var entries = Entries(id.Report);
        return id.Kind switch
        {
            EntryKind.Statement => entries.Statements.FirstOrDefault(e => e.Ordinal == id.Ordinal).Content,
            EntryKind.Position => entries.Positions.FirstOrDefault(e => e.Ordinal == id.Ordinal).Evidence,
            EntryKind.Meeting => entries.Meetings.FirstOrDefault(e => e.Ordinal == id.Ordinal)?.Evidence ?? default,
            _ => entries.Deadlines.FirstOrDefault(e => e.Ordinal == id.Ordinal)?.Evidence ?? default,
        };
    }

    /// <summary>Whether a report repeats another that counts in its stead.</summary>
    public bool IsCopy(int report) => _original[report] != report;

    /// <summary>The first published of the reports that repeat one another.</summary>
    public int OriginalOf(int report) => _original[report];

    /// <summary>By report, the number of its independent source: outlets that a report repeats count as the one it repeats.</summary>
    internal int[] SourceOf => _sources.Value;

    /// <summary>The reports that repeat a report or are repeated by it, without itself.</summary>
    public ImmutableArray<int> CopiesOf(int report) => [.. _copies.Value[_original[report]].Where(r => r != report)];

    /// <summary>The party that a kept entry counts for, after mandates and merges; 0 where unknown.</summary>
    public int PartyOf(PositionEntry p) => Resolver.Party(p.Party, p.Speaker, p.Day);

    public int PartyOf(StatementEntry s) => Resolver.Party(s.Party, s.Speaker, s.Day);

    /// <summary>The stance of a kept entry towards the issue it counts for, turned round where that issue is worded the other way.</summary>
    public Reading.Stance? StanceOf(PositionEntry p) => Resolver.Stance(p.Issue, p.Stance);

    public string ActorName(int number) => _actors[Resolver.Actor(number)]?.Name ?? "";

    public string IssueLabel(int number) => _issues[Resolver.Issue(number)]?.Label ?? "";

    public DossierActor Actor(int number) => _actors[Resolver.Actor(number)]!;

    public DossierIssue Issue(int number) => _issues[Resolver.Issue(number)]!;

    /// <summary>The actor with a name or alias.</summary>
    /// <exception cref="DossierException">There is none; the message names what is near.</exception>
    public int RequireActor(string name)
    {
        var key = NameKey.Of(name);
        foreach (var actor in _actors)
            if (actor is not null && (NameKey.Of(actor.Name) == key || actor.Aliases.Any(a => NameKey.Of(a) == key))) return Resolver.Actor(actor.Number);
        throw new DossierException($"no party or speaker is called \"{name}\"{Near(key, Actors.Select(a => a.Name))}");
    }

    /// <summary>The issue with a label or term, or the only one whose label holds the words.</summary>
    /// <exception cref="DossierException">There is none; the message names what is near.</exception>
    public int RequireIssue(string label)
    {
        var key = NameKey.Of(label);
        foreach (var issue in _issues)
            if (issue is not null && (NameKey.Of(issue.Label) == key || issue.Terms.Any(t => NameKey.Of(t) == key))) return Resolver.Issue(issue.Number);
        var holding = Issues.Where(i => NameKey.Of(i.Label).Contains(key, StringComparison.Ordinal)).Take(2).ToList();
        if (key.Length > 0 && holding.Count == 1) return holding[0].Number;
        throw new DossierException($"no issue is called \"{label}\"{Near(key, Issues.Select(i => i.Label))}");
    }

    /// <summary>An issue and those that are part of it.</summary>
    public IEnumerable<int> WithChildren(int issue) =>
        [issue, .. Issues.Where(i => i.Number != issue && i.Parent > 0 && Resolver.Issue(i.Parent) == issue).Select(i => i.Number)];

    private Dictionary<(int, int), MandateRead>.ValueCollection ReadMandates()
    {
        var read = new Dictionary<(int Person, int Party), MandateRead>();
        for (var report = 1; report < _entries.End; report++)
        {
            foreach (var mandate in _entries.Mandates(report))
            {
                if (mandate.Party == 0) continue;
                var (person, party, day) = (Resolver.Actor(mandate.Person), Resolver.Actor(mandate.Party), _reports[report]?.Day);
                if (!read.TryGetValue((person, party), out var known)) read[(person, party)] = new(person, party, mandate.Role, day, day, Set: false);
                else if (known.Role is null && mandate.Role is not null || known.From is null || day < known.From || day > known.To)
                    read[(person, party)] = known with { Role = known.Role ?? mandate.Role, From = known.From is null || day < known.From ? day : known.From, To = known.To is null || day > known.To ? day : known.To };
            }
        }

        return read.Values;
    }

    private static string Near(string key, IEnumerable<string> names)
    {
        var words = key.Split(' ').ToHashSet(StringComparer.Ordinal);
        var near = names.Select(n => (Name: n, Shared: NameKey.Of(n).Split(' ').Count(w => words.Any(k => k.Length > 2 && w.StartsWith(k[..Math.Min(4, k.Length)], StringComparison.Ordinal)))))
            .Where(n => n.Shared > 0).OrderByDescending(n => n.Shared).Take(3).Select(n => $"\"{n.Name}\"").ToList();
        return near.Count == 0 ? "" : "; near it: " + string.Join(", ", near);
    }

    private static int[] Originals(ReportHead?[] reports)
    {
        var root = new int[reports.Length];
        for (var i = 1; i < reports.Length; i++)
        {
            var at = i;
            for (var steps = 0; steps < 100 && at < reports.Length && reports[at] is { CopyOf: > 0 } head; steps++) at = head.CopyOf;
            root[i] = at;
        }

        var first = new Dictionary<int, int>();
        for (var i = 1; i < reports.Length; i++)
        {
            if (reports[i] is not { } head) continue;
            if (!first.TryGetValue(root[i], out var best) || (head.Day ?? DateOnly.MaxValue) < (reports[best]!.Day ?? DateOnly.MaxValue)) first[root[i]] = i;
        }

        for (var i = 1; i < root.Length; i++) root[i] = first.GetValueOrDefault(root[i], i);
        return root;
    }
}
