using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class TwoModeTests
{
    private const string Debate = """
        2026-01-01 A x 1
        2026-01-02 A x 0
        2026-01-03 A x 0
        2026-01-04 A y 1
        2026-01-05 B y 0
        """;

    private static Network Build(Aggregation aggregation, Normalisation normalisation = Normalisation.None) =>
        new NetworkBuilder().Build(Small.Table(Debate), Small.Settings(aggregation, normalisation) with { Mode = NetworkMode.TwoMode });

    [Fact]
    public void Subtract_is_for_less_against()
    {
        var network = Build(Aggregation.Subtract);
        (network[0, 0], network[0, 1], network[1, 0], network[1, 1]).ShouldBe((-1, 1, 0, -1));
    }

    [Fact]
    public void Combine_says_one_for_agreed_two_for_rejected_three_for_both()
    {
        var network = Build(Aggregation.Combine);
        (network[0, 0], network[0, 1], network[1, 0], network[1, 1]).ShouldBe((3, 1, 0, 2));
    }

    [Fact]
    public void Activity_divides_by_what_the_row_says_and_prominence_by_what_is_said_of_the_column()
    {
        Build(Aggregation.Ignore, Normalisation.Activity)[0, 0].ShouldBe(0.75);
        Build(Aggregation.Ignore, Normalisation.Prominence)[0, 1].ShouldBe(0.5);
        Build(Aggregation.Combine, Normalisation.Prominence)[1, 1].ShouldBe(1);
    }
}
