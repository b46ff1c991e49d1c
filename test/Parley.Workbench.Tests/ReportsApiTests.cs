using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Language;
using Parley.Reading;

namespace Parley.Workbench.Tests;

/// <summary>Reports and entries over HTTP: every route, and what it refuses.</summary>
public sealed class ReportsApiTests(SampleSite sample)
{
    private static readonly WorkbenchOptions WithToken = new() { Analyst = "Anna", ApiToken = "open sesame" };

    [Fact]
    public async Task Reports_are_listed_with_what_they_hold_and_copies_are_folded()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        var list = await JsonAsync(program, "/api/v1/reports?limit=10");
        list.GetProperty("total").GetInt32().ShouldBeLessThan((await JsonAsync(program, "/api/v1/reports?copies=true")).GetProperty("total").GetInt32());
        list.GetProperty("reports").GetArrayLength().ShouldBe(10);
        var days = list.GetProperty("reports").EnumerateArray().Select(r => r.GetProperty("date").GetString()!).ToList();
        days.ShouldBe(days.OrderDescending());
        var copied = list.GetProperty("reports").EnumerateArray().Concat((await JsonAsync(program, "/api/v1/reports?offset=10&limit=500")).GetProperty("reports").EnumerateArray())
            .First(r => r.GetProperty("copies").GetInt32() > 0);
        var same = await JsonAsync(program, $"/api/v1/reports?same={copied.GetProperty("number")}");
        same.GetProperty("total").GetInt32().ShouldBe(copied.GetProperty("copies").GetInt32() + 1);
    }

    [Fact]
    public async Task Reports_are_asked_for_by_outlet_title_and_day()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        var outlet = (await JsonAsync(program, "/api/v1/reports?q=TOLL&outlet=River Plate Wire&as-of=2026-02-28")).GetProperty("reports");
        outlet.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var r in outlet.EnumerateArray())
        {
            r.GetProperty("outlet").GetString().ShouldBe("River Plate Wire");
            r.GetProperty("title").GetString()!.ShouldContain("toll", Case.Insensitive);
            string.CompareOrdinal(r.GetProperty("date").GetString(), "2026-02-28").ShouldBeLessThanOrEqualTo(0);
        }
    }

    [Fact]
    public async Task Unreviewed_reports_come_first_when_asked_for()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        var latest = (await JsonAsync(program, "/api/v1/reports?order=unreviewed&limit=1")).GetProperty("reports")[0].GetProperty("number").GetInt32();
        foreach (var entry in (await JsonAsync(program, $"/api/v1/reports/{latest}")).GetProperty("entries").EnumerateArray())
            (await program.PostAsJsonAsync($"/api/v1/entries/{entry.GetProperty("entry").GetString()}/confirm", new { seen = 0 })).EnsureSuccessStatusCode();
        var rows = (await JsonAsync(program, "/api/v1/reports?order=unreviewed&limit=500")).GetProperty("reports").EnumerateArray().ToList();
        rows[0].GetProperty("number").GetInt32().ShouldNotBe(latest);
        var done = rows.Single(r => r.GetProperty("number").GetInt32() == latest);
        done.GetProperty("reviewed").GetInt32().ShouldBe(done.GetProperty("entries").GetInt32());
    }

    [Fact]
    public async Task A_list_of_reports_can_be_taken_as_a_table()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        (await program.GetStringAsync("/api/v1/reports?format=csv&limit=2")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        (await program.GetStringAsync("/api/v1/reports?format=md&limit=2")).ShouldStartWith("| Number | Id |");
        (await program.GetAsync("/api/v1/reports?format=xml")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await program.GetAsync("/api/v1/reports?order=size")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_report_comes_with_its_text_and_its_entries_point_into_it()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        var report = await JsonAsync(program, "/api/v1/reports/1");
        var text = new SourceText(report.GetProperty("text").GetString()!);
        report.GetProperty("entries").GetArrayLength().ShouldBeGreaterThan(2);
        foreach (var entry in report.GetProperty("entries").EnumerateArray())
            text.Slice(new(entry.GetProperty("span")[0].GetInt32(), entry.GetProperty("span")[1].GetInt32())).ShouldBe(entry.GetProperty("words").GetString());
        (await JsonAsync(program, "/api/v1/reports/1/reading")).GetProperty("schema").GetString().ShouldBe("parley.reading/1");
        foreach (var path in new[] { "/api/v1/reports/999", "/api/v1/reports/999/reading", "/api/v1/entries/1/s99", "/api/v1/entries/999/s1", "/api/v1/entries/1/s99/history" })
            await ShouldRefuseAsync(await program.GetAsync(path), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unchanged_report_is_not_sent_twice()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        foreach (var path in new[] { "/api/v1/reports", "/api/v1/reports/1" })
        {
            var tag = (await program.GetAsync(path)).Headers.ETag!;
            using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
            (await program.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }
    }

    [Fact]
    public async Task An_entry_is_confirmed_edited_and_rejected_and_each_is_undone()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        var before = await JsonAsync(program, "/api/v1/entries/1/s1");
        var confirmed = await ShouldDoAsync(program.PostAsJsonAsync("/api/v1/entries/1/s1/confirm", new { seen = 0 }));
        confirmed.GetProperty("now").GetProperty("mark").GetString().ShouldBe("confirmed");
        var seen = confirmed.GetProperty("correction").GetInt32();
        var edited = await ShouldDoAsync(program.PatchAsJsonAsync("/api/v1/entries/1/s1", new { seen, note = "he spoke", fields = new { speaker = "Óscar Benítez" } }));
        edited.GetProperty("now").GetProperty("fields").GetProperty("speaker").GetString().ShouldBe("Óscar Benítez");
        var rejected = await ShouldDoAsync(program.PostAsJsonAsync("/api/v1/entries/1/s1/reject", new { seen = edited.GetProperty("correction").GetInt32() }));
        rejected.GetProperty("now").GetProperty("mark").GetString().ShouldBe("rejected");

        var history = await JsonAsync(program, "/api/v1/entries/1/s1/history");
        history.EnumerateArray().Select(c => c.GetProperty("kind").GetString()).ShouldBe(["confirm", "edit", "reject"]);
        history[1].GetProperty("note").GetString().ShouldBe("he spoke");
        foreach (var made in new[] { rejected, edited, confirmed })
            (await ShouldDoAsync(program.PostAsJsonAsync($"/api/v1/corrections/{made.GetProperty("correction")}/undo", new { }))).GetProperty("undoneBy").GetString().ShouldBe("Anna");
        var after = await JsonAsync(program, "/api/v1/entries/1/s1");
        after.GetProperty("mark").GetString().ShouldBe("read");
        after.GetProperty("fields").ToString().ShouldBe(before.GetProperty("fields").ToString());
        await ShouldRefuseAsync(await program.PostAsJsonAsync($"/api/v1/corrections/{seen}/undo", new { }), HttpStatusCode.BadRequest);
        await ShouldRefuseAsync(await program.PostAsJsonAsync("/api/v1/corrections/999/undo", new { }), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_has_not_seen_the_last_correction_is_told()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        await ShouldDoAsync(program.PatchAsJsonAsync("/api/v1/entries/1/s1", new { seen = 0, fields = new { speaker = "Óscar Benítez" } }));
        foreach (var late in new[]
        {
            await program.PatchAsJsonAsync("/api/v1/entries/1/s1", new { seen = 0, fields = new { speaker = "Somebody Else" } }),
            await program.PostAsJsonAsync("/api/v1/entries/1/s1/confirm", new { seen = 0 }),
            await program.PostAsJsonAsync("/api/v1/entries/1/s1/reject", new { seen = 0 }),
        })
            (await ShouldRefuseAsync(late, HttpStatusCode.Conflict)).ShouldContain("Anna corrected 1/s1 in the meantime");
        (await JsonAsync(program, "/api/v1/entries/1/s1")).GetProperty("fields").GetProperty("speaker").GetString().ShouldBe("Óscar Benítez");
    }

    [Fact]
    public async Task What_cannot_stand_in_a_field_is_refused_with_what_may()
    {
        await using var site = await sample.OpenAsync(WithToken);
        using var program = Program(site);
        (await ShouldRefuseAsync(await program.PatchAsJsonAsync("/api/v1/entries/1/p1", new { fields = new { act = "shouts" } }), HttpStatusCode.BadRequest)).ShouldContain("expected one of");
        (await ShouldRefuseAsync(await program.PatchAsJsonAsync("/api/v1/entries/1/p1", new { fields = new { colour = "red" } }), HttpStatusCode.BadRequest)).ShouldContain("has no field");
        await ShouldRefuseAsync(await program.PatchAsJsonAsync("/api/v1/entries/1/p1", new { }), HttpStatusCode.BadRequest);
        await ShouldRefuseAsync(await program.PatchAsync("/api/v1/entries/1/p1", new StringContent("{", MediaTypeHeaderValue.Parse("application/json"))), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_entry_is_put_in_by_span_or_by_words_beside_what_lies_outside_the_basic_plane()
    {
        await using var site = await sample.OpenAsync(WithToken, empty: true);
        using var program = Program(site);
        var text = "🚢🚢 Harbour notes\r\n\r\nThe pilots, said Ada Quist, “will not take barges after dark”.\n";
        var report = new Report("r", new(text)) { Outlet = "Harbour Post" };
        await site.Dossier.AddAsync(report, new(new("none", "0", []), new("r", "", 0, null, null, null, null, null, null)), default);
        var start = new SourceText(text).Chars.IndexOf("“will", StringComparison.Ordinal);
        var span = new[] { start, start + "“will not take barges after dark”".Length };

        var made = await program.PostAsJsonAsync("/api/v1/reports/1/entries", new { kind = "statement", span, fields = new { speaker = "Ada Quist", mode = "direct" } });
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var added = await JsonAsync(program, made.Headers.Location!.ToString());
        added.GetProperty("words").GetString().ShouldBe("“will not take barges after dark”");
        added.GetProperty("mark").GetString().ShouldBe("added");
        added.GetProperty("fields").GetProperty("speaker").GetString().ShouldBe("Ada Quist");

        var words = await ShouldDoAsync(program.PostAsJsonAsync("/api/v1/reports/1/entries", new { kind = "position", words = "notes  The pilots", fields = new { act = "refuse" } }));
        words.GetProperty("now").GetProperty("words").GetString().ShouldBe("notes\r\n\r\nThe pilots");
        foreach (var bad in new object[]
        {
            new { kind = "rumour", span }, new { kind = "statement", span = new[] { 5 } }, new { kind = "statement", span = new[] { 9, 5 } },
            new { kind = "statement", span = new[] { 0, 9999 } }, new { kind = "statement", words = "no such words" }, new { kind = "statement" },
        })
            await ShouldRefuseAsync(await program.PostAsJsonAsync("/api/v1/reports/1/entries", bad), HttpStatusCode.BadRequest);
        await ShouldRefuseAsync(await program.PostAsJsonAsync("/api/v1/reports/9/entries", new { kind = "statement", span }), HttpStatusCode.NotFound);
    }

    internal static HttpClient Program(OpenSite site)
    {
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "open sesame");
        return client;
    }

    internal static async Task<JsonElement> JsonAsync(HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    internal static async Task<JsonElement> ShouldDoAsync(Task<HttpResponseMessage> sent)
    {
        var answer = await sent;
        var body = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>An RFC 9457 problem with the status; gives its detail.</summary>
    internal static async Task<string> ShouldRefuseAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, body);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(body).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        return problem.GetProperty("detail").GetString()!;
    }
}
