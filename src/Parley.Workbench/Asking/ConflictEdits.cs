using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Dossiers.Models;
using Parley.Exchange.Conflicts;

namespace Parley.Workbench.Asking;

/// <summary>The changes that a page makes to a conflict model. Its evidence goes with what it is evidence of.</summary>
internal static class ConflictEdits
{
    private const int MostCited = 5;

    public static ConflictDraft Of(ConflictProposal proposal) => new(
        proposal.Model,
        [.. proposal.Options.Select(o => Names(o.Evidence.Select(e => e.Id)))],
        [.. proposal.Preferences.Select(own => own.Select(p => Names(p.Line.Behind.TakeLast(MostCited).Prepend(p.Line.Evidence.Id))).ToImmutableArray())]);

    /// <summary>A wish put in another place of its party's order.</summary>
    public static ConflictDraft Moved(this ConflictDraft draft, int party, int from, int to)
    {
        if (party >= draft.Model.DecisionMakers.Length) return draft;
        var (wishes, evidence) = (draft.WishesOf(party), draft.Wishes[party]);
        return from >= wishes.Length || to >= wishes.Length ? draft
            : draft.With(party, wishes.RemoveAt(from).Insert(to, wishes[from]), evidence.RemoveAt(from).Insert(to, evidence[from]));
    }

    public static ConflictDraft WithoutWish(this ConflictDraft draft, int party, int at) =>
        party < draft.Model.DecisionMakers.Length && at < draft.WishesOf(party).Length ? draft.With(party, draft.WishesOf(party).RemoveAt(at), draft.Wishes[party].RemoveAt(at)) : draft;

    /// <exception cref="FormatException">The wish cannot be read.</exception>
    public static ConflictDraft WithWish(this ConflictDraft draft, int party, string wish) =>
        draft.With(party, draft.WishesOf(party).Add(draft.Read(wish)), draft.Wishes[party].Add([]));

    /// <exception cref="FormatException">Neither a pattern nor options joined by &amp;.</exception>
    public static ConflictDraft Forbidding(this ConflictDraft draft, string text)
    {
        var options = draft.Model.Options.Length;
        var pattern = text.Length == options && text.All(c => c is 'Y' or 'N' or '-') ? Pattern.Parse(text, options)
            : draft.Read(text).AsPattern() ?? throw new FormatException($"expected a pattern of {options} signs (Y, N, -) or options joined by &, found \"{text}\"");
        return draft with { Model = draft.Model with { Infeasible = draft.Model.Infeasible.Add(pattern) } };
    }

    public static ConflictDraft Allowing(this ConflictDraft draft, int at) =>
        at < draft.Model.Infeasible.Length ? draft with { Model = draft.Model with { Infeasible = draft.Model.Infeasible.RemoveAt(at) } } : draft;

    public static ConflictDraft WithParty(this ConflictDraft draft, string name) => draft with
    {
        Model = draft.Model with { DecisionMakers = draft.Model.DecisionMakers.Add(new(name, [], new Prioritisation([]))) },
        Wishes = draft.Wishes.Add([]),
    };

    /// <summary>Its options go with it, and every wish that speaks of them.</summary>
    public static ConflictDraft WithoutParty(this ConflictDraft draft, int party)
    {
        if (party >= draft.Model.DecisionMakers.Length) return draft;
        var left = draft.Arranged([.. draft.Places().Where(p => p.Party != party)]);
        return left with { Model = left.Model with { DecisionMakers = left.Model.DecisionMakers.RemoveAt(party) }, Wishes = left.Wishes.RemoveAt(party) };
    }

    public static ConflictDraft WithOption(this ConflictDraft draft, int party, string name) =>
        draft.Arranged([.. draft.Places().Append(new(party, -1, new(name))).OrderBy(p => p.Party)]);

    public static ConflictDraft WithoutOption(this ConflictDraft draft, int option) => draft.Arranged([.. draft.Places().Where(p => p.Old != option)]);

    public static ConflictDraft NamingParty(this ConflictDraft draft, int party, string name) => draft with
    {
        Model = draft.Model with { DecisionMakers = draft.Model.DecisionMakers.SetItem(party, draft.Model.DecisionMakers[party] with { Name = name }) },
    };

    public static ConflictDraft NamingOption(this ConflictDraft draft, int option, string name) => draft with
    {
        Model = draft.Model with { Options = draft.Model.Options.SetItem(option, draft.Model.Options[option] with { Name = name }) },
    };

    public static ImmutableArray<Formula> WishesOf(this ConflictDraft draft, int party) => ConflictText.Statements(draft.Model.DecisionMakers[party]);

