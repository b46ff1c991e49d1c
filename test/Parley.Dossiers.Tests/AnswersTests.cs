using Parley.Dossiers.Answers;
using Parley.Dossiers.Tests.Made;
using Parley.Reading;

namespace Parley.Dossiers.Tests;

public sealed class AnswersTests
{
    private const string Inspection = "Inspection of the port at Halden";
    private static readonly Question Everything = new();

    [Fact]
    public async Task The_matrix_shows_the_last_word_with_its_sentence()
    {
        await using var dossier = await Reversal();
        var matrix = await dossier.MatrixAsync(Everything, null, default);
        var cell = matrix.Cells.ShouldHaveSingleItem();
        cell.Party.Name.ShouldBe("Norland");
        cell.Now.Stance.ShouldBe(Stance.For);
        cell.Now.Evidence.Words.ShouldBe("inspectors may enter the port");
        cell.Now.Evidence.Context.ShouldBe("Maria Lund said inspectors may enter the port.");
        cell.Now.Evidence.Report.Outlet.ShouldBe("Wire");
    }

    [Fact]
    public async Task The_matrix_as_of_an_earlier_day_shows_what_was_known_then()
    {
        await using var dossier = await Reversal();
        var matrix = await dossier.MatrixAsync(new() { AsOf = new(2026, 3, 20) }, null, default);
        matrix.Cells.ShouldHaveSingleItem().Now.Stance.ShouldBe(Stance.Against);
    }

    [Fact]
    public async Task The_matrix_compares_two_dates()
    {
        await using var dossier = await Reversal();
        var cell = (await dossier.MatrixAsync(Everything, new(2026, 3, 20), default)).Cells.ShouldHaveSingleItem();
        cell.Before!.Stance.ShouldBe(Stance.Against);
        cell.Movement.ShouldBe(Movement.Reversed);
    }

    [Fact]
    public async Task A_line_counts_its_independent_sources_and_a_copy_counts_with_its_original()
    {
        await using var dossier = await TestDossier.OpenAsync();
        string[] words = ["the port stays closed to all inspectors from abroad", "the harbour is not a matter for foreign officials of any kind", "no stranger will ever walk through our docks with a clipboard"];
        foreach (var (outlet, i) in new[] { "Wire", "Courier", "Morning Post" }.Select((o, i) => (o, i)))
            await dossier.AddAsync(new ReportMaker("2026-03-02", outlet).Says("Norland", "Maria Lund", words[i], Inspection, Act.Refuse, Stance.Against).Plain(Filler(i)));
        await dossier.AddAsync(new ReportMaker("2026-03-03", "Evening Echo").Says("Norland", "Maria Lund", words[0], Inspection, Act.Refuse, Stance.Against).Plain(Filler(0)));
        var cell = (await dossier.MatrixAsync(Everything, null, default)).Cells.ShouldHaveSingleItem();
        cell.Now.Sources.ShouldBe(3);
        cell.Now.Behind.Length.ShouldBe(3);
        (await dossier.SourcesAsync(Everything, default)).Copies.ShouldHaveSingleItem().Copies.ShouldHaveSingleItem().Outlet.ShouldBe("Evening Echo");
    }

