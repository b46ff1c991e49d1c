using Parley.Analysis.Networks;
using Parley.Analysis.Stability;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Models;
using Parley.Dossiers.Tests.Made;
using Parley.Reading;

namespace Parley.Dossiers.Tests;

public sealed class ModelTests
{
    private const string Levy = "Lift the levy";
    private const string Patrols = "End the patrols";

    [Fact]
    public async Task A_tie_opens_the_positions_of_both_parties_on_what_both_speak_of()
    {
        await using var dossier = await Talks();
        var statements = await dossier.NetworkStatementsAsync(new(), default);
        var network = new NetworkBuilder().Build(statements.Table, NetworkStatements.Settings, default);
        var tie = network.Ties().ShouldHaveSingleItem();
        var behind = statements.Behind(NetworkStatements.Settings, network, tie);
        behind.Length.ShouldBe(4);
        (await dossier.EvidenceAsync(behind, default)).Select(e => e.Words).ShouldContain("the levy must go");
        tie.Weight.ShouldBe(-1, 1e-9); // both issues in conflict, two statements each
    }

    [Fact]
    public async Task An_open_stance_lies_halfway_between_for_and_against()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02", "Wire").Says("Norland", null, "it may be", Levy, Act.Outlook, Stance.Open).Says("Estava", null, "it must be", Levy, Act.Demand, Stance.For)
            .Says("Vellin", null, "it must not be", Levy, Act.Refuse, Stance.Against));
        (await dossier.NetworkStatementsAsync(new(), default)).All.Select(s => s.Stance).Order().ShouldBe([-1, 0, 1]);
    }

    [Fact]
    public async Task A_conflict_is_proposed_from_offers_and_refusals_and_can_be_solved()
    {
        await using var dossier = await Talks();
        var proposal = await dossier.ProposeConflictAsync(new(), 8, default);
        proposal.Options.Select(o => (o.Party.Name, o.Issue.Name)).ShouldBe([("Norland", Levy), ("Estava", Patrols)], ignoreOrder: true);
        proposal.Options.ShouldAllBe(o => o.Evidence.Length > 0 && o.Evidence[0].Words.Length > 0);
        proposal.Model.Problems().ShouldBeEmpty();
        var estava = proposal.Model.DecisionMakers.ToList().FindIndex(m => m.Name == "Estava");
        proposal.Preferences[estava].Select(p => (proposal.Options[p.Option].Issue.Name, p.Wanted)).ShouldBe([(Patrols, false), (Levy, true)]);
        StabilityAnalysis.Solve(proposal.Model, [Concept.R]).Equilibria(Concept.R).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_forecast_is_proposed_from_stances_and_capability_is_left_to_the_analyst()
    {
        await using var dossier = await Talks();
        var proposal = await dossier.ProposeForecastAsync(new(), default);
        proposal.Positions.Length.ShouldBe(4);
        var refusal = proposal.Positions.Single(p => p.Party.Name == "Norland" && p.Issue.Name == Levy);
        refusal.Position.ShouldBe(0);
        refusal.Line.Behind.ShouldNotBeEmpty();
        proposal.NotJudged.ShouldBe(["Estava", "Norland"], ignoreOrder: true);
        proposal.ToNegotiation().Capability.ShouldAllBe(c => c == 1);
    }

    [Fact]
    public async Task Too_little_for_a_model_is_said_in_words()
    {
        await using var dossier = await TestDossier.OpenAsync();
        (await Should.ThrowAsync<DossierException>(() => dossier.ProposeConflictAsync(new(), 8, default))).Message.ShouldContain("no conflict model");
        Should.Throw<DossierException>((await dossier.ProposeForecastAsync(new(), default)).ToNegotiation).Message.ShouldContain("nothing to forecast");
    }

    private static async Task<Dossier> Talks()
    {
        var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02", "Wire")
            .Says("Norland", null, "the levy stays, whatever comes", Levy, Act.RedLine, Stance.Against, Firmness.RedLine)
            .Says("Estava", null, "the levy must go", Levy, Act.Demand, Stance.For, to: "Norland"));
        await dossier.AddAsync(new ReportMaker("2026-03-05", "Courier")
            .Says("Norland", null, "the patrols must end", Patrols, Act.Demand, Stance.For)
            .Says("Estava", null, "the patrols go on", Patrols, Act.Refuse, Stance.Against, Firmness.Firm));
        return dossier;
    }
}
