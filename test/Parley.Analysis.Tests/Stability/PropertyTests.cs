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
            var verdicts = StabilityAnalysis.Solve(model, Enum.GetValues<Concept>());
            var (graph, states) = ConflictGraph.Of(model);
            var analysis = new GraphAnalysis(graph);
            foreach (var concept in Enum.GetValues<Concept>())
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
                    if (Holds(Concept.R) && !Enum.GetValues<Concept>().All(Holds)) return false;
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
            foreach (var concept in Enum.GetValues<Concept>())
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

    [Fact]
    public void Naming_the_options_in_another_order_changes_no_equilibrium() =>
        Models.Sample(model =>
        {
            var last = model.Options.Length - 1;
            var turned = model with
            {
                Options = [.. model.Options.Reverse()],
                Infeasible = [.. model.Infeasible.Select(p => new Pattern(Turned(p.Mask), Turned(p.Values)))],
                DecisionMakers = [.. model.DecisionMakers.Select(m => new DecisionMaker(
                    m.Name, [.. m.Options.Select(o => last - o)], new Prioritisation([.. ((Prioritisation)m.Preference).Statements.Select(s => TurnedFormula(s))])))],
            };
            var (a, b) = (StabilityAnalysis.Solve(model, Enum.GetValues<Concept>()), StabilityAnalysis.Solve(turned, Enum.GetValues<Concept>()));
            return Enum.GetValues<Concept>().All(c => a.Equilibria(c).Select(s => (int)Turned((uint)s)).Order().SequenceEqual(b.Equilibria(c)));

            uint Turned(uint bits) => Enumerable.Range(0, last + 1).Aggregate(0u, (sum, o) => sum | (bits >> o & 1) << last - o);
            Formula TurnedFormula(Formula formula) => formula.AsPattern() is { } p
                ? Formula.AllOf(Enumerable.Range(0, last + 1).Where(o => (p.Mask >> o & 1) != 0).Select(o => (last - o, (p.Values >> o & 1) != 0)))
                : throw new InvalidOperationException();
        }, iter: 200);

    [Fact]
    public void Stretching_a_preference_without_changing_its_order_changes_nothing() =>
        Models.Sample(model =>
        {
            var (graph, _) = ConflictGraph.Of(model);
            var stretched = graph with { Parties = [.. graph.Parties.Select(p => p with { Rank = [.. p.Rank.Select(r => (r * r * 3) - 100)] })] };
            var (a, b) = (new GraphAnalysis(graph), new GraphAnalysis(stretched));
            return Enum.GetValues<Concept>().All(c => a.Equilibria(c).SequenceEqual(b.Equilibria(c)) && a.CoalitionEquilibria(c).SequenceEqual(b.CoalitionEquilibria(c)))
                && Foresight.NonMyopic(graph).Zip(Foresight.NonMyopic(stretched)).All(p => p.First.SequenceEqual(p.Second));
        }, iter: 100);

    [Fact]
    public void A_ranking_written_out_gives_what_the_statements_behind_it_give() =>
        Models.Sample(model =>
        {
            var ranks = StabilityAnalysis.Ranks(model);
            var ranked = model with
            {
                DecisionMakers = [.. model.DecisionMakers.Select((m, i) => m with
                {
                    Preference = new Ranking([.. Enumerable.Range(0, model.StateCount).Where(s => ranks[i][s] >= 0).GroupBy(s => ranks[i][s]).OrderByDescending(g => g.Key).Select(g => g.Select(s => (uint)s).ToImmutableArray())]),
                })],
            };
            var (a, b) = (StabilityAnalysis.Solve(model), StabilityAnalysis.Solve(ranked));
            return Concepts.All(c => a.Equilibria(c).SequenceEqual(b.Equilibria(c)));
        }, iter: 150);

    [Fact]
    public void Coalescing_states_that_differ_in_nothing_anybody_cares_about_keeps_the_equilibria() =>
        Models.Sample(model =>
        {
            // An option more, of the first party, that nobody's preference names.
            var idle = model.Options.Length;
            var wider = model with
            {
                Options = model.Options.Add(new("idle")),
                DecisionMakers = model.DecisionMakers.SetItem(0, model.DecisionMakers[0] with { Options = model.DecisionMakers[0].Options.Add(idle) }),
                Coalesced = [.. Enumerable.Range(0, model.StateCount).Select(s => new Pattern((uint)(model.StateCount - 1), (uint)s))],
            };
            var (graph, states) = ConflictGraph.Of(model);
            var (coalesced, stand) = ConflictGraph.Of(wider);
            var (a, b) = (new GraphAnalysis(graph), new GraphAnalysis(coalesced));
            return states.SequenceEqual(stand) && Concepts.All(c => a.Equilibria(c).SequenceEqual(b.Equilibria(c)));
        }, iter: 150);

    [Fact]
    public void A_state_holds_against_all_coalitions_only_if_it_holds_for_each_party_and_whoever_would_leave_gains() =>
        Models.Sample(model =>
        {
            var (graph, _) = ConflictGraph.Of(model);
            var analysis = new GraphAnalysis(graph);
            foreach (var concept in Enum.GetValues<Concept>())
            {
                for (var s = 0; s < graph.States.Length; s++)
                {
                    var breaking = analysis.Breaking(concept, s, TestContext.Current.CancellationToken);
                    if (breaking is null && !analysis.IsEquilibrium(concept, s)) return false;
                    if (breaking is { } found && (!found.Coalition.All(i => graph.Parties[i].Prefers(found.To, s)) || !analysis.CoalitionImprovements(found.Coalition, s).Contains(found.To))) return false;
                }
            }

            return true;
        }, iter: 100);

    [Fact]
    public void However_far_all_look_ahead_the_answer_comes_and_what_is_never_left_is_not_left_at_any_far_horizon() =>
        Models.Sample(model =>
        {
            var (graph, _) = ConflictGraph.Of(model);
            var always = Foresight.NonMyopic(graph);
            var far = Foresight.LimitedMove(graph, 1_000_000_000);
            for (var i = 0; i < always.Length; i++)
                for (var s = 0; s < graph.States.Length; s++)
                    if (always[i][s] && !far[i][s]) return false;
            return true;
        }, iter: 100);

    [Fact]
    public void Twelve_options_of_one_party_that_cannot_be_undone_are_solved_and_a_run_can_be_stopped()
    {
        var model = new OptionModel(
            "once", [.. Enumerable.Range(0, 13).Select(o => new Option($"o{o}", o < 12 ? Reversal.OnlyTaken : Reversal.Free))],
            [
                new("P", [.. Enumerable.Range(0, 12)], new Prioritisation([.. Enumerable.Range(0, 13).Select(o => (Formula)new Not(new Taken(o)))])),
                new("Q", [12], new Prioritisation([new Taken(12)])),
            ]);
        StabilityAnalysis.Solve(model, cancellationToken: TestContext.Current.CancellationToken).Equilibria(Concept.R).Count().ShouldBe(1 << 12);
        Should.Throw<OperationCanceledException>(() => StabilityAnalysis.Solve(model, cancellationToken: new(canceled: true)));
    }
}
