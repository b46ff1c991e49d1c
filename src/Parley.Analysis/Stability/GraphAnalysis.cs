using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>How strictly a state must hold where preferences have strength or are partly unknown.</summary>
public enum Strictness
{
    /// <summary>Known preferences of any strength; what is unknown neither draws nor deters.</summary>
    General,

    /// <summary>Only a much worse outcome deters (Hamouda, Kilgour and Hipel 2004).</summary>
    Strong,

    /// <summary>Unknown pairs draw a party away and do not deter it: extension a of Li, Hipel, Kilgour and Fang (2004), the safest.</summary>
    UnknownDraws,

    /// <summary>Unknown pairs draw and deter: extension c.</summary>
    UnknownDrawsAndDeters,

    /// <summary>Unknown pairs deter but do not draw: extension d.</summary>
    UnknownDeters,
}

/// <summary>Stability in graph form, for any moves: concepts, strength of preference, unknown preferences, coalitions, foresight.</summary>
/// <remarks>Everything is found by searching legal sequences state by state: O(S² · arcs) at worst, meant for some thousand states.</remarks>
public sealed class GraphAnalysis(ConflictGraph graph)
{
    private readonly int[] _all = [.. Enumerable.Range(0, graph.Parties.Length)];
    private readonly Lazy<JointMoves> _joint = new(() => new(graph));

    /// <summary>Whether a state holds for a party.</summary>
    public bool IsStable(Concept concept, int focal, int state, Strictness strictness = Strictness.General)
    {
        var party = graph.Parties[focal];
        foreach (var to in party.Moves[state])
            if (Draws(party, state, to, strictness) && Deterrent(concept, focal, state, to, strictness) < 0) return false;
        return true;
    }

    /// <summary>Whether a state holds for everyone.</summary>
    public bool IsEquilibrium(Concept concept, int state, Strictness strictness = Strictness.General) => _all.All(i => IsStable(concept, i, state, strictness));

