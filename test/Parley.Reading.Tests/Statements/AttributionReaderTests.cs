using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Tests.Statements;

public sealed class AttributionReaderTests
{
    private static readonly EnglishLanguage Language = EnglishLanguage.Load();
    private static readonly AttributionReader Reader = new();

    [Fact]
    public void A_said_sentence_has_source_cue_and_content()
    {
        var document = Language.Analyze(new("The minister said that the ferry would sail on Friday."));
        var attribution = Reader.Read(document).ShouldHaveSingleItem();
        document.Slice(attribution.Source.ShouldHaveSingleItem()).ShouldBe("The minister");
        document.Slice(attribution.Cue.ShouldHaveSingleItem()).ShouldBe("said");
        document.Slice(attribution.Content.ShouldHaveSingleItem()).ShouldBe("that the ferry would sail on Friday");
        attribution.Mode.ShouldBe(StatementMode.Indirect);
        attribution.Kind.ShouldBe(StatementKind.Speech);
        attribution.Confidence.ShouldBeInRange(0.8, 1);
    }

    [Fact]
    public void A_quotation_cut_by_its_cue_is_one_content_in_two_pieces()
    {
        var document = Language.Analyze(new("\u201CWe will sail on Friday,\u201D said the captain. \u201CNothing will stop us.\u201D"));
        var attribution = Reader.Read(document).ShouldHaveSingleItem();
        attribution.Content.Length.ShouldBe(2);
        attribution.Mode.ShouldBe(StatementMode.Direct);
    }

    [Fact]
    public void An_empty_text_has_no_attributions() => Reader.Read(Language.Analyze(new(""))).ShouldBeEmpty();

    [Theory]
    [InlineData("\"")]
    [InlineData("said ")]
    [InlineData("x")]
    public void A_long_senseless_text_is_read_in_linear_time(string part)
    {
        var document = Language.Analyze(new(string.Concat(Enumerable.Repeat(part, 5_000))));
        Should.CompleteIn(() => Reader.Read(document), TimeSpan.FromSeconds(20));
    }
}
