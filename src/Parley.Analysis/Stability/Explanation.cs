using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>Why a state holds for a party or does not.</summary>
public readonly record struct Reason(int Party, string Sentence);

/// <summary>Says in sentences why a state holds for each party or does not.</summary>
public sealed class Explanation(ConflictGraph graph, Func<int, string> describe)
{
    private readonly GraphAnalysis _analysis = new(graph);

    /// <summary>One sentence a party and move that matters, in the parties' order.</summary>
    /// <param name="concept">What it means to hold.</param>
    /// <param name="state">The state in question.</param>
    public ImmutableArray<Reason> Of(Concept concept, int state)
    {
        var sentences = ImmutableArray.CreateBuilder<Reason>();
        for (var i = 0; i < graph.Parties.Length; i++)
        {
            var party = graph.Parties[i];
            var improvements = party.Moves[state].Where(to => party.Prefers(to, state)).ToList();
            if (improvements.Count == 0)
            {
                sentences.Add(new(i, party.Moves[state].IsEmpty
                    ? $"{party.Name} cannot move from here."
                    : $"{party.Name} would not gain by any move it has."));
                continue;
            }

            foreach (var to in improvements) sentences.Add(new(i, Sentence(concept, i, state, to)));
        }

        return sentences.ToImmutable();
    }

    private string Sentence(Concept concept, int focal, int state, int to)
    {
        var name = graph.Parties[focal].Name;
        var gain = $"{name} would gain by moving to {describe(to)}";
        if (concept == Concept.R) return $"{gain}.";
        if (concept == Concept.Sim) return $"{gain}{Spoilt(focal, state, to)}.";
        var deterrent = _analysis.Deterrent(concept, focal, state, to);
        var opponents = Enumerable.Range(0, graph.Parties.Length).Where(j => j != focal).ToArray();
        if (deterrent < 0) return $"{gain}, and {(opponents.Length == 1 ? graph.Parties[opponents[0]].Name : "the others")} could not make it regret that{(concept is Concept.Seq or Concept.Sseq ? " by moves of their own interest" : "")}.";
        Func<int, int, int, bool>? may = concept is Concept.Seq or Concept.Sseq ? (j, from, next) => graph.Parties[j].Prefers(next, from) : null;
        var path = Reach.Path(graph, opponents, to, s => s == deterrent, may) ?? [];
        var answer = string.Join(", then ", path.Select(p => $"{graph.Parties[p.Mover].Name} {(may is null ? "could" : "would gladly")} move to {describe(p.State)}"));
        return $"{gain}, but then {answer}, which is {Compared(focal, deterrent, state)} for {name} than staying{(concept is Concept.Smr or Concept.Sseq ? ", and it could not get out of that" : "")}.";
    }

    private string Spoilt(int focal, int state, int to)
    {
        var (reached, moves) = _analysis.Simultaneous(focal, state, to);
        if (reached < 0) return ", and no move that the others gain by would spoil that at the same time";
        var name = graph.Parties[focal].Name;
        return $", but if at the same time {string.Join(" and ", moves.Select(m => $"{graph.Parties[m.Mover].Name} moved to {describe(m.State)} for its own gain"))}, "
            + $"it would find itself at {describe(reached)}, which is {Compared(focal, reached, state)} for {name} than staying";
    }

    private string Compared(int focal, int reached, int state) => graph.Parties[focal].Rank[reached] == graph.Parties[focal].Rank[state] ? "no better" : "worse";
}
