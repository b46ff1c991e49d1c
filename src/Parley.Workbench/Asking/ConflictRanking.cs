using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Exchange.Conflicts;

namespace Parley.Workbench.Asking;

/// <summary>The changes that a page makes to a party that ranks whole states: groups of states held equal, the best first.</summary>
internal static class ConflictRanking
{
    /// <summary>Most states that a list of them is offered for.</summary>
    public const int MostListed = 64;

    /// <summary>The groups of a party that ranks states; null for one that has wishes.</summary>
    public static ImmutableArray<ImmutableArray<uint>>? RanksOf(this ConflictDraft draft, int party) => (draft.Model.DecisionMakers[party].Preference as Ranking)?.BestFirst;

    /// <summary>A group put in another place.</summary>
    public static ConflictDraft RankMoved(this ConflictDraft draft, int party, int from, int to) =>
        draft.Group(party, from) is { } group && draft.Group(party, to) is not null ? draft.Ranked(party, draft.Ranks(party).RemoveAt(from).Insert(to, group)) : draft;

    /// <summary>A group held equal with the one before it.</summary>
    public static ConflictDraft RankJoined(this ConflictDraft draft, int party, int at) =>
        draft.Group(party, at) is { } group && draft.Group(party, at - 1) is { } better ? draft.Ranked(party, draft.Ranks(party).SetItem(at - 1, [.. better, .. group]).RemoveAt(at)) : draft;

    /// <summary>The states of a group put one after the other.</summary>
    public static ConflictDraft RankParted(this ConflictDraft draft, int party, int at) =>
        draft.Group(party, at) is { } group ? draft.Ranked(party, draft.Ranks(party).RemoveAt(at).InsertRange(at, group.Select(s => ImmutableArray.Create(s)))) : draft;

    /// <summary>A group left to those that come last.</summary>
    public static ConflictDraft WithoutRank(this ConflictDraft draft, int party, int at) =>
        draft.Group(party, at) is null ? draft : draft.Ranked(party, draft.Ranks(party).RemoveAt(at));

    /// <summary>Another state, put last of those that are ranked.</summary>
    /// <exception cref="FormatException">No state, or one that is ranked already.</exception>
    public static ConflictDraft WithRank(this ConflictDraft draft, int party, string state)
    {
        var options = draft.Model.Options.Length;
        if (state.Length != options || !state.All(c => c is 'Y' or 'N')) throw new FormatException($"expected a state of {options} signs, Y or N, found \"{state}\"");
        var added = Pattern.Parse(state, options).Values;
        return draft.Ranks(party).Any(g => g.Contains(added)) ? throw new FormatException($"state \"{state}\" stands twice") : draft.Ranked(party, draft.Ranks(party).Add([added]));
    }

    /// <summary>The order that a party's wishes make of the states that can be, to be changed state by state.</summary>
    public static ConflictDraft Ranking(this ConflictDraft draft, int party)
    {
        if (party >= draft.Model.DecisionMakers.Length || draft.Ranks(party) is not [] || draft.Model.StateCount > MostListed) return draft;
        var wishes = draft.WishesOf(party);
        return draft.Ranked(party, [.. States(draft.Model).GroupBy(s => wishes.Aggregate(0L, (sum, wish) => (2 * sum) + (wish.Holds(s) ? 1 : 0))).OrderByDescending(g => g.Key).Select(g => g.ToImmutableArray())]);
    }

    /// <summary>States that can be and that a party does not rank; none where there are too many to list.</summary>
    public static ImmutableArray<uint> Unranked(this ConflictDraft draft, int party) =>
        draft.Model.StateCount > MostListed ? [] : [.. States(draft.Model).Except(draft.Ranks(party).SelectMany(g => g))];

    /// <summary>A ranking after options went, came and changed places: a state with one that is gone is no more, and nobody cares about a new one until they say so.</summary>
    /// <param name="now">Where the options that are left stand now.</param>
    /// <param name="count">How many there are now.</param>
    public static Ranking Carried(this Ranking ranking, Dictionary<int, int> now, int count)
    {
        var added = Enumerable.Range(0, count).Except(now.Values).ToList();
        return new([.. ranking.BestFirst.Select(g => g.Where(s => Enumerable.Range(0, 32).All(o => (s >> o & 1) == 0 || now.ContainsKey(o))).Distinct().SelectMany(Each).ToImmutableArray()).Where(g => !g.IsEmpty)]);

        IEnumerable<uint> Each(uint state)
        {
            var carried = now.Aggregate(0u, (sum, place) => sum | (state >> place.Key & 1) << place.Value);
            return added.Aggregate((IEnumerable<uint>)[carried], (states, option) => states.SelectMany(s => new[] { s, s | 1u << option }));
        }
    }

    private static ImmutableArray<ImmutableArray<uint>> Ranks(this ConflictDraft draft, int party) => draft.RanksOf(party) ?? [];

    private static ImmutableArray<uint>? Group(this ConflictDraft draft, int party, int at) =>
        party < draft.Model.DecisionMakers.Length && at >= 0 && at < draft.Ranks(party).Length ? draft.Ranks(party)[at] : null;

    private static IEnumerable<uint> States(OptionModel model) => Enumerable.Range(0, model.StateCount).Select(s => (uint)s).Where(model.IsFeasible);

    private static ConflictDraft Ranked(this ConflictDraft draft, int party, ImmutableArray<ImmutableArray<uint>> bestFirst)
    {
        var maker = draft.Model.DecisionMakers[party];
        maker = maker with { Preference = new Ranking(bestFirst), Strong = maker.Preference is Ranking ? [.. maker.Strong.Where(place => place < bestFirst.Length)] : [] };
        return draft with { Model = draft.Model with { DecisionMakers = draft.Model.DecisionMakers.SetItem(party, maker) }, Wishes = draft.Wishes.SetItem(party, []) };
    }
}
