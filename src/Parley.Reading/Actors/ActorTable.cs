using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Actors;

/// <summary>The actors of one report and where each is mentioned.</summary>
public sealed class ActorTable
{
    private readonly (Span Span, int Actor)[] _mentions; // sorted by span
    private readonly int _longest;
    private readonly Dictionary<string, int> _byId;

    public ActorTable(ImmutableArray<Actor> actors)
    {
        Actors = actors;
        _mentions = [.. actors.SelectMany((a, i) => a.Mentions.Select(m => (m, i))).OrderBy(x => x.m)];
        _longest = _mentions.Length == 0 ? 0 : _mentions.Max(m => m.Span.Length);
        _byId = actors.Select((a, i) => (a.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
    }

    public static ActorTable Empty { get; } = new([]);

    public ImmutableArray<Actor> Actors { get; }

    /// <summary>For each attribution it was read with, the actor who makes it; null where unknown or where several do.</summary>
    public ImmutableArray<string?> Speakers { get; init; } = [];

    public Actor this[string id] => Actors[_byId[id]];

    /// <summary>Mentions that overlap a span, in text order; one within another follows or precedes it. O(log n) to find the first.</summary>
    public IEnumerable<(Span Span, Actor Actor)> MentionsIn(Span span)
    {
        for (var i = FirstFrom(span.Start - _longest); i < _mentions.Length && _mentions[i].Span.Start < span.End; i++)
            if (_mentions[i].Span.Overlaps(span)) yield return (_mentions[i].Span, Actors[_mentions[i].Actor]);
    }

    /// <summary>The party an actor stands for: the one it speaks for, else itself.</summary>
    public Actor PartyOf(Actor actor) => actor.SpeaksFor is { } id && _byId.TryGetValue(id, out var i) ? Actors[i] : actor;

    private int FirstFrom(int start)
    {
        var (low, high) = (0, _mentions.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_mentions[middle].Span.Start >= start) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
