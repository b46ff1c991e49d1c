using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>A document's drafts, each with whether a gold attribution shares both cue and content with it.</summary>
internal sealed record JudgedDrafts(PreparedArticle Article, List<AttributionDraft> Drafts, bool[] IsTrue)
{
    public static JudgedDrafts Of(PreparedArticle article, List<AttributionDraft> drafts)
    {
        var (cue, content) = (new int[article.Traits.Count], new int[article.Traits.Count]);
        for (var k = 0; k < article.Article.Attributions.Length; k++)
        {
            foreach (var i in GoldRoles.TokensOf(article.Article.Document, article.Article.Attributions[k].Cue)) cue[i] = k + 1;
            foreach (var i in GoldRoles.TokensOf(article.Article.Document, article.Article.Attributions[k].Content)) content[i] = k + 1;
        }

        return new(article, drafts, [.. drafts.Select(Matches)]);

        bool Matches(AttributionDraft draft)
        {
            var gold = 0;
            for (var i = draft.First; i < draft.End; i++)
                if (draft[i] == Role.Cue && cue[i] > 0) gold = cue[i];
            if (gold == 0) return false;
            for (var i = draft.First; i < draft.End; i++)
                if (draft[i] == Role.Content && content[i] == gold) return true;
            return false;
        }
    }
}

/// <summary>Trains which drafts stand: logistic regression, whose odds are the confidence of a statement.</summary>
internal static class VerdictTrainer
{
    private const int Bits = 16;

    public static TrainedLinear Train(IReadOnlyList<JudgedDrafts> documents)
    {
        var model = new TrainedLinear(Bits, 1, 0.05f);
        var examples = new ExampleStore();
        var labels = new List<bool>();
        var list = new FeatureList(VerdictFeatures.Capacity);
        foreach (var document in documents)
            for (var k = 0; k < document.Drafts.Count; k++)
            {
                VerdictFeatures.Extract(document.Article.Traits, document.Drafts[k], document.Drafts, k, list);
                examples.Add(list.Items);
                labels.Add(document.IsTrue[k]);
            }

        examples.DropRare(Bits);
        var order = Enumerable.Range(0, labels.Count).ToArray();
        var random = new Random(1);
        Span<float> score = stackalloc float[1];
        Span<float> gradient = stackalloc float[1];
        for (var epoch = 0; epoch < 4; epoch++)
        {
            random.Shuffle(order);
            foreach (var k in order)
            {
                model.Score(examples[k], score);
                gradient[0] = (1 / (1 + MathF.Exp(-score[0]))) - (labels[k] ? 1 : 0);
                model.Update(examples[k], gradient);
            }
        }

        return model;
    }
}