    private static Formula Read(this ConflictDraft draft, string text) => new FormulaReader([.. draft.Model.Options.Select(o => o.Name)]).Read(text);

    private static ConflictDraft With(this ConflictDraft draft, int party, ImmutableArray<Formula> wishes, ImmutableArray<ImmutableArray<string>> evidence)
    {
        var maker = draft.Model.DecisionMakers[party];
        maker = maker with { Preference = new Prioritisation(wishes), Strong = [.. maker.Strong.Where(place => place < wishes.Length)] };
        return draft with { Model = draft.Model with { DecisionMakers = draft.Model.DecisionMakers.SetItem(party, maker) }, Wishes = draft.Wishes.SetItem(party, evidence) };
    }

    private static IEnumerable<Place> Places(this ConflictDraft draft) =>
        draft.Model.DecisionMakers.SelectMany((maker, party) => maker.Options.Select(o => new Place(party, o, draft.Model.Options[o])));

    /// <summary>The model with its options so and in this order; what speaks of an option that is gone goes too.</summary>
    private static ConflictDraft Arranged(this ConflictDraft draft, ImmutableArray<Place> places)
    {
        var model = draft.Model;
        var now = places.Select((p, i) => (p.Old, i)).Where(p => p.Old >= 0).ToDictionary(p => p.Old, p => p.i);
        var made = draft with
        {
            Model = model with
            {
                Options = [.. places.Select(p => p.Option)],
                DecisionMakers = [.. model.DecisionMakers.Select((m, party) => m with
                {
                    Options = [.. Enumerable.Range(0, places.Length).Where(i => places[i].Party == party)],
                    Preference = m.Preference is Ranking ranking ? ranking.Carried(now, places.Length) : m.Preference,
                    Unknown = [.. m.Unknown.Select(u => (Carried(u.Item1, now), Carried(u.Item2, now)))],
                })],
                Infeasible = [.. model.Infeasible.Select(p => Carried(p, now)).Where(p => p.Mask != 0)],
                Coalesced = [.. model.Coalesced.Select(p => Carried(p, now)).Where(p => p.Mask != 0)],
                StatusQuo = model.StatusQuo is { } today ? Carried(new Pattern(uint.MaxValue, today), now).Values : null,
            },
            Options = [.. places.Select(p => p.Old >= 0 ? draft.Options[p.Old] : [])],
        };
        for (var party = 0; party < model.DecisionMakers.Length; party++)
        {
            if (made.Model.DecisionMakers[party] is { Preference: Ranking left } ranks)
            {
                made = made with { Model = made.Model with { DecisionMakers = made.Model.DecisionMakers.SetItem(party, ranks with { Strong = [.. ranks.Strong.Where(place => place < left.Length)] }) } };
                continue;
            }

            var kept = draft.WishesOf(party).Select((w, i) => (Wish: Carried(w, now), Evidence: draft.Wishes[party][i])).Where(w => w.Wish is not null).ToList();
            made = made.With(party, [.. kept.Select(k => k.Wish!)], [.. kept.Select(k => k.Evidence)]);
        }

        return made;
    }

    private static Pattern Carried(Pattern pattern, Dictionary<int, int> now)
    {
        var (mask, values) = (0u, 0u);
        foreach (var (old, place) in now)
        {
            mask |= (pattern.Mask >> old & 1) << place;
            values |= (pattern.Values >> old & 1) << place;
        }

        return new(mask, values);
    }

    private static Formula? Carried(Formula formula, Dictionary<int, int> now)
    {
        return formula switch
        {
            Taken t => now.TryGetValue(t.Option, out var place) ? new Taken(place) : null,
            Not n => Carried(n.Inner, now) is { } inner ? new Not(inner) : null,
            All a => Parts(a.Parts) is { } parts ? new All(parts) : null,
            Any a => Parts(a.Parts) is { } parts ? new Any(parts) : null,
            Implies i => Carried(i.If, now) is { } condition && Carried(i.Then, now) is { } then ? i with { If = condition, Then = then } : null,
            Iff i => Carried(i.Left, now) is { } left && Carried(i.Right, now) is { } right ? i with { Left = left, Right = right } : null,
            _ => null,
        };

        ImmutableArray<Formula>? Parts(ImmutableArray<Formula> parts) =>
            parts.Select(p => Carried(p, now)).ToList() is var carried && carried.TrueForAll(p => p is not null) ? [.. carried.Select(p => p!)] : null;
    }

    private static ImmutableArray<string> Names(IEnumerable<Dossiers.Entries.EntryId> ids) => [.. ids.Distinct().Take(MostCited).Select(id => id.ToString())];

    /// <param name="Old">Where the option stood; -1 for a new one.</param>
    private sealed record Place(int Party, int Old, Option Option);
}
