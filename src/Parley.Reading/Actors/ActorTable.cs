using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Actors;

/// <summary>The actors of one report and where each is mentioned.</summary>
public sealed class ActorTable
{
    private readonly (Span Span, int Actor)[] _mentions; // sorted by span
    private readonly Dictionary<string, int> _byId;

    public ActorTable(ImmutableArray<Actor> actors)
    {
        Actors = actors;
        _mentions = [.. actors.SelectMany((a, i) => a.Mentions.Select(m => (m, i))).OrderBy(x => x.m)];
        _byId = actors.Select((a, i) => (a.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
    }

    public static ActorTable Empty { get; } = new([]);

    public ImmutableArray<Actor> Actors { get; }

    public Actor this[string id] => Actors[_byId[id]];

    /// <summary>Mentions that overlap a span, in text order.</summary>
    public IEnumerable<(Span Span, Actor Actor)> MentionsIn(Span span)
    {
        foreach (var (mention, actor) in _mentions)
            if (mention.Overlaps(span)) yield return (mention, Actors[actor]);
    }

    /// <summary>The party an actor stands for: the one it speaks for, else itself.</summary>
    public Actor PartyOf(Actor actor) => actor.SpeaksFor is { } id && _byId.TryGetValue(id, out var i) ? Actors[i] : actor;
}
