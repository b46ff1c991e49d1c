using System.Collections.Immutable;
using Parley.Reading;

namespace Parley.Dossiers.Parties;

/// <summary>Finds the dossier's actor for a name that a report uses, and enters the ones not seen before. For one writer at a time.</summary>
public sealed class ActorRegistry
{
    private readonly Dictionary<int, DossierActor> _actors = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byState = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _bySurname = new(StringComparer.Ordinal); // -1 where two persons share it
    private readonly HashSet<int> _changed = [];
    private int _last;

    /// <summary>Enters an actor as stored, or replaces it.</summary>
    public void Put(DossierActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        _actors[actor.Number] = actor;
        _last = Math.Max(_last, actor.Number);
        Name(actor.Name, actor);
        foreach (var alias in actor.Aliases) Name(alias, actor);
        if (actor is { Kind: ActorKind.State, Country: { } country, MergedInto: 0 }) _byState.TryAdd(country, actor.Number);
    }

    /// <summary>The actor with a number; null where there is none.</summary>
    public DossierActor? this[int number] => _actors.GetValueOrDefault(number);

    internal bool HasChanged => _changed.Count > 0;

    /// <summary>The actors entered since the last call, in the order of their numbers.</summary>
    public ImmutableArray<DossierActor> TakeChanged()
    {
        var changed = _changed.Order().Select(number => _actors[number]).ToImmutableArray();
        _changed.Clear();
        return changed;
    }

    /// <summary>The number of the actor a report names; a new one where the dossier has none.</summary>
    public int Enter(string name, ActorKind kind, string? country)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = NameKey.Of(name);
        if (key.Length == 0) return 0;
        if (kind == ActorKind.State && country is not null && _byState.TryGetValue(country, out var state)) return state;
        if (_byName.TryGetValue(key, out var known) && SamePerson(kind, _actors[known].Kind)) return Final(known);
        if (kind == ActorKind.Person && !key.Contains(' ') && _bySurname.TryGetValue(key, out var person) && person > 0) return Final(person);
        var actor = new DossierActor(++_last, name, kind, country);
        Put(actor);
        _changed.Add(actor.Number);
        return actor.Number;
    }

    /// <summary>The number of the actor with a name or alias; 0 where there is none.</summary>
    public int Find(string name) => _byName.TryGetValue(NameKey.Of(name), out var number) ? Final(number) : 0;

    private int Final(int number)
    {
        for (var steps = 0; steps < 100 && _actors[number].MergedInto is var next and > 0; steps++) number = next;
        return number;
    }

    private void Name(string name, DossierActor actor)
    {
        var key = NameKey.Of(name);
        if (!_byName.TryAdd(key, actor.Number) && actor.MergedInto == 0 && _actors[_byName[key]].MergedInto == 0 && SamePerson(actor.Kind, _actors[_byName[key]].Kind))
            _byName[key] = Math.Min(_byName[key], actor.Number);
        if (actor.Kind != ActorKind.Person) return;
        var surname = NameKey.Surname(key);
        if (!_bySurname.TryAdd(surname, actor.Number) && _bySurname[surname] != actor.Number) _bySurname[surname] = -1;
    }

    private static bool SamePerson(ActorKind a, ActorKind b) => (a == ActorKind.Person) == (b == ActorKind.Person);
}
