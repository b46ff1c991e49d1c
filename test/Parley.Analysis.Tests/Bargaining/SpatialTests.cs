using CsCheck;
using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

public sealed class SpatialTests
{
    [Fact]
    public void Relabelling_the_actors_changes_nothing() => Small.Actors.Where(a => a.DistinctBy(x => x.Position).Count() == a.Length).Sample(actors =>
    {
        var (run, other) = (new SpatialModel().Run(Small.Issue(actors), new()), new SpatialModel().Run(Small.Issue([.. actors.Reverse()]), new()));
        // later turns break exact ties by the order of the actors
        run[1].Positions.Select(p => p[0]).ShouldBe(other[1].Positions.Reverse().Select(p => p[0]), 1e-6);
    }, iter: 100);

    [Fact]
    public void The_unit_of_capability_does_not_matter()
    {
        var run = new SpatialModel().Run(Small.Issue((10, 5, 80), (30, 35, 20), (25, 90, 60), (5, 70, 90)), new());
        var scaled = new SpatialModel().Run(Small.Issue((100, 5, 80), (300, 35, 20), (250, 90, 60), (50, 70, 90)), new());
        scaled[1].Positions.Select(p => p[0]).ShouldBe(run[1].Positions.Select(p => p[0]), 0.001);
    }

    [Fact]
    public void Two_camps_on_a_question_of_yes_or_no_are_computed_and_stay_on_the_scale()
    {
        var run = new SpatialModel().Run(Small.Issue((10, 0, 80), (30, 0, 20), (25, 100, 60), (5, 100, 90)), new());
        run.SelectMany(t => t.Positions).SelectMany(p => p).ShouldAllBe(x => x >= 0 && x <= 1);
        run.SelectMany(t => t.Probability.Concat(t.Risk)).ShouldAllBe(x => double.IsFinite(x));
    }

    [Fact]
    public void Those_who_agree_stay_where_they_are()
    {
        var run = new SpatialModel().Run(Small.Issue((1, 40, 50), (2, 40, 20), (3, 40, 70)), new());
        run.Count.ShouldBe(3);
        run[^1].Positions.ShouldAllBe(p => p[0] == 0.4);
        run[0].Risk.ShouldAllBe(r => r == 0);
    }

    [Fact]
    public void A_weak_party_that_cares_little_goes_most_of_the_way()
    {
        var end = new SpatialModel().Run(Small.Issue((90, 20, 90), (10, 80, 20), (50, 30, 60)), new())[^1].Positions;
        (0.8 - end[1][0]).ShouldBeGreaterThan(Math.Abs(end[0][0] - 0.2));
    }

    [Fact]
    public async Task Draws_hang_on_the_seed_alone_whatever_the_threads()
    {
        var issue = Small.Issue((10, 5, 80), (30, 35, 20), (25, 90, 60), (5, 70, 90), (40, 55, 35));
        var settings = new SpatialSettings { Transitions = Transitions.Stochastic, Seed = 7 };
        string Run() => string.Join(' ', new SpatialModel().Run(issue, settings).SelectMany(t => t.Positions).Select(p => p[0].ToString("R")));
        var alone = Run();
        (await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Run)))).ShouldAllBe(r => r == alone);
    }

    [Fact]
    public void The_mended_receiver_sees_a_probability_where_the_reference_takes_a_gain()
    {
        var issue = Small.Issue((10, 5, 80), (30, 35, 20), (25, 90, 60), (5, 70, 90));
        var settings = new SpatialSettings { Bargain = BargainModel.InitiatorAndReceiver };
        new SpatialModel().Run(issue, settings)[1].Positions.SelectMany(p => p)
            .ShouldNotBe(new SpatialModel().Run(issue, settings with { Convention = BargainingConvention.Compatible })[1].Positions.SelectMany(p => p));
    }

    [Fact]
    public void A_run_can_be_stopped() =>
        Should.Throw<OperationCanceledException>(() => new SpatialModel().Run(Small.Issue((1, 0, 50), (1, 100, 50)), new(), cancellationToken: new(true)));
}
