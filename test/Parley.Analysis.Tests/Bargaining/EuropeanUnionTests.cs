using System.Text.Json;
using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

public sealed class EuropeanUnionTests
{
    private static readonly Lazy<Backtest> Test = new(() => new(Issues(), draws: 200));

    [Fact]
    public void The_models_miss_the_outcomes_of_351_issues_by_what_was_measured_before()
    {
        var scores = Test.Value.Run(cancellationToken: TestContext.Current.CancellationToken).ToDictionary(s => s.Model);
        scores["compromise"].Issues.ShouldBe(351);
        scores["compromise"].Error.ShouldBe(23.05, 0.005);
        scores["mean"].Error.ShouldBe(23.63, 0.005);
        scores["salience mean"].Error.ShouldBe(23.64, 0.005);
        scores["capability mean"].Error.ShouldBe(23.19, 0.005);
        scores["median"].Error.ShouldBe(28.37, 0.005);
        scores["weighted median"].Error.ShouldBe(28.56, 0.005);
        scores["election mean"].Error.ShouldBe(23.47, 0.005);
        scores["election mode"].Error.ShouldBe(26.90, 0.03);
        scores["constant 50"].Error.ShouldBe(27.96, 0.005);
        scores["reference point"].Error.ShouldBe(51.31, 0.005);
    }

    [Fact]
    public void Nothing_fitted_on_other_proposals_beats_the_compromise_beyond_chance()
    {
        var held = Test.Value.Challenge(cancellationToken: TestContext.Current.CancellationToken);
        held.ShouldAllBe(s => s.High >= 0);
    }

    [Fact]
    public void What_is_planted_is_found_on_proposals_held_out()
    {
        var random = new Random(7);
        var planted = Enumerable.Range(0, 120).Select(n =>
        {
            var actors = Enumerable.Range(0, 6).Select(_ => (random.NextDouble() * 10, random.NextDouble() * 100, random.NextDouble() * 100)).ToArray();
            var issue = Small.Issue(actors);
            return new DecidedIssue($"i{n}", $"p{n / 3}", issue, null, Math.Clamp(new Estimators(issue).CapabilityMean() + random.NextDouble() - 0.5, 0, 100));
        }).ToList();
        var held = new Backtest(planted, draws: 200).Challenge(cancellationToken: TestContext.Current.CancellationToken);
        var stacked = held.Single(s => s.Model == "compromise + seven models");
        stacked.High.ShouldBeLessThan(0);
        stacked.Error.ShouldBeLessThan(1);
    }

    private static List<DecidedIssue> Issues() => [.. Shared.Json("data", "deu3.json").GetProperty("issues").EnumerateArray().Select(i =>
    {
        var actors = i.GetProperty("actors").EnumerateArray().Where(a => a.GetProperty("pos").ValueKind == JsonValueKind.Number).ToList();
        IReadOnlyList<IReadOnlyList<double>> Column(string name) => [.. actors.Select(a => (IReadOnlyList<double>)[a.GetProperty(name).GetDouble()])];
        return new DecidedIssue(
            i.GetProperty("id").GetString()!, i.GetProperty("prop").GetString()!,
            new([.. actors.Select(a => a.GetProperty("id").GetString()!)], ["issue"], [.. actors.Select(a => a.GetProperty("cap").GetDouble())], Column("pos"), Column("sal")),
            i.GetProperty("rp").ValueKind == JsonValueKind.Number ? i.GetProperty("rp").GetDouble() : null,
            i.GetProperty("outcome").GetDouble());
    })];
}
