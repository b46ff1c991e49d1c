namespace Parley.Language.Tests;

/// <summary>The language, loaded once for all tests.</summary>
internal static class Loaded
{
    public static EnglishLanguage Language { get; } = EnglishLanguage.Load();

    /// <summary>A sentence given as words with spaces between.</summary>
    public static Token[] Annotate(params IEnumerable<string> words)
    {
        Token[] tokens = [.. words.Select(word => new Token(default, word, word, Upos.X, "", -1, "root"))];
        Language.Annotate(tokens, 0);
        return tokens;
    }
}
