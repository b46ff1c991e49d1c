using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>The drafts of an article by models that have not seen it, each with whether it is true.</summary>
internal sealed class JudgedDrafts
{
    private readonly int[] _cue;
    private readonly int[] _content;

    public JudgedDrafts(PreparedArticle article, List<AttributionDraft> drafts, RoleModel model)
    {
        (Article, Drafts, Model) = (article, drafts, model);
        (_cue, _content) = (new int[article.Traits.Count], new int[article.Traits.Count]);
        for (var k = 0; k < article.Gold.Attributions.Length; k++)
        {
            foreach (var i in GoldRoles.TokensOf(article.Gold.Document, article.Gold.Attributions[k].Cue)) _cue[i] = k + 1;
            foreach (var i in GoldRoles.TokensOf(article.Gold.Document, article.Gold.Attributions[k].Content)) _content[i] = k + 1;
        }
    }

    public PreparedArticle Article { get; }

    public List<AttributionDraft> Drafts { get; }

    /// <summary>The model that drafted.</summary>
    public RoleModel Model { get; }

    /// <summary>Whether a gold attribution shares both cue and content with a draft.</summary>
    public bool IsTrue(AttributionDraft draft)
    {
        var gold = 0;
        for (var i = draft.First; i < draft.End; i++)
            if (draft[i] == Role.Cue && _cue[i] > 0) gold = _cue[i];
        if (gold == 0) return false;
        for (var i = draft.First; i < draft.End; i++)
            if (draft[i] == Role.Content && _content[i] == gold) return true;
        return false;
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
                labels.Add(document.IsTrue(document.Drafts[k]));
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

            if (epoch > 0) model.Note();
        }

        model.Average();
        return model;
    }
}
