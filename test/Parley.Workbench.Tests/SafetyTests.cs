using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Parley.Language;
using Parley.Reading;

namespace Parley.Workbench.Tests;

/// <summary>The workbench as an attacker meets it: another program on the computer, a page in the same browser, the author of a report.</summary>
public sealed class SafetyTests(SampleSite sample)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/matrix")]
    [InlineData("/evidence/1/p1")]
    [InlineData("/parts/evidence/1/p1")]
    [InlineData("/api/v1/matrix")]
    [InlineData("/api/v1.json")]
    [InlineData("/calendar.ics")]
    [InlineData("/calendar.ics?key=0")]
    [InlineData("/enter")]
    [InlineData("/enter?key=0123456789abcdef")]
    public async Task Nobody_gets_in_without_a_link(string path)
    {
        await using var site = await sample.OpenAsync();
        var answer = await site.Stranger().GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Uruguay");
    }

    [Fact]
    public async Task A_link_opens_once()
    {
        await using var site = await sample.OpenAsync();
        var link = site.Site.NewLink();
        (await site.Stranger().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Stranger().GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_session_is_kept_from_scripts_and_from_other_sites()
    {
        await using var site = await sample.OpenAsync();
        var answer = await site.Stranger().GetAsync(site.Site.NewLink());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("parley=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
    }

    [Theory]
    [InlineData("attacker.example")]
    [InlineData("127.0.0.1.attacker.example")]
    [InlineData("localhost.attacker.example")]
    public async Task A_name_that_was_rebound_to_this_computer_is_turned_away(string host)
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("not the workbench");
    }

    [Fact]
    public async Task The_site_listens_on_the_loopback_address_alone()
    {
        await using var site = await sample.OpenAsync();
        new Uri(site.Address).Host.ShouldBe("127.0.0.1");
    }

    [Theory]
    [InlineData("/do/entries/1/p1")]
    [InlineData("/do/judgements")]
    [InlineData("/do/issues")]
    [InlineData("/do/brief")]
    [InlineData("/do/me")]
    [InlineData("/api/v1/judgements")]
    [InlineData("/api/v1/issues")]
    public async Task A_form_of_another_page_is_refused(string path)
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        using var form = new FormUrlEncodedContent([new("how", "reject"), new("kind", "note"), new("name", "Eve")]);
        (await client.PostAsync(path, form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var view = await site.Dossier.ViewAsync(default);
        (view.Corrections.Length, view.Judgements.Length).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_form_token_of_another_session_is_refused()
    {
        await using var site = await sample.OpenAsync();
        var (anna, eve) = (await site.EnterAsync(), await site.EnterAsync());
        var token = Token(await eve.GetStringAsync("/me"));
        using var form = new FormUrlEncodedContent([new("name", "Eve"), new("__RequestVerificationToken", token)]);
        (await anna.PostAsync("/do/me", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("//attacker.example")]
    [InlineData("/\\attacker.example")]
    [InlineData("https://attacker.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_form_never_leads_off_the_site(string address)
    {
        await using var site = await sample.OpenAsync();
        var answer = await FormTests.SendAsync(await site.EnterAsync(), "/me", "/do/me", ("name", "Anna"), ("return", address));
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task The_words_of_a_report_are_never_markup()
    {
        await using var site = await sample.OpenAsync(empty: true);
        const string evil = "MINSK, Jan 3 — Foreign Minister Ivan Petrov <img src=x onerror=alert(1)> said Belarus rejects the <script>alert(2)</script> toll.\n";
        var report = new Report("evil", new SourceText(evil)) { Title = "<b onclick=alert(3)>x</b>", Outlet = "\"><script>alert(4)</script>" };
        await site.Dossier.AddAsync(report, ReportReader.Load().Read(report), default);
        var client = await site.EnterAsync();
        var view = await site.Dossier.ViewAsync(default);
        var entries = view.Entries(1).Statements.Select(s => s.Id).Concat(view.Entries(1).Positions.Select(p => p.Id)).ToList();
        entries.ShouldNotBeEmpty();
        string[] paths = ["/", "/matrix", "/issues", "/parties", "/sentences", "/sources", "/brief", "/codebook", "/calendar", .. entries.SelectMany(e => new[] { $"/evidence/{e}", $"/parts/evidence/{e}" })];
        foreach (var path in paths)
        {
            var page = await client.GetStringAsync(path);
            page.ShouldNotContain("<img", Case.Insensitive, path);
            page.ShouldNotContain("<b onclick", Case.Insensitive, path);
            page.ShouldNotContain("<script>", Case.Insensitive, path);
        }
    }

    [Theory]
    [MemberData(nameof(ScreenshotTests.Pages), MemberType = typeof(ScreenshotTests))]
    public async Task No_page_holds_script_or_style_of_its_own(string path)
    {
        await using var site = await sample.OpenAsync();
        var answer = await (await site.EnterAsync()).GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("default-src 'none';");
        policy.ShouldNotContain("unsafe");
        var page = await answer.Content.ReadAsStringAsync();
        Regex.Matches(page, "<script(?![^>]*\\ssrc=)", RegexOptions.IgnoreCase).ShouldBeEmpty();
        Regex.Matches(page, "<[^>]+\\s(on[a-z]+|style)\\s*=", RegexOptions.IgnoreCase).ShouldBeEmpty();
        Regex.Matches(page, "(src|href)=\"(https?:)?//").ShouldBeEmpty("something is loaded from elsewhere");
    }

    [Fact]
    public async Task A_program_needs_the_token_and_gets_the_api_alone()
    {
        await using var site = await sample.OpenAsync(new() { ApiToken = "secret" });
        var program = site.Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "secret");
        (await program.GetAsync("/api/v1/matrix")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync("/matrix")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        program.DefaultRequestHeaders.Authorization = new("Bearer", "Secret");
        (await program.GetAsync("/api/v1/matrix")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Without_a_token_no_program_gets_in()
    {
        await using var site = await sample.OpenAsync();
        var program = site.Stranger();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");
        (await program.GetAsync("/api/v1/matrix")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_key_of_the_feed_opens_the_calendar_and_nothing_else()
    {
        await using var site = await sample.OpenAsync();
        var key = Regex.Match(await (await site.EnterAsync()).GetStringAsync("/calendar"), "calendar\\.ics\\?key=([0-9a-f]+)").Groups[1].Value;
        var program = site.Stranger();
        (await program.GetStringAsync($"/calendar.ics?key={key}")).ShouldStartWith("BEGIN:VCALENDAR");
        (await program.GetAsync($"/calendar?key={key}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await program.GetAsync($"/api/v1/calendar?key={key}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/assets/../Parley.slnx")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/assets/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/nothing.js")]
    public async Task No_file_of_the_computer_is_served(string path)
    {
        await using var site = await sample.OpenAsync();
        (await (await site.EnterAsync()).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_access_log_tells_no_words()
    {
        var lines = new ConcurrentQueue<string>();
        await using var site = await sample.OpenAsync(new() { AccessLog = lines.Enqueue });
        await (await site.EnterAsync()).GetAsync("/sentences?q=secretword");
        lines.ShouldContain(l => l.StartsWith("GET /sentences 200", StringComparison.Ordinal));
        lines.ShouldAllBe(l => !l.Contains("secretword") && !l.Contains("key="));
    }

    [Fact]
    public async Task A_fault_tells_a_sentence_and_no_stack()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        foreach (var (path, status) in new[] { ("/evidence/1/p999", 404), ("/matrix?as-of=yesterday", 400), ("/matrix?party=Nowhere", 400), ("/issues/99999", 404), ("/nothing", 404) })
        {
            var answer = await client.GetAsync(path);
            ((int)answer.StatusCode).ShouldBe(status, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("   at ");
        }
    }

    internal static string Token(string page) => Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
}
