using System.Collections.Concurrent;
using System.Net;

namespace Parley.Workbench.Tests;

/// <summary>What <c>parley serve</c> asks for on its own, so that no analyst waits for the first page of a kind.</summary>
public sealed class WarmUpTests(SampleSite sample)
{
    [Fact]
    public async Task Every_kind_of_page_was_asked_for_once_and_lets_nobody_in()
    {
        var lines = new ConcurrentQueue<string>();
        await using var site = await sample.OpenAsync(new() { WarmUp = true, AccessLog = lines.Enqueue });
        await site.Site.Warm;
        lines.ShouldAllBe(line => line.Contains(" 200 ", StringComparison.Ordinal));
        foreach (var path in new[] { "/", "/matrix", "/network", "/brief", "/scenarios/stability", "/reports/30", "/sources" })
            lines.ShouldContain(line => line.StartsWith($"GET {path} ", StringComparison.Ordinal));
        (await site.Stranger().GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await site.EnterAsync()).Dispose(); // the links of the site are still its user's
    }

    [Fact]
    public async Task An_empty_dossier_and_a_site_that_closes_at_once_are_no_trouble()
    {
        await using (var empty = await sample.OpenAsync(new() { WarmUp = true }, empty: true)) await empty.Site.Warm;
        var site = await sample.OpenAsync(new() { WarmUp = true });
        await site.DisposeAsync();
        site.Site.Warm.IsCompletedSuccessfully.ShouldBeTrue();
    }
}
