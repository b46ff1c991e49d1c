using System.Globalization;
using AngleSharp.Html.Parser;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;

namespace Parley.Workbench.Tests;

/// <summary>Every name can be found, and how far two coders agree is told with what it rests on.</summary>
public sealed class NamesAndCodersTests(SampleSite sample)
{
    [Fact]
    public async Task A_name_without_a_position_is_found_by_a_part_of_it()
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        var all = new HtmlParser().ParseDocument(await client.GetStringAsync("/parties"));
        all.QuerySelectorAll(".rows li > a").ShouldNotContain(a => a.TextContent == "Carmen Solís");
        var found = new HtmlParser().ParseDocument(await client.GetStringAsync("/parties?q=SOL%C3%8D"));
        found.QuerySelectorAll(".rows li > a").Select(a => a.TextContent).ShouldBe(["Carmen Solís"]);
        new HtmlParser().ParseDocument(await client.GetStringAsync("/parties?q=zzz")).QuerySelector(".nothing")!.TextContent.ShouldBe("No such name found.");
    }

    [Fact]
    public async Task Two_coders_who_leave_entries_alike_agree_and_others_are_named_with_coefficients()
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        (await CodersAsync(client)).ShouldContain("once two analysts have coded");
        var entries = (await site.Dossier.ViewAsync(default)).Entries(1).Positions.Select(p => p.Id).Take(2).Concat((await site.Dossier.ViewAsync(default)).Entries(2).Positions.Select(p => p.Id)).Take(3).ToList();
        foreach (var entry in entries)
        {
            await site.Dossier.ConfirmAsync(entry, new("Anna"), default);
            await site.Dossier.ConfirmAsync(entry, new("Bela"), default);
        }

        var alike = await CodersAsync(client);
        alike.ShouldContain($"{entries.Count.ToString(CultureInfo.InvariantCulture)} entries coded by more than one of Anna, Bela");
        alike.ShouldContain("all were left alike");
        alike.ShouldContain("100 %");

        await site.Dossier.RejectAsync(entries[0], new("Bela"), default);
        var apart = await CodersAsync(client);
        apart.ShouldContain("1 left differently");
        apart.ShouldContain("66.67 %");
        apart.ShouldMatch("Krippendorff’s α\\s*0[.]\\d\\d");
        apart.ShouldMatch("Cohen’s κ\\s*0[.]\\d\\d");
    }

    private static async Task<string> CodersAsync(HttpClient client)
    {
        var text = new HtmlParser().ParseDocument(await client.GetStringAsync("/sources")).QuerySelector("main")!.TextContent;
        return System.Text.RegularExpressions.Regex.Replace(text[text.IndexOf("Two coders", StringComparison.Ordinal)..], "\\s+", " ");
    }
}
