using CsCheck;
using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

public sealed class ForecastPropertyTests
{
    private static readonly ForecastModel[] Plain =
        [ForecastModel.Compromise, ForecastModel.Mean, ForecastModel.SalienceMean, ForecastModel.CapabilityMean, ForecastModel.Median, ForecastModel.WeightedMedian, ForecastModel.ElectionMean];

    [Fact]
    public void Relabelling_the_actors_changes_no_forecast() => Small.Actors.Sample(actors =>
    {
        foreach (var model in Plain)
            Of(model, [.. actors.Reverse()]).ShouldBe(Of(model, actors), 1e-6, model.ToString());
    }, iter: 200);

    [Fact]
    public void Turning_the_scale_round_turns_the_forecast_round() => Small.Actors.Sample(actors =>
    {
        foreach (var model in Plain)
            Of(model, [.. actors.Select(a => (a.Capability, 100 - a.Position, a.Salience))]).ShouldBe(100 - Of(model, actors), 1e-3, model.ToString());
    }, iter: 200);

    [Fact]
    public void Half_the_scale_and_a_shift_halve_and_shift_the_forecast() => Small.Actors.Sample(actors =>
    {
        foreach (var model in Plain)
            Of(model, [.. actors.Select(a => (a.Capability, 20 + (a.Position / 2), a.Salience))]).ShouldBe(20 + (Of(model, actors) / 2), 1e-3, model.ToString());
    }, iter: 200);

    [Fact]
    public void A_forecast_lies_among_the_positions() => Small.Actors.Sample(actors =>
    {
        foreach (var model in Forecaster.Models.Where(m => !Forecaster.NeedsDisagreement(m)))
            Of(model, actors).ShouldBeInRange(actors.Min(a => a.Position) - 0.01, actors.Max(a => a.Position) + 0.01, model.ToString());
    }, iter: 100);

    [Fact]
    public void Pulls_of_the_compromise_are_what_the_weights_say()
    {
        var found = new Influence(n => new Estimators(n).Compromise()).Measure(Small.Issue((1, 0, 50), (1, 100, 50), (2, 100, 50)));
        var first = found.Single(i => i.Actor == 0);
        (first.Share, first.Without, first.Pull).ShouldBe((0.25, 100, -25));
    }

    [Fact]
    public void Uncertain_inputs_spread_round_the_forecast_and_repeat_by_seed()
    {
        var issue = Small.Issue((10, 20, 50), (10, 80, 50), (20, 40, 25));
        var sensitivity = new Sensitivity(new(), n => new Estimators(n).Compromise());
        var spread = sensitivity.Spread(issue, 400, 3);
        spread.ShouldBe(sensitivity.Spread(issue, 400, 3));
        spread.ShouldNotBe(sensitivity.Spread(issue, 400, 4));
        new Estimators(issue).Compromise().ShouldBeInRange(spread.Low, spread.High);
        sensitivity.Tornado(issue)[0].Input.ShouldBe(InputKind.Position);
    }

    [Fact]
    public void Shares_of_variance_of_a_plain_mean_are_those_of_its_positions_alone()
    {
        var shares = new Sensitivity(new(), n => new Estimators(n).Mean()).Shares(Small.Issue((10, 20, 50), (10, 70, 50)), 2000, 1);
        foreach (var share in shares)
        {
            share.Alone.ShouldBe(share.Input == InputKind.Position ? 0.5 : 0, 0.07);
            share.Total.ShouldBe(share.Input == InputKind.Position ? 0.5 : 0, 0.07);
            share.AloneMargin.ShouldBeInRange(0, 0.07);
            share.TotalMargin.ShouldBeInRange(0, 0.07);
        }
    }

    private static double Of(ForecastModel model, (double Capability, double Position, double Salience)[] actors) => new Forecaster().Forecast(Small.Issue(actors), model);
}
