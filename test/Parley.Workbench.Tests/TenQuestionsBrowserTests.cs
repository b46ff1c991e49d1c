using Microsoft.Playwright;

namespace Parley.Workbench.Tests;

/// <summary>The ten questions, each answered from Today in three clicks or keys at most, and the way of one who has never seen the workbench.</summary>
public sealed class TenQuestionsBrowserTests(SampleSite sample)
{
    private const int Most = 3;

    [Fact]
    public async Task The_ten_questions_are_answered_in_three_clicks_or_keys()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        var today = page.Url;

        // What changed since Friday? Today says it.
        await AskAsync(page, today);
        await Assertions.Expect(page.Locator(".moves .was .quote").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".moves .is .quote").First).ToBeVisibleAsync();

        // What has X said on Y, all of it, in order?
        await AskAsync(page, today, Key("g"), Key("m"), Click("td >> text=all it said"));
        await Assertions.Expect(page.Locator(".chosen a")).ToHaveCountAsync(2);
        var days = await page.Locator(".said .when").AllInnerTextsAsync();
        days.Count.ShouldBeGreaterThan(0);
        days.Select(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture)).ShouldBeInOrder();

        // Show me the sentence.
        await AskAsync(page, today, Click(".moves .is .quote"));
        var marked = page.Locator("#drawer blockquote mark");
        await Assertions.Expect(marked).ToBeVisibleAsync();
        (await page.Locator("#drawer blockquote").InnerTextAsync()).ShouldContain(await marked.InnerTextAsync());

        // Who else reported it, and independently?
        await AskAsync(page, today, Key("g"), Key("m"), Click(".behind:text-is('2 sources')"));
        var outlets = await page.Locator("main li .told").AllInnerTextsAsync();
        outlets.Select(t => t.Split('·')[^1].Trim()).Distinct().Count().ShouldBeGreaterThan(1);
        await AskAsync(page, today, Key("g"), Key("u"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Courier of the South");

        // Is it new, or the same line again?
        await AskAsync(page, today);
        await Assertions.Expect(page.Locator(".moves .moved").First).ToBeVisibleAsync();
        await AskAsync(page, today, Click("text=said again unchanged"), p => p.Locator("main input[name=since]").FillAsync("2026-03-01"));
        await Assertions.Expect(page.Locator(".moves .is .quote").First).ToBeVisibleAsync();

        // Where do they agree already?
        await AskAsync(page, today, Key("g"), Key("i"));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Agreed" }).Or(page.GetByRole(AriaRole.Heading, new() { Name = "Near" })).First).ToBeVisibleAsync();

        // What is not being said?
        await AskAsync(page, today);
        await Assertions.Expect(page.Locator("section:has(h2:has-text('Silences')) li").First).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("silent for \\d+ days|never spoke"));

        // When do they meet next, and did the last date hold?
        await AskAsync(page, today);
        await Assertions.Expect(page.Locator(".tracks")).ToContainTextAsync("Last:");
        await AskAsync(page, today, Key("g"), Key("c"));
        await Assertions.Expect(page.Locator("table.calendar")).ToContainTextAsync("postponed from");

        // Can I correct it, and does the correction survive a second reading?
        await AskAsync(page, today, Click(".moves .is .quote"), async p =>
        {
            await Assertions.Expect(p.Locator("#drawer [data-key=x]")).ToBeVisibleAsync();
            await p.RunAndWaitForResponseAsync(() => p.Keyboard.PressAsync("x"), answer => answer.Request.Method == "POST");
            await p.WaitForLoadStateAsync(LoadState.NetworkIdle); // the page comes back to the entry by itself
        });
        var rejected = (await site.Dossier.ViewAsync(default)).Corrections.ShouldHaveSingleItem().Subject.Number;
        await site.Dossier.RereadAsync(rejected, await site.Dossier.ReadingAsync(rejected, default), default);
        await page.GotoAsync($"{site.Address}/reports/{rejected}");
        await Assertions.Expect(page.Locator("[data-mark=rejected]").First).ToBeAttachedAsync();

        // Can I paste it into my note in two minutes?
        await AskAsync(page, today, Key("g"), Key("b"));
        await WordAsync(page);
    }

    [Fact]
    public async Task A_newcomer_finds_what_changed_corrects_a_speaker_and_leaves_with_a_brief_in_Word()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        await page.Locator(".moves .is .quote").First.ClickAsync();
        await page.Locator("#drawer a:has-text('statement')").First.ClickAsync();
        await Assertions.Expect(page.Locator("#drawer h2")).ToContainTextAsync("statement", new() { IgnoreCase = true });
        await page.Locator("#drawer summary:text-is('Edit')").ClickAsync();
        await page.Locator("#drawer [data-field=speaker]").FillAsync("Ramón Ayala");
        await page.Locator("#drawer button.main").ClickAsync();
        await page.WaitForLoadStateAsync();
        var correction = (await site.Dossier.ViewAsync(default)).Corrections.ShouldHaveSingleItem();
        (correction.By, correction.After["speaker"]).ShouldBe(("Anna", "Ramón Ayala"));
        await page.Locator("nav.rooms >> text=Brief").ClickAsync();
        await WordAsync(page);
    }

    /// <summary>From Today, by these clicks and keys and no more of them than allowed.</summary>
    private static async Task AskAsync(IPage page, string today, params Func<IPage, Task>[] steps)
    {
        steps.Length.ShouldBeLessThanOrEqualTo(Most);
        await page.GotoAsync("about:blank"); // else an address that differs in its fragment alone is not loaded anew
        await page.GotoAsync(today);
        foreach (var step in steps) await step(page);
    }

    private static Func<IPage, Task> Key(string key) => page => page.Keyboard.PressAsync(key);

    private static Func<IPage, Task> Click(string what) => page => page.Locator(what).First.ClickAsync();

    private static async Task WordAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("button:text-is('Word')").ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".docx");
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        bytes[..2].ShouldBe("PK"u8.ToArray());
        bytes.Length.ShouldBeGreaterThan(4000);
    }
}
