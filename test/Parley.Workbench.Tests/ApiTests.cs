using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Parley.Workbench.Tests;

/// <summary>The API as a program uses it. Every route stands in <see cref="Routes"/>, and a route that does not fails a test.</summary>
public sealed class ApiTests(SampleSite sample)
{
    /// <summary>Route as described, the call, its body, the status, and a word that the answer holds.</summary>
    public static TheoryData<string, string, string?, int, string> Routes() => new()
    {
        { "GET /api/v1/dossier", "/api/v1/dossier", null, 200, "\"reports\":30" },
        { "GET /api/v1/matrix", "/api/v1/matrix?party=Paraguay&before=2026-03-01", null, 200, "Paraguay" },
        { "GET /api/v1/changes", "/api/v1/changes?since=2026-04-01", null, 200, "\"moves\"" },
        { "GET /api/v1/statements", "/api/v1/statements?q=toll&limit=3", null, 200, "\"shown\"" },
        { "GET /api/v1/timeline", "/api/v1/timeline", null, 200, "\"events\"" },
        { "GET /api/v1/calendar", "/api/v1/calendar", null, 200, "Buenos Aires" },
        { "GET /api/v1/calendar.ics", "/api/v1/calendar.ics", null, 200, "BEGIN:VCALENDAR" },
        { "GET /api/v1/contradictions", "/api/v1/contradictions?days=20", null, 200, "\"total\"" },
        { "GET /api/v1/agreement", "/api/v1/agreement", null, 200, "\"islands\"" },
        { "GET /api/v1/silence", "/api/v1/silence?days=10", null, 200, "\"silent\"" },
        { "GET /api/v1/sources", "/api/v1/sources", null, 200, "River Plate Wire" },
        { "GET /api/v1/facets", "/api/v1/facets?q=toll", null, 200, "\"parties\"" },
        { "GET /api/v1/brief", "/api/v1/brief?format=md", null, 200, "State of play" },
        { "GET /api/v1/names/actors", "/api/v1/names/actors?q=urug", null, 200, "Uruguay" },
        { "GET /api/v1/names/issues", "/api/v1/names/issues?q=toll", null, 200, "toll" },
        { "GET /api/v1/issues", "/api/v1/issues?limit=2&offset=1", null, 200, "\"offset\":1" },
        { "GET /api/v1/issues/advice", "/api/v1/issues/advice", null, 200, "\"merges\"" },
        { "POST /api/v1/issues", "/api/v1/issues", """{"label":"Free passage for medicines","fields":{"terms":"medicines"}}""", 201, "\"number\":1" },
        { "PATCH /api/v1/issues/{number}", "/api/v1/issues/1", """{"fields":{"definition":"what it is"},"note":"why"}""", 200, "what it is" },
        { "GET /api/v1/actors", "/api/v1/actors?limit=2", null, 200, "\"total\"" },
        { "PATCH /api/v1/actors/{number}", "/api/v1/actors/1", """{"fields":{"part":"mediator"}}""", 200, "mediator" },
        { "GET /api/v1/mandates", "/api/v1/mandates", null, 200, "\"rows\"" },
        { "POST /api/v1/mandates", "/api/v1/mandates", """{"person":1,"party":2,"role":"envoy","from":"2026-02-01"}""", 201, "envoy" },
        { "GET /api/v1/judgements", "/api/v1/judgements", null, 200, "\"rows\"" },
        { "POST /api/v1/judgements", "/api/v1/judgements", """{"kind":"note","subject":"Paraguay","value":"tired"}""", 201, "tired" },
        { "POST /api/v1/judgements/{number}/withdraw", "/api/v1/judgements/1/withdraw", "{}", 404, "no judgement 1" },
        { "GET /api/v1/networks/positions", "/api/v1/networks/positions?from=1&to=2&limit=5", null, 200, "\"total\"" },
        { "GET /api/v1/networks", "/api/v1/networks?kind=agreement&format=graphml", null, 200, "<graphml" },
        { "GET /api/v1/stability", "/api/v1/stability?options=4", null, 200, "prefers:" },
        { "POST /api/v1/stability", "/api/v1/stability", """{"model":"name: Toll\nparties:\n  - {name: A, options: [Lift], prefers: [\"!2\", \"!1\"]}\n  - {name: B, options: [Raise], prefers: [\"1\", \"2\"]}\ntoday: NN"}""", 200, "would not gain" },
        { "GET /api/v1/forecast", "/api/v1/forecast", null, 200, "\"salience\"" },
        { "POST /api/v1/forecast", "/api/v1/forecast", """[{"actor":"A","capability":1,"issue":"toll","position":0,"salience":50},{"actor":"B","capability":3,"issue":"toll","position":100,"salience":50}]""", 200, "\"compromise\":75" },
        { "GET /api/v1/corrections", "/api/v1/corrections", null, 200, "\"rows\"" },
        { "POST /api/v1/corrections/{number}/undo", "/api/v1/corrections/7/undo", "{}", 404, "no correction 7" },
        { "GET /api/v1/reports", "/api/v1/reports?limit=2", null, 200, "\"reports\"" },
        { "GET /api/v1/reports/{report}", "/api/v1/reports/1", null, 200, "MONTEVIDEO" },
        { "GET /api/v1/reports/{report}/reading", "/api/v1/reports/1/reading", null, 200, "parley.reading/1" },
        { "POST /api/v1/reports/{report}/entries", "/api/v1/reports/1/entries", """{"kind":"position","words":"abolish the toll","fields":{"party":"Paraguay","act":"demand"}}""", 201, "Paraguay" },
        { "GET /api/v1/entries/{report}/{entry}", "/api/v1/entries/1/p1", null, 200, "\"seen\":0" },
        { "PATCH /api/v1/entries/{report}/{entry}", "/api/v1/entries/1/p1", """{"fields":{"firmness":"red-line"},"seen":0}""", 200, "red-line" },
        { "GET /api/v1/entries/{report}/{entry}/history", "/api/v1/entries/1/p1/history", null, 200, "[]" },
        { "GET /api/v1/entries/{report}/{entry}/reasons", "/api/v1/entries/1/p1/reasons", null, 200, "act and stance" },
        { "GET /api/v1/review", "/api/v1/review?limit=2&as-of=2026-03-01", null, 200, "\"offset\":0" },
        { "POST /api/v1/entries/{report}/{entry}/confirm", "/api/v1/entries/1/p1/confirm", """{"seen":0}""", 200, "confirmed" },
        { "POST /api/v1/entries/{report}/{entry}/reject", "/api/v1/entries/1/p1/reject", """{"seen":0}""", 200, "rejected" },
        { "POST /api/v1/imports", "/api/v1/imports", "{}", 415, "" },
        { "GET /api/v1/imports/{id}", "/api/v1/imports/0", null, 404, "detail" },
        { "DELETE /api/v1/imports/{id}", "/api/v1/imports/0", null, 404, "detail" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_answers_as_described(string route, string call, string? body, int status, string word)
    {
        await using var site = await sample.OpenAsync(new() { ApiToken = "t", Analyst = "program" });
        var client = Program(site);
        using var request = new HttpRequestMessage(new(route.Split(' ')[0]), call) { Content = body is null ? null : JsonContent.Create(JsonNode.Parse(body)) };
        var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBe(status, text);
        (text.Contains(word) || text.Replace(": ", ":").Contains(word)).ShouldBeTrue(text);
        if (status >= 400 && word.Length > 0) answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task No_route_is_without_a_test_and_the_description_is_the_approved_one()
    {
        await using var site = await sample.OpenAsync(new() { ApiToken = "t" });
        var document = JsonNode.Parse(await Program(site).GetStringAsync("/api/v1.json"))!;
        var lines = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (Route: $"{o.Key.ToUpperInvariant()} {p.Key}", Operation: o.Value!))).OrderBy(r => r.Route, StringComparer.Ordinal).ToList();
        lines.Select(l => l.Route).ShouldBe(Routes().Select(r => r.Data.Item1).Order(StringComparer.Ordinal), ignoreOrder: true);
        var outline = string.Concat(lines.Select(l => $"{l.Route} ({string.Join(", ", (l.Operation["parameters"]?.AsArray() ?? []).Select(p => p!["name"]))}) {string.Join(" ", l.Operation["responses"]!.AsObject().Select(r => r.Key))}: {l.Operation["summary"]}\n"));
        var approved = Path.Combine(SampleSite.Root, "test", "Parley.Workbench.Tests", "Approved", "api.txt");
        if (Environment.GetEnvironmentVariable("PARLEY_APPROVE") is "1") await File.WriteAllTextAsync(approved, outline);
        outline.ShouldBe(await File.ReadAllTextAsync(approved));
    }

    [Fact]
    public async Task An_answer_that_is_known_is_not_sent_again_until_the_dossier_changes()
    {
        await using var site = await sample.OpenAsync(new() { ApiToken = "t" });
        var client = Program(site);
        var tag = (await client.GetAsync("/api/v1/matrix")).Headers.ETag!;
        client.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        (await client.GetAsync("/api/v1/matrix")).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await client.PostAsJsonAsync("/api/v1/judgements", new { kind = "note", subject = "Paraguay", value = "tired" });
        (await client.GetAsync("/api/v1/matrix")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/api/v1/matrix?party=Nowhere", 400)]
    [InlineData("/api/v1/statements?limit=many", 400)]
    [InlineData("/api/v1/matrix?format=xls", 400)]
    [InlineData("/api/v1/nothing", 404)]
    public async Task A_fault_is_a_problem_as_rfc_9457_has_it(string call, int status)
    {
        await using var site = await sample.OpenAsync(new() { ApiToken = "t" });
        var answer = await Program(site).GetAsync(call);
        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_api_can_be_browsed_without_the_internet()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        var elsewhere = new List<string>();
        var address = site.Address; // a request may come when the site is closed
        page.Request += (_, r) => { if (!r.Url.StartsWith(address, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal) && !r.Url.StartsWith("blob:", StringComparison.Ordinal)) elsewhere.Add(r.Url); };
        await page.GotoAsync(site.Address + "/api");
        await Microsoft.Playwright.Assertions.Expect(page.GetByText("Where each party stands on each issue").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        elsewhere.ShouldBeEmpty();
    }

    private static HttpClient Program(OpenSite site)
    {
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "t");
        return client;
    }
}
