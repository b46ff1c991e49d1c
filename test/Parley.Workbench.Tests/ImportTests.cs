using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Parley.Workbench.Tests;

/// <summary>Adding reports over HTTP, with and without a script, and what is refused.</summary>
public sealed class ImportTests(SampleSite sample)
{
    private const string Note = "HARBOURTON, March 3 — The pilots’ union refused to work at night, its chair Ada Quist said on Tuesday.\n";
    private static readonly WorkbenchOptions WithToken = new() { Analyst = "Anna", ApiToken = "open sesame" };

    [Fact]
    public async Task Files_and_a_text_are_read_and_what_cannot_be_is_named_in_its_place()
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = ReportsApiTests.Program(site);
        var lines = JsonSerializer.Serialize(new { id = "a", text = Note.Replace("pilots", "dockers", StringComparison.Ordinal), outlet = "Own Outlet" }) + "\n{ broken\n";
        var done = await SendAsync(
            program,
            [("notes.txt", Encoding.UTF8.GetBytes(Note)), ("../../etc/lines.jsonl", Encoding.UTF8.GetBytes(lines)), ("C:\\secret\\minutes.docx", [.. "PK\u0003\u0004"u8, 0, 0]), ("empty.txt", " "u8.ToArray())],
            ("text", "%PDF-1.7 junk"), ("outlet", "Harbour Post"), ("published", "2026-03-03"));
        done.GetProperty("state").GetString().ShouldBe("done");
        done.GetProperty("added").GetArrayLength().ShouldBe(2);
        var problems = done.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("where")} {p.GetProperty("what")}").ToList();
        problems.Count.ShouldBe(4);
        problems.ShouldContain(p => p.StartsWith("lines.jsonl:2 is no JSON", StringComparison.Ordinal));
        problems.ShouldContain(p => p.StartsWith("minutes.docx is a zip or Office file", StringComparison.Ordinal));
        problems.ShouldContain(p => p.StartsWith("empty.txt is empty", StringComparison.Ordinal));
        problems.ShouldContain(p => p.StartsWith("pasted text is a PDF", StringComparison.Ordinal));
        var reports = (await site.Dossier.ViewAsync(default)).Reports.ToList();
        reports.Select(r => r.Outlet).ShouldBe(["Harbour Post", "Own Outlet"]);
        reports[0].Published.ShouldBe("2026-03-03");

        var again = await SendAsync(program, [("notes.txt", Encoding.UTF8.GetBytes(Note))], ("outlet", "Harbour Post"));
        (again.GetProperty("known").GetInt32(), again.GetProperty("added").GetArrayLength()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Junk_that_was_taken_for_a_text_is_told_of()
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = ReportsApiTests.Program(site);
        var done = await SendAsync(program, [], ("text", "0x3f 0x99 ;;; 7 7 7"), ("title", "Junk"));
        done.GetProperty("problems")[0].GetProperty("what").GetString()!.ShouldContain("nothing was read out of it");
        (await site.Dossier.ViewAsync(default)).Report(1).Title.ShouldBe("Junk");
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/page", "private address")]
    [InlineData("http://169.254.169.254/latest/meta-data", "private address")]
    [InlineData("http://[::1]/", "private address")]
    [InlineData("http://localhost:9/", "private address")]
    [InlineData("http://2130706433/", "private address")]
    [InlineData("http://0x7f.1/", "private address")]
    [InlineData("http://[::ffff:127.0.0.1]/", "private address")]
    [InlineData("file:///etc/passwd", "is not an http or https address")]
    [InlineData("/etc/passwd", "is not an http or https address")]
    [InlineData("-", "is not an http or https address")]
    public async Task An_address_of_this_computer_or_its_network_is_not_fetched(string url, string why)
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = ReportsApiTests.Program(site);
        var done = await SendAsync(program, [], ("url", url));
        done.GetProperty("added").GetArrayLength().ShouldBe(0);
        done.GetProperty("problems")[0].GetProperty("what").GetString()!.ShouldContain(why);
    }

    [Theory]
    [InlineData("/api/v1/imports")]
    [InlineData("/do/imports")]
    public async Task Half_a_gigabyte_is_refused_before_it_is_sent(string path)
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var client = path.StartsWith("/api", StringComparison.Ordinal) ? ReportsApiTests.Program(site) : await site.EnterAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form([]) };
        request.Content.Headers.ContentLength = 500L << 20;
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("At most 64 MB");
    }

    [Fact]
    public async Task A_form_cut_short_or_with_too_long_a_header_is_refused_as_such()
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = ReportsApiTests.Program(site);
        using var broken = new ByteArrayContent(new byte[100_000]);
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        await ReportsApiTests.ShouldRefuseAsync(await program.PostAsync("/api/v1/imports", broken), HttpStatusCode.BadRequest);
        using var client = await site.EnterAsync();
        using var again = new ByteArrayContent(new byte[100_000]);
        again.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
        (await client.PostAsync("/do/imports", again)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Feeds_that_laugh_bombs_and_paths_are_refused_by_name()
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = ReportsApiTests.Program(site);
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}\">"));
        var laughs = $"<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">{entities}]><rss version=\"2.0\"><channel><item><description>&a9;</description></item></channel></rss>";
        const string outside = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel><item><description>&a;</description></item></channel></rss>";
        using var bomb = new MemoryStream();
        await using (var zip = new System.IO.Compression.GZipStream(bomb, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) await zip.WriteAsync(new byte[50_000_000], TestContext.Current.CancellationToken);
        var done = await SendAsync(program, [("laughs.xml", Encoding.UTF8.GetBytes(laughs)), ("outside.xml", Encoding.UTF8.GetBytes(outside)), ("../../bomb.gz", bomb.ToArray())]);
        done.GetProperty("added").GetArrayLength().ShouldBe(0);
        var problems = done.GetProperty("problems").EnumerateArray().Select(p => $"{p.GetProperty("where")} {p.GetProperty("what")}").ToList();
        problems.Count.ShouldBe(3);
        problems[0].ShouldContain("laughs.xml declares a document type");
        problems[1].ShouldContain("outside.xml declares a document type");
        problems[2].ShouldBe("bomb.gz is a binary file, expected text");
    }

    [Fact]
    public async Task An_import_is_stopped_and_what_is_no_import_is_refused()
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = ReportsApiTests.Program(site);
        var lines = string.Concat(Enumerable.Range(1, 2000).Select(i => JsonSerializer.Serialize(new { id = $"r{i}", text = $"{Note}{i}" }) + "\n"));
        var started = await ReportsApiTests.ShouldDoAsync(program.PostAsync("/api/v1/imports", Form([("many.jsonl", Encoding.UTF8.GetBytes(lines))])));
        var stopped = await ReportsApiTests.ShouldDoAsync(program.DeleteAsync($"/api/v1/imports/{started.GetProperty("id").GetString()}"));
        stopped.GetProperty("state").GetString().ShouldBe("cancelled");
        stopped.GetProperty("added").GetArrayLength().ShouldBeLessThan(2000);

        await ReportsApiTests.ShouldRefuseAsync(await program.GetAsync("/api/v1/imports/none"), HttpStatusCode.NotFound);
        await ReportsApiTests.ShouldRefuseAsync(await program.DeleteAsync("/api/v1/imports/none"), HttpStatusCode.NotFound);
        (await ReportsApiTests.ShouldRefuseAsync(await program.PostAsync("/api/v1/imports", Form([])), HttpStatusCode.BadRequest)).ShouldContain("othing to add");
        (await program.PostAsync("/api/v1/imports", new StringContent("text"))).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        await ReportsApiTests.ShouldRefuseAsync(await program.PostAsync("/api/v1/imports", Form([], ("text", Note), ("published", "last week"))), HttpStatusCode.BadRequest);
        var tooMany = Enumerable.Range(0, 501).Select(i => ($"{i}.txt", "x"u8.ToArray())).ToArray();
        await ReportsApiTests.ShouldRefuseAsync(await program.PostAsync("/api/v1/imports", Form(tooMany)), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_a_script_the_form_adds_and_its_page_tells_what_became_of_it()
    {
        await using var site = await sample.OpenAsync(empty: true);
        using var client = await site.EnterAsync();
        var token = await ReaderPageTests.TokenAsync(client, "/add");
        (await client.PostAsync("/do/imports", Form([], ("text", Note)))).StatusCode.ShouldBe(HttpStatusCode.BadRequest, "no form token");
        var sent = await client.PostAsync("/do/imports", Form([("<b>notes</b>.txt", Encoding.UTF8.GetBytes(Note)), ("<i>x</i>.txt", " "u8.ToArray())], ("__RequestVerificationToken", token)));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.Content.ReadAsStringAsync());
        for (var tries = 0; ; tries++)
        {
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync(sent.Headers.Location!.ToString()));
            var state = page.QuerySelector("[data-import]")!;
            if (state.HasAttribute("data-running"))
            {
                tries.ShouldBeLessThan(600);
                await Task.Delay(100, TestContext.Current.CancellationToken);
                continue;
            }

            state.TextContent.ShouldContain("1 report added");
            state.TextContent.ShouldContain("x</i>.txt".Split('/')[^1]);
            state.QuerySelectorAll("b b, i").ShouldBeEmpty();
            break;
        }
    }

    private static MultipartFormDataContent Form((string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent("x"), "unused" } };
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        return form;
    }

    private static async Task<JsonElement> SendAsync(HttpClient program, (string Name, byte[] Bytes)[] files, params (string Name, string Value)[] fields)
    {
        var answer = await program.PostAsync("/api/v1/imports", Form(files, fields));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        for (var tries = 0; ; tries++)
        {
            var now = await ReportsApiTests.JsonAsync(program, answer.Headers.Location!.ToString());
            if (now.GetProperty("state").GetString() is "done" or "cancelled") return now;
            tries.ShouldBeLessThan(600);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
