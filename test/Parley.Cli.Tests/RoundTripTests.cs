using System.Collections;
using System.Reflection;
using System.Text.Json;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Answers;
using Parley.Exchange.Dossiers;
using Parley.Language;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Tests;

/// <summary>The sample dossier, corrected at random by three analysts, carried elsewhere as JSON: nothing may differ.</summary>
public sealed class RoundTripTests(SampleDossier sample) : IClassFixture<SampleDossier>, IDisposable
{
    private const string Odd = "🚢 \"Sørvåg\"\r\n<b>\u2028\t\\ 0=1";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_dossier_carried_elsewhere_is_the_same_in_every_part_and_in_every_answer(int seed)
    {
        await using var first = await RestoredAsync("first", await sample.Dossier.CopyAsync(default));
        await CorrectAsync(first, new Random(seed));
        var before = await first.CopyAsync(default);
        using var file = new MemoryStream();
        DossierJson.Write(before, file);
        file.Position = 0;
        var read = DossierJson.Read(file);
        Differences(before, read).ShouldBeEmpty();

        await using var second = await RestoredAsync("second", read);
        Differences(before with { Created = default }, await second.CopyAsync(default) with { Created = default }).ShouldBeEmpty();
        (await AnswersAsync(second)).ShouldBe(await AnswersAsync(first));
        foreach (var report in before.Reports)
            (await second.FindAsync(new("again", new(report.Text)) { Outlet = report.Head.Outlet }, default)).ShouldBe(await first.FindAsync(new("again", new(report.Text)) { Outlet = report.Head.Outlet }, default));

        // What comes next is numbered and kept alike.
        foreach (var dossier in new[] { first, second }) await dossier.AddEntryAsync(3, EntryKind.Statement, new(0, 9), new() { { "speaker", "Ada Holm" } }, new("Anna"), default);
        (await second.ViewAsync(default)).Corrections[^1].Number.ShouldBe((await first.ViewAsync(default)).Corrections[^1].Number);
        (await second.UndoAsync(null, new("Ben"), default)).UndoneBy.ShouldBe("Ben");
    }

