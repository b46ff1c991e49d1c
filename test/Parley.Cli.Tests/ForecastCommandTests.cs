using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class ForecastCommandTests : IDisposable
{
    private static readonly string Quota = Path.Combine(Command.Samples, "fishing-quota.csv");
    private const string Decided = """
        {"issues": [
          {"id": "ferry", "prop": "timetable", "rp": 0, "outcome": 60, "actors": [{"id": "Isle Council", "pos": 90, "sal": 95, "cap": 30}, {"id": "Harvan", "pos": 20, "sal": 70, "cap": 80}, {"id": "Orvel", "pos": 75, "sal": 55, "cap": 60}]},
          {"id": "quota", "prop": "fishing", "outcome": 30, "actors": [{"id": "Isle Council", "pos": 0, "sal": 40, "cap": 30}, {"id": "Harvan", "pos": 50, "sal": 60, "cap": 80}, {"id": "Orvel", "pos": 100, "sal": 20, "cap": 60}]}]}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-forecast-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Every_forecast_shows_the_compromise_beside_it_and_says_that_nothing_beats_it()
    {
        var result = await Command.RunAsync("forecast", Quota, "--model", "spatial", "--format", "json");
        result.ExitCode.ShouldBe(0, result.Error);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("note").GetString()!.ShouldContain("nothing tested so far beats it");
        json.RootElement.GetProperty("rows")[0].GetProperty("compromise").GetString().ShouldBe("54.58");
    }

    [Fact]
    public async Task A_backtest_of_some_models_runs_these_alone()
    {
        var path = Path.Combine(_folder.FullName, "decided.json");
        await File.WriteAllTextAsync(path, Decided, TestContext.Current.CancellationToken);
        var result = await Command.RunAsync("forecast", "backtest", "--data", path, "--model", "spatial", "--model", "mean", "--format", "csv");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.Trim().Split('\n').Skip(1).Select(l => l.Split(',')[0]).ShouldBe(["spatial", "mean"]);
        var all = await Command.RunAsync("forecast", "backtest", "--data", path, "--format", "csv");
        foreach (var line in result.Output.Trim().Split('\n')) all.Output.ShouldContain(line);
    }

    [Theory]
    [InlineData("54.58", "--format", "csv")]
    [InlineData("<svg", "--format", "svg")]
    [InlineData("| 1 | Harvan |", "--turns", "--format", "md")]
    [InlineData("Coast Watch: from 0 to", "--turns", "--format", "svg")]
    [InlineData("kalai-smorodinsky", "--disagreement", "20", "--format", "csv")]
    public async Task A_forecast_is_written_in_each_format(string expected, params string[] options)
    {
        var result = await Command.RunAsync(["forecast", Quota, .. options]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain(expected);
    }

    [Theory]
    [InlineData("influence")]
    [InlineData("sensitivity")]
    [InlineData("sensitivity", "--by", "spread", "--runs", "50")]
    [InlineData("sensitivity", "--by", "sobol", "--runs", "50")]
    public async Task What_a_forecast_hangs_on_is_computed(string name, params string[] options)
    {
        var result = await Command.RunAsync(["forecast", name, Quota, "--issue", "herring quota", "--format", "csv", .. options]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("Herring quota,");
    }

    [Theory]
    [InlineData("Harvan: 75.29 without", "influence")]
    [InlineData("Harvan, position: alone", "sensitivity", "--by", "sobol", "--runs", "50")]
    public async Task What_a_forecast_hangs_on_has_a_picture_of_one_issue(string expected, string name, params string[] options)
    {
        var result = await Command.RunAsync(["forecast", name, Quota, "--issue", "herring quota", "--format", "svg", .. options]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain(expected);
        (await Command.RunAsync(["forecast", name, Quota, "--format", "svg", .. options])).Error.ShouldContain("give --issue NAME; there are Herring quota");
    }

    [Theory]
    [InlineData("p.csv:3: expected a position from 0 to 100, found \"120\"", "actor,capability,issue,position,salience\nA,1,x,10,10\nB,1,x,120,10\n")]
    [InlineData("p.csv:1: expected a header line, found nothing", "")]
    [InlineData("p.csv:1: expected a column salience", "actor,capability,issue,position\nA,1,x,10\n")]
    [InlineData("p.csv:3: A has a second position on x", "actor,power,issue,position,salience\nA,1,x,10,10\nA,1,x,20,10\n")]
    [InlineData("expected a disagreement point", "actor,power,issue,position,salience\nA,1,x,10,10\nB,1,x,20,10\n", "--model", "nash")]
    [InlineData("more than --limit 10", "actor,power,issue,position,salience\nA,1,x,10,10\nB,1,x,20,10\n", "--model", "spatial", "--limit", "10")]
    public async Task A_request_that_cannot_be_met_is_one_line_and_a_code(string expected, string csv, params string[] options)
    {
        var path = Path.Combine(_folder.FullName, "p.csv");
        await File.WriteAllTextAsync(path, csv, TestContext.Current.CancellationToken);
        var result = await Command.RunAsync(["forecast", path, .. options]);
        result.ExitCode.ShouldBe(2);
        result.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(expected);
    }
}
