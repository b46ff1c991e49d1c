using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>One step of a path: who moves, and to which state.</summary>
public readonly record struct Step(int Mover, int State);

/// <summary>What a party would have to hold for a state to be stable: of each requirement, one alternative; of an alternative, every part.</summary>
/// <param name="Party">The party.</param>
/// <param name="Improvement">The state the party could move to.</param>
/// <param name="Alternatives">Each a set of states that the party must hold no better than the outcome; the first is the move itself.</param>
/// <param name="Met">Whether one alternative holds already under the model's preferences.</param>
public sealed record Requirement(int Party, int Improvement, ImmutableArray<ImmutableArray<int>> Alternatives, bool Met);

/// <summary>Questions about one state of a graph: how to get there, and what would make it hold.</summary>
public sealed class Inquiry(ConflictGraph graph)
{
    private readonly int[] _all = [.. Enumerable.Range(0, graph.Parties.Length)];

    /// <summary>The shortest legal path from one state to another, move by move; null where there is none.</summary>
    /// <param name="from">Where things stand.</param>
    /// <param name="to">The outcome.</param>
    /// <param name="improvementsOnly">Whether each mover must gain by its own move.</param>
    /// <remarks>Status-quo analysis: Li, Kilgour and Hipel (2005).</remarks>
    public ImmutableArray<Step>? Path(int from, int to, bool improvementsOnly) =>
        Reach.Path(graph, _all, from, s => s == to, improvementsOnly ? Improves : null) is { } path ? [.. path.Select(p => new Step(p.Mover, p.State))] : null;

    /// <summary>Which preferences would make a state stable for each party: a requirement for every move away from it.</summary>
    /// <remarks>
    /// Inverse graph model: Kinsara, Kilgour and Hipel (2015); conditions in the manner of Wang, Hipel, Fang and Dang (2018). The
    /// opponents' preferences are those of the model, so credible sanctions (SEQ, SSEQ) and simultaneous ones (SIM) are what they are today.
    /// </remarks>
    public ImmutableArray<Requirement> Inverse(Concept concept, int state)
    {
        var joint = concept == Concept.Sim ? new JointMoves(graph) : null;
        var found = ImmutableArray.CreateBuilder<Requirement>();
        foreach (var focal in _all)
        {
            var party = graph.Parties[focal];
            var opponents = _all.Where(i => i != focal).ToArray();
            var together = joint?.From(opponents, state, Improves) ?? [];
            foreach (var to in party.Moves[state])
            {
                var alternatives = new List<ImmutableArray<int>> { ImmutableArray.Create(to) };
                if (joint is not null)
                {
                    alternatives.AddRange(together.Select(t => joint.Reached(to, t.Change)).Where(reached => reached >= 0).Distinct().Select(reached => ImmutableArray.Create(reached)));
                }
                else if (concept != Concept.R)
                {
                    var credible = concept is Concept.Seq or Concept.Sseq;
                    foreach (var reached in Reach.From(graph, opponents, to, credible ? Improves : null))
                    {
                        if (reached == state) alternatives.Add([]);
                        else if (reached != to) alternatives.Add(concept is Concept.Smr or Concept.Sseq ? [reached, .. party.Moves[reached].Where(e => e != state && e != reached)] : [reached]);
                    }
                }

                found.Add(new(focal, to, [.. alternatives], alternatives.Any(a => a.All(s => !party.Prefers(s, state)))));
            }
        }

        return found.ToImmutable();
    }

    private bool Improves(int mover, int from, int to) => graph.Parties[mover].Prefers(to, from);
}
