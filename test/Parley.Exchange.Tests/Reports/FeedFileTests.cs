using Parley.Exchange.Reports;

namespace Parley.Exchange.Tests.Reports;

public sealed class FeedFileTests
{
    [Fact]
    public void The_items_of_rss_become_reports_with_their_full_text()
    {
        var items = FeedFile.Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Halden Courier</title><link>https://courier.example/</link>
            <item><title>Talks resume</title><link>https://courier.example/1</link><pubDate>Mon, 02 Mar 2026 23:30:00 +0200</pubDate>
            <description>Short.</description><content:encoded><![CDATA[<p>Envoys met in Halden.</p><p>They said &amp; wrote <b>nothing</b>.</p>]]></content:encoded></item>
            <item><title>Only a summary</title><description>The port stays shut.</description></item>
            <item><title>Nothing at all</title></item>
            </channel></rss>
            """);
        items.Count.ShouldBe(3);
        var first = items[0].Report.ShouldNotBeNull();
        first.Text.Original.ShouldBe("Envoys met in Halden.\n\nThey said & wrote nothing.");
        (first.Title, first.Outlet, first.Url, first.Published!.Iso).ShouldBe(("Talks resume", "Halden Courier", "https://courier.example/1", "2026-03-02"));
        items[1].Report!.Text.Original.ShouldBe("The port stays shut.");
        items[1].Report!.Published.ShouldBeNull();
        items[2].Problem.ShouldNotBeNull().ShouldContain("Nothing at all");
    }

    [Fact]
    public void The_entries_of_atom_become_reports()
    {
        var report = FeedFile.Read("""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><id>urn:a</id><updated>2026-03-02T10:00:00Z</updated>
            <entry><title>Levy</title><id>urn:b</id><link href="https://wire.example/2"/><published>2026-03-01T10:00:00Z</published><updated>2026-03-02T10:00:00Z</updated>
            <content type="html">&lt;p&gt;The levy stays, the minister said.&lt;/p&gt;</content></entry></feed>
            """).ShouldHaveSingleItem().Report.ShouldNotBeNull();
        (report.Text.Original, report.Outlet, report.Published!.Iso).ShouldBe(("The levy stays, the minister said.", "Wire", "2026-03-01"));
    }

    [Fact]
    public void The_items_of_a_json_feed_become_reports()
    {
        var items = FeedFile.Read("""
            {"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[
            {"id":"1","url":"https://wire.example/1","title":"One","content_text":"The port stays shut.","date_published":"2026-03-02T23:30:00+02:00"},
            {"id":"2","content_html":"<p>The levy stays.</p>"},{"id":"3","title":"Empty"}]}
            """);
        items.Select(i => i.Report?.Text.Original).ShouldBe(["The port stays shut.", "The levy stays.", null]);
        (items[0].Report!.Outlet, items[0].Report!.Published!.Iso).ShouldBe(("Wire", "2026-03-02"));
    }

    [Fact]
    public void A_feed_that_unfolds_without_end_is_refused_at_once()
    {
        const string laughs = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <rss version="2.0"><channel><title>&c;</title></channel></rss>
            """;
        FeedFile.LooksLikeFeed(laughs).ShouldBeTrue();
        Should.Throw<FormatException>(() => FeedFile.Read(laughs)).Message.ShouldContain("DTD");
    }

    [Theory]
    [InlineData("<rss version='2.0'><channel><item>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{]}")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\"}")]
    public void A_broken_feed_is_said_in_one_line(string text) => Should.Throw<FormatException>(() => FeedFile.Read(text)).Message.ShouldNotContain("\n");

    [Fact]
    public async Task A_file_with_a_feed_gives_its_items_one_by_one()
    {
        var folder = Directory.CreateTempSubdirectory("parley-test-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "feed.xml"), "<rss version=\"2.0\"><channel><title>W</title><item><description>First.</description></item><item><description>Second.</description></item></channel></rss>");
            using var fetcher = new PageFetcher(allowPrivate: false);
            var found = new List<ReportInput>();
            await foreach (var input in new ReportSources(fetcher, () => Stream.Null).ReadAsync([folder.FullName])) found.Add(input);
            found.Select(f => f.Report?.Text.Original).ShouldBe(["First.", "Second."]);
            found[1].Where.ShouldEndWith("feed.xml:2");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
