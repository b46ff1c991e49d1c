using Parley.Reading.Dates;

namespace Parley.Reading.Tests.Dates;

public sealed class PatternTests
{
    [Theory]
    [InlineData("Month Year", 1)]
    [InlineData("the? Month", 2)]
    [InlineData("(Day|Ord) of? Month", 4)]
    [InlineData("(Weekday ,?)? Month", 3)]
    [InlineData("[Day] to [Day Month]", 1)]
    public void A_pattern_expands_to_all_it_admits(string pattern, int sequences) => Pattern.Expand(pattern).Count.ShouldBe(sequences);

    [Fact]
    public void Brackets_number_the_expressions()
    {
        var steps = Pattern.Expand("[Day] to [Day Month]").Single();
        steps.Select(s => s.Part).ShouldBe([0, -1, 1, 1]);
    }

    [Fact]
    public void A_tilde_glues_a_whole_choice() => Pattern.Expand("Day ~(/|Dash) ~Day").ShouldAllBe(s => !s[0].Adjacent && s[1].Adjacent && s[2].Adjacent);

    [Theory]
    [InlineData("(Day")]
    [InlineData("Day)")]
    public void A_malformed_pattern_is_refused(string pattern) => Should.Throw<FormatException>(() => Pattern.Expand(pattern));
}
