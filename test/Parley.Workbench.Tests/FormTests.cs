using System.Net;
using System.Text.RegularExpressions;
using Parley.Dossiers.Judgements;

namespace Parley.Workbench.Tests;

/// <summary>What pages send: corrections, judgements, the codebook, the brief.</summary>
public sealed class FormTests(SampleSite sample)
{
    [Fact]
    public async Task A_correction_is_kept_under_the_analysts_name_and_leads_back_to_the_page()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var answer = await SendAsync(client, "/evidence/1/p1", "/do/entries/1/p1", ("how", "edit"), ("f-firmness", "red-line"), ("seen", "0"), ("return", "/matrix?as-of=2026-04-01"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/matrix?as-of=2026-04-01#entry=1/p1");
        var correction = (await site.Dossier.ViewAsync(default)).Corrections.ShouldHaveSingleItem();
        (correction.By, correction.After["firmness"], correction.After.Count).ShouldBe(("Anna", "red-line", 1));
    }

    [Fact]
    public async Task The_second_of_two_who_edit_one_entry_is_told()
    {
        await using var site = await sample.OpenAsync();
        var (anna, ben) = (await site.EnterAsync(), await site.EnterAsync());
        (await SendAsync(anna, "/evidence/1/p1", "/do/entries/1/p1", ("how", "reject"), ("seen", "0"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var answer = await SendAsync(ben, "/me", "/do/entries/1/p1", ("how", "edit"), ("f-firmness", "red-line"), ("seen", "0"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("in the meantime");
        (await site.Dossier.ViewAsync(default)).Corrections.Length.ShouldBe(1);
    }

    [Fact]
    public async Task Undo_takes_back_the_correction_that_was_shown()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        await SendAsync(client, "/me", "/do/entries/1/p1", ("how", "reject"), ("seen", "0"));
        (await SendAsync(client, "/me", "/do/entries/1/p1", ("how", "undo"), ("seen", "1"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await site.Dossier.ViewAsync(default)).Corrections.ShouldHaveSingleItem().Undone.ShouldBeTrue();
    }

    [Fact]
    public async Task A_judgement_is_kept_and_shown_as_one()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        await SendAsync(client, "/me", "/do/judgements", ("kind", "reliability"), ("subject", "Asunción Daily"), ("value", "B2"), ("return", "/sources"));
        (await site.Dossier.ViewAsync(default)).Judgements.ShouldHaveSingleItem().Kind.ShouldBe(JudgementKind.Reliability);
        (await client.GetStringAsync("/sources")).ShouldContain("class=\"judgement\"");
    }

    [Fact]
    public async Task Two_issues_become_one_and_their_page_follows()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var issues = (await site.Dossier.ViewAsync(default)).Issues.Take(2).ToList();
        (await SendAsync(client, "/codebook", $"/do/issues/{issues[1].Number}", ("mergedIntoLabel", issues[0].Label))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetStringAsync($"/issues/{issues[1].Number}")).ShouldContain(WebUtility.HtmlEncode(issues[0].Label));
    }

    [Fact]
    public async Task A_brief_goes_to_word_in_the_analysts_wording_with_its_notes()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var revision = (await site.Dossier.ViewAsync(default)).Revision.ToString();
        (string, string)[] form = [("revision", revision), ("since", "2026-03-28"), ("asOf", "2026-04-27"), ("keep", "moved-0"), ("moved-0", "Asunción gave way."), ("judgement", "A deal is near.")];
        var markdown = await (await SendAsync(client, "/brief", "/do/brief", [.. form, ("format", "md")])).Content.ReadAsStringAsync();
        markdown.ShouldContain("Asunción gave way.[^1]");
        markdown.ShouldContain("A deal is near.");
        markdown.ShouldContain("Anna");
        var word = await SendAsync(client, "/brief", "/do/brief", [.. form, ("format", "docx")]);
        word.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("River toll 2026-04-27.docx");
        (await word.Content.ReadAsByteArrayAsync())[..2].ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_brief_of_a_dossier_that_moved_on_is_not_written_from_stale_lines()
    {
        await using var site = await sample.OpenAsync();
        var answer = await SendAsync(await site.EnterAsync(), "/brief", "/do/brief", ("revision", "1"), ("format", "md"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    /// <summary>Sends a form with the token of a page.</summary>
    internal static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(await client.GetStringAsync(page), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await client.PostAsync(action, new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]));
    }
}