    [Fact]
    public async Task Changes_show_the_sentence_before_and_after()
    {
        await using var dossier = await Reversal();
        var changes = await dossier.ChangesAsync(new() { Since = new(2026, 3, 25) }, default);
        var change = changes.Moves.ShouldHaveSingleItem();
        change.Movement.ShouldBe(Movement.Reversed);
        change.Before!.Evidence.Words.ShouldBe("the port remains shut to inspectors");
        change.After.Evidence.Words.ShouldBe("inspectors may enter the port");
        changes.Repeated.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_line_again_is_no_change()
    {
        await using var dossier = await Reversal();
        var changes = await dossier.ChangesAsync(new() { Since = new(2026, 3, 8), AsOf = new(2026, 3, 20) }, default);
        changes.Moves.ShouldBeEmpty();
        changes.Repeated.ShouldHaveSingleItem().After.Evidence.Words.ShouldBe("the port remains shut to inspectors");
    }

    [Theory]
    [InlineData(Firmness.Firm, Firmness.RedLine, Movement.Firmer)]
    [InlineData(Firmness.RedLine, Firmness.Flexible, Movement.Softer)]
    [InlineData(null, Firmness.Firm, Movement.Same)]
    public void Firmness_alone_moves_a_line(Firmness? before, Firmness? after, Movement expected) =>
        Movements.Between(Stance.Against, before, Stance.Against, after).ShouldBe(expected);

    [Theory]
    [InlineData(Stance.For, Stance.Against, Movement.Reversed)]
    [InlineData(Stance.Against, Stance.Open, Movement.Softer)]
    [InlineData(Stance.Open, Stance.For, Movement.Firmer)]
    public void Stance_moves_a_line(Stance before, Stance after, Movement expected) =>
        Movements.Between(before, Firmness.Firm, after, Firmness.Firm).ShouldBe(expected);

    [Fact]
    public async Task One_misread_report_among_several_of_a_day_moves_nothing()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02", "Wire").Says("Norland", null, "the port is closed", Inspection, Act.Refuse, Stance.Against));
        foreach (var (outlet, stance) in new[] { ("Wire", Stance.Against), ("Courier", Stance.For), ("Post", Stance.Against) })
            await dossier.AddAsync(new ReportMaker("2026-03-05", outlet).Says("Norland", null, $"the port is closed, {outlet} heard", Inspection, Act.Refuse, stance));
        (await dossier.ChangesAsync(new() { Since = new(2026, 3, 3) }, default)).Moves.ShouldBeEmpty();
        (await dossier.ContradictionsAsync(Everything, 7, default)).Shown.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Statements_are_found_by_party_issue_and_act_in_order_of_time()
    {
        await using var dossier = await Reversal();
        var statements = await dossier.StatementsAsync(new() { Parties = ["norland"], Issues = [Inspection] }, default);
        statements.Total.ShouldBe(3);
        statements.Shown.Select(s => s.Date).ShouldBeInOrder();
        var offer = (await dossier.StatementsAsync(new() { Acts = [Act.Offer] }, default)).Shown.ShouldHaveSingleItem();
        offer.Speaker!.Value.Name.ShouldBe("Maria Lund");
        offer.Positions.ShouldHaveSingleItem().Stance.ShouldBe(Stance.For);
    }

    [Fact]
    public async Task A_position_told_in_the_reports_own_voice_stands_among_the_statements()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02").Tells("Norland", "Norland rejected the inspection", Inspection, Act.Refuse, Stance.Against));
        var shown = (await dossier.StatementsAsync(Everything, default)).Shown.ShouldHaveSingleItem();
        shown.Mode.ShouldBeNull();
        shown.Evidence.Words.ShouldBe("Norland rejected the inspection");
    }

