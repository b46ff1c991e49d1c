using System.Net;
using System.Text.RegularExpressions;

namespace Parley.Workbench.Tests;

/// <summary>Who agrees with whom: the picture, the same in words, and what stands behind each tie.</summary>
public sealed class NetworkPageTests(SampleSite sample)
{
    [Fact]
    public async Task Every_edge_leads_to_the_positions_behind_it()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var page = await client.GetStringAsync("/network");
        var edges = Regex.Matches(page, "href=\"(/network/edge[^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        edges.Count.ShouldBeGreaterThan(3);
        foreach (var edge in edges)
            (await client.GetStringAsync(edge)).ShouldContain("data-drawer=", customMessage: edge);
        page.ShouldContain("<svg");
        page.ShouldNotContain("style=");
    }

    [Fact]
    public async Task The_counts_in_the_table_are_what_the_edge_shows()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var page = await client.GetStringAsync("/network?kind=conflict&threshold=0");
        var link = Regex.Match(page, "href=\"(/network/edge[^\"]+kind=conflict[^\"]*)\">(\\d+) position");
        var edge = await client.GetStringAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
        Regex.Matches(edge, "data-drawer=").Count.ShouldBe(int.Parse(link.Groups[2].Value));
    }

    [Fact]
    public async Task A_threshold_hides_weak_ties_and_a_time_without_positions_says_so()
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        (await RowsAsync("/network?threshold=80")).ShouldBeLessThan(await RowsAsync("/network?threshold=0"));
        (await client.GetStringAsync("/network?since=1990-01-01&as-of=1990-02-01")).ShouldContain("No tie found");
        async Task<int> RowsAsync(string path) => Regex.Matches(await client.GetStringAsync(path), "<th scope=\"row\">").Count;
    }

    [Theory]
    [InlineData("/network?kind=love")]
    [InlineData("/network/edge?from=1&to=1")]
    [InlineData("/network/edge?from=1")]
    public async Task What_cannot_be_shown_is_said(string path)
    {
        await using var site = await sample.OpenAsync();
        (await (await site.EnterAsync()).GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

/// <summary>Stances over time on the pages of issues and parties.</summary>
public sealed class StanceLaneTests(SampleSite sample)
{
    [Theory]
    [InlineData("/issues/1", "/parties/")]
    [InlineData("/parties/2", "/issues/")]
    public async Task Each_mark_of_a_lane_leads_to_its_evidence(string path, string lane)
    {
        await using var site = await sample.OpenAsync();
        var client = await site.EnterAsync();
        var page = await client.GetStringAsync(path);
        page.ShouldContain("Stances over time");
        var svg = Regex.Match(page, "<svg.*?</svg>", RegexOptions.Singleline).Value;
        var links = Regex.Matches(svg, "href=\"([^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        links.ShouldContain(l => l.StartsWith(lane));
        var evidence = links.Where(l => l.StartsWith("/evidence/") || l.StartsWith("/entries")).ToList();
        evidence.ShouldNotBeEmpty();
        (await client.GetAsync(evidence[0])).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
