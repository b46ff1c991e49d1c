using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class GoldenMethodTests
{
    private static readonly NetworkSettings Settings = new()
    {
        Rows = "organization",
        Columns = "concept",
        Qualifier = "agreement",
        Aggregation = Aggregation.Subtract,
        Normalisation = Normalisation.Average,
        Convention = Convention.Compatible,
    };

    [Fact]
    public void Compatible_bar_counts_are_the_recorded_ones()
    {
        var golden = Shared.Result("golden", "barplot_concept_month");
        var counts = new BarCounter().Count(Shared.Statements(), Settings with { Rows = "concept", Duplicates = DuplicateRule.Month });
        counts.Labels.ShouldBe(golden.GetProperty("values").EnumerateArray().Select(v => v.GetString()!));
        counts.Levels.ShouldBe(["0", "1"]);
        counts.Counts.SelectMany(c => c).ShouldBe(golden.GetProperty("counts").EnumerateArray().SelectMany(c => c.EnumerateArray()).Select(c => c.GetInt32()));
    }

    [Fact]
    public void Compatible_backbone_losses_are_the_recorded_ones()
    {
        var golden = Shared.Result("golden", "backbone_evaluate_p0");
        var (backbone, redundant) = new BackboneEvaluator(Shared.Statements(), Settings with { Duplicates = DuplicateRule.Document })
            .Evaluate(["Concept 01", "Concept 02", "Concept 05"]);
        backbone.ShouldBe(golden.GetProperty("losses")[0].GetDouble(), 1e-9);
        redundant.ShouldBe(golden.GetProperty("losses")[1].GetDouble(), 1e-9);
    }

    [Fact]
    public void Compatible_nested_backbone_drops_concepts_in_the_recorded_order()
    {
        var golden = Shared.Result("golden", "backbone_nested_subtract_include").GetProperty("nested");
        var steps = new Backbone().Find(Shared.Statements(), Settings, new()).Steps;
        steps.Select(s => s.Dropped).ShouldBe(golden.GetProperty("entities").EnumerateArray().Select(v => v.GetString()!));
        steps.Select(s => s.StatementCount).ShouldBe(golden.GetProperty("numStatements").EnumerateArray().Select(v => v.GetInt32()));
        foreach (var (step, loss) in steps.Zip(golden.GetProperty("backboneLoss").EnumerateArray()))
            step.BackboneLoss.ShouldBe(loss.GetDouble(), 1e-9);
        foreach (var (step, loss) in steps.Zip(golden.GetProperty("redundantLoss").EnumerateArray()))
            step.RedundantLoss.ShouldBe(loss.GetDouble(), 1e-9);
    }

    [Fact]
    public void Compatible_polarisation_of_the_recorded_partition_is_the_recorded_score()
    {
        var golden = Shared.Result("golden", "polarization_greedy_norm").GetProperty("polarization")[0];
        var expected = golden.GetProperty("finalMaxQ").GetDouble();
        var duplicates = Settings;
        var congruence = new NetworkBuilder().Build(Shared.Statements(), duplicates with { Aggregation = Aggregation.Congruence });
        var conflict = new NetworkBuilder().Build(Shared.Statements(), duplicates with { Aggregation = Aggregation.Conflict });
        int[] partition = [.. golden.GetProperty("memberships").EnumerateArray().Select(v => v.GetInt32())];
        new PartitionQuality(congruence, conflict, 2, normalise: true, Convention.Compatible).Of(partition).ShouldBe(expected, 1e-9);
        new Polarisation().Measure(congruence, conflict, new() { Convention = Convention.Compatible }).Score.ShouldBeGreaterThanOrEqualTo(expected - 1e-9);
        new Polarisation().Measure(congruence, conflict, new() { Algorithm = PolarisationAlgorithm.Genetic, Convention = Convention.Compatible }).Score.ShouldBe(expected, 0.01);
    }
}
