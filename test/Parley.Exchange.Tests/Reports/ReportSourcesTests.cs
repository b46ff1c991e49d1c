using System.Text;
using Parley.Exchange.Reports;

namespace Parley.Exchange.Tests.Reports;

public sealed class ReportSourcesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_folder_gives_its_reports_by_name_and_leaves_out_the_rest()
    {
        Write("b.txt", "The second.");
        Write("a.txt", "The first.");
        Write("sub/c.html", "<!doctype html><title>T</title><body><p>The third paragraph of some length, with a comma.</p></body>");
        Write("picture.png", "no");
        var found = await ReadAsync(_folder.FullName);
        found.Select(f => f.Report!.Text.Original).ShouldBe(["The first.", "The second.", "The third paragraph of some length, with a comma."]);
    }

    [Fact]
    public async Task A_folder_without_reports_is_named()
    {
        var found = await ReadAsync(_folder.FullName);
        found.ShouldHaveSingleItem().Problem.ShouldNotBeNull().ShouldStartWith("is a folder without reports");
    }

    [Fact]
    public async Task A_missing_file_is_named_and_the_next_is_read()
    {
        var found = await ReadAsync(Path.Combine(_folder.FullName, "none.txt"), Write("a.txt", "The first."));
        found.Select(f => f.Problem).ShouldBe(["does not exist", null]);
    }

    [Fact]
    public async Task A_pattern_finds_files_in_folders_below()
    {
        Write("x/one.txt", "One.");
        Write("x/y/two.txt", "Two.");
        Write("x/y/three.log", "Three.");
        var found = await ReadAsync(Path.Combine(_folder.FullName, "**", "*.txt"));
        found.Select(f => f.Report!.Text.Original).ShouldBe(["One.", "Two."]);
    }

    [Fact]
    public async Task A_broken_line_is_named_by_number_and_the_others_are_read()
    {
        var file = Write("r.jsonl", """
            {"id":"a","text":"First.","published":"2024-03-14"}
            not json

            {"id":"b"}
            {"id":"c","text":"Last.","published":"soon"}
            {"id":"d","text":"Kept."}
            """);
        var found = await ReadAsync(file);
        found.Select(f => (f.Where[(f.Where.LastIndexOf(':') + 1)..], f.Report?.Id)).ShouldBe([("1", "a"), ("2", null), ("4", null), ("5", null), ("6", "d")]);
        found[0].Report!.Published!.Day.ShouldBe(new(2024, 3, 14));
        found[1].Problem.ShouldNotBeNull().ShouldStartWith("is no JSON (at byte 2)");
        found[2].Problem.ShouldNotBeNull().ShouldContain("\"text\"");
        found[3].Problem.ShouldNotBeNull().ShouldContain("\"soon\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\t ")]
    public async Task An_empty_file_is_named(string content) =>
        (await ReadAsync(Write("e.txt", content))).ShouldHaveSingleItem().Problem.ShouldBe("is empty");

    [Fact]
    public async Task A_file_past_the_limit_is_refused()
    {
        var file = Write("big.txt", "");
        await using (var stream = File.OpenWrite(file)) stream.SetLength(ReportFile.MaxBytes + 1);
        (await ReadAsync(file)).ShouldHaveSingleItem().Problem.ShouldNotBeNull().ShouldStartWith("is larger than 20 MB");
    }

    [Fact]
    public async Task Standard_input_takes_text_pages_and_json_lines()
    {
        (await ReadStandardAsync("Plain words.")).Single().Report!.Text.Original.ShouldBe("Plain words.");
        (await ReadStandardAsync("""{"id":"j","text":"In JSON."}""")).Single().Report!.Id.ShouldBe("j");
        (await ReadStandardAsync("<html><body><p>On a page, at some length.</p></body></html>")).Single().Report!.Text.Original.ShouldBe("On a page, at some length.");
    }

    [Fact]
    public async Task A_url_that_fails_is_told_in_one_line()
    {
        var found = await ReadAsync("http://127.0.0.1:1/report");
        found.ShouldHaveSingleItem().Problem.ShouldNotBeNull().ShouldStartWith("could not be fetched");
    }

    [Fact]
    public async Task A_report_keeps_line_ends_and_rare_characters()
    {
        const string text = "One.\r\nTwo\u00A0\u00AD \U0001F600 e\u0301.";
        var report = (await ReadAsync(Write("t.txt", text))).Single().Report!;
        report.Text.Original.ShouldBe(text);
        report.Id.ShouldBe(ReportId.Of(report.Text));
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        return file;
    }

    private static async Task<List<ReportInput>> ReadAsync(params string[] inputs)
    {
        using var fetcher = new PageFetcher(allowPrivate: true);
        return await new ReportSources(fetcher, () => Stream.Null).ReadAsync(inputs, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<ReportInput>> ReadStandardAsync(string text)
    {
        using var fetcher = new PageFetcher(allowPrivate: false);
        return await new ReportSources(fetcher, () => new MemoryStream(Encoding.UTF8.GetBytes(text))).ReadAsync(["-"], TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
