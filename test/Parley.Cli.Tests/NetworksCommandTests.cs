using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class NetworksCommandTests : IDisposable
{
    private const string Statements = """
        date,party,issue,agreement
        2026-02-01,Harvan,bridge,1
        2026-02-01,Orvel,bridge,0
        2026-02-03,Union,bridge,1
        2026-02-09,Union,ban,0
        2026-02-09,Towns,ban,1
        2026-02-11,Orvel,ban,1
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-networks-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_table_shows_the_ties_strongest_first()
    {
        var result = await Command.RunAsync("networks", Write(Statements), "--aggregation", "subtract");
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("6 statements, 4 nodes, 5 ties");
    }

    [Fact]
    public async Task Windows_in_a_matrix_format_go_to_numbered_files()
    {
        var result = await Command.RunAsync("networks", Write(Statements), "--window", "weeks:1", "--format", "csv", "--output", Path.Combine(_folder.FullName, "week.csv"));
        result.ExitCode.ShouldBe(0, result.Error);
        _folder.GetFiles("week*.csv").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Json_carries_labels_and_the_matrix()
    {
        var result = await Command.RunAsync("networks", Write(Statements), "--mode", "two", "--aggregation", "combine", "--format", "json");
        using var json = JsonDocument.Parse(result.Output);
        var network = json.RootElement.GetProperty("networks")[0];
        network.GetProperty("rows").EnumerateArray().Select(r => r.GetString()).ShouldBe(["Harvan", "Orvel", "Towns", "Union"]);
        network.GetProperty("matrix")[3].EnumerateArray().Select(c => c.GetDouble()).ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData("polarisation")]
    [InlineData("backbone")]
    [InlineData("backbone", "--format", "svg")]
    [InlineData("backbone", "--method", "fixed", "--size", "1", "--format", "svg")]
    [InlineData("bars")]
    [InlineData("events")]
    [InlineData("phases", "--window", "days:3")]
    public async Task Every_computation_runs_on_a_plain_file(string name, params string[] more)
    {
        var result = await Command.RunAsync(["networks", name, Write(Statements), .. more]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("s.csv:1: expected a column date", "party,issue\nA,x\n")]
    [InlineData("combine is for two-mode networks", "", "--aggregation", "combine")]
    [InlineData("more than --limit 2", Statements, "--limit", "2")]
    [InlineData("no column 'colour'", Statements, "--exclude", "colour=red")]
    public async Task A_request_that_cannot_be_met_is_one_line_and_a_code(string expected, string csv, params string[] options)
    {
        var result = await Command.RunAsync(["networks", Write(csv.Length == 0 ? Statements : csv), .. options]);
        result.ExitCode.ShouldBe(2);
        result.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(expected);
    }

    private string Write(string csv)
    {
        var path = Path.Combine(_folder.FullName, "s.csv");
        File.WriteAllText(path, csv);
        return path;
    }
}
