using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class CoderAgreementTests
{
    /// <summary>Krippendorff's worked example: four observers, twelve units, gaps.</summary>
    private static List<Rating> Ratings()
    {
        string[] lines = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."];
        return [.. lines.SelectMany((line, coder) => line.Split(' ').Select((value, unit) => new Rating($"u{unit}", $"c{coder}", value))).Where(r => r.Value != ".")];
    }

    [Theory]
    [InlineData(AgreementScale.Nominal, 0.743)]
    [InlineData(AgreementScale.Ordinal, 0.815)]
    [InlineData(AgreementScale.Interval, 0.849)]
    public void Alpha_of_the_worked_example_is_the_published_one(AgreementScale scale, double expected) =>
        new CoderAgreement().Measure(Ratings(), scale).Alpha.ShouldBe(expected, 0.0006);

    [Fact]
    public void Kappa_is_agreement_beyond_that_of_the_margins()
    {
        // 20 both yes, 15 both no, 5 yes/no, 10 no/yes: agreement 0.7, chance 0.5.
        var ratings = new List<Rating>();
        foreach (var (count, a, b) in new[] { (20, "y", "y"), (5, "y", "n"), (10, "n", "y"), (15, "n", "n") })
        {
            for (var i = 0; i < count; i++)
            {
                var unit = $"{ratings.Count}";
                ratings.Add(new(unit, "A", a));
                ratings.Add(new(unit, "B", b));
            }
        }

        var found = new CoderAgreement().Measure(ratings, AgreementScale.Nominal);
        found.Kappa.ShouldBe(0.4, 1e-12);
        found.Percent.ShouldBe(0.7, 1e-12);
    }

    [Fact]
    public void Names_have_no_ranks_and_a_unit_is_rated_once()
    {
        Should.Throw<NetworkException>(() => new CoderAgreement().Measure([new("1", "A", "high"), new("1", "B", "low")], AgreementScale.Ordinal)).Message.ShouldContain("no number");
        Should.Throw<NetworkException>(() => new CoderAgreement().Measure([new("1", "A", "x"), new("1", "A", "y")], AgreementScale.Nominal)).Message.ShouldContain("twice");
    }
}
