using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Trains whether a token heads a cue: logistic regression.</summary>
internal static class CueTrainer
{
    private const int Bits = 20;
    private const int NeverFrom = 40; // a lemma seen this often, and in one of so many cases as a head, is passed over when reading
    private const int NeverOnceIn = 400;

    public static HashSet<uint> NeverCues(IReadOnlyList<PreparedArticle> articles)
    {
        var counts = new Dictionary<uint, (int Heads, int All)>();
        foreach (var article in articles)
            for (var i = 0; i < article.Traits.Count; i++)
            {
                var (heads, all) = counts.GetValueOrDefault(article.Traits.Lemma[i]);
                counts[article.Traits.Lemma[i]] = (heads + (article.IsHead[i] ? 1 : 0), all + 1);
            }

        return [.. counts.Where(c => c.Value.All >= NeverFrom && c.Value.Heads * NeverOnceIn < c.Value.All).Select(c => c.Key)];
    }

    public static TrainedLinear Train(IReadOnlyList<PreparedArticle> articles, HashSet<uint> never, TrainingOptions options)
    {
        var model = new TrainedLinear(Bits, 1, options.CueRate, options.Decay);
        var examples = new ExampleStore();
        var list = new FeatureList(CueFeatures.Capacity);
        var labels = new List<bool>();
        foreach (var article in articles)
            for (var i = 0; i < article.Traits.Count; i++)
            {
                if (never.Contains(article.Traits.Lemma[i])) continue;
                CueFeatures.Extract(article.Traits, i, list);
                examples.Add(list.Items);
                labels.Add(article.IsHead[i]);
            }

        examples.DropRare(Bits);
        var order = Enumerable.Range(0, labels.Count).ToArray();
        var random = new Random(1);
        Span<float> score = stackalloc float[1];
        Span<float> gradient = stackalloc float[1];
        for (var epoch = 0; epoch < options.CueEpochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var k in order)
            {
                model.Score(examples[k], score);
                gradient[0] = (1 / (1 + MathF.Exp(-score[0]))) - (labels[k] ? 1 : 0);
                model.Update(examples[k], gradient);
            }

            if (epoch > 0) model.Note();
        }

        model.Average();
        return model;
    }
}
