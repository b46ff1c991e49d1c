using Parley.Language.Lemmas;

namespace Parley.Language.Tests.Lemmas;

public sealed class LemmatizerTests
{
    private static readonly Lemmatizer Lemmatizer = Lemmatizer.Load();

    [Theory]
    [InlineData("said", Upos.VERB, "VBD", "say")]
    [InlineData("Threatened", Upos.VERB, "VBN", "threaten")]
    [InlineData("negotiating", Upos.VERB, "VBG", "negotiate")]
    [InlineData("provoked", Upos.VERB, "VBD", "provoke")]
    [InlineData("was", Upos.AUX, "VBD", "be")]
    [InlineData("n't", Upos.PART, "RB", "not")]
    [InlineData("countries", Upos.NOUN, "NNS", "country")]
    [InlineData("delegations", Upos.NOUN, "NNS", "delegation")]
    [InlineData("better", Upos.ADJ, "JJR", "good")]
    [InlineData("Hollis", Upos.PROPN, "NNP", "Hollis")]
    [InlineData("DMZ", Upos.NOUN, "NN", "DMZ")]
    [InlineData("TALKS", Upos.NOUN, "NNS", "talk")]
    [InlineData("Estavian", Upos.ADJ, "JJ", "Estavian")]
    public void A_word_has_its_dictionary_form(string form, Upos upos, string xpos, string lemma) =>
        Lemmatizer.Lemma(form, upos, xpos).ShouldBe(lemma);

    [Fact]
    public void Without_a_tag_a_lemma_is_the_word_in_lower_case() => Lemmatizer.Lemma("Zqxing", Upos.X, "").ShouldBe("zqxing");
}
