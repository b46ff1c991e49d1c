using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Parley.Dossiers.Judgements;

namespace Parley.Workbench.Tests;

/// <summary>Models that an analyst makes: proposed, changed, computed, kept under a name, and never passed off as a finding.</summary>
public sealed class ScenarioTests(SampleSite sample)
{
    private const string Model = "name: Toll\nparties:\n  - {name: Norland, options: [\"Lift the ban\"], prefers: [\"!2\", \"!1\"]}\n  - {name: Estava, options: [\"Raise the toll\"], prefers: [\"1\", \"2\"]}\ntoday: NN\n";

    private static string Page(params (string Name, string Value)[] more) =>
        "/scenarios/stability?model=" + Uri.EscapeDataString(Model) + string.Concat(more.Select(m => $"&{m.Name}={Uri.EscapeDataString(m.Value)}"));

    [Fact]
    public async Task A_model_says_what_holds_and_why_and_how_to_get_there()
    {
        await using var site = await sample.OpenAsync();
        var page = WebUtility.HtmlDecode(await (await site.EnterAsync()).GetStringAsync(Page()));
        page.ShouldContain("hold for everyone");
        page.ShouldContain("would not gain by any move it has");
        page.ShouldContain("Estava takes up “Raise the toll”");
        page.ShouldContain("A model, not a finding");
    }

    [Fact]
    public async Task A_wish_moves_up_by_its_button_and_the_address_holds_what_it_gives()
    {
        await using var site = await sample.OpenAsync();
        var page = WebUtility.HtmlDecode(await (await site.EnterAsync()).GetStringAsync(Page(("move", "0.1.0"), ("forbid", "1 & 2"), ("wish-1", "!1"))));
        page = Regex.Match(page, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value;
        page.IndexOf("\"!Lift the ban\"", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("\"!Raise the toll\"", StringComparison.Ordinal));
        page.ShouldContain("infeasible:\n  - \"YY\"");
        Regex.Matches(page, "\"!Lift the ban\"").Count.ShouldBe(2);
    }

    [Fact]
    public async Task Parties_options_and_today_are_edited_in_the_fields_and_kept_in_the_same_text()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var first = await client.GetStringAsync(Page());
        var (text, stamp) = (TextOf(first), Regex.Match(first, "name=\"stamp\" value=\"([^\"]+)\"").Groups[1].Value);
        var changed = TextOf(await client.GetStringAsync(Edited(text, stamp, ("party-0", "Norland’s government"), ("option-1", "Double the toll"), ("today-1", "yes"), ("new-option-0", "Send a pilot"), ("new-party", "Vellin"))));
        changed.ShouldBe("""
            name: "Toll"
            parties:
              - name: "Norland’s government"
                options:
                  - "Lift the ban"
                  - "Send a pilot"
                prefers:
                  - "!Double the toll"
                  - "!Lift the ban"
              - name: "Estava"
                options:
                  - "Double the toll"
                prefers:
                  - "Lift the ban"
                  - "Double the toll"
              - name: "Vellin"
                options: []
                prefers: []
            today: "NNY"

            """.ReplaceLineEndings("\n"));
        var dropped = TextOf(await client.GetStringAsync($"/scenarios/stability?model={Uri.EscapeDataString(changed)}&drop-option=0"));
        dropped.ShouldNotContain("Lift the ban");
        dropped.ShouldContain("today: \"NY\"");
        TextOf(await client.GetStringAsync($"/scenarios/stability?model={Uri.EscapeDataString(changed)}&drop-party=1")).ShouldContain("today: \"NN\"");
        // A text changed by hand is another model: the fields that came with it say nothing of it.
        TextOf(await client.GetStringAsync(Edited(text.Replace("Lift the ban", "Lift the levy"), stamp, ("option-0", "Lift the ban")))).ShouldContain("Lift the levy");
    }

