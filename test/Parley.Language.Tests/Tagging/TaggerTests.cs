using CsCheck;

namespace Parley.Language.Tests.Tagging;

public sealed class TaggerTests
{
    [Theory]
    [InlineData("The minister rejected the offer .", "DET NOUN VERB DET NOUN PUNCT", "DT NN VBD DT NN .")]
    [InlineData("She will not sign it", "PRON AUX PART VERB PRON", "PRP MD RB VB PRP")]
    [InlineData("Talks resume in Geneva on Monday", "NOUN VERB ADP PROPN ADP PROPN", "NNS VBP IN NNP IN NNP")]
    [InlineData("They have agreed to release 40 prisoners", "PRON AUX VERB PART VERB NUM NOUN", "PRP VBP VBN TO VB CD NNS")]
    public void Plain_sentences_get_their_tags(string words, string upos, string xpos)
    {
        var tokens = Loaded.Annotate(words.Split(' '));
        string.Join(' ', tokens.Select(token => token.Upos)).ShouldBe(upos);
        string.Join(' ', tokens.Select(token => token.Xpos)).ShouldBe(xpos);
    }

    [Fact]
    public void A_sentence_in_capitals_still_has_a_verb()
    {
        var tokens = Loaded.Annotate("THE GOVERNMENT HAS REJECTED THE PROPOSAL .".Split(' '));
        tokens[3].Upos.ShouldBe(Upos.VERB);
        tokens[0].Upos.ShouldBe(Upos.DET);
    }

    [Fact]
    public void A_word_of_a_million_letters_is_tagged_as_any_other() =>
        Loaded.Annotate("We", "read", new string('a', 1_000_000), ".")[3].Upos.ShouldBe(Upos.PUNCT);

    [Fact]
    public void No_words_are_no_trouble() => Loaded.Annotate().ShouldBeEmpty();

    [Fact]
    public void Whatever_the_words_each_has_tags() =>
        Gen.String[1, 12].Array[1, 30].Sample(words =>
        {
            foreach (var token in Loaded.Annotate(words)) token.Xpos.ShouldNotBeNullOrEmpty();
        }, iter: 200);
}
