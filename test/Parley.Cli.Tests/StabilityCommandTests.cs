using System.Text.Json;
using Parley.Dossiers.Entries;

namespace Parley.Cli.Tests;

public sealed class StabilityCommandTests(SampleDossier sample) : IClassFixture<SampleDossier>
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
    public async Task A_gain_spoilt_by_a_move_at_the_same_time_is_said_to_be()
    {
        var result = await Command.RunAsync("stability", "explain", Model, "YNNN", "--concept", "sim", "--format", "csv");
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldContain("if at the same time Estava moved to {Patrol, Seize} for its own gain, it would find itself at {Seize}");
    }

    [Theory]
    [InlineData("explain", "does not hold (SIM)", "YNNN", "--concept", "sim")]
    [InlineData("inverse", "bold: gains that nothing deters", "YNNN")]
    [InlineData("coalitions", "holds against coalitions (SIM)", "--concept", "sim")]
    [InlineData("sensitivity", "survives every swap (SEQ)")]
    [InlineData("foresight", "3 moves ahead", "--horizon", "3")]
    public async Task A_question_about_states_has_a_picture(string question, string expected, params string[] options)
    {
        var result = await Command.RunAsync(["stability", question, Model, .. options, "--format", "svg"]);
        result.ExitCode.ShouldBe(0, result.Error);
        result.Output.ShouldStartWith("<svg");
        result.Output.ShouldContain(expected);
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

    [Theory]
    [InlineData("sensitivity")]
    [InlineData("coalitions")]
    [InlineData("foresight")]
    [InlineData("path")]
    public async Task What_would_take_more_steps_than_the_limit_is_refused_before_it_starts(string question)
    {
        var result = await Command.RunAsync("stability", question, Model, "--limit", "10");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("more than --limit 10");
        result.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_state_of_a_dossier_names_entries_that_the_dossier_has()
    {
        var result = await Command.RunAsync("stability", sample.File, "--format", "json");
        result.ExitCode.ShouldBe(0);
        using var read = JsonDocument.Parse(result.Output);
        var rows = read.RootElement.GetProperty("rows").EnumerateArray().ToList();
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            var behind = row.GetProperty("behind").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            behind.ShouldNotBeEmpty();
            (await sample.Dossier.EvidenceAsync(behind.Select(id => EntryId.TryParse(id, out var entry) ? entry : throw new FormatException(id)), default)).Count.ShouldBe(behind.Length);
        }
    }

    [Fact]
    public async Task Who_would_leave_a_state_together_is_named()
    {
        var result = await Command.RunAsync("stability", "coalitions", Model, "--format", "csv");
        result.Output.ShouldContain("NNNN,{nothing},no,\"Norland and Estava, to {Lift levy, License}\"");
    }

    [Theory]
    [InlineData("parley stability explain <model> <state> [options]", "stability", "explain")]
    [InlineData("parley networks polarisation <file> [options]", "networks", "polarisation")]
    [InlineData("parley forecast backtest [options]", "forecast", "backtest")]
    public async Task Usage_names_a_file_once(string usage, params string[] command) =>
        (await Command.RunAsync([.. command, "--help"])).Output.ShouldContain(usage);

    [Fact]
    public async Task Twenty_six_options_with_hardly_a_preference_are_refused_by_the_limit()
    {
        var path = Path.Combine(Path.GetTempPath(), $"parley-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(path, "parties:\n" + string.Concat(Enumerable.Range(0, 2).Select(p =>
            $"  - name: P{p}\n    options: [{string.Join(", ", Enumerable.Range(0, 13).Select(o => $"o{p}x{o}"))}]\n    prefers: [o0x0, o1x0, o0x1, o1x1]\n")), TestContext.Current.CancellationToken);
        foreach (var question in new[] { "sensitivity", "coalitions" })
        {
            var result = await Command.RunAsync("stability", question, path);
            result.ExitCode.ShouldBe(2);
            result.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(question == "sensitivity" ? "more than --limit" : "more than 131072 feasible states");
        }

        File.Delete(path);
    }

    [Fact]
    public async Task Strength_must_be_in_the_model_to_be_used() =>
        (await Command.RunAsync("stability", Model, "--strictness", "strong")).Error.ShouldContain("no party says how strong");
}
