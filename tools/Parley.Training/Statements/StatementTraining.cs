using System.Diagnostics;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Trains the reader of statements from annotated articles.</summary>
/// <remarks>
/// What a later model learns from must look as it will when reading: the opinions, the odds of cues and the drafts it sees come from
/// models that have not seen the article, by cross-validation (stacking, Wolpert 1992).
/// </remarks>
internal static class StatementTraining
{
    private const float DraftFrom = -2.2f; // log odds of a cue from which it is drafted

    public static StatementModel Train(IReadOnlyList<GoldArticle> corpus, TrainingOptions options)
    {
        var watch = Stopwatch.StartNew();
        void Log(string text) => options.Log($"{watch.Elapsed.TotalSeconds,6:0.0} s  {text}");
        var articles = PreparedArticle.Prepare(corpus);
        var least = 0.02f * (1 - options.Drop); // smaller weights are not worth their place
        var never = CueTrainer.NeverCues(articles);
        Log($"{articles.Count} articles, {articles.Sum(a => a.Traits.Count)} tokens, {articles.Sum(a => a.Heads.Count)} cues; {never.Count} lemmas never head one");
        var folds = Enumerable.Range(0, options.Folds).Select(f => (
            Seen: articles.Where((_, k) => k % options.Folds != f).ToList(),
            Held: articles.Where((_, k) => k % options.Folds == f).ToList())).ToList();

        var opinion = Opinions();
        foreach (var (seen, held) in folds)
        {
            var part = CueTrainer.Train(Weighed(seen), never, options);
            foreach (var article in held)
            {
                AttributionReader.ScoreCues(article.Traits, never, part);
                article.Rivals = new(article.Traits);
            }
        }

        Log("cues of held-out parts");
        var judged = new List<JudgedDrafts>();
        foreach (var (seen, held) in folds)
        {
            var model = RoleTrainer.Train(Weighed(seen), options.RoleEpochs, options).Quantise(least);
            foreach (var article in held)
                judged.Add(new(article, AttributionReader.Draft(article.Traits, model, DraftFrom, article.Rivals!), model));
            Log("roles of a held-out part");
        }

        var roles = RoleTrainer.Train(Weighed(articles), options.RoleEpochs, options);
        Log("roles");
        var cues = CueTrainer.Train(Weighed(articles), never, options);
        Log("cues");
        var threshold = ThresholdSearch.Find(judged, options);
        var verdict = VerdictTrainer.Train(judged);
        Log("verdicts");
        return new(
            opinion, never, cues.Quantise(0.01f), roles.Quantise(least), verdict.Quantise(0.001f),
            DraftFrom, threshold);

        OpinionNetwork Opinions()
        {
            foreach (var (seen, held) in folds)
            {
                var network = new OpinionTrainer(Weighed(seen), options.Opinion).Train();
                foreach (var article in held) article.Traits.Opinion = new(article.Traits, network);
                Log("second opinion of a held-out part");
            }

            var all = new OpinionTrainer(Weighed(articles), options.Opinion).Train();
            Log("second opinion");
            return all;
        }

        List<PreparedArticle> Weighed(IEnumerable<PreparedArticle> part) => [.. part.SelectMany(a => Enumerable.Repeat(a, a.Gold.Own ? options.OwnTimes : 1))];
    }
}
