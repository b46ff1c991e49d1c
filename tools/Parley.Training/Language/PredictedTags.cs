using Parley.Language;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary>Gives training sentences the tags of taggers that have not seen them, so that the parser learns to live with their errors.</summary>
internal static class PredictedTags
{
    private const int Folds = 4, Rounds = 6;

    /// <summary>The sentences with predicted tags, from the file where it exists; else made and kept there.</summary>
    public static List<GoldSentence> For(List<GoldSentence> sentences, FileInfo? kept)
    {
        if (kept is { Exists: true }) return Join(sentences, File.ReadAllLines(kept.FullName));
        var tagged = new GoldSentence[sentences.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var others = sentences.Where((_, i) => i % Folds != fold).ToList();
            var tagger = new Tagger(new TaggerTrainer(others, fold + 1).Train(Rounds));
            for (var i = fold; i < sentences.Count; i += Folds)
            {
                Token[] tokens = [.. sentences[i].Tokens];
                tagger.Tag(tokens);
                tagged[i] = new(tokens);
            }
        }

        if (kept is not null) File.WriteAllLines(kept.FullName, tagged.SelectMany(s => s.Tokens).Select(TaggerTrainer.Pair));
        return [.. tagged];
    }

    private static List<GoldSentence> Join(List<GoldSentence> sentences, string[] tags)
    {
        var next = 0;
        return [.. sentences.Select(sentence => new GoldSentence([.. sentence.Tokens.Select(token => Tagged(token, tags[next++]))]))];
    }

    private static Token Tagged(Token token, string pair)
    {
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        return token with { Upos = Enum.Parse<Upos>(pair[..space]), Xpos = pair[(space + 1)..] };
    }
}
