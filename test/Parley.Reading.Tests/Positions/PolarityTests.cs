using Parley.Language;

namespace Parley.Reading.Tests.Positions;

/// <summary>A stance read the wrong way round is the worst of errors: pairs of sentences that differ in a negation alone.</summary>
public sealed class PolarityTests
{
    private static readonly Lazy<ReportReader> Reader = new(ReportReader.Load);

    [Theory]
    [InlineData("Norway ruled out a joint patrol.", Stance.Against)]
    [InlineData("Norway did not rule out a joint patrol.", Stance.Open)]
    [InlineData("Norway has never ruled out a joint patrol.", Stance.Open)]
    [InlineData("Norway accepted the map.", Stance.For)]
    [InlineData("Norway did not accept the map.", Stance.Against)]
    [InlineData("Norway rejected the map.", Stance.Against)]
    [InlineData("Norway did not reject the map.", Stance.Open)]
    [InlineData("Norway promised to raise the fee.", Stance.For)]
    [InlineData("Norway promised not to raise the fee.", Stance.Against)]
    [InlineData("Norway urged Peru to close the gate.", Stance.For)]
    [InlineData("Norway urged Peru not to close the gate.", Stance.Against)]
    [InlineData("Norway supports the ban.", Stance.For)]
    [InlineData("Norway does not support the ban.", Stance.Against)]
    [InlineData("Norway is willing to sell the ship.", Stance.For)]
    [InlineData("Norway is not willing to sell the ship.", Stance.Against)]
    [InlineData("Norway refused to drop its demand for a refund.", Stance.For)]
    public void A_negation_turns_the_stance_and_nothing_else(string sentence, Stance expected)
    {
        var positions = Reader.Value.Read(new("r", new SourceText(sentence)), TestContext.Current.CancellationToken).Positions;
        positions.Select(p => p.Stance).ShouldBe([expected]);
    }

    [Fact]
    public void Every_position_has_evidence_and_a_party_that_is_an_actor_of_the_reading()
    {
        const string Text = "Chile rejected the draft and demanded a new map. \"We will never sign,\" its envoy, Ana Rojas, said. Peru urged both sides to talk.";
        var reading = Reader.Value.Read(new("r", new SourceText(Text)), TestContext.Current.CancellationToken);
        reading.Positions.ShouldNotBeEmpty();
        reading.Positions.ShouldAllBe(p => p.Evidence.Length > 0 && reading.Actors.Any(a => a.Id == p.Party) && reading.Issues.Any(i => i.Id == p.Issue));
        reading.Positions.ShouldAllBe(p => p.Confidence > 0 && p.Confidence <= 1);
    }
}
