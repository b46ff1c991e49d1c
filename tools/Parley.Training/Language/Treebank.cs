using System.Collections.Immutable;
using Parley.Exchange.Conllu;
using Parley.Language;

namespace Parley.Training.Language;

/// <summary>A gold sentence: its tokens with tags, heads counted within the sentence (-1 for the root) and relations.</summary>
internal sealed record GoldSentence(Token[] Tokens)
{
    public static GoldSentence From(ConlluSentence sentence) => new(
    [
        .. sentence.Words.Select(word => new Token(
            default, word.Form, word.Lemma, Enum.TryParse<Upos>(word.Upos, out var upos) ? upos : Upos.X, word.Xpos, word.Head - 1, word.Relation)),
    ]);
}

/// <summary>Treebanks in the folder of corpora.</summary>
internal static class Treebank
{
    /// <summary>Their names; the files are language/data/NAME-train.conllu and NAME-dev.conllu.</summary>
    public static readonly ImmutableArray<string> Names = ["ewt", "gum-open"];

    public static List<GoldSentence> Train(DirectoryInfo data) => [.. Names.SelectMany(name => Read(PathOf(data, name, "train")))];

    public static List<GoldSentence> Dev(DirectoryInfo data, string name) => [.. Read(PathOf(data, name, "dev"))];

    public static IEnumerable<GoldSentence> Read(string path)
    {
        using var reader = new StreamReader(path);
        foreach (var sentence in ConlluReader.Read(reader)) yield return GoldSentence.From(sentence);
    }

    private static string PathOf(DirectoryInfo data, string name, string part) => Path.Combine(data.FullName, "language", "data", $"{name}-{part}.conllu");
}
