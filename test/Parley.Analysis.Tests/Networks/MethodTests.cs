using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class MethodTests
{
    /// <summary>Two camps, A B C against D E F, on four issues; the fifth says nothing new.</summary>
    private static string Camps() => string.Join('\n',
        from actor in "ABCDEF" from issue in "vwxy" select $"2026-01-01 {actor} {issue} {(actor < 'D' == issue < 'x' ? 1 : 0)}");

    [Theory]
    [InlineData(PolarisationAlgorithm.Greedy)]
    [InlineData(PolarisationAlgorithm.Genetic)]
    public void Two_opposed_camps_are_found_and_score_one(PolarisationAlgorithm algorithm)
    {
        var found = new Polarisation().Measure(
            Small.Network(Camps(), Aggregation.Congruence, Normalisation.Average), Small.Network(Camps(), Aggregation.Conflict, Normalisation.Average), new() { Algorithm = algorithm });
        found.Score.ShouldBe(1, 1e-9);
        found.Clusters.Take(3).Distinct().ShouldHaveSingleItem().ShouldNotBe(found.Clusters.Skip(3).Distinct().ShouldHaveSingleItem());
    }

    [Fact]
    public void A_debate_without_conflict_is_not_polarised()
    {
        var calm = string.Join('\n', from actor in "ABCDEF" from issue in "vw" select $"2026-01-01 {actor} {issue} 1");
        new Polarisation().Measure(Small.Network(calm, Aggregation.Congruence), Small.Network(calm, Aggregation.Conflict), new()).Score.ShouldBeLessThan(0.6);
    }

    [Fact]
    public void The_whole_backbone_loses_nothing_and_none_loses_all()
    {
        var settings = Small.Settings(Aggregation.Subtract, Normalisation.Average);
        var evaluator = new BackboneEvaluator(Small.Table(Camps()), settings);
        evaluator.Evaluate(["v", "w", "x", "y"]).Backbone.ShouldBe(0, 1e-9);
        evaluator.Evaluate([]).Backbone.ShouldBe(1, 1e-9);
        evaluator.Evaluate(["v"]).Backbone.ShouldBe(0, 1e-9, "every issue divides these camps alike");
        Should.Throw<NetworkException>(() => evaluator.Evaluate(["z"])).Message.ShouldContain("no column 'z'");
    }

    [Fact]
    public void Annealing_repeats_with_its_seed_and_keeps_the_size()
    {
        var settings = Small.Settings(Aggregation.Subtract, Normalisation.Average);
        BackboneResult Find() => new Backbone().Find(Small.Table(Camps()), settings, new() { Method = BackboneMethod.Fixed, Size = 2, Iterations = 200, Seed = 7 });
        Find().Backbone.ShouldBe(Find().Backbone);
        Find().Backbone.Count.ShouldBe(2);
        var small = new Backbone().Find(Small.Table(Camps()), settings, new() { Method = BackboneMethod.Penalty, Iterations = 200 });
        (small.Backbone.Count + small.Redundant.Count).ShouldBe(4);
    }

    [Fact]
    public void A_debate_that_turns_has_two_phases()
    {
        var lines = new List<string>();
        for (var day = 1; day <= 20; day++)
        {
            foreach (var actor in "ABCD")
                lines.Add($"2026-01-{day:00} {actor} x {(day <= 10 ? (actor < 'C' ? 1 : 0) : (actor is 'A' or 'C' ? 1 : 0))}");
        }

        var settings = Small.Settings(Aggregation.Subtract) with { Isolates = true };
        foreach (var distance in Enum.GetValues<PhaseMethod>())
        {
            var windows = new NetworkWindows().Build(Small.Table(string.Join('\n', lines)), settings, new() { Unit = WindowUnit.Days, Size = 1 });
            var found = new Phases().Find(windows, new() { Methods = [distance], MostPhases = 2 });
            found.Phase.ShouldBe([.. Enumerable.Repeat(0, 10), .. Enumerable.Repeat(1, 10)]);
            found.Modularity.ShouldBeGreaterThan(0.3);
        }
    }

    [Fact]
    public void A_layout_stays_in_the_unit_square_and_repeats()
    {
        var network = Small.Network(Camps(), Aggregation.Subtract);
        var places = new StressLayout().Place(network);
        places.ShouldAllBe(p => p.X >= 0 && p.X <= 1 && p.Y >= 0 && p.Y <= 1);
        new StressLayout().Place(network).ShouldBe(places);
    }

    [Fact]
    public void A_cancelled_computation_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => new NetworkBuilder().Build(Small.Table(Camps()), Small.Settings(Aggregation.Congruence), source.Token));
    }
}
