using Parley.Language.Names;

namespace Parley.Language.Tests.Names;

public sealed class NameTaggerTests
{
    private static readonly EnglishLanguage Language = EnglishLanguage.Load();

    [Theory]
    [InlineData("Foreign Minister Zoltán Berecz met the head of the European Union in Brussels.", "Zoltán Berecz/Person|European Union/Organization|Brussels/Place")]
    [InlineData("Ms Ingrid de Vries told reporters in Nairobi that Kenya would sign.", "Ingrid de Vries/Person|Nairobi/Place|Kenya/Place")]
    [InlineData("The United States and the United Nations agreed.", "United States/Place|United Nations/Organization")]
    [InlineData("We will go, they said on Monday.", "")]
    [InlineData("The French delegation left Geneva.", "French/Other|Geneva/Place")]
    public void Names_are_found_without_titles_and_articles(string text, string expected) => Found(text).ShouldBe(expected);

    [Fact]
    public void A_surname_is_what_the_full_name_is() =>
        Found("President Amara Telloh arrived on Sunday. Telloh said no. Later, Telloh left.").ShouldBe("Amara Telloh/Person|Telloh/Person|Telloh/Person");

    [Fact]
    public void A_name_has_the_span_of_its_tokens()
    {
        var document = Language.Analyze(new("In Vienna, Joana Pires spoke."));
        foreach (var name in document.Names)
            name.Span.ShouldBe(document.Tokens[name.First].Span.Union(document.Tokens[name.End - 1].Span));
    }

    private static string Found(string text)
    {
        var document = Language.Analyze(new(text));
        return string.Join('|', document.Names.Select(name => $"{document.Slice(name.Span)}/{name.Kind}"));
    }
}
