using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Tests.Made;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Tests;

public sealed class CorrectionTests
{
    private const string Inspection = "Inspection of the port at Halden";
    private static readonly Author Anna = new("Anna");
    private static readonly EntryId Position = new(1, EntryKind.Position, 1);
    private static readonly EntryId Statement = new(1, EntryKind.Statement, 1);

    [Fact]
    public async Task An_edited_stance_changes_the_matrix_and_is_marked()
    {
        await using var dossier = await OneReport();
        await dossier.EditAsync(Position, new() { { "stance", "for" } }, Anna, default);
        var cell = (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem();
        cell.Now.Stance.ShouldBe(Stance.For);
        cell.Now.Evidence.Mark.ShouldBe(EntryMark.Edited);
    }

    [Fact]
    public async Task A_rejected_position_leaves_every_answer_and_stays_in_the_history()
    {
        await using var dossier = await OneReport();
        await dossier.RejectAsync(Position, Anna, default);
        (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldBeEmpty();
        var history = (await dossier.ViewAsync(default)).HistoryOf(Position).ShouldHaveSingleItem();
        (history.Kind, history.By, history.At).ShouldBe((CorrectionKind.Reject, "Anna", TestDossier.Clock.Now));
    }

    [Fact]
    public async Task Undo_puts_back_what_was_and_keeps_both_in_the_history()
    {
        await using var dossier = await OneReport();
        await dossier.EditAsync(Position, new() { { "stance", "for" }, { "act", "OFFER" } }, Anna, default);
        var undone = await dossier.UndoAsync(null, new("Ben"), default);
        undone.UndoneBy.ShouldBe("Ben");
        (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem().Now.Stance.ShouldBe(Stance.Against);
        (await dossier.ViewAsync(default)).HistoryOf(Position).ShouldHaveSingleItem().Undone.ShouldBeTrue();
        (await Should.ThrowAsync<DossierException>(() => dossier.UndoAsync(null, Anna, default))).Message.ShouldBe("there is nothing to undo");
    }

    [Fact]
    public async Task A_wrong_speaker_is_corrected_by_name()
    {
        await using var dossier = await OneReport();
        await dossier.EditAsync(Statement, new() { { "speaker", "Jon Brekke" } }, Anna, default);
        var shown = (await dossier.StatementsAsync(new() { Speakers = ["Jon Brekke"] }, default)).Shown.ShouldHaveSingleItem();
        shown.Speaker!.Value.Name.ShouldBe("Jon Brekke");
    }

    [Fact]
    public async Task A_statement_that_no_reader_found_is_added_from_its_span()
    {
        await using var dossier = await OneReport();
        var text = await dossier.TextAsync(1, default);
        var at = text.Chars.IndexOf("Ships waited", StringComparison.Ordinal);
        var added = await dossier.AddEntryAsync(
            1, EntryKind.Position, new(at, at + 12), new() { { "party", "Estava" }, { "issue", Inspection }, { "act", "demand" }, { "stance", "for" } }, Anna, default);
        var cells = (await dossier.MatrixAsync(new() { Parties = ["Estava"] }, null, default)).Cells;
        cells.ShouldHaveSingleItem().Now.Evidence.Words.ShouldBe("Ships waited");
        cells[0].Now.Evidence.Id.ToString().ShouldBe($"1/p+{added.Number}");
        cells[0].Now.Evidence.Mark.ShouldBe(EntryMark.Added);
        await dossier.EditAsync(cells[0].Now.Evidence.Id, new() { { "stance", "against" } }, Anna, default);
        (await dossier.MatrixAsync(new() { Parties = ["Estava"] }, null, default)).Cells.ShouldHaveSingleItem().Now.Stance.ShouldBe(Stance.Against);
    }

    [Fact]
    public async Task Corrections_find_their_entries_again_in_a_second_reading()
    {
        await using var dossier = await TestDossier.OpenAsync();
        var (report, first) = TwoSentences().Make();
        await dossier.AddAsync(report, first, default);
        await dossier.EditAsync(new(1, EntryKind.Position, 2), new() { { "stance", "for" } }, Anna, default);
        await dossier.RejectAsync(new(1, EntryKind.Statement, 1), Anna, default);
        // A newer reader that finds the second sentence first and shorter, and nothing else.
        var second = first with
        {
            Reader = new("parley", "9.0.0", []),
            Statements = [first.Statements[1] with { Id = "s1" }, first.Statements[0] with { Id = "s2" }],
            Positions = [first.Positions[1] with { Id = "p1", Statement = "s1", Evidence = [new(first.Positions[1].Evidence[0].Start, first.Positions[1].Evidence[0].End - 4)] }],
        };
        var rereading = await dossier.RereadAsync(1, second, default);
        rereading.Gone.Select(e => e.Id.ToString()).ShouldBe(["1/p1"]);
        rereading.Found.ShouldBeEmpty();
        var altered = rereading.Altered.Single(e => e.Id.Kind == EntryKind.Position);
        altered.Id.ToString().ShouldBe("1/p2");
        var span = first.Positions[1].Evidence[0];
        altered.Fields.ShouldBe([new FieldChange("span", $"{span.Start}-{span.End}", $"{span.Start}-{span.End - 4}")]);
        var view = await dossier.ViewAsync(default);
        view.Report(1).Reader.ShouldBe("parley 9.0.0");
        var position = view.Entries(1).Positions.ShouldHaveSingleItem();
        (position.Stance, position.Mark).ShouldBe((Stance.For, EntryMark.Edited));
        view.Entries(1).Statements.Select(s => s.Mark).ShouldBe([EntryMark.Read, EntryMark.Rejected]);
    }

    [Fact]
    public async Task A_name_never_comes_to_mean_another_entry()
    {
        await using var dossier = await TestDossier.OpenAsync();
        var (report, first) = TwoSentences().Make();
        await dossier.AddAsync(report, first, default);
        var words = await WordsOf(dossier);
        await dossier.RereadAsync(1, first with { Positions = [first.Positions[1] with { Id = "p1" }] }, default);
        (await WordsOf(dossier)).ShouldBe([words[1]]);
        (await Should.ThrowAsync<DossierException>(() => dossier.ConfirmAsync(Position, Anna, default))).Message.ShouldBe("there is no entry 1/p1");
        await dossier.RereadAsync(1, first, default);
        (await WordsOf(dossier)).ShouldBe([("1/p3", words[0].Words, 1), words[1]]);
        await dossier.RejectAsync(new(1, EntryKind.Position, 3), Anna, default);
        (await dossier.ViewAsync(default)).Entries(1).Positions.Select(p => (p.Ordinal, p.Mark)).ShouldBe([(3, EntryMark.Rejected), (2, EntryMark.Read)]);
    }

    private static async Task<List<(string Id, string Words, int Statement)>> WordsOf(Dossier dossier)
    {
        var (view, text) = (await dossier.ViewAsync(default), await dossier.TextAsync(1, default));
        return [.. view.Entries(1).Positions.Select(p => (p.Id.ToString(), text.Slice(p.Evidence), p.Statement))];
    }

    [Fact]
    public async Task What_an_analyst_confirmed_stays_when_a_newer_reader_no_longer_finds_it()
    {
        await using var dossier = await TestDossier.OpenAsync();
        var (report, reading) = TwoSentences().Make();
        await dossier.AddAsync(report, reading, default);
        await dossier.ConfirmAsync(new(1, EntryKind.Position, 2), Anna, default);
        await dossier.RereadAsync(1, reading with { Statements = [], Positions = [], Issues = [] }, default);
        var kept = (await dossier.ViewAsync(default)).Entries(1).Positions.ShouldHaveSingleItem();
        (kept.Mark, kept.Stance).ShouldBe((EntryMark.Added, Stance.Against));
    }

    [Fact]
    public async Task Of_two_analysts_the_second_is_told()
    {
        var store = new MemoryStore();
        await using var first = await TestDossier.OpenAsync(store);
        await first.AddAsync(TwoSentences());
        await using var second = await TestDossier.OpenAsync(store.Open());
        await first.EditAsync(Position, new() { { "stance", "for" } }, Anna with { Seen = 0 }, default);
        var e = await Should.ThrowAsync<DossierException>(() => second.EditAsync(Position, new() { { "stance", "open" } }, new("Ben", Seen: 0), default));
        e.Message.ShouldBe("Anna corrected 1/p1 in the meantime (edit, correction 1)");
        await second.EditAsync(Position, new() { { "stance", "open" } }, new("Ben", Seen: 1), default);
        (await first.ViewAsync(default)).HistoryOf(Position).Select(c => c.By).ShouldBe(["Anna", "Ben"]);
    }

    [Theory]
    [InlineData("stance", "sideways", "stance: expected one of for, against, open, found \"sideways\"")]
    [InlineData("colour", "red", "a position has no field \"colour\"; it has party, speaker, issue, target, date, act, stance, firmness, polarity, conditional, negated, span")]
    [InlineData("span", "5-9000", "span: expected a span like 120-160 within the report, found \"5-9000\"")]
    public async Task A_value_that_cannot_stand_is_refused_with_what_may(string field, string value, string message)
    {
        await using var dossier = await OneReport();
        (await Should.ThrowAsync<DossierException>(() => dossier.EditAsync(Position, new() { { field, value } }, Anna, default))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Merged_actors_answer_under_one_name_and_undo_parts_them()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02").Says("Norland", null, "the port is shut", Inspection, Act.Refuse, Stance.Against));
        await dossier.AddAsync(new ReportMaker("2026-03-09").Says("Kingdom of Norland", null, "the port is open", Inspection, Act.Offer, Stance.For));
        var view = await dossier.ViewAsync(default);
        var (kept, merged) = (view.RequireActor("Norland"), view.RequireActor("Kingdom of Norland"));
        await dossier.RenameAsync(SubjectKind.Actor, merged, new() { { "mergedInto", $"{kept}" } }, Anna, default);
        (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem().Now.Stance.ShouldBe(Stance.For);
        await dossier.UndoAsync(null, Anna, default);
        (await dossier.MatrixAsync(new(), null, default)).Cells.Length.ShouldBe(2);
    }

    [Fact]
    public async Task An_issue_merged_into_its_opposite_turns_its_stances_round()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02").Says("Norland", null, "close it", "Closing the port", Act.Demand, Stance.For).Says("Norland", null, "hm", "Keeping the port open", Act.Refuse, Stance.Against));
        var view = await dossier.ViewAsync(default);
        await dossier.RenameAsync(
            SubjectKind.Issue, view.RequireIssue("Closing the port"), new() { { "mergedInto", $"{view.RequireIssue("Keeping the port open")}" }, { "opposed", "true" } }, Anna, default);
        var cell = (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem();
        (cell.Issue.Name, cell.Now.Stance, cell.Now.Behind.Length).ShouldBe(("Keeping the port open", Stance.Against, 2));
    }

    [Fact]
    public async Task A_mandate_with_dates_moves_a_person_to_the_other_side_of_the_table()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02").Says("Norland", "Maria Lund", "the port is shut", Inspection, Act.Refuse, Stance.Against));
        await dossier.AddAsync(new ReportMaker("2026-05-02").Says("Norland", "Maria Lund", "open the port", Inspection, Act.Demand, Stance.For).Says("Estava", "Ola Ruud", "so be it", Inspection, Act.Accept, Stance.For));
        var view = await dossier.ViewAsync(default);
        await dossier.AddMandateAsync(view.RequireActor("Maria Lund"), view.RequireActor("Estava"), "adviser", new(2026, 4, 1), null, Anna, default);
        var matrix = await dossier.MatrixAsync(new(), null, default);
        matrix.Cells.Single(c => c.Party.Name == "Norland").Now.Date.ShouldBe(new DateOnly(2026, 3, 2));
        matrix.Cells.Single(c => c.Party.Name == "Estava").Now.Behind.Length.ShouldBe(2);
    }

    [Fact]
    public async Task One_report_that_puts_a_minister_on_the_other_side_has_misread()
    {
        await using var dossier = await TestDossier.OpenAsync();
        for (var day = 1; day <= 5; day++)
            await dossier.AddAsync(new ReportMaker($"2026-03-0{day}").Says(day == 3 ? "Estava" : "Norland", "Maria Lund", $"the port is shut on day {day}", Inspection, Act.Refuse, Stance.Against));
        (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem().Party.Name.ShouldBe("Norland");
    }

    [Fact]
    public async Task Something_cannot_be_merged_into_itself_by_a_circle()
    {
        await using var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(TwoSentences());
        await dossier.RenameAsync(SubjectKind.Issue, 1, new() { { "mergedInto", "2" } }, Anna, default);
        (await Should.ThrowAsync<DossierException>(() => dossier.RenameAsync(SubjectKind.Issue, 2, new() { { "mergedInto", "1" } }, Anna, default))).Message.ShouldBe("2 cannot be put under itself");
    }

    [Fact]
    public async Task A_judgement_carries_author_and_date_and_a_bad_grade_is_refused()
    {
        await using var dossier = await OneReport();
        var judgement = await dossier.JudgeAsync(JudgementKind.Reliability, "Wire", "B2", "long record", Anna, default);
        (judgement.By, judgement.At).ShouldBe(("Anna", TestDossier.Clock.Now));
        (await dossier.SourcesAsync(new(), default)).Outlets.ShouldHaveSingleItem().Grade!.Value.ShouldBe("B2");
        (await Should.ThrowAsync<DossierException>(() => dossier.JudgeAsync(JudgementKind.Reliability, "Wire", "G9", null, Anna, default))).Message.ShouldContain("A1 to F6");
        await dossier.WithdrawAsync(judgement.Number, Anna, default);
        (await dossier.SourcesAsync(new(), default)).Outlets.ShouldHaveSingleItem().Grade.ShouldBeNull();
    }

    private static ReportMaker TwoSentences() => new ReportMaker("2026-03-02", "Wire")
        .Says("Norland", "Maria Lund", "no inspector will enter the port", Inspection, Act.Refuse, Stance.Against)
        .Says("Norland", "Maria Lund", "a levy on grain cannot be borne by anyone", "A levy on grain", Act.Refuse, Stance.Against);

    private static async Task<Dossier> OneReport()
    {
        var dossier = await TestDossier.OpenAsync();
        await dossier.AddAsync(new ReportMaker("2026-03-02", "Wire").Says("Norland", "Maria Lund", "no inspector will enter the port", Inspection, Act.Refuse, Stance.Against, Firmness.Firm).Plain("Ships waited"));
        return dossier;
    }
}
