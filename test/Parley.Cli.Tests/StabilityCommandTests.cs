using System.Text.Json;

namespace Parley.Cli.Tests;

public sealed class StabilityCommandTests
{
    private static readonly string Model = Path.Combine(Command.Samples, "strait-conflict.yaml");

    [Fact]
    public async Task Equilibria_come_as_a_table_and_as_json()
    {
        var table = await Command.RunAsync("stability", Model);
        table.ExitCode.ShouldBe(0);
        table.Output.ShouldContain("{Patrol, Seize}");
        var json = await Command.RunAsync("stability", Model, "--format", "json");
        using var read = JsonDocument.Parse(json.Output);
        read.RootElement.GetProperty("rows").EnumerateArray().Where(r => r.GetProperty("SEQ").GetString() == "E").Select(r => r.GetProperty("state").GetString())
            .ShouldBe(["NNNN", "YNYN", "NNNY", "NYNY"]);
    }

    [Fact]
    public async Task A_state_is_explained_in_sentences()
    {
        var result = await Command.RunAsync("stability", "explain", Model, "YNNN", "--format", "md");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Norland would gain by moving to");
    }

    [Fact]
    public async Task A_way_from_today_is_found()
    {
        var result = await Command.RunAsync("stability", "path", Model, "NYNY", "--format", "csv");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Estava to {Lift levy, License}");
    }

    [Theory]
    [InlineData("NYN", "expected 4 characters")]
    [InlineData("NYXN", "found \"X\"")]
    [InlineData("NNYY", "is infeasible")]
    public async Task A_state_that_is_none_is_named(string state, string problem)
    {
        var result = await Command.RunAsync("stability", "explain", Model, state);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(problem);
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_holds_in_the_eyes_of_each_is_what_holds_where_all_see_the_same()
    {
        var result = await Command.RunAsync("stability", "perceptions", Model, Model, "--format", "csv");
        result.ExitCode.ShouldBe(0);
        foreach (var state in new[] { "NNNN", "YNYN", "NNNY", "NYNY" })
            result.Output.ShouldContain($"{state},");
        (await Command.RunAsync("stability", "perceptions", Model)).Error.ShouldContain("expected 2 models");
    }
}
