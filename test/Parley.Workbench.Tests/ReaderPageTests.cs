using System.Net;
using AngleSharp.Html.Parser;
using Parley.Reading;

namespace Parley.Workbench.Tests;

/// <summary>The report reader without a script.</summary>
public sealed class ReaderPageTests(SampleSite sample)
{
    [Fact]
    public async Task The_text_on_the_page_is_the_reports_to_the_character()
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        foreach (var number in new[] { 1, 5, 12 })
        {
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/reports/{number}"));
            page.QuerySelector("#text")!.TextContent.ShouldBe((await site.Dossier.TextAsync(number, default)).Original);
        }
    }

    [Fact]
    public async Task A_text_full_of_markup_stays_text()
    {
        const string text = "\r\n <script>alert(1)</script> <b onclick=x>&amp; 🚢</b>\r\n</div><img src=x onerror=alert(2)>\u0085\n";
        await using var site = await sample.OpenAsync(empty: true);
        await site.Dossier.AddAsync(
            new("r", new(text)) { Title = "<i>Title</i>", Outlet = "<u>Outlet</u>", Url = "javascript:alert(3)" },
            new(new("none", "0", []), new("r", "", 0, null, null, null, null, null, null)) { Statements = [new("s1", null, [new(3, 20)], [new(21, 30)], [new(25, 60)], StatementMode.Direct, StatementKind.Speech, null, null, 0.5)] }, default);
        using var client = await site.EnterAsync();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/reports/1"));
        // U+0085 as a numeric reference is read as U+2026 by every browser: one code point for one.
        page.QuerySelector("#text")!.TextContent.ShouldBe(text.Replace('\u0085', '…'));
        page.QuerySelectorAll("#main script, #main img, #main b[onclick], #main i, #main u, #main a[href^='javascript']").ShouldBeEmpty();
        page.QuerySelectorAll("#text span.source, #text span.cue, #text span.content").Length.ShouldBeGreaterThanOrEqualTo(3);
        var list = new HtmlParser().ParseDocument(await client.GetStringAsync("/reports"));
        list.QuerySelectorAll("td i, td u").ShouldBeEmpty();
    }

    [Fact]
    public async Task Cards_stand_in_the_order_of_the_text_and_carry_the_names_of_entries()
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/reports/1"));
        var cards = page.QuerySelectorAll(".entry").ToList();
        var view = await site.Dossier.ViewAsync(default);
        cards.Select(c => c.Id).ShouldContain("s1");
        cards.Count.ShouldBe(view.Entries(1).Statements.Length + view.Entries(1).Positions.Length + view.Entries(1).Meetings.Length + view.Entries(1).Deadlines.Length);
        var at = cards.Select(c => int.Parse(c.GetAttribute("data-at")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        at.ShouldBe(at.Order());
    }

    [Fact]
    public async Task Without_a_script_the_forms_confirm_add_and_undo()
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        var token = await TokenAsync(client, "/reports/1");
        (await PostAsync(client, "/do/entries/1/s1?how=confirm&seen=0&return=/reports/1", token)).Headers.Location!.ToString().ShouldBe("/reports/1#s1");
        (await site.Dossier.ViewAsync(default)).Entries(1).Statements[0].Mark.ShouldBe(Dossiers.Entries.EntryMark.Confirmed);
        (await PostAsync(client, "/do/entries/1/s1?how=reject&seen=0&return=/reports/1", token)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(client, "/do/reports/1/undo?correction=1", token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var added = await PostAsync(client, "/do/reports/1/entries", token, ("kind", "statement"), ("words", "The river belongs\nto no one"), ("statement-speaker", "Ramón Ayala"), ("statement-mode", "direct"));
        added.Headers.Location!.ToString().ShouldBe("/reports/1#s+2");
        (await client.GetStringAsync("/reports/1")).ShouldContain("id=\"s&#x2B;2\"");
        (await PostAsync(client, "/do/entries/1/s1?how=confirm&seen=0&return=/reports/1", "forged")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("s1", "cue")]
    [InlineData("p1", "act")]
    public async Task Why_an_entry_was_read_so_is_told_as_the_command_tells_it(string entry, string decision)
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        (await client.GetStringAsync("/reports/1")).ShouldContain($"/evidence/1/{entry}/why");
        var view = await site.Dossier.ViewAsync(default);
        var text = await site.Dossier.TextAsync(1, default);
        PublicationDate.TryParse(view.Report(1).Published, out var published);
        var report = new Report("r", text) { Published = published };
        var told = ReportReader.Load().Explain(report, Language.EnglishLanguage.Load().Analyze(text, default), default).Single(e => e.Id == entry).Reasons;
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/evidence/1/{entry}/why"));
        page.QuerySelectorAll(".reasons li").Select(l => l.TextContent).ShouldBe(told);
        told.ShouldContain(r => r.Contains(decision, StringComparison.OrdinalIgnoreCase));
        (await client.GetStringAsync($"/parts/why/1/{entry}")).ShouldContain("<li>");
        (await client.GetStringAsync("/evidence/1/m1/why")).ShouldContain("no longer finds");
    }

    [Fact]
    public async Task The_review_queue_walks_from_report_to_report_and_empties()
    {
        await using var site = await sample.OpenAsync(empty: true);
        foreach (var (day, sure) in new[] { (3, 0.4), (9, 0.9), (14, 0.45), (20, 0.3) }) await AddAsync(site, day, sure);
        using var client = await site.EnterAsync();
        var queue = new HtmlParser().ParseDocument(await client.GetStringAsync("/review"));
        var walks = queue.QuerySelectorAll("li a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains("review=true", StringComparison.Ordinal)).ToList();
        walks.ShouldBe(["/reports/4?review=true#p1", "/reports/3?review=true#p1", "/reports/1?review=true#p1"]);
        var reports = walks.Select(w => w.Split('?')[0]).Distinct().ToList();
        var (seen, at) = (new List<string>(), reports[0]);
        while (true)
        {
            seen.Add(at.Split('?')[0]);
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"{at.Split('?')[0]}?review=true"));
            page.QuerySelectorAll(".entry[data-doubt]").ShouldNotBeEmpty();
            if (page.QuerySelector("a[rel=next]")?.GetAttribute("href") is not { } next) break;
            at = next;
        }

        seen.ShouldBe(reports);
        foreach (var report in new[] { 1, 3, 4 }) await site.Dossier.ConfirmAsync(new(report, Dossiers.Entries.EntryKind.Position, 1), new("Anna"), default);
        (await client.GetStringAsync("/review")).ShouldContain("No doubtful reading left.");
    }

    /// <summary>A report with one position of which the reader is so sure.</summary>
    private static Task AddAsync(OpenSite site, int day, double sure)
    {
        // Words of its own for every report: near copies would be folded into one.
        var text = $"The pilots refused night work." + string.Concat(Enumerable.Range(0, 40).Select(i => $" Berth{day * i} quay{day + i} mooring{day * 7 + i * i}."));
        var info = new ReportInfo($"r{day}", "", text.Length, null, null, null, null, $"2026-03-{day:00}", null);
        var reading = new ReportReading(new("none", "0", []), info)
        {
            Actors = [new("a1", "Pilots", ActorKind.Group, null, null, null, [new(4, 10)])],
            Issues = [new("i1", "night work", [])],
            Positions = [new("p1", "a1", "i1", Act.Refuse, Stance.Against, null, null, false, false, null, null, [new(0, 29)], null, null, null, sure)],
        };
        return site.Dossier.AddAsync(new(info.Id, new(text)), reading, default);
    }

    internal static async Task<string> TokenAsync(HttpClient client, string path) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(path)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    internal static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string token, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
}
