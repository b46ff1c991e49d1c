using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Tests.Made;
using Parley.Reading;

namespace Parley.Storage.Tests;

/// <summary>What every store must do; run on each provider.</summary>
public abstract class DossierStoreTests
{
    private const string Inspection = "Inspection of the port at Halden";
    private static readonly StoppedClock Clock = new("2026-06-30T12:00:00Z");
    private static readonly Author Anna = new("Anna", "heard it myself");

    [Fact]
    public async Task A_report_comes_back_with_text_reading_and_entries()
    {
        var location = await BeginAsync();
        var (report, reading) = Port("2026-03-02", "Wire 😀\u2028").Make("first");
        await using (var dossier = await OpenAsync(location)) await dossier.AddAsync(report, reading, default);
        await using var again = await OpenAsync(location);
        again.Info.Name.ShouldBe("Talks of Halden");
        again.Info.Created.ShouldBe(Clock.Now);
        (await again.TextAsync(1, default)).Original.ShouldBe(report.Text.Original);
        var back = await again.ReadingAsync(1, default);
        back.Statements[0].Content.ShouldBe(reading.Statements[0].Content);
        back.Positions[0].Act.ShouldBe(Act.Refuse);
        var view = await again.ViewAsync(default);
        var head = view.Report(1);
        (head.Id, head.Outlet, head.Published, head.Reader, head.Added).ShouldBe(("first", "Wire 😀\u2028", "2026-03-02", "maker 1.0", Clock.Now));
        view.Entries(1).Statements.Length.ShouldBe(1);
        (await again.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem().Now.Evidence.Words.ShouldBe("no inspector will enter the port");
    }

    [Fact]
    public async Task Adding_again_changes_nothing()
    {
        var location = await BeginAsync();
        await using var dossier = await OpenAsync(location);
        var (report, reading) = Port("2026-03-02", "Wire").Make();
        (await dossier.AddAsync(report, reading, default)).Added.ShouldBeTrue();
        (await dossier.AddAsync(report, reading, default)).ShouldBe(new(1, false, 0));
        (await dossier.FindAsync(report, default)).ShouldBe(1);
        (await dossier.ViewAsync(default)).Reports.Count().ShouldBe(1);
    }

    [Fact]
    public async Task Two_reports_with_one_id_are_told_apart()
    {
        await using var dossier = await OpenAsync(await BeginAsync());
        await AddAsync(dossier, Port("2026-03-02", "Wire"), "same");
        await AddAsync(dossier, Port("2026-03-03", "Courier"), "same");
        (await dossier.ViewAsync(default)).Reports.Select(r => r.Id).ShouldBe(["same", "same-2"]);
    }

    [Fact]
    public async Task Corrections_judgements_and_names_come_back()
    {
        var location = await BeginAsync();
        await using (var dossier = await OpenAsync(location))
        {
            await AddAsync(dossier, Port("2026-03-02", "Wire"));
            await dossier.EditAsync(new(1, EntryKind.Position, 1), new() { { "stance", "open" }, { "target", "Estava" } }, Anna, default);
            await dossier.RenameAsync(SubjectKind.Issue, 1, new() { { "label", "Port inspection" }, { "accepted", "true" }, { "terms", "inspect; visit" } }, Anna, default);
            await dossier.AddMandateAsync(1, 2, "envoy", new(2026, 4, 1), null, Anna, default);
            await dossier.JudgeAsync(JudgementKind.Interest, "Norland", "keep the base unseen", "my reading of \"it\"", Anna, default);
        }

        await using var again = await OpenAsync(location);
        var view = await again.ViewAsync(default);
        view.Corrections.Length.ShouldBe(3);
        var edit = view.Corrections[0];
        (edit.By, edit.Note, edit.At, edit.Subject.Words).ShouldBe(("Anna", "heard it myself", Clock.Now, "no inspector will enter the port"));
        (edit.Before["stance"], edit.After["stance"]).ShouldBe(("against", "open"));
        view.Issue(1).Terms.ShouldBe(["inspect", "visit", Inspection]);
        view.Mandates.ShouldHaveSingleItem().From.ShouldBe(new DateOnly(2026, 4, 1));
        view.Judgements.ShouldHaveSingleItem().Reason.ShouldBe("my reading of \"it\"");
        await again.UndoAsync(1, new("Ben"), default);
        (await again.MatrixAsync(new(), null, default)).Cells.ShouldHaveSingleItem().Now.Stance.ShouldBe(Stance.Against);
    }

    [Theory]
    [InlineData("inspector", 1)]
    [InlineData("inspectors", 1)]
    [InlineData("inspector port", 1)]
    [InlineData("inspector levy", 0)]
    [InlineData("inspector OR levy", 2)]
    [InlineData("\"enter the port\"", 1)]
    [InlineData("\"port enter\"", 0)]
    [InlineData("said -inspector", 1)]
    [InlineData("   ", 2)]
    [InlineData("(\" AND NOT ) * : ^ ' OR", 0)]
    public async Task Words_are_found_in_any_form_and_order(string query, int found)
    {
        await using var dossier = await OpenAsync(await BeginAsync());
        await AddAsync(dossier, Port("2026-03-02", "Wire").Says("Estava", null, "a levy on grain is unbearable", "A levy on grain", Act.Refuse, Stance.Against));
        (await dossier.StatementsAsync(new() { Words = query }, default)).Total.ShouldBe(found);
    }

    [Fact]
    public async Task A_second_reading_replaces_words_and_entries()
    {
        await using var dossier = await OpenAsync(await BeginAsync());
        var (report, reading) = Port("2026-03-02", "Wire").Make();
        await dossier.AddAsync(report, reading, default);
        await dossier.RereadAsync(1, reading with { Reader = new("parley", "2.0.0", ["m"]), Statements = [], Positions = [] }, default);
        (await dossier.StatementsAsync(new() { Words = "inspector" }, default)).Total.ShouldBe(0);
        (await dossier.ReadingAsync(1, default)).Reader.Version.ShouldBe("2.0.0");
        (await dossier.ViewAsync(default)).Report(1).Reader.ShouldBe("parley 2.0.0");
    }

    [Fact]
    public async Task Two_writers_take_turns_and_lose_nothing()
    {
        var location = await BeginAsync();
        await using var first = await OpenAsync(location);
        await using var second = await OpenAsync(location);
        async Task Write(Dossier dossier, string outlet)
        {
            for (var day = 1; day <= 15; day++)
                await AddAsync(dossier, new ReportMaker($"2026-03-{day:00}", outlet).Says($"Party {outlet} {day}", null, $"something {day} by {outlet}", $"Issue {outlet} {day}", Act.Demand, Stance.For));
        }

        await Task.WhenAll(Task.Run(() => Write(first, "Wire")), Task.Run(() => Write(second, "Courier")));
        await using var after = await OpenAsync(location);
        var view = await after.ViewAsync(default);
        view.Reports.Select(r => r.Number).ShouldBe(Enumerable.Range(1, 30));
        view.Actors.Select(a => a.Name).ShouldBeUnique();
        view.Actors.Count().ShouldBe(30);
        (await after.MatrixAsync(new(), null, default)).Cells.Length.ShouldBe(30);
    }

    [Fact]
    public async Task Readers_ask_while_others_correct_and_add()
    {
        await using var dossier = await OpenAsync(await BeginAsync());
        await AddAsync(dossier, Port("2026-03-02", "Wire"));
        async Task Read()
        {
            for (var n = 0; n < 15; n++)
            {
                (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldNotBeEmpty();
                (await dossier.StatementsAsync(new() { Words = "inspector" }, default)).Total.ShouldBeGreaterThan(0);
            }
        }

        async Task Add(string outlet)
        {
            for (var day = 1; day <= 10; day++)
                await AddAsync(dossier, new ReportMaker($"2026-03-{day:00}", outlet).Says($"Party {outlet} {day}", null, $"something {day} by {outlet}", $"Issue {outlet} {day}", Act.Demand, Stance.For));
        }

        async Task Correct(string by)
        {
            for (var n = 0; n < 10; n++) await dossier.EditAsync(new(1, EntryKind.Position, 1), new() { { "stance", n % 2 == 0 ? $"open" : "for" }, { "target", $"{by} {n}" } }, new(by), default);
        }

        await Task.WhenAll([.. Enumerable.Range(0, 20).Select(_ => Task.Run(Read)), Task.Run(() => Add("Wire")), Task.Run(() => Add("Courier")), Task.Run(() => Correct("Anna")), Task.Run(() => Correct("Ben"))]);
        var view = await dossier.ViewAsync(default);
        view.Reports.Count().ShouldBe(21);
        view.Corrections.Select(c => c.Number).ShouldBe(Enumerable.Range(1, 20));
        view.Corrections.Count(c => c.By == "Ben").ShouldBe(10);
    }

    [Fact]
    public async Task The_second_writer_of_an_entry_is_told()
    {
        await using var dossier = await OpenAsync(await BeginAsync());
        await AddAsync(dossier, Port("2026-03-02", "Wire"));
        EntryId entry = new(1, EntryKind.Position, 1);
        var seen = (await dossier.ViewAsync(default)).LastCorrection(entry);
        seen.ShouldBe(0);
        var first = await dossier.EditAsync(entry, new() { { "stance", "open" } }, new("Anna") { Seen = seen }, default);
        (await Should.ThrowAsync<DossierException>(() => dossier.RejectAsync(entry, new("Ben") { Seen = seen }, default))).Message.ShouldContain("Anna corrected 1/p1 in the meantime");
        (await dossier.ViewAsync(default)).LastCorrection(entry).ShouldBe(first.Number);
        await dossier.UndoAsync(first.Number, new("Anna"), default);
        (await Should.ThrowAsync<DossierException>(() => dossier.RejectAsync(entry, new("Ben") { Seen = first.Number }, default))).Message.ShouldContain("undone in the meantime by Anna");
        await dossier.RejectAsync(entry, new("Ben") { Seen = 0 }, default);
    }

    [Fact]
    public async Task A_reader_sees_what_another_wrote_since()
    {
        var location = await BeginAsync();
        await using var reader = await OpenAsync(location);
        (await reader.ViewAsync(default)).Reports.ShouldBeEmpty();
        await using var writer = await OpenAsync(location);
        await AddAsync(writer, Port("2026-03-02", "Wire"));
        (await reader.ViewAsync(default)).Reports.Count().ShouldBe(1);
        (await reader.MatrixAsync(new(), null, default)).Cells.Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_there_already_is_not_begun_again()
    {
        var location = await BeginAsync();
        (await Should.ThrowAsync<DossierException>(() => CreateAsync(location))).Message.ShouldContain("already");
    }

    /// <summary>A place for a new dossier.</summary>
    protected abstract string NewLocation();

    protected abstract Task CreateAsync(string location);

    protected abstract Task<IDossierStore> StoreAsync(string location);

    protected async Task<string> BeginAsync()
    {
        var location = NewLocation();
        await CreateAsync(location);
        return location;
    }

    protected async Task<Dossier> OpenAsync(string location) => await Dossier.OpenAsync(await StoreAsync(location), Clock, default);

    protected static TimeProvider Time => Clock;

    private protected static async Task AddAsync(Dossier dossier, ReportMaker maker, string? id = null)
    {
        var (report, reading) = maker.Make(id);
        await dossier.AddAsync(report, reading, default);
    }

    private protected static ReportMaker Port(string day, string outlet) =>
        new ReportMaker(day, outlet).Says("Norland", "Maria Lund", "no inspector will enter the port", Inspection, Act.Refuse, Stance.Against, Firmness.Firm);
}
