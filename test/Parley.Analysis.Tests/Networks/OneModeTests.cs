using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class OneModeTests
{
    /// <summary>A and B both say yes to x (A twice), and disagree on y.</summary>
    private const string Debate = """
        2026-01-01 A x 1
        2026-01-02 A x 1
        2026-01-03 B x 1
        2026-01-04 A y 1
        2026-01-05 B y 0
        """;

    [Theory]
    [InlineData(Aggregation.Ignore, 3)]
    [InlineData(Aggregation.Congruence, 2)]
    [InlineData(Aggregation.Conflict, 1)]
    [InlineData(Aggregation.Subtract, 1)]
    public void Weights_count_pairs_of_statements_about_the_same_concept(Aggregation aggregation, double expected) =>
        Small.Network(Debate, aggregation)[0, 1].ShouldBe(expected);

    [Fact]
    public void Average_divides_by_the_mean_number_of_statements() =>
        Small.Network(Debate, Aggregation.Subtract, Normalisation.Average)[0, 1].ShouldBe(1 / 2.5);

    [Fact]
    public void Cosine_is_that_of_the_two_usage_vectors() =>
        Small.Network(Debate, Aggregation.Congruence, Normalisation.Cosine)[0, 1].ShouldBe(2 / (Math.Sqrt(5) * Math.Sqrt(2)), 1e-12);

    [Fact]
    public void Jaccard_is_shared_uses_among_all_uses_however_often_said() =>
        Small.Network(Debate, Aggregation.Congruence, Normalisation.Jaccard)[0, 1].ShouldBe(1 / 3.0, 1e-12);

    [Fact]
    public void Graded_levels_agree_by_their_distance_within_the_range()
    {
        const string debate = """
            2026-01-01 A x 2
            2026-01-02 B x 1
            2026-01-03 C x -2
            """;
        var congruence = Small.Network(debate, Aggregation.Congruence, qualifier: VariableType.Integer);
        var conflict = Small.Network(debate, Aggregation.Conflict, qualifier: VariableType.Integer);
        (congruence[0, 1], congruence[0, 2], congruence[1, 2]).ShouldBe((0.75, 0, 0.25));
        (conflict[0, 1], conflict[0, 2], conflict[1, 2]).ShouldBe((0.25, 1, 0.75));
    }

    [Fact]
    public void One_level_alone_is_full_agreement_and_no_number_in_compatible_mode()
    {
        const string debate = "2026-01-01 A x 2\n2026-01-02 B x 2";
        Small.Network(debate, Aggregation.Congruence, qualifier: VariableType.Integer)[0, 1].ShouldBe(1);
        var compatible = Small.Settings(Aggregation.Congruence) with { Convention = Convention.Compatible };
        new NetworkBuilder().Build(Small.Table(debate, VariableType.Integer), compatible)[0, 1].ShouldBe(double.NaN);
    }

    [Fact]
    public void Names_conflict_where_only_one_side_uses_them() =>
        Small.Network("2026-01-01 A x peace\n2026-01-02 A x peace\n2026-01-03 B x war", Aggregation.Conflict, qualifier: VariableType.Text)[0, 1].ShouldBe(3);

    [Fact]
    public void A_repetition_within_the_period_counts_once()
    {
        var table = Small.Table("2026-01-05 A x 1\n2026-01-06 A x 1\n2026-01-12 A x 1\n2025-01-06 A x 1\n2026-01-05 B x 1");
        int Kept(DuplicateRule rule, Convention convention = Convention.Correct) =>
            new StatementSelector().Select(table, Small.Settings(Aggregation.Congruence) with { Duplicates = rule, Convention = convention }).Kept.Length;
        Kept(DuplicateRule.Include).ShouldBe(5);
        Kept(DuplicateRule.Document).ShouldBe(5);
        Kept(DuplicateRule.Week).ShouldBe(4);
        Kept(DuplicateRule.Week, Convention.Compatible).ShouldBe(3);
        Kept(DuplicateRule.Month).ShouldBe(3);
        Kept(DuplicateRule.Month, Convention.Compatible).ShouldBe(2);
        Kept(DuplicateRule.Year).ShouldBe(3);
        Kept(DuplicateRule.AcrossRange).ShouldBe(2);
    }

    [Fact]
    public void Settings_that_contradict_each_other_are_told_in_a_line()
    {
        var table = Small.Table(Debate);
        var settings = Small.Settings(Aggregation.Congruence);
        void Refused(NetworkSettings wrong, string why) => Should.Throw<NetworkException>(() => new NetworkBuilder().Build(table, wrong)).Message.ShouldContain(why);
        Refused(settings with { Rows = "colour" }, "no variable 'colour'; there are actor, concept, level");
        Refused(settings with { Columns = "actor" }, "expected two variables");
        Refused(settings with { Qualifier = null }, "congruence needs a qualifier");
        Refused(settings with { Aggregation = Aggregation.Combine }, "combine is for two-mode");
        Refused(settings with { Normalisation = Normalisation.Activity }, "activity is for two-mode");
        Refused(settings with { Mode = NetworkMode.TwoMode }, "congruence is for one-mode");
    }
}
