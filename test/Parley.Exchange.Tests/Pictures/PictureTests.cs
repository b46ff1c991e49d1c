using System.Xml.Linq;
using Parley.Analysis.Bargaining;
using Parley.Exchange.Pictures;
using Parley.Reading;

namespace Parley.Exchange.Tests.Pictures;

public sealed class PictureTests
{
    private static readonly PictureNode[] Nodes = [new("Norland <&>", 3) { Href = "/party/1" }, new("Estava", 1), new("Vellin", 2)];

    private static readonly PictureTie[] Ties =
    [
        new(0, 1, 2, PictureTieKind.Agreement) { Href = "/tie?a=1&b=2", Detail = "twice \"together\"" },
        new(1, 2, 1, PictureTieKind.Conflict),
    ];

    private static readonly Negotiation Two = new(["A <&>", "B"], ["Quota"], [1, 2], [[10], [90]], [[50], [80]]);

    private static string[] All() =>
    [
        NetworkPicture.Draw("A <picture>", Nodes, Ties, TestContext.Current.CancellationToken),
        LanePicture.Draw("A <picture>", [new("Norland", [new(new(2026, 3, 1), Stance.For, Firmness.RedLine), new(new(2026, 3, 9), Stance.Against)]), new("Estava", [])]),
        IntervalPicture.Draw("A <picture>", [new("Norland's position", 40, 60), new("broken", double.NaN, 3)], 50, "compromise"),
        PositionsPicture.Draw("A <picture>", new Negotiation(["A", "B"], ["Quota"], [1, 2], [[10], [double.NaN]], [[50], [0]]), [[("compromise", 10)]]),
        SeriesPicture.Line("A <picture>", [new(new(2026, 3, 1), 0.2, 0), new(new(2026, 3, 8), 0.7, 1)]),
        IntervalPicture.Draw("A <picture>", [new("Norland <&>", 0, 0.4)], 0, "", (0, 1), "stroke: alone"),
        TurnsPicture.Draw("A <picture>", Two, new SpatialModel().Run(Two, new()), [40]),
        SeriesPicture.Line("A <picture>", []),
        SeriesPicture.Bars("A <picture>", ["Norland <&>"], ["0", "1"], [[2, 5]]),
    ];

    [Fact]
    public void A_strict_page_can_hold_every_picture()
    {
        foreach (var svg in All())
        {
            var parsed = XDocument.Parse(svg);
            parsed.Root!.Name.LocalName.ShouldBe("svg");
            parsed.Descendants().Select(e => e.Name.LocalName).ShouldNotContain(n => n == "script" || n == "style" || n == "image");
            parsed.Descendants().Attributes().ShouldNotContain(a => a.Name.LocalName == "style" || a.Name.LocalName == "id" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
            parsed.Root.Elements().First().Value.ShouldBe("A <picture>");
            parsed.Root.Elements().ElementAt(1).Name.LocalName.ShouldBe("desc");
            svg.ShouldNotContain("NaN");
        }
    }

    [Fact]
    public void Words_and_lines_take_the_colour_of_the_page_on_no_ground_of_their_own()
    {
        foreach (var svg in All().Select(XDocument.Parse))
        {
            svg.Descendants().Where(e => e.Name.LocalName == "text").ShouldAllBe(t => t.Attribute("fill")!.Value == "currentColor");
            svg.Descendants().Attributes("fill").ShouldNotContain(f => f.Value == "#ffffff" || f.Value == "white");
        }
    }

    [Fact]
    public void A_series_says_its_ends_in_words_and_where_groups_begin()
    {
        var svg = XDocument.Parse(SeriesPicture.Line("Phases", [new(new(2026, 3, 1), 0.2, 0), new(new(2026, 3, 8), 0.7, 1)]));
        svg.Root!.Elements().ElementAt(1).Value.ShouldBe("2 points from 2026-03-01 to 2026-03-08; lowest 0.2 on 2026-03-01, highest 0.7 on 2026-03-08; 2 groups, numbered where each begins.");
    }

    [Fact]
    public void Nodes_and_ties_lead_where_they_are_told()
    {
        var links = XDocument.Parse(All()[0]).Descendants().Where(e => e.Name.LocalName == "a").Select(a => a.Attribute("href")!.Value);
        links.ShouldBe(["/tie?a=1&b=2", "/party/1"]);
    }

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData(" java\nscript:x", false)]
    [InlineData("#s12", true)]
    [InlineData("/statements?at=12:30", true)]
    [InlineData("https://example.org/", true)]
    public void Only_harmless_links_are_drawn(string href, bool kept) =>
        NetworkPicture.Draw("", [new("A") { Href = href }], [], TestContext.Current.CancellationToken).Contains("<a ").ShouldBe(kept);

    [Fact]
    public void Agreement_and_conflict_differ_without_colour()
    {
        var lines = XDocument.Parse(All()[0]).Descendants().Where(e => e.Name.LocalName == "line").ToLookup(e => e.Attribute("class")!.Value);
        lines["picture-agreement"].ShouldAllBe(l => l.Attribute("stroke-dasharray") == null);
        lines["picture-conflict"].ShouldContain(l => l.Attribute("stroke-dasharray") != null);
    }

    [Fact]
    public void Parties_that_agree_stand_nearer_than_parties_in_conflict()
    {
        var at = new Parley.Analysis.Networks.StressLayout().Place(3, [new(0, 1, 2), new(1, 2, -2)], TestContext.Current.CancellationToken);
        double Far(int a, int b) => Math.Sqrt(Math.Pow(at[a].X - at[b].X, 2) + Math.Pow(at[a].Y - at[b].Y, 2));
        Far(0, 1).ShouldBeLessThan(Far(1, 2));
    }
}
