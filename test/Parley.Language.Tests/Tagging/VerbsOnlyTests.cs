namespace Parley.Language.Tests.Tagging;

public sealed class VerbsOnlyTests
{
    [Fact]
    public void A_form_that_is_never_a_noun_is_tagged_as_a_verb() =>
        EnglishLanguage.Load().Analyze(new("The ELN denies ever having held the men.")).Tokens[2].ShouldSatisfyAllConditions(
            token => token.Upos.ShouldBe(Upos.VERB),
            token => token.Xpos.ShouldBe("VBZ"),
            token => token.Lemma.ShouldBe("deny"));
}