    [Fact]
    public async Task Pages_of_statements_follow_one_another()
    {
        await using var dossier = await Reversal();
        var first = await dossier.StatementsAsync(new() { Limit = 2 }, default);
        var second = await dossier.StatementsAsync(new() { Limit = 2, Offset = 2 }, default);
        (first.Total, first.Shown.Length, second.Shown.Length).ShouldBe((3, 2, 1));
        first.Shown.Concat(second.Shown).Select(s => s.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task A_party_that_is_not_there_is_said_with_what_is_near()
    {
        await using var dossier = await Reversal();
        var e = await Should.ThrowAsync<DossierException>(() => dossier.MatrixAsync(new() { Parties = ["Norlandia"] }, null, default));
        e.Message.ShouldBe("no party or speaker is called \"Norlandia\"; near it: \"Norland\"");
    }

    [Fact]
    public async Task A_spokesman_who_contradicts_a_minister_is_found()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02").Says("Norland", "Maria Lund", "inspectors are welcome", Inspection, Act.Offer, Stance.For));
        await dossier.AddAsync(new ReportMaker("2026-03-04").Says("Norland", "Jon Brekke", "no inspector will come in", Inspection, Act.Refuse, Stance.Against));
        var found = (await dossier.ContradictionsAsync(Everything, 7, default)).Shown.ShouldHaveSingleItem();
        found.Kind.ShouldBe(ContradictionKind.Speakers);
        (found.First.Evidence.Speaker, found.Second.Evidence.Speaker).ShouldBe(("Maria Lund", "Jon Brekke"));
        (await dossier.ContradictionsAsync(Everything, 1, default)).Shown.ShouldBeEmpty();
    }

    [Fact]
    public async Task Islands_of_agreement_and_what_is_apart()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02")
            .Says("Norland", null, "inspect the port", Inspection, Act.Demand, Stance.For)
            .Says("Estava", null, "the port may be inspected", Inspection, Act.Accept, Stance.For)
            .Says("Norland", null, "a levy is needed", "A levy on grain", Act.Demand, Stance.For)
            .Says("Estava", null, "never a levy", "A levy on grain", Act.Refuse, Stance.Against, Firmness.RedLine)
            .Says("Ruvia", null, "let us inspect", Inspection, Act.Endorse, Stance.For));
        var agreement = await dossier.AgreementAsync(Everything, default);
        agreement.Issues.Single(i => i.Issue.Name == Inspection).State.ShouldBe(AgreementState.Agreed);
        var levy = agreement.Issues.Single(i => i.Issue.Name == "A levy on grain");
        levy.State.ShouldBe(AgreementState.Apart);
        levy.Unknown.ShouldHaveSingleItem().Name.ShouldBe("Ruvia");
        agreement.Islands.ShouldContain(i => i.Parties.Select(p => p.Name).Contains("Ruvia"));
        agreement.Islands.ShouldAllBe(i => i.Parties.Count(p => p.Name == "Norland" || p.Name == "Estava") < 2);
    }

    [Fact]
    public async Task A_party_that_says_nothing_on_a_live_issue_is_silent()
    {
        await using var dossier = await TestDossier.OpenAsync();
        for (var day = 1; day <= 4; day++)
            await dossier.AddAsync(new ReportMaker($"2026-03-0{day}").Says("Estava", null, $"grain must flow {day}", "A levy on grain", Act.Demand, Stance.Against));
        for (var day = 1; day <= 4; day++)
            await dossier.AddAsync(new ReportMaker($"2026-03-2{day}").Says("Norland", null, $"a levy will come {day}", "A levy on grain", Act.Demand, Stance.For));
        var silence = await dossier.SilenceAsync(Everything, 14, default);
        var silent = silence.Silent.ShouldHaveSingleItem();
        silent.Party.Name.ShouldBe("Estava");
        silent.DaysSilent.ShouldBe(20);
        silent.Last!.Evidence.Words.ShouldBe("grain must flow 4");
    }

    private static string Filler(int n) => string.Join(". ", Enumerable.Range(0, 12).Select(i => $"Paragraph {n}-{i} tells of weather {i * 7 + n} and of ships {i * 13 + n} in the bay"));

    private static async Task<Dossier> Reversal()
    {
        var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02", "Wire").Says("Norland", "Maria Lund", "no inspector will enter the port", Inspection, Act.Refuse, Stance.Against, Firmness.Firm));
        await dossier.AddAsync(new ReportMaker("2026-03-10", "Wire").Says("Norland", "Maria Lund", "the port remains shut to inspectors", Inspection, Act.Refuse, Stance.Against, Firmness.Firm));
        await dossier.AddAsync(new ReportMaker("2026-04-01", "Wire").Says("Norland", "Maria Lund", "inspectors may enter the port", Inspection, Act.Offer, Stance.For, Firmness.Flexible));
        return dossier;
    }
}