    [Fact]
    public async Task What_a_proposed_model_rests_on_outlives_every_change_and_the_keeping()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var page = await client.GetStringAsync("/scenarios/stability");
        var quotes = Quotes(page);
        quotes.ShouldBeGreaterThan(3);
        var text = TextOf(page);
        var moved = await client.GetStringAsync($"/scenarios/stability?model={Uri.EscapeDataString(text)}&move=0.0.1&new-option-1=Send+a+pilot");
        Quotes(moved).ShouldBe(quotes);
        var kept = await FormTests.SendAsync(client, "/me", "/do/scenarios", ("kind", "stability"), ("subject", "My guess"), ("value", TextOf(moved)));
        Quotes(await client.GetStringAsync(kept.Headers.Location)).ShouldBe(quotes);
        static int Quotes(string page) => Regex.Matches(page, "class=\"quote\"").Count;
    }

    [Fact]
    public async Task A_party_that_ranks_states_has_a_list_to_put_in_order_without_script()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        const string text = "name: Toll\nparties:\n  - {name: Norland, options: [\"Lift the ban\"], ranking: [YN, NN, [NY, YY]]}\n  - {name: Estava, options: [\"Raise the toll\"], prefers: [\"1\", \"2\"]}\ntoday: NN\n";
        (await RanksAsync()).ShouldBe(["YN", "NN", "NY, YY"]);
        (await RanksAsync("move=0.1.0")).ShouldBe(["NN", "YN", "NY, YY"]);
        (await RanksAsync("join=0.1")).ShouldBe(["YN, NN", "NY, YY"]);
        (await RanksAsync("part=0.2")).ShouldBe(["YN", "NN", "NY", "YY"]);
        (await RanksAsync("drop=0.2")).ShouldBe(["YN", "NN"]);
        (await RanksAsync("drop=0.2&rank-0=YY")).ShouldBe(["YN", "NN", "YY"]);
        (await RanksAsync("move=0.7.0")).ShouldBe(["YN", "NN", "NY, YY"]);
        // Nobody cares about a new option until they say so; a state with one that is gone is no more.
        (await RanksAsync("new-option-1=Send+a+pilot")).ShouldBe(["YNN, YNY", "NNN, NNY", "NYN, NYY, YYN, YYY"]);
        (await RanksAsync("drop-option=1")).ShouldBe(["Y", "N"]);
        // Wishes of the other party become states in their order.
        (await RanksAsync("ranking=1", party: 1)).ShouldBe(["YY", "YN", "NY", "NN"]);
        WebUtility.HtmlDecode(await client.GetStringAsync(Address("rank-0=YN"))).ShouldContain("state \"YN\" stands twice");
        (await client.GetStringAsync(Address("move=0.1.0"))).ShouldContain("draggable=\"true\"");

        static string Address(string edit) => $"/scenarios/stability?model={Uri.EscapeDataString(text)}&{edit}";

        async Task<string[]> RanksAsync(string edit = "", int party = 0)
        {
            var parts = TextOf(await client.GetStringAsync(Address(edit))).Split("  - name: ")[party + 1];
            return [.. Regex.Matches(parts, "- \\[(.*)\\]").Select(m => m.Groups[1].Value.Replace("\"", "", StringComparison.Ordinal))];
        }
    }

    private static string Edited(string text, string stamp, params (string Name, string Value)[] fields) =>
        $"/scenarios/stability?model={Uri.EscapeDataString(text)}&stamp={stamp}" + string.Concat(fields.Select(f => $"&{f.Name}={Uri.EscapeDataString(f.Value)}"));

    private static string TextOf(string page) => WebUtility.HtmlDecode(Regex.Match(page, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value);

    [Theory]
    [InlineData("nonsense: [")]
    [InlineData("name: x\nparties: []")]
    public async Task A_broken_model_is_told_and_stays_in_the_field(string text)
    {
        await using var site = await sample.OpenAsync();
        var page = await (await site.EnterAsync()).GetStringAsync("/scenarios/stability?model=" + Uri.EscapeDataString(text));
        page.ShouldContain("cannot be computed");
        WebUtility.HtmlDecode(page).ShouldContain(text);
    }

    [Theory]
    [InlineData("/scenarios/stability", "stability", Model)]
    [InlineData("/scenarios/forecast", "forecast", "actor,capability,issue,position,salience\nNorland,1,Toll,10,50\nEstava,2,Toll,90,50\n")]
    public async Task A_kept_model_carries_author_and_day_and_is_called_a_model(string path, string kind, string text)
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var answer = await FormTests.SendAsync(client, "/me", "/do/scenarios", ("kind", kind), ("subject", "My guess"), ("value", text));
        answer.Headers.Location!.ToString().ShouldBe($"{path}?kept=1");
        (await client.GetStringAsync(answer.Headers.Location)).ShouldContain("My guess");
        var list = await client.GetStringAsync("/scenarios");
        list.ShouldContain("model, not a finding");
        list.ShouldContain("Anna");
        (await site.Dossier.ViewAsync(default)).Judgements.ShouldHaveSingleItem().Kind.ShouldBe(JudgementKind.Model);
        (await client.GetStringAsync("/brief")).ShouldNotContain("My guess");
    }

    [Fact]
    public async Task A_forecast_states_its_record_and_what_it_rests_on()
    {
        await using var site = await sample.OpenAsync();
        var page = await (await site.EnterAsync()).GetStringAsync("/scenarios/forecast");
        page.ShouldContain("nothing tested so far beats it");
        page.ShouldContain("351 decided issues");
        page.ShouldContain("data-drawer=");
        page.ShouldNotContain("style=");
    }

    [Fact]
    public async Task A_changed_input_changes_the_forecast()
    {
        await using var site = await sample.OpenAsync();
        var page = await (await site.EnterAsync()).GetStringAsync("/scenarios/forecast?on=Toll&actor=A&actor=B&position=0&position=100&salience=50&salience=50&capability=1&capability=3");
        page.ShouldContain("Toll: 75");
    }

    [Fact]
    public async Task No_model_is_large_enough_to_keep_the_site_waiting()
    {
        await using var site = await sample.OpenAsync(new() { ApiToken = "t" });
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "t");
        var options = string.Join(", ", Enumerable.Range(1, 13).Select(i => $"o{i}"));
        var large = await client.PostAsJsonAsync("/api/v1/stability", new { model = $"name: x\nparties:\n  - {{name: A, options: [{options}], prefers: []}}\n  - {{name: B, options: [z], prefers: []}}\n" });
        large.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await large.Content.ReadAsStringAsync()).ShouldContain("at most 12");
        var many = await client.PostAsJsonAsync("/api/v1/forecast", Enumerable.Range(0, 41).Select(i => new { actor = $"a{i}", capability = 1, issue = "x", position = 1, salience = 1 }));
        many.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
