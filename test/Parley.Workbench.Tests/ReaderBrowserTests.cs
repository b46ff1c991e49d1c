using Microsoft.Playwright;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Language;

namespace Parley.Workbench.Tests;

/// <summary>The report reader under the hands of an analyst.</summary>
public sealed class ReaderBrowserTests(SampleSite sample)
{
    [Fact]
    public async Task A_wrong_speaker_is_corrected_by_keyboard_and_the_correction_undone()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        await page.GotoAsync($"{site.Address}/reports/1#s1");
        await page.Keyboard.PressAsync("e");
        var speaker = page.Locator("#s1 [data-field=speaker]");
        await Assertions.Expect(speaker).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ControlOrMeta+a");
        await page.Keyboard.TypeAsync("Ramón Ayala");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s1 .gist")).ToContainTextAsync("Ramón Ayala");
        await Assertions.Expect(page.Locator("#s1 .mark")).ToContainTextAsync("edited by Anna");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator("#s1 .gist")).ToContainTextAsync("Etcheverry");
        await page.Keyboard.PressAsync("y");
        await Assertions.Expect(page.Locator("#s1 .mark")).ToContainTextAsync("confirmed");
        await Assertions.Expect(page.Locator(".entry.current")).Not.ToHaveIdAsync("s1");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(page.Locator("[data-mark=rejected]")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_selected_after_an_emoji_become_a_statement_of_these_words()
    {
        const string text = "🚢🚢 Harbour notes 🌊\n\nThe pilots will not take barges after dark, Ada Quist told the port.\n";
        await using var site = await sample.OpenAsync(empty: true);
        await site.Dossier.AddAsync(new("r", new(text)), new(new("none", "0", []), new("r", "", 0, null, null, null, null, "2026-03-03", null)), default);
        var page = await site.PageAsync();
        await page.GotoAsync($"{site.Address}/reports/1");
        await page.EvaluateAsync(
            """
            () => {
              const node = document.getElementById('text').firstChild, range = document.createRange(), at = node.data.indexOf('The pilots');
              range.setStart(node, at);
              range.setEnd(node, at + 'The pilots will not take barges after dark'.length);
              getSelection().removeAllRanges();
              getSelection().addRange(range);
            }
            """);
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(page.Locator("#new-words")).ToHaveValueAsync("The pilots will not take barges after dark");
        await page.Keyboard.TypeAsync("Ada Quist");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".entry.current .gist")).ToContainTextAsync("Ada Quist");
        var view = await site.Dossier.ViewAsync(default);
        var added = view.Entries(1).Statements.ShouldHaveSingleItem();
        new SourceText(text).Slice(added.Content).ShouldBe("The pilots will not take barges after dark");
        await Assertions.Expect(page.Locator("#text .content")).ToHaveTextAsync("The pilots will not take barges after dark");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_second_of_two_analysts_is_told_and_loses_nothing_of_what_was_typed()
    {
        await using var site = await sample.OpenAsync();
        var page = await site.PageAsync();
        await page.GotoAsync($"{site.Address}/reports/1#s1");
        await page.Keyboard.PressAsync("e");
        await page.Locator("#s1 [data-field=speaker]").FillAsync("Ramón Ayala");
        await site.Dossier.EditAsync(new(1, EntryKind.Statement, 1), new Fields { { "speaker", "Bruna Sosa" } }, new("Bert"), default);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#s1 .say")).ToContainTextAsync("Bert corrected 1/s1 in the meantime");
        await Assertions.Expect(page.Locator("#s1 [data-field=speaker]")).ToHaveValueAsync("Ramón Ayala");
        await page.Locator("#s1 .say button").ClickAsync();
        await Assertions.Expect(page.Locator("#s1 .now").First).ToHaveTextAsync("now: Bruna Sosa");
        await page.Locator("#s1 form.edit .main").ClickAsync();
        await Assertions.Expect(page.Locator("#s1 .gist")).ToContainTextAsync("Ramón Ayala");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_dropped_file_is_read_and_pasted_junk_is_named()
    {
        await using var site = await sample.OpenAsync(empty: true);
        var page = await site.PageAsync();
        await page.GotoAsync($"{site.Address}/add");
        await page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.items.add(new File(['HARBOURTON, March 3 — The union refused to work at night, Ada Quist said on Tuesday.'], 'notes.txt', { type: 'text/plain' }));
              dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.Locator(".import")).ToContainTextAsync("Done: 1 of 1 input · 1 report added", new() { Timeout = 60_000 });
        await page.Locator("#text").FillAsync("%PDF-1.4 %âãÏÓ junk");
        await page.Locator("form.add .main").ClickAsync();
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync("pasted text is a PDF", new() { Timeout = 60_000 });
        await page.Context.CloseAsync();
    }
}
