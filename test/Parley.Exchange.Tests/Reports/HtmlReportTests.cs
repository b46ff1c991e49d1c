using Parley.Exchange.Reports;

namespace Parley.Exchange.Tests.Reports;

public sealed class HtmlReportTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "reservoir-liveblog.html"));

    [Fact]
    public void The_article_comes_without_menus_adverts_and_footers()
    {
        var text = HtmlReport.Read(Page).Text.Original;
        text.ShouldStartWith("Negotiators from Ardania");
        text.ShouldContain("\n\n");
        text.ShouldNotContain("Subscribe");
        text.ShouldNotContain("Horoscope");
        text.ShouldNotContain("Cookies");
        text.ShouldNotContain("<");
    }

    [Fact]
    public void Title_outlet_and_date_come_from_the_page()
    {
        var report = HtmlReport.Read(Page);
        report.Title.ShouldNotBeNull().ShouldStartWith("Kessa dam talks");
        report.Outlet.ShouldBe("The Meridian Post");
        report.Published!.Iso.ShouldBe("2026-02-11");
    }

    [Fact]
    public void A_page_nested_ten_thousand_deep_is_read()
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 10_000)) + "Deep words stand here." + "</body></html>";
        HtmlReport.Read(page).Text.Original.ShouldContain("Deep words stand here.");
    }

    [Fact]
    public void A_page_without_text_is_refused() =>
        Should.Throw<FormatException>(() => HtmlReport.Read("<html><body><img src=x></body></html>")).Message.ShouldBe("is a page without text");

    [Fact]
    public void Scripts_are_not_text() =>
        HtmlReport.Read("<html><body><p>Words of the report, some of them.</p><script>var x = 'no';</script></body></html>").Text.Original
            .ShouldBe("Words of the report, some of them.");
}
