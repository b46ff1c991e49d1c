using Parley.Language.Networks;

namespace Parley.Training.Language;

/// <summary>Hides words in training, rare ones more often, so that unknown words are known by their looks; and shouts now and then.</summary>
internal sealed class WordDropout(Random random, WordFeatures words, Dictionary<uint, int> counts)
{
    private const double Weight = 0.4;
    private const double Upper = 0.03, Lower = 0.02;

    /// <summary>How a sentence's words are written this time: as they are, or rarely all in capitals or all small.</summary>
    public Func<string, string> Case()
    {
        var draw = random.NextDouble();
        if (draw < Upper) return form => form.ToUpperInvariant();
        return draw < Upper + Lower ? form => form.ToLowerInvariant() : form => form;
    }

    /// <summary>Hides a word by chance, given its rows.</summary>
    public void Apply(string form, Span<int> rows)
    {
        if (random.NextDouble() >= Weight / (Weight + counts.GetValueOrDefault(WordFeatures.HashOf(form)))) return;
        rows[0] = 0;
        rows[WordFeatures.Count - 1] = words.Rows - 1 - random.Next(WordFeatures.ExactForms);
    }

    /// <summary>How often each word comes, and the words that come at least twice.</summary>
    public static (Dictionary<uint, int> Counts, Vocabulary Vocabulary) Count(IEnumerable<GoldSentence> sentences)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var sentence in sentences)
            foreach (var token in sentence.Tokens)
            {
                var hash = WordFeatures.HashOf(token.Form);
                counts[hash] = counts.GetValueOrDefault(hash) + 1;
            }

        return (counts, new([.. counts.Where(word => word.Value > 1).Select(word => word.Key).Order()]));
    }
}
