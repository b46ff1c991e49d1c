using System.Collections.Immutable;
using CsCheck;
using Parley.Analysis.Stability;

namespace Parley.Analysis.Tests.Stability;

/// <summary>The fast solver against the plain definitions, and what must hold of any model.</summary>
public sealed class PropertyTests
{
    private static readonly Concept[] Concepts = [Concept.R, Concept.Gmr, Concept.Smr, Concept.Seq, Concept.Sseq];

    private static readonly Gen<OptionModel> Models =
        from options in Gen.Int[3, 6]
        from makers in Gen.Int[2, 3]
        from owner in Gen.Int[0, makers - 1].Array[options]
        from reversal in Gen.Int[0, 5].Array[options]
        from statements in Gen.Int[1, (1 << options) - 1].Array[1, 5].Array[makers]
        from values in Gen.UInt.Array[5]
        from infeasible in Gen.Int[0, 2]
        select new OptionModel(
            "random",
            [.. reversal.Select((r, o) => new Option($"o{o}", r > 2 ? Reversal.Free : (Reversal)r))],
            [.. Enumerable.Range(0, makers).Select(i => new DecisionMaker(
                $"P{i}", [.. Enumerable.Range(0, options).Where(o => owner[o] == i)],
                new Prioritisation([.. statements[i].Select((mask, k) => Formula.AllOf(Enumerable.Range(0, options).Where(o => (mask >> o & 1) != 0).Select(o => (o, (values[k] >> o & 1) != 0))))])))])
        {
            Infeasible = [.. Enumerable.Range(0, infeasible).Select(k => new Pattern(5u << k & (uint)((1 << options) - 1), values[k] & 5u << k & (uint)((1 << options) - 1)))],
        };

    [Fact]
    public void The_fast_solver_agrees_with_the_definitions_on_infeasible_and_irreversible_models() =>
        Models.Sample(model =>
        {
            var verdicts = StabilityAnalysis.Solve(model);
            var (graph, states) = ConflictGraph.Of(model);
            var analysis = new GraphAnalysis(graph);
            foreach (var concept in Concepts)
                for (var i = 0; i < graph.Parties.Length; i++)
                    for (var s = 0; s < states.Length; s++)
                        if (verdicts.IsStable(concept, i, (int)states[s]) != analysis.IsStable(concept, i, s)) return false;
            return true;
        }, iter: 600);

    [Fact]
    public void Stronger_concepts_imply_weaker_ones() =>
        Models.Sample(model =>
        {
            var verdicts = StabilityAnalysis.Solve(model, Enum.GetValues<Concept>());
            for (var i = 0; i < model.DecisionMakers.Length; i++)
            {
                for (var s = 0; s < model.StateCount; s++)
                {
                    bool Holds(Concept concept) => verdicts.IsStable(concept, i, s);
                    if (Holds(Concept.R) && !Concepts.All(Holds)) return false;
                    if (Holds(Concept.Seq) && !Holds(Concept.Gmr) || Holds(Concept.Sseq) && !Holds(Concept.Seq) || Holds(Concept.Smr) && !Holds(Concept.Gmr)) return false;
                }
            }

            return true;
        }, iter: 300);

    [Fact]
    public void Naming_the_parties_in_another_order_changes_no_equilibrium() =>
        Models.Sample(model =>
        {
            var turned = model with { DecisionMakers = [.. model.DecisionMakers.Reverse()] };
            var (a, b) = (StabilityAnalysis.Solve(model), StabilityAnalysis.Solve(turned));
            return Concepts.All(c => a.Equilibria(c).SequenceEqual(b.Equilibria(c)));
        }, iter: 300);

    [Fact]
    public void An_unimportant_statement_that_always_holds_changes_nothing() =>
        Models.Sample(model =>
        {
            var padded = model with
            {
                DecisionMakers = [.. model.DecisionMakers.Select(m => m with { Preference = new Prioritisation([.. ((Prioritisation)m.Preference).Statements, new Any([new Taken(0), new Not(new Taken(0))])]) })],
            };
            var (a, b) = (StabilityAnalysis.Solve(model), StabilityAnalysis.Solve(padded));
            return Concepts.All(c => a.Equilibria(c).SequenceEqual(b.Equilibria(c)));
        }, iter: 200);

    [Fact]
    public void What_the_inverse_question_asks_for_is_met_exactly_where_the_state_holds() =>
        Models.Sample(model =>
        {
            var (graph, states) = ConflictGraph.Of(model);
            var (inquiry, analysis) = (new Inquiry(graph), new GraphAnalysis(graph));
            foreach (var concept in Concepts)
                for (var s = 0; s < states.Length; s++)
                    if (inquiry.Inverse(concept, s).All(r => r.Met) != Enumerable.Range(0, graph.Parties.Length).All(i => analysis.IsStable(concept, i, s))) return false;
            return true;
        }, iter: 150);

    [Fact]
    public void A_path_is_legal_and_leads_where_it_should() =>
        Models.Sample(model =>
        {
            var (graph, states) = ConflictGraph.Of(model);
            if (states.Length == 0) return true;
            var inquiry = new Inquiry(graph);
            for (var to = 0; to < states.Length; to++)
            {
                if (inquiry.Path(0, to, improvementsOnly: true) is not { } path) continue;
                var (at, last) = (0, -1);
                foreach (var step in path)
                {
                    if (step.Mover == last || !graph.Parties[step.Mover].Moves[at].Contains(step.State) || !graph.Parties[step.Mover].Prefers(step.State, at)) return false;
                    (at, last) = (step.State, step.Mover);
                }

                if (at != to) return false;
            }

            return true;
        }, iter: 200);

    [Fact]
    public void A_strong_equilibrium_is_an_equilibrium_and_the_safest_reading_of_the_unknown_the_strictest() =>
        Models.Sample(model =>
        {
            var (graph, _) = ConflictGraph.Of(model);
            var banded = graph with
            {
                Parties = [.. graph.Parties.Select(p => p with { Band = [.. p.Rank.Select(r => r / 2)], Unknown = graph.States.Length > 3 ? [(1, 2), (2, 1)] : [] })],
            };
            var analysis = new GraphAnalysis(banded);
            return Concepts.All(c =>
            {
                var general = analysis.Equilibria(c);
                return analysis.Equilibria(c, Strictness.Strong).All(general.Contains)
                    && analysis.Equilibria(c, Strictness.UnknownDraws).All(analysis.Equilibria(c, Strictness.UnknownDeters).Contains);
            });
        }, iter: 150);
}
