using System.Text;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Briefs;
using Parley.Exchange.Dossiers;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Tests;

/// <summary>The ten questions that Parley must answer well, asked of the sample dossier as the real reader reads it.</summary>
public sealed class TenQuestionsTests(SampleDossier sample) : IClassFixture<SampleDossier>
{
    private const string Abolition = "The abolition of the toll";
    private readonly Dossier _dossier = sample.Dossier;

    [Fact]
    public async Task What_changed_since_the_week_before()
    {
        var changes = await _dossier.ChangesAsync(new() { Since = new(2026, 4, 20), Parties = ["Paraguay"] }, default);
        var softer = changes.Moves.Single(c => c.Issue.Name.Contains("abolition", StringComparison.OrdinalIgnoreCase));
        softer.Movement.ShouldBe(Movement.Softer);
        softer.Before!.Evidence.Words.ShouldContain("still demanded the abolition of the toll");
        softer.After.Evidence.Words.ShouldContain("dropped its demand for the abolition of the toll");
    }

    [Fact]
    public async Task What_a_minister_has_said_in_order()
    {
        var said = await _dossier.StatementsAsync(new() { Speakers = ["Lucía Etcheverry"], Words = "toll" }, default);
        said.Shown.Select(s => s.Date).ShouldBeInOrder();
        said.Shown.ShouldAllBe(s => s.Party!.Value.Name == "Uruguay");
        said.Shown.ShouldContain(s => s.Evidence.Report.Id == "01-toll-announced");
        said.Shown.ShouldContain(s => s.Evidence.Report.Id == "24-inspection-begins");
    }

    [Fact]
    public async Task Show_me_the_sentence()
    {
        var cell = (await _dossier.MatrixAsync(new() { Parties = ["Paraguay"], Issues = [Abolition] }, new(2026, 4, 1), default)).Cells.First();
        var evidence = cell.Now.Evidence;
        (await _dossier.TextAsync(evidence.Report.Number, default)).Slice(evidence.Span).ShouldBe(evidence.Words);
        evidence.Context.ShouldContain(evidence.Words);
    }

    [Fact]
    public async Task Who_else_reported_it_and_independently()
    {
        var sources = await _dossier.SourcesAsync(new(), default);
        (sources.Reports, sources.Originals).ShouldBe((30, 21));
        sources.Copies.Single(c => c.Original.Id == "07-first-round").Copies.Select(r => r.Outlet).ShouldBe(["Courier of the South", "Evening Echo"]);
        (await _dossier.MatrixAsync(new() { Parties = ["Paraguay"], Issues = ["A toll of two dollars a ton"] }, null, default)).Cells.ShouldHaveSingleItem().Now.Sources.ShouldBe(2);
    }

    [Fact]
    public async Task New_or_the_same_line_again()
    {
        var changes = await _dossier.ChangesAsync(new() { Since = new(2026, 4, 25), Parties = ["Paraguay"] }, default);
        changes.Repeated.ShouldContain(c => c.Issue.Name == "A toll of two dollars a ton");
        changes.Moves.ShouldNotContain(c => c.Issue.Name == "A toll of two dollars a ton");
    }

    [Fact]
    public async Task Where_they_agree_already()
    {
        var agreement = await _dossier.AgreementAsync(new(), default);
        var two = agreement.Issues.Single(i => i.Issue.Name == "A toll of two dollars a ton");
        Assert.SkipWhen(two.State == AgreementState.Unknown, "the reader words Uruguay's offer to lower the toll to two dollars as an issue of its own");
        two.State.ShouldBe(AgreementState.Agreed);
    }

    [Fact]
    public async Task A_spokesman_contradicts_his_minister()
    {
        var found = (await _dossier.ContradictionsAsync(new() { Parties = ["Paraguay"] }, 14, default)).Shown;
        var pair = found.Single(c => c.Second.Evidence.Speaker == "Hugo Benítez");
        pair.First.Evidence.Report.Id.ShouldBe("14-minister-yes");
        pair.Second.Evidence.Report.Id.ShouldBe("16-spokesman-no");
    }

    [Fact]
    public async Task What_is_not_being_said()
    {
        var silence = await _dossier.SilenceAsync(new() { Parties = ["Paraguay"], AsOf = new(2026, 4, 27) }, 14, default);
        silence.Silent.ShouldNotContain(s => s.Issue.Name == "A toll of two dollars a ton");
        silence.Silent.ShouldAllBe(s => s.DaysSilent == null || s.DaysSilent > 14);
    }

    [Fact]
    public async Task When_they_meet_next_and_whether_the_last_date_held()
    {
        var calendar = await _dossier.CalendarAsync(new() { AsOf = new(2026, 4, 27), Parties = ["Paraguay"] }, default);
        var third = calendar.Meetings.Single(m => m.Round == 3);
        (third.Date, third.Outcome).ShouldBe(("2026-03-26", MeetingOutcome.Held));
        third.Postponed.ShouldBe(["2026-03-17"]);
        var next = calendar.Meetings.Single(m => m.Round == 4);
        (next.Date, next.Outcome, next.Place).ShouldBe(("2026-04-28", MeetingOutcome.Scheduled, "Asunción"));
    }

