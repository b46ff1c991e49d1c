using Parley.Exchange.Conllu;
using Parley.Language;

namespace Parley.Exchange.Tests.Conllu;

public sealed class DocumentConlluTests
{
    private static readonly EnglishLanguage Language = EnglishLanguage.Load();

    [Fact]
    public void Words_that_touch_say_so()
    {
        var sentence = DocumentConllu.Sentences(Language.Analyze(new("She didn't go."))).ShouldHaveSingleItem();
        sentence.Words.Select(word => (word.Form, word.Misc)).ShouldBe([("She", "_"), ("did", "SpaceAfter=No"), ("n't", "_"), ("go", "SpaceAfter=No"), (".", "_")]);
    }

    [Fact]
    public void Sentences_carry_their_number_paragraph_and_text()
    {
        var sentences = DocumentConllu.Sentences(Language.Analyze(new("Talks began. They\nfailed.\n\nNobody knows why.")), "r1").ToList();
        sentences[0].Comments.ShouldBe(["# newpar", "# sent_id = r1-1", "# text = Talks began."]);
        sentences[^1].Comments[0].ShouldBe("# newpar");
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        var document = Language.Analyze(new("\"We refuse,\" said Ms Orr; nobody laughed.\tHe left 😀."));
        using var writer = new StringWriter();
        foreach (var sentence in DocumentConllu.Sentences(document)) ConlluWriter.Write(writer, sentence);
        var words = ConlluReader.Read(new StringReader(writer.ToString())).SelectMany(sentence => sentence.Words).ToList();
        words.Select(word => word.Form).ShouldBe(document.Tokens.Select(token => token.Form));
        words.Select(word => word.Relation).ShouldBe(document.Tokens.Select(token => token.Relation));
    }

    [Fact]
    public void An_empty_text_has_no_sentences() => DocumentConllu.Sentences(Language.Analyze(new(""))).ShouldBeEmpty();
}
