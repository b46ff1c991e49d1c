using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Parley.Workbench.Tests;

/// <summary>Every page in both sizes and both schemes: no serious fault of access, no script error, nothing wider than the screen.</summary>
/// <remarks><c>PARLEY_SCREENSHOTS=FOLDER</c> keeps the pictures.</remarks>
public sealed class ScreenshotTests(SampleSite sample, ScreenshotTests.Screens screens) : IClassFixture<ScreenshotTests.Screens>
{
    private const string Ranked = "%7Bname:+Toll,+parties:+%5B%7Bname:+Norland,+options:+%5BLift+the+ban%5D,+ranking:+%5BYN,+NN%5D%7D,+%7Bname:+Estava,+options:+%5BRaise+the+toll%5D,+prefers:+%5B%221%22%5D%7D%5D,+today:+NN%7D";

    public static TheoryData<string> Pages() => 
    [
        "/", "/matrix", "/matrix?before=2026-03-05", "/evidence/1/p1", "/evidence/1/p1/why", "/entries?ids=1/p1,1/s1", "/me", "/issues", "/issues/1", "/parties", "/parties/1", "/calendar", "/sentences?q=toll", "/changes?since=2026-03-01", "/contradictions",
        "/silence", "/sources", "/codebook", "/brief", "/reports?order=unreviewed&q=toll", "/reports/1", "/reports/5?review=true", "/review", "/add", "/network", "/network/edge?from=2&to=3",
        "/scenarios", "/scenarios/stability", "/scenarios/stability?model=" + Ranked, "/scenarios/forecast",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_used_by_everyone(string path)
    {
        foreach (var (name, page) in await screens.OpenAsync(sample))
        {
            (await page.GotoAsync(screens.Address + path))!.Status.ShouldBe(200);
            await KeepAsync(page, $"{Name(path)}-{name}.png");
            // The markup is the same at both widths; the colours are not in both schemes.
            var faults = name.StartsWith("telephone", StringComparison.Ordinal) ? [] : (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").ToList();
            faults.ShouldBeEmpty(string.Join("\n", faults.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0, "the page is wider than the screen");
        }
    }

    [Fact]
    public async Task The_drawer_opens_the_sentence_and_closes_again()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        await page.Locator("main a.quote").First.ClickAsync();
        await Assertions.Expect(page.Locator("#drawer blockquote mark")).ToBeVisibleAsync();
        await KeepAsync(page, "drawer-desk-light.png");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#drawer")).ToBeHiddenAsync();
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PARLEY_SCREENSHOTS") is not { Length: > 0 } folder) return;
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name) });
    }

    private static string Name(string path) => path is "/" ? "today" : path.Trim('/').Split('?')[0].Replace('/', '-');

    /// <summary>One site and three screens, for all pages that are only looked at.</summary>
    public sealed class Screens : IAsyncLifetime
    {
        private OpenSite? _site;
        private (string, IPage)[]? _pages;

        public string Address => _site!.Address;

        public async Task<(string Name, IPage Page)[]> OpenAsync(SampleSite sample)
        {
            if (_pages is not null) return _pages;
            _site = await sample.OpenAsync();
            return _pages = [("desk-light", await _site.PageAsync()), ("desk-dark", await _site.PageAsync(scheme: ColorScheme.Dark)), ("telephone-light", await _site.PageAsync(telephone: true))];
        }

        public ValueTask InitializeAsync() => ValueTask.CompletedTask;

        public async ValueTask DisposeAsync()
        {
            foreach (var (_, page) in _pages ?? []) await page.Context.CloseAsync();
            if (_site is not null) await _site.DisposeAsync();
        }
    }
}