    [Fact]
    public async Task A_correction_survives_a_second_reading()
    {
        var copy = Path.Combine(Path.GetDirectoryName(sample.File)!, "corrected.parley");
        await SqliteDossiers.CreateAsync(copy, "copy", TimeProvider.System, default);
        await using var dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(copy, default), TimeProvider.System, default);
        await dossier.RestoreAsync(await _dossier.CopyAsync(default), default);
        var id = (await dossier.MatrixAsync(new() { Parties = ["Paraguay"], Issues = ["A toll of two dollars a ton"] }, null, default)).Cells[0].Now.Evidence.Id;
        await dossier.EditAsync(id, new() { { "firmness", "red-line" } }, new("Anna"), default);
        var text = await dossier.TextAsync(id.Report, default);
        var head = (await dossier.ViewAsync(default)).Report(id.Report);
        PublicationDate.TryParse(head.Published, out var published);
        await dossier.RereadAsync(id.Report, ReportReader.Load().Read(new(head.Id, text) { Published = published }), default);
        var cell = (await dossier.MatrixAsync(new() { Parties = ["Paraguay"], Issues = ["A toll of two dollars a ton"] }, null, default)).Cells[0];
        (cell.Now.Firmness, cell.Now.Evidence.Mark).ShouldBe((Firmness.RedLine, EntryMark.Edited));
    }

    [Fact]
    public async Task A_brief_of_a_page_says_how_much_it_leaves_out_and_the_full_one_tells_it()
    {
        var question = new Question { Since = new(2026, 1, 1), AsOf = new(2026, 4, 27) };
        var (page, full) = (await _dossier.BriefAsync(question, default, default), await _dossier.BriefAsync(question, new(Full: true), default));
        page.Moved.Length.ShouldBeInRange(3, 7);
        page.Rest.Moves.ShouldBe(full.Moved.Length - page.Moved.Length);
        full.Rest.Moves.ShouldBe(0);
        full.Moved.Length.ShouldBe((await _dossier.ChangesAsync(question, default)).Moves.Length);
        page.Moved[0].Text.ShouldStartWith("Paraguay reversed on “The joint inspection of barges”");
        page.Rest.Issues.ShouldBe((await _dossier.MatrixAsync(question with { Since = null }, null, default)).Issues.Length - page.Positions.Issues.Length);
        BriefMarkdown.Write(page).ShouldContain($"Not told here: {page.Rest.Moves} more moves, {page.Rest.Issues} more issues");
    }

    [Fact]
    public async Task A_brief_for_readers_outside_holds_no_judgement()
    {
        var judged = await _dossier.JudgeAsync(JudgementKind.Interest, "Uruguay", "money for dredging", null, new("Anna"), default);
        (await _dossier.BriefAsync(new(), default, default)).Judgements.ShouldHaveSingleItem();
        var outside = await _dossier.BriefAsync(new(), new(Public: true), default);
        outside.Judgements.ShouldBeEmpty();
        BriefHtml.Write(outside).ShouldNotContain("money for dredging");
        await _dossier.WithdrawAsync(judged.Number, new("Anna"), default); // the sample is shared
    }

    [Fact]
    public async Task A_round_told_with_other_participants_is_one_meeting()
    {
        var rounds = (await _dossier.CalendarAsync(new() { AsOf = new(2026, 4, 27) }, default)).Meetings.Where(m => m.Round == 4).ToList();
        rounds.ShouldHaveSingleItem().Track.ShouldContain("Uruguay – Paraguay");
        var first = (await _dossier.CalendarAsync(new() { AsOf = new(2026, 4, 27) }, default)).Meetings.Where(m => m.Date == "2026-02-17").ShouldHaveSingleItem();
        (first.Round, first.Outcome).ShouldBe((1, MeetingOutcome.Held));
        first.Told.Select(t => t.Evidence.Report.Id).ShouldContain("04-oas-offers");
    }

    [Fact]
    public async Task A_brief_whose_every_line_has_its_note()
    {
        var brief = await _dossier.BriefAsync(new() { AsOf = new(2026, 4, 27) }, default, default);
        brief.Moved.ShouldAllBe(l => l.Notes.Length > 0);
        brief.Notes.ShouldAllBe(e => e.Words.Length > 0);
        brief.Notes.Select(e => e.Id).ShouldBeUnique();
        var markdown = BriefMarkdown.Write(brief);
        markdown.ShouldContain("[^1]: “");
        using var word = new MemoryStream();
        BriefWord.Write(brief, word);
        word.Length.ShouldBeGreaterThan(2000);
        BriefHtml.Write(brief).ShouldNotContain("<script");
    }

    [Fact]
    public async Task The_whole_dossier_comes_back_from_json_without_loss()
    {
        using var first = new MemoryStream();
        DossierJson.Write(await _dossier.CopyAsync(default), first);
        first.Position = 0;
        var copy = DossierJson.Read(first);
        using var second = new MemoryStream();
        DossierJson.Write(copy, second);
        Encoding.UTF8.GetString(second.ToArray()).ShouldBe(Encoding.UTF8.GetString(first.ToArray()));
    }

    [Fact]
    public async Task Annotations_quote_what_stands_at_their_position()
    {
        await foreach (var report in ReportWithEntries.AllAsync(_dossier, default))
        {
            foreach (var annotation in WebAnnotations.Of(report))
            {
                var selectors = annotation["target"]!["selector"]!.AsArray();
                var (start, end) = ((int)selectors[1]!["start"]!, (int)selectors[1]!["end"]!);
                report.Text.Slice(new(start, end)).ShouldBe((string?)selectors[0]!["exact"]);
            }
        }
    }
}
