using Parley.Language;

namespace Parley.Language.Tests;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("a\U0001F600b")]
    [InlineData("e\u0301 combining, \u00A0 space, \u00AD hyphen\r\n")]
    [InlineData("lone \uD83D surrogate")]
    public void Slicing_the_whole_text_gives_the_original(string original)
    {
        var text = new SourceText(original);
        text.Slice(text.All).ShouldBe(original);
    }

    [Fact]
    public void An_emoji_counts_as_one_code_point()
    {
        var text = new SourceText("a\U0001F600b");
        text.Length.ShouldBe(3);
        text.Slice(new(1, 2)).ShouldBe("\U0001F600");
        text.Slice(new(2, 3)).ShouldBe("b");
    }
}
