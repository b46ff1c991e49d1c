using Parley.Language.Text;

namespace Parley.Language.Tests.Text;

public sealed class SegmenterTests
{
    private readonly Segmenter _segmenter = new();

    [Theory]
    [InlineData("They don't know it's over.", "They|do|n't|know|it|'s|over|.")]
    [InlineData("We cannot pay $5 million.", "We|can|not|pay|$|5|million|.")]
    [InlineData("A 15-year, non-binding deal", "A|15|-|year|,|non-binding|deal")]
    [InlineData("The U.S. envoy met Mr. J. Orlov.", "The|U.S.|envoy|met|Mr.|J.|Orlov|.")]
    [InlineData("See https://example.com/a?b=c, he said.", "See|https://example.com/a?b=c|,|he|said|.")]
    [InlineData("\"Wait...\" she said", "\"|Wait|...|\"|she|said")]
    [InlineData("The workers' pay rose 3.5%.", "The|workers|'|pay|rose|3.5|%|.")]
    public void Words_are_parted_as_in_the_English_treebanks(string text, string expected)
    {
        var document = _segmenter.Segment(new(text));
        string.Join('|', document.Tokens.Select(token => document.Slice(token.Span))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("He left. She stayed.", "He left.|She stayed.")]
    [InlineData("\"We will go.\" She nodded.", "\"We will go.\"|She nodded.")]
    [InlineData("\"Will you go?\" he asked. No.", "\"Will you go?\" he asked.|No.")]
    [InlineData("Dr. Adeyo of the U.S. mission spoke. Nobody heard.", "Dr. Adeyo of the U.S. mission spoke.|Nobody heard.")]
    [InlineData("A headline\n\nA paragraph.", "A headline|A paragraph.")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected)
    {
        var document = _segmenter.Segment(new(text));
        string.Join('|', document.Sentences.Select(sentence => document.Slice(sentence.Span))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("He said \"no\" twice.", "\"no\"")]
    [InlineData("“It’s the workers’ call,” she said.", "“It’s the workers’ call,”")]
    [InlineData("‘They said “never” to us,’ he said.", "‘They said “never” to us,’|“never”")]
    [InlineData("The '90s weren't kind.", "")]
    [InlineData("“No mark follows", "“No mark follows")]
    public void Quotations_are_found_with_their_marks(string text, string expected)
    {
        var document = _segmenter.Segment(new(text));
        string.Join('|', document.Quotations.Select(quotation => document.Slice(quotation.Span))).ShouldBe(expected);
    }

    [Fact]
    public void A_quotation_goes_on_in_the_next_paragraph_where_its_opening_mark_is_repeated()
    {
        var document = _segmenter.Segment(new("“We waited.\n\n“We waited long,” he said."));
        document.Quotations.Select(quotation => (quotation.Closed, quotation.Continues)).ShouldBe([(false, false), (true, true)]);
    }
}
