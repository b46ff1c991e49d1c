using System.Text;
using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class ReadCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-cli-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Reading_a_sample_prints_an_account_without_colour_codes_when_piped()
    {
        var result = await Command.RunAsync("read", Path.Combine(Command.Samples, "ferry-strike.txt"));
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBeEmpty();
        result.Output.ShouldContain("Ferry crews reject weekend offer");
        result.Output.ShouldNotContain("\u001B");
        result.Output.Split('\n').Max(line => line.Length).ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task Several_reports_are_one_json_array_in_the_order_given()
    {
        var result = await Command.RunAsync("read", Command.Samples, "--format", "json", "--threads", "2");
        result.ExitCode.ShouldBe(0);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetArrayLength().ShouldBeGreaterThanOrEqualTo(3);
        json.RootElement[0].GetProperty("schema").GetString().ShouldBe("parley.reading/1");
    }

    [Fact]
    public async Task The_number_of_threads_changes_nothing_in_the_readings()
    {
        var one = await Command.RunAsync("read", Command.Samples, "--format", "jsonl", "--threads", "1");
        var four = await Command.RunAsync("read", Command.Samples, "--format", "jsonl", "--threads", "4");
        one.Output.ShouldNotBeEmpty();
        four.Output.ShouldBe(one.Output);
    }

    [Theory]
    [InlineData("p1", "rule: ")]
    [InlineData("s1", "cue: ")]
    [InlineData("nine families", "outcome: ")]
    public async Task Explaining_says_by_which_rule_and_words_an_entry_was_read(string asked, string reason)
    {
        var result = await Command.RunAsync("read", Path.Combine(Command.Samples, "ferry-strike.txt"), "--explain", asked);
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain(reason);
        result.Output.ShouldNotContain("Meetings");
    }

    [Fact]
    public async Task Explaining_what_is_not_there_is_one_line_and_exit_code_two()
    {
        var result = await Command.RunAsync("read", Path.Combine(Command.Samples, "ferry-strike.txt"), "--explain", "p999");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("has no statement or position \"p999\"");
    }

    [Fact]
    public async Task What_is_less_sure_than_asked_is_left_out()
    {
        var file = Path.Combine(Command.Samples, "ferry-strike.txt");
        using var all = JsonDocument.Parse((await Command.RunAsync("read", file, "--format", "json")).Output);
        using var sure = JsonDocument.Parse((await Command.RunAsync("read", file, "--format", "json", "--min-confidence", "0.8")).Output);
        foreach (var section in new[] { "statements", "positions" })
        {
            sure.RootElement.GetProperty(section).EnumerateArray().ShouldAllBe(x => x.GetProperty("confidence").GetDouble() >= 0.8);
            sure.RootElement.GetProperty(section).GetArrayLength().ShouldBeLessThan(all.RootElement.GetProperty(section).GetArrayLength());
        }
    }

    [Fact]
    public async Task A_page_is_one_file_that_needs_nothing_else()
    {
        var page = Path.Combine(_folder.FullName, "reading.html");
        var result = await Command.RunAsync("read", Path.Combine(Command.Samples, "reservoir-liveblog.html"), "--format", "html", "--output", page);
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBeEmpty();
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        html.ShouldStartWith("<!doctype html>");
        html.ShouldEndWith("</html>\n");
        html.ShouldNotContain("src=");
        html.ShouldNotContain("http://");
    }

    [Theory]
    [InlineData("missing.txt", "does not exist")]
    [InlineData("empty.txt", "is empty")]
    [InlineData("binary.txt", "is a binary file, expected text")]
    [InlineData("latin.txt", "is not UTF-8 (line 1)")]
    [InlineData("german.txt", "does not look English")]
    public async Task Bad_input_gives_one_line_and_exit_code_two(string name, string problem)
    {
        var file = Path.Combine(_folder.FullName, name);
        byte[]? content = name switch
        {
            "empty.txt" => [],
            "binary.txt" => [1, 0, 2, 0, 0, 3, 9, 9, 9],
            "latin.txt" => [0x63, 0x61, 0x66, 0xE9, 0x20, 0x61],
            "german.txt" => Encoding.UTF8.GetBytes("Der Minister hat gesagt, dass die Verhandlungen am Montag in Wien weitergehen und dass er nicht zufrieden ist."),
            _ => null,
        };
        if (content is not null) await File.WriteAllBytesAsync(file, content, TestContext.Current.CancellationToken);
        var result = await Command.RunAsync("read", file);
        result.ExitCode.ShouldBe(2);
        result.Output.Trim().ShouldBeEmpty();
        result.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldBe($"parley: {file}: {problem}" + result.Error.TrimEnd()[$"parley: {file}: {problem}".Length..]);
    }

    [Fact]
    public async Task Text_that_is_not_English_is_read_when_forced()
    {
        var result = await Command.RunAsync("Der Minister hat gesagt, dass die Verhandlungen am Montag in Wien weitergehen und dass er nicht zufrieden ist."u8.ToArray(), "read", "-", "--force", "--format", "jsonl");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldStartWith("{\"schema\":\"parley.reading/1\"");
    }

    [Fact]
    public async Task One_bad_report_among_good_ones_is_told_and_exit_code_one()
    {
        var result = await Command.RunAsync("{\"id\":\"a\",\"text\":\"The minister said no.\"}\nbroken\n"u8.ToArray(), "read", "-", "--format", "jsonl");
        result.ExitCode.ShouldBe(1);
        result.Output.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldContain("\"id\":\"a\"");
        result.Error.ShouldStartWith("parley: -:2: is no JSON");
    }

    [Theory]
    [InlineData("--published", "yesterday", "--published: expected a date like 2024-03-14")]
    [InlineData("--format", "pdf", "pdf")]
    [InlineData("--threads", "0", "--threads: expected a number from 1 to 256")]
    [InlineData("--min-confidence", "2", "--min-confidence: expected a number from 0 to 1")]
    public async Task A_wrong_option_is_named_and_nothing_is_read(string option, string value, string problem)
    {
        var result = await Command.RunAsync("read", "x.txt", option, value);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain(problem);
    }

    [Fact]
    public async Task Without_any_date_the_reader_says_that_relative_dates_stay_unresolved()
    {
        var result = await Command.RunAsync("The minister said on Tuesday that the talks would resume next week."u8.ToArray(), "read", "-");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("relative dates stay unresolved");
    }

    [Fact]
    public async Task Stopping_leaves_whole_lines()
    {
        var line = JsonSerializer.Serialize(new { id = "x", text = string.Concat(Enumerable.Repeat("The minister said that the talks would go on. ", 200)) });
        var input = Path.Combine(_folder.FullName, "many.jsonl");
        await File.WriteAllLinesAsync(input, Enumerable.Repeat(line, 3000), TestContext.Current.CancellationToken);
        var output = Path.Combine(_folder.FullName, "out.jsonl");
        using var process = Command.Start("read", input, "--format", "jsonl", "--output", output);
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(30) && (!File.Exists(output) || new FileInfo(output).Length < 20_000))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        using (var interrupt = System.Diagnostics.Process.Start("kill", ["-INT", $"{process.Id}"])) await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(130);
        var written = await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken);
        written.ShouldEndWith("\n");
        foreach (var reading in written.TrimEnd().Split('\n'))
        {
            using var json = JsonDocument.Parse(reading);
            json.RootElement.GetProperty("schema").GetString().ShouldBe("parley.reading/1");
        }
    }

    [Fact]
    public async Task Conllu_gives_the_trees_a_reading_rests_on()
    {
        var result = await Command.RunAsync("The minister rejected the plan."u8.ToArray(), "read", "-", "--format", "conllu");
        result.ExitCode.ShouldBe(0);
        result.Output.Split('\n').Count(line => line.Split('\t').Length == 10).ShouldBe(6);
        result.Output.ShouldContain("rejected\treject\tVERB");
    }

    [Fact]
    public async Task Help_shows_examples()
    {
        var result = await Command.RunAsync("read", "--help");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("parley read report.txt --published 2024-03-14");
    }
}
