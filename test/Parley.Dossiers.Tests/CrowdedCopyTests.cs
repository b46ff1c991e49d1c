using Parley.Dossiers.Folding;

namespace Parley.Dossiers.Tests;

public sealed class CrowdedCopyTests
{
    private static readonly string[] Stock = [.. Enumerable.Range(0, 10).Select(k => Paragraph($"stock{k}", 30))];

    [Fact]
    public void A_copy_is_found_among_hundreds_of_reports_that_share_stock_paragraphs()
    {
        var finder = new CopyFinder();
        for (var n = 1; n <= 600; n++) finder.Add(n, Sketch.Of(Report(n)));
        for (var n = 5; n <= 600; n += 35)
        {
            finder.Find(Sketch.Of(Report(n) + " " + Paragraph($"added{n}", 40))).ShouldBe(n);
            finder.Find(Sketch.Of(Report(n + 10_000))).ShouldBe(0, "another report with the same stock paragraph is no copy");
        }
    }

    [Fact]
    public void A_wire_story_that_a_hundred_outlets_shortened_alike_is_still_known()
    {
        var finder = new CopyFinder();
        var story = Paragraph("wire", 160);
        finder.Add(1, Sketch.Of(story));
        for (var n = 2; n <= 120; n++) finder.Add(n, Sketch.Of(Paragraph("wire", 70) + " " + Paragraph($"local{n}", 60)));
        finder.Find(Sketch.Of(Paragraph("wire", 70) + " " + Paragraph("local999", 60))).ShouldBeGreaterThan(0);
        finder.Find(Sketch.Of(story)).ShouldBe(1);
    }

    private static string Report(int n) => $"{Paragraph($"own{n}", 90)} {Stock[n % Stock.Length]}";

    private static string Paragraph(string seed, int words) => string.Join(' ', Enumerable.Range(0, words).Select(w => $"{seed}word{w * w}"));
}