    private async Task<Dossier> RestoredAsync(string name, DossierCopy copy)
    {
        var path = Path.Combine(_folder.FullName, name + ".parley");
        await SqliteDossiers.CreateAsync(path, copy.Name, TimeProvider.System, default);
        var dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(path, default), TimeProvider.System, default);
        await dossier.RestoreAsync(copy, default);
        return dossier;
    }

    /// <summary>Every kind of correction of every kind of subject, judgements of every kind, some of each taken back.</summary>
    private static async Task CorrectAsync(Dossier dossier, Random random)
    {
        var view = await dossier.ViewAsync(default);
        var analysts = new Author[] { new("Anna"), new("Ben", Odd), new("Çelik 漢字") };
        Author By() => analysts[random.Next(analysts.Length)];
        T One<T>(IEnumerable<T> of) => of.ElementAt(random.Next(of.Count()));
        foreach (var kind in Enum.GetValues<EntryKind>())
            await dossier.AddEntryAsync(One(view.Reports).Number, kind, new(random.Next(40), 40 + random.Next(40)), new() { { "date", "2026-03-14" } }, By(), default);
        view = await dossier.ViewAsync(default);
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            var ids = view.Reports.SelectMany(r => Ids(view.Entries(r.Number), kind)).ToList();
            await dossier.ConfirmAsync(One(ids), By(), default);
            await dossier.RejectAsync(One(ids), By(), default);
            await dossier.EditAsync(One(ids), new() { { kind is EntryKind.Deadline ? "what" : kind is EntryKind.Meeting ? "place" : "speaker", $"{Odd} {random.Next()}" } }, By(), default);
            if (random.Next(2) == 0) await dossier.UndoAsync(null, By(), default);
        }

        await dossier.EditAsync(One(view.Reports.SelectMany(r => Ids(view.Entries(r.Number), EntryKind.Position))), new() { { "act", "red-line" }, { "firmness", "" }, { "conditional", "true" }, { "issue", Odd } }, By(), default);
        var (one, other) = (One(view.Actors).Number, One(view.Actors).Number);
        await dossier.RenameAsync(SubjectKind.Actor, one, new() { { "name", Odd }, { "aliases", "A; B" }, { "part", "mediator" }, { "country", "" } }, By(), default);
        if (one != other) await dossier.RenameAsync(SubjectKind.Actor, other, new() { { "mergedInto", $"{one}" } }, By(), default);
        await dossier.AddIssueAsync($"Night ferries {random.Next()}", new() { { "definition", Odd }, { "terms", "ferry; boat" } }, By(), default);
        var issues = (await dossier.ViewAsync(default)).Issues.ToList();
        await dossier.RenameAsync(SubjectKind.Issue, issues[0].Number, new() { { "mergedInto", $"{issues[^1].Number}" }, { "opposed", "true" } }, By(), default);
        await dossier.RenameAsync(SubjectKind.Issue, issues[1].Number, new() { { "parent", $"{issues[^1].Number}" }, { "accepted", "true" } }, By(), default);
        await dossier.AddMandateAsync(view.Actors.First(a => a.Kind == ActorKind.Person).Number, one, Odd, new(2026, 1, 2), null, By(), default);
        await dossier.AddMandateAsync(view.Actors.Last(a => a.Kind == ActorKind.Person).Number, one, null, null, new(2026, 3, 4), By(), default);
        await dossier.UndoAsync(null, By(), default);
        await dossier.RenameAsync(SubjectKind.Report, One(view.Reports).Number, new() { { "title", Odd }, { "outlet", "" }, { "copyOf", "0" } }, By(), default);
        foreach (var kind in Enum.GetValues<JudgementKind>())
        {
            var judged = await dossier.JudgeAsync(kind, Odd, kind switch { JudgementKind.Reliability => "B2", JudgementKind.Track => "up", _ => Odd }, random.Next(2) == 0 ? Odd : null, By(), default);
            if (random.Next(3) == 0) await dossier.WithdrawAsync(judged.Number, By(), default);
        }
    }

    private static IEnumerable<EntryId> Ids(ReportEntries entries, EntryKind kind) => kind switch
    {
        EntryKind.Statement => entries.Statements.Select(e => e.Id),
        EntryKind.Position => entries.Positions.Select(e => e.Id),
        EntryKind.Meeting => entries.Meetings.Select(e => e.Id),
        _ => entries.Deadlines.Select(e => e.Id),
    };

    private static async Task<string[]> AnswersAsync(Dossier dossier)
    {
        var view = await dossier.ViewAsync(default);
        var all = new Question { AsOf = new(2026, 4, 27) };
        return
        [
            AnswerJson.Write(await dossier.MatrixAsync(all, new(2026, 3, 1), default)), AnswerJson.Write(await dossier.ChangesAsync(all with { Since = new(2026, 2, 1) }, default)),
            AnswerJson.Write(await dossier.StatementsAsync(all with { Copies = true }, default)), AnswerJson.Write(await dossier.StatementsAsync(all with { Words = "toll \"joint inspection\"" }, default)),
            AnswerJson.Write(await dossier.StatementsAsync(all with { Words = "toll" }, default)), AnswerJson.Write(await dossier.TimelineAsync(all, default)),
            AnswerJson.Write(await dossier.CalendarAsync(all, default)), AnswerJson.Write(await dossier.ContradictionsAsync(all, 30, default)),
            AnswerJson.Write(await dossier.AgreementAsync(all, default)), AnswerJson.Write(await dossier.SilenceAsync(all, 21, default)),
            AnswerJson.Write(await dossier.SourcesAsync(all, default)), AnswerJson.Write(await dossier.AdviseAsync(20, default)), AnswerJson.Write(await dossier.BriefAsync(all, new(Full: true), default)),
            .. view.Reports.SelectMany(r => Enum.GetValues<EntryKind>().SelectMany(k => Ids(view.Entries(r.Number), k))).Select(id => $"{id}: {string.Join(" | ", view.HistoryOf(id))}"),
        ];
    }

    /// <summary>Where two values differ, looked for in every public property of what they hold.</summary>
    private static List<string> Differences(object? a, object? b, string at = "")
    {
        if (a is null || b is null) return a is null && b is null ? [] : [$"{at}: {a ?? "null"} ≠ {b ?? "null"}"];
        if (a is string || a.GetType().IsPrimitive || a.GetType().IsEnum || a is DateTimeOffset or DateOnly or Fields or Language.Span) return Equals(a, b) ? [] : [$"{at}: {a} ≠ {b}"];
        if (a is IEnumerable left && b is IEnumerable right)
        {
            var (x, y) = (left.Cast<object?>().ToList(), right.Cast<object?>().ToList());
            return x.Count != y.Count ? [$"{at}: {x.Count} ≠ {y.Count}"] : [.. x.SelectMany((item, i) => Differences(item, y[i], $"{at}[{i}]"))];
        }

        return [.. a.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).SelectMany(p => Differences(p.GetValue(a), p.GetValue(b), $"{at}.{p.Name}"))];
    }
}
