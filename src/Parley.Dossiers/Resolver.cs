using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Dossiers;

/// <summary>Carries numbers of actors and issues over merges, and persons to the party they speak for on a day.</summary>
internal sealed class Resolver
{
    private static readonly FrozenSet<string> Bare = FrozenSet.ToFrozenSet(["government", "ministry", "foreign ministry", "cabinet", "presidency", "delegation"], StringComparer.Ordinal);
    private readonly int[] _actors;
    private readonly int[] _issues;
    private readonly bool[] _opposed;
    private readonly bool[] _person;
    private readonly Dictionary<int, List<(int Day, int Party)>> _seen = [];
    private readonly HashSet<(int Person, int Party)> _spoke = [];
    private readonly ImmutableArray<Mandate> _mandates;

    public Resolver(DossierActor?[] actors, DossierIssue?[] issues, ReportHead?[] reports, ReportEntries?[] entries, ImmutableArray<Mandate> mandates)
    {
        _mandates = mandates;
        _actors = Follow(actors, a => a.MergedInto);
        _issues = Follow(issues, i => i.MergedInto);
        _opposed = new bool[issues.Length];
        for (var i = 1; i < issues.Length; i++)
            for (var (at, steps) = (i, 0); steps < 100 && issues[at] is { MergedInto: > 0 } issue; at = issue.MergedInto, steps++)
                _opposed[i] ^= issue.Opposed;
        _person = [.. actors.Select(a => a?.Kind == ActorKind.Person)];
        for (var report = 1; report < entries.Length; report++)
        {
            if (entries[report] is not { } held || held.Mandates.Length == 0) continue;
            var day = reports[report]?.Day?.DayNumber ?? 0;
            foreach (var mandate in held.Mandates)
            {
                if (mandate.Party == 0) continue;
                var person = _actors[mandate.Person];
                _spoke.Add((person, _actors[mandate.Party]));
                if (!Fits(actors[person], actors[_actors[mandate.Party]])) continue;
                if (!_seen.TryGetValue(person, out var days)) _seen[person] = days = [];
                days.Add((day, _actors[mandate.Party]));
            }
        }

        foreach (var days in _seen.Values)
        {
            days.Sort();
            Smooth(days);
            var kept = 0; // only the days on which the party changes
            for (var i = 0; i < days.Count; i++)
                if (kept == 0 || days[i].Party != days[kept - 1].Party) days[kept++] = days[i];
            days.RemoveRange(kept, days.Count - kept);
        }
    }

    public int Actor(int number) => number < _actors.Length ? _actors[number] : 0;

    public int Issue(int number) => number < _issues.Length ? _issues[number] : 0;

    public bool Opposed(int issue) => _opposed[issue];

    public bool IsPerson(int actor) => _person[actor];

    /// <summary>The party of a statement or position: an analyst's mandate for its day first, then what its report says unless those around it say otherwise, then what other reports say.</summary>
    public int Party(int party, int speaker, int day)
    {
        party = Actor(party);
        speaker = Actor(speaker);
        var person = party > 0 && _person[party] ? party : speaker > 0 && _person[speaker] ? speaker : 0;
        if (person == 0) return party > 0 ? party : speaker;
        var told = party > 0 && !_person[party];
        if (_mandates.Length > 0 && (!told || Spoke(person, party)) && Mandated(person, day) is var mandated and > 0) return mandated;
        if (told) return _spoke.Contains((person, party)) && Seen(person, day) is var usual and > 0 ? usual : party;
        return Seen(person, day) is var seen and > 0 ? seen : person;
    }

    public Stance? Stance(int issue, Stance? stance) =>
        stance is { } s && issue > 0 && _opposed[issue]
            ? s switch { Reading.Stance.For => Reading.Stance.Against, Reading.Stance.Against => Reading.Stance.For, _ => s }
            : stance;

    private int Mandated(int person, int day)
    {
        foreach (var mandate in _mandates)
            if (Actor(mandate.Person) == person && mandate.Covers(day)) return Actor(mandate.Party);
        return 0;
    }

    private bool Spoke(int person, int party) => !_seen.ContainsKey(person) || _spoke.Contains((person, party));

    /// <summary>A person of one country does not speak for another state, and "the government" alone is no party: other reports know better.</summary>
    private static bool Fits(DossierActor? person, DossierActor? party) =>
        person is not null && party is not null && !Bare.Contains(NameKey.Of(party.Name))
        && (party.Kind != ActorKind.State || party.Country is null || person.Country is null || party.Country == person.Country);

    /// <summary>
    /// A report that puts a person on the other side of the table alone, among five that follow one another, has misread; one who changes sides is
    /// found there by the later reports too.
    /// </summary>
    private static void Smooth(List<(int Day, int Party)> days)
    {
        var read = days.ToArray();
        for (var i = 0; i < read.Length; i++)
        {
            var (first, end) = (Math.Max(0, i - 2), Math.Min(read.Length, i + 3));
            var own = 0;
            for (var j = first; j < end; j++)
                if (read[j].Party == read[i].Party) own++;
            for (var j = first; j < end; j++)
            {
                var others = 0;
                for (var k = first; k < end; k++)
                    if (read[k].Party == read[j].Party) others++;
                if (others > own) (own, days[i]) = (others, (read[i].Day, read[j].Party));
            }
        }
    }

    /// <summary>What reports said last before or on a day; else first after it.</summary>
    private int Seen(int person, int day)
    {
        if (!_seen.TryGetValue(person, out var days)) return 0;
        var at = days.BinarySearch((day, int.MaxValue));
        return days[Math.Max(0, ~at - 1)].Party;
    }

    private static int[] Follow<T>(T?[] items, Func<T, int> into) where T : class
    {
        var final = new int[items.Length];
        for (var i = 1; i < items.Length; i++)
        {
            var at = i;
            for (var steps = 0; steps < 100 && at < items.Length && items[at] is { } item && into(item) is var next and > 0; steps++) at = next;
            final[i] = at;
        }

        return final;
    }
}