    /// <summary>The states that hold for everyone.</summary>
    public ImmutableArray<int> Equilibria(Concept concept, Strictness strictness = Strictness.General, CancellationToken cancellationToken = default)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (var s = 0; s < graph.States.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsEquilibrium(concept, s, strictness)) found.Add(s);
        }

        return found.ToImmutable();
    }

    /// <summary>The state by which the opponents deter a party from a move, or -1 where they cannot.</summary>
    public int Deterrent(Concept concept, int focal, int state, int to, Strictness strictness = Strictness.General)
    {
        if (concept == Concept.R) return -1;
        if (concept == Concept.Sim) return Simultaneous(focal, state, to, strictness).Reached;
        var party = graph.Parties[focal];
        foreach (var reached in Sanctions(concept, focal, to, strictness))
        {
            if (!Deters(party, state, reached, strictness)) continue;
            if (concept is not (Concept.Smr or Concept.Sseq) || party.Moves[reached].All(escape => Deters(party, state, escape, strictness))) return reached;
        }

        return -1;
    }

    /// <summary>The opponents' moves at the same time that spoil a party's move, and the state they lead to; -1 where there are none.</summary>
    /// <exception cref="ArgumentException">The graph does not know the options behind its states.</exception>
    public (int Reached, ImmutableArray<Step> Moves) Simultaneous(int focal, int state, int to, Strictness strictness = Strictness.General)
    {
        var uncertain = Uncertain(strictness);
        foreach (var (change, moves) in _joint.Value.From(_all.Where(i => i != focal), state, (i, from, next) => Improves(i, from, next) || uncertain && graph.Parties[i].IsUncertain(from, next)))
            if (_joint.Value.Reached(to, change) is >= 0 and var reached && Deters(graph.Parties[focal], state, reached, strictness)) return (reached, moves);
        return (-1, []);
    }

    /// <summary>The states to which a coalition can go, by legal sequences of its members, that all of them prefer.</summary>
    public ImmutableArray<int> CoalitionImprovements(IReadOnlyList<int> coalition, int state) =>
        [.. Reach.From(graph, coalition, state).Where(to => coalition.All(i => graph.Parties[i].Prefers(to, state))).Order()];

    /// <summary>A joint improvement by which a coalition would leave a state, none of its members being deterred; -1 where there is none and the state holds against it.</summary>
    /// <remarks>
    /// Coalition versions of Nash, GMR, SMR and SEQ: Kilgour, Hipel, Fang and Peng (2001), Inohara and Hipel (2008); credible sanctions, and
    /// those at the same time (SIM), are the others' own improvements.
    /// </remarks>
    public int Departure(Concept concept, IReadOnlyList<int> coalition, int state)
    {
        var others = _all.Except(coalition).ToArray();
        var together = concept == Concept.Sim ? _joint.Value.From(others, state, Improves) : [];
        foreach (var to in CoalitionImprovements(coalition, state))
        {
            if (concept == Concept.R) return to;
            if (concept == Concept.Sim)
            {
                if (!together.Any(t => _joint.Value.Reached(to, t.Change) is >= 0 and var spoilt && coalition.Any(i => !graph.Parties[i].Prefers(spoilt, state)))) return to;
                continue;
            }

            var credible = concept is Concept.Seq or Concept.Sseq;
            var sanctions = Reach.From(graph, others, to, credible ? Improves : null);
            if (!sanctions.Any(Deterred)) return to;

            bool Deterred(int reached) =>
                coalition.Any(i => !graph.Parties[i].Prefers(reached, state))
                && (concept is not (Concept.Smr or Concept.Sseq) || Reach.From(graph, coalition, reached).All(e => coalition.Any(i => !graph.Parties[i].Prefers(e, state))));
        }

        return -1;
    }

    /// <summary>For a state the first coalition that would leave it, the smallest first, and where to; null where it holds against all, single parties included. O(2^n) coalitions.</summary>
    public (ImmutableArray<int> Coalition, int To)? Breaking(Concept concept, int state, CancellationToken cancellationToken = default)
    {
        foreach (var mask in Enumerable.Range(1, (1 << _all.Length) - 1).OrderBy(m => System.Numerics.BitOperations.PopCount((uint)m)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<int> coalition = [.. _all.Where(i => (mask >> i & 1) != 0)];
            if (Departure(concept, coalition, state) is >= 0 and var to) return (coalition, to);
        }

        return null;
    }

    /// <summary>The states that hold against every coalition, single parties included.</summary>
    public ImmutableArray<int> CoalitionEquilibria(Concept concept, CancellationToken cancellationToken = default) =>
        [.. Enumerable.Range(0, graph.States.Length).Where(s => Breaking(concept, s, cancellationToken) is null)];

    /// <summary>Whether a party would make a move from a state, known preferences only.</summary>
    private bool Improves(int mover, int from, int to) => graph.Parties[mover].Prefers(to, from);

    private static bool Uncertain(Strictness strictness) => strictness is Strictness.UnknownDraws or Strictness.UnknownDrawsAndDeters or Strictness.UnknownDeters;

    private static bool Draws(GraphParty party, int from, int to, Strictness strictness) =>
        party.Prefers(to, from) || strictness is Strictness.UnknownDraws or Strictness.UnknownDrawsAndDeters && party.IsUncertain(from, to);

    private static bool Deters(GraphParty party, int state, int reached, Strictness strictness) => strictness switch
    {
        Strictness.Strong => party.StronglyPrefers(state, reached),
        Strictness.UnknownDrawsAndDeters or Strictness.UnknownDeters => !party.Prefers(reached, state),
        _ => !party.Prefers(reached, state) && !party.IsUncertain(state, reached),
    };

    private List<int> Sanctions(Concept concept, int focal, int to, Strictness strictness)
    {
        var opponents = _all.Where(i => i != focal).ToArray();
        if (concept is Concept.Gmr or Concept.Smr) return Reach.From(graph, opponents, to);
        var uncertain = Uncertain(strictness);
        return Reach.From(graph, opponents, to, (i, from, next) => Improves(i, from, next) || uncertain && graph.Parties[i].IsUncertain(from, next));
    }
}
