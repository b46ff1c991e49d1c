using Microsoft.Playwright;

namespace Parley.Workbench.Tests;

/// <summary>How soon the next report stands on the screen: measured while no other test runs.</summary>
[CollectionDefinition(nameof(NextReportTests), DisableParallelization = true)]
[Collection(nameof(NextReportTests))]
public sealed class NextReportTests(SampleSite sample)
{
    /// <summary>The best of several; on a machine so busy that the plainest page takes 100 milliseconds, twice what that takes.</summary>
    [Fact]
    public async Task The_next_report_is_there_within_200_milliseconds()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        List<double> plain = [], took = [];
        var next = "/reports/1";
        for (var n = 0; n < 8; n++)
        {
            // In turn, so that what else the computer does strikes both alike.
            await page.GotoAsync($"{site.Address}/me");
            plain.Add(await LoadedAsync(page));
            await page.GotoAsync(site.Address + next);
            took.Add(await LoadedAsync(page));
            next = await page.Locator("a[rel=next]").GetAttributeAsync("href");
        }

        took.Min().ShouldBeLessThan(Math.Max(200, 2 * plain.Min()), string.Join(", ", took));
        TestContext.Current.SendDiagnosticMessage($"next report: {took.Min():0} ms, the plainest page {plain.Min():0} ms");
        await page.Context.CloseAsync();
    }

    /// <summary>Milliseconds from leaving the page before to this one being complete.</summary>
    private static Task<double> LoadedAsync(IPage page) =>
        page.EvaluateAsync<double>("() => { const n = performance.getEntriesByType('navigation')[0]; return n.domComplete - n.startTime; }");
}
