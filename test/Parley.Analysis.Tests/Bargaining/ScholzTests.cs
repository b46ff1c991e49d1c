using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

public sealed class ScholzTests
{
    [Fact]
    public void The_rounds_of_the_emission_standards_are_as_others_measured_them()
    {
        var json = Shared.Json("data", "emission_standards.json");
        var actors = json.GetProperty("actors").EnumerateArray().ToList();
        var issue = Small.Issue([.. actors.Select(a => (
            a.GetProperty("capability").GetDouble(), (a.GetProperty("position").GetDouble() - 4) / 6 * 100, a.GetProperty("salience").GetDouble() * 100))]);
        var rounds = new ScholzModel().Run(issue, new() { Rounds = 8, Convention = BargainingConvention.Compatible });
        var measured = json.GetProperty("measured");
        double[] Column(string name) => [.. measured.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];
        double Years(double x) => 4 + (x * 6 / 100);
        rounds.Skip(1).Select(r => Years(r.Mean)).ShouldBe(Column("masadPortMeanByRound"), 0.01);
        rounds.Skip(1).Select(r => Years(r.Median)).ShouldBe(Column("masadPortWeightedMedianByRound"), 0.06);
    }

    [Fact]
    public void The_printed_denominator_gives_other_chances() =>
        new Forecaster().Forecast(Small.Issue((30, 0, 90), (20, 50, 40), (25, 100, 70)), ForecastModel.ScholzPrinted)
            .ShouldNotBe(new Forecaster().Forecast(Small.Issue((30, 0, 90), (20, 50, 40), (25, 100, 70)), ForecastModel.Scholz));
}
