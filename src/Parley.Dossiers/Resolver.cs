using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly Dictionary<int, ulong[]> _seen; // of each person: day above party, in order
    private readonly HashSet<(int Person, int Party)> _spoke = [];
    private readonly ImmutableArray<Mandate> _mandates;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public Resolver(DossierActor?[] actors, DossierIssue?[] issues, ReportHead?[] reports, EntryShelf entries, ImmutableArray<Mandate> mandates)
    {
        _mandates = mandates;
        _actors = Follow(actors, a => a.MergedInto);
        _issues = Follow(issues, i => i.MergedInto);
        _opposed = new bool[issues.Length];
        for (var i = 1; i < issues.Length; i++)
            for (var (at, steps) = (i, 0); steps < 100 && issues[at] is { MergedInto: > 0 } issue; at = issue.MergedInto, steps++)
                _opposed[i] ^= issue.Opposed;
        _person = [.. actors.Select(a => a?.Kind == ActorKind.Person)];
        var seen = new Dictionary<int, List<ulong>>();
        var fits = new Dictionary<(int Person, int Party), List<ulong>?>(); // thousands of reports say the same of one person
        for (var report = 1; report < entries.End; report++)
        {
            var day = reports[report]?.Day?.DayNumber ?? 0;
            var from = entries.MandateBytes(report);
            for (var left = entries.PlacesOf(report).Mandates; left > 0; left--)
            {
                var (person, party) = EntriesCodec.Mandated(ref from);
                if (party == 0) continue;
                (person, party) = (_actors[person], _actors[party]);
                if (!fits.TryGetValue((person, party), out var days))
                {
                    _spoke.Add((person, party));
                    if (Fits(actors[person], actors[party]) && !seen.TryGetValue(person, out days)) seen[person] = days = [];
                    fits[(person, party)] = days;
                }

                days?.Add(((ulong)(uint)day << 32) | (uint)party);
            }
        }

        _seen = seen.ToDictionary(s => s.Key, s => Changes(s.Value));
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
    /// <remarks>Gives only the days on which the party changes.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] Changes(List<ulong> days)
    {
        days.Sort();
        ReadOnlySpan<ulong> read = CollectionsMarshal.AsSpan(days);
        var changes = new List<ulong>();
        for (var i = 0; i < read.Length; i++)
        {
            var party = Usual(read, i);
            if (changes.Count == 0 || (uint)changes[^1] != party) changes.Add((read[i] & 0xFFFFFFFF_00000000) | party);
        }

        return [.. changes];
    }

    private static uint Usual(ReadOnlySpan<ulong> read, int i)
    {
        var (first, end) = (Math.Max(0, i - 2), Math.Min(read.Length, i + 3));
        var (own, usual) = (0, (uint)read[i]);
        for (var j = first; j < end; j++)
            if ((uint)read[j] == (uint)read[i]) own++;
        if (own == end - first) return usual;
        for (var j = first; j < end; j++)
        {
            var others = 0;
            for (var k = first; k < end; k++)
                if ((uint)read[k] == (uint)read[j]) others++;
            if (others > own) (own, usual) = (others, (uint)read[j]);
        }

        return usual;
    }

    /// <summary>What reports said last before or on a day; else first after it.</summary>
    private int Seen(int person, int day)
    {
        if (!_seen.TryGetValue(person, out var days)) return 0;
        var at = Array.BinarySearch(days, ((ulong)(uint)day << 32) | uint.MaxValue);
        return (int)(uint)days[Math.Max(0, ~at - 1)];
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
