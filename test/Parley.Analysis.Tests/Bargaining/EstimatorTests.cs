using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

public sealed class EstimatorTests
{
    // two want 0, one wants 100: weights 10 × 50, 10 × 50, 40 × 25
    private static readonly Negotiation Three = Small.Issue((10, 0, 50), (10, 0, 50), (40, 100, 25));

    [Fact]
    public void The_compromise_weighs_by_capability_times_salience() => new Estimators(Three).Compromise().ShouldBe(50);

    [Fact]
    public void Each_mean_weighs_by_what_its_name_says()
    {
        var estimators = new Estimators(Three);
        estimators.Mean().ShouldBe(100.0 / 3, 1e-12);
        estimators.SalienceMean().ShouldBe(20, 1e-12);
        estimators.CapabilityMean().ShouldBe(100 * 40 / 60.0, 1e-12);
    }

    [Fact]
    public void Medians_lie_midway_between_two_that_tie()
    {
        new Estimators(Three).Median().ShouldBe(0);
        new Estimators(Three).WeightedMedian().ShouldBe(50);
        new Estimators(Small.Issue((1, 10, 50), (1, 30, 50), (1, 80, 50))).WeightedMedian().ShouldBe(30);
    }

    [Fact]
    public void An_election_between_two_camps_goes_by_their_strength()
    {
        var election = new Estimators(Small.Issue((30, 0, 100), (10, 100, 100))).Election(new());
        election[0].Probability.ShouldBe(0.75, 1e-6);
        election[1].Probability.ShouldBe(0.25, 1e-6);
    }

    [Fact]
    public void Nash_divides_a_pie_by_power_and_kalai_smorodinsky_by_hope()
    {
        var pie = Small.Issue((1, 60, 50), (1, 100, 50));
        // from 0 both gain up to 60; the one who wants 100 gains on, the other loses: the product x(60 − (x − 60)) is largest at 60
        new Estimators(pie).Nash(0).ShouldBe(60, 1e-4);
        // shares x/100 and (120 − x)/60 are equal at 75
        new Estimators(pie).KalaiSmorodinsky(0).ShouldBe(75, 1e-4);
    }

    [Fact]
    public void Where_no_point_is_better_for_all_the_disagreement_stands() =>
        new Estimators(Small.Issue((1, 0, 50), (1, 100, 50))).Nash(40).ShouldBe(40, 1e-6);

    [Fact]
    public void A_disagreement_point_must_be_stated() =>
        Should.Throw<BargainingException>(() => new Forecaster().Forecast(Three, ForecastModel.Nash)).Message.ShouldContain("disagreement");

    [Fact]
    public void Numbers_out_of_range_are_refused_with_the_actor() =>
        Should.Throw<BargainingException>(() => Small.Issue((1, 120, 50))).Message.ShouldBe("A0, issue: expected a position from 0 to 100, found 120");
}
