using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>A conflict in option form: each decision maker controls options that are taken or not; a state is a choice for every option.</summary>
/// <remarks>Method: Fang, Hipel and Kilgour, Interactive Decision Making: The Graph Model for Conflict Resolution (1993). State <c>s</c> has option <c>o</c> taken if bit <c>o</c> of <c>s</c> is set.</remarks>
/// <param name="Name">What the conflict is called.</param>
/// <param name="Options">All options, in order.</param>
/// <param name="DecisionMakers">Each with its options and preference; every option belongs to exactly one.</param>
public sealed record OptionModel(string Name, ImmutableArray<Option> Options, ImmutableArray<DecisionMaker> DecisionMakers)
{
    /// <summary>Most options a model may have: ranks and orders of 2^26 states take about 2 GB.</summary>
    public const int MostOptions = 26;

    /// <summary>States that cannot occur.</summary>
    public ImmutableArray<Pattern> Infeasible { get; init; } = [];

    /// <summary>Sets of states that count as one, the first that matches; of each, the feasible state of the lowest number stands for all.</summary>
    public ImmutableArray<Pattern> Coalesced { get; init; } = [];

    /// <summary>Today's state, or null.</summary>
    public uint? StatusQuo { get; init; }

    /// <summary>Number of states, feasible or not: 2 to the number of options.</summary>
    public int StateCount => 1 << Options.Length;

    public bool IsFeasible(uint state)
    {
        foreach (var pattern in Infeasible)
            if (pattern.Matches(state)) return false;
        return true;
    }

    /// <summary>The number of the coalesced set that a state belongs to; -1 for none.</summary>
    public int CoalescedBy(uint state)
    {
        for (var k = 0; k < Coalesced.Length; k++)
            if (Coalesced[k].Matches(state)) return k;
        return -1;
    }

    /// <summary>The place of a state among the states of a graph, where one may stand for many; -1 where it is infeasible.</summary>
    public int PlaceOf(uint state, ImmutableArray<uint> states)
    {
        var set = CoalescedBy(state);
        if (!IsFeasible(state)) return -1;
        if (set < 0) return states.IndexOf(state);
        for (var i = 0; i < states.Length; i++)
            if (CoalescedBy(states[i]) == set) return i;
        return -1;
    }

    /// <summary>Whether the model has what only a graph knows: coalesced states or preferences that are not known.</summary>
    public bool IsGraphOnly => !Coalesced.IsEmpty || DecisionMakers.Any(m => !m.Unknown.IsEmpty);

    /// <summary>The options of a decision maker as a mask.</summary>
    public uint MaskOf(int decisionMaker)
    {
        var mask = 0u;
        foreach (var option in DecisionMakers[decisionMaker].Options) mask |= 1u << option;
        return mask;
    }

    /// <summary>Whether a single joint move of one decision maker leads from one state to another: only its own options change, and none that may not change back.</summary>
    public bool IsPermitted(int decisionMaker, uint from, uint to)
    {
        var changed = from ^ to;
        if (changed == 0 || (changed & ~MaskOf(decisionMaker)) != 0) return false;
        for (var o = 0; o < Options.Length; o++)
        {
            if ((changed >> o & 1) == 0) continue;
            var taken = (to >> o & 1) != 0;
            if (Options[o].Reversal == Reversal.OnlyTaken && !taken || Options[o].Reversal == Reversal.OnlyDropped && taken) return false;
        }

        return true;
    }

    private bool HasFeasibleState()
    {
        for (var s = 0u; s < StateCount; s++)
            if (IsFeasible(s)) return true;
        return false;
    }

    /// <summary>What is wrong with the model, one line each; empty where it can be analysed.</summary>
    public IEnumerable<string> Problems()
    {
        if (Options.Length is 0 or > MostOptions) yield return $"expected 1 to {MostOptions} options, found {Options.Length}";
        if (DecisionMakers.Length < 2) yield return $"expected at least two decision makers, found {DecisionMakers.Length}";
        var owners = new int[Options.Length];
        foreach (var maker in DecisionMakers)
        {
            foreach (var place in maker.Strong)
                if (place < 1 || place >= maker.Preference.Length) yield return $"{maker.Name}: strong: expected 1 to {maker.Preference.Length - 1}, found {place}";
            foreach (var option in maker.Options)
            {
                if (option < 0 || option >= Options.Length) yield return $"{maker.Name}: there is no option {option}";
                else owners[option]++;
            }
        }

        for (var o = 0; o < owners.Length; o++)
            if (owners[o] != 1) yield return $"option \"{Options[o].Name}\" belongs to {(owners[o] == 0 ? "nobody" : $"{owners[o]} decision makers")}, expected one";
        if (Options.Length is > 0 and <= MostOptions && !HasFeasibleState()) yield return "no state is feasible";
        if (StatusQuo is { } today && (today >= StateCount || !IsFeasible(today))) yield return $"the status quo {today} is no feasible state";
    }
}

/// <summary>Something a decision maker may do or not.</summary>
public sealed record Option(string Name, Reversal Reversal = Reversal.Free);

/// <summary>Whether an option may change both ways.</summary>
public enum Reversal
{
    /// <summary>Taken and dropped at will.</summary>
    Free,

    /// <summary>Once taken never dropped.</summary>
    OnlyTaken,

    /// <summary>Once dropped never taken again.</summary>
    OnlyDropped,
}

/// <summary>A party with options and a preference over states.</summary>
public sealed record DecisionMaker(string Name, ImmutableArray<int> Options, Preference Preference)
{
    /// <summary>Places in the preference after which a difference is small: so many statements, or groups of a ranking, from the top. Empty where strength is not known.</summary>
    public ImmutableArray<int> Strong { get; init; } = [];

    /// <summary>Sets of states between which the order is not known.</summary>
    public ImmutableArray<(Pattern, Pattern)> Unknown { get; init; } = [];
}
