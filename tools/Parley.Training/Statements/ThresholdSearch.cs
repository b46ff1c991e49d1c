using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Finds the odds from which drafts are best read as attributions, on verdicts that have not seen the article.</summary>
internal static class ThresholdSearch
{
    public static float Find(IReadOnlyList<JudgedDrafts> judged, TrainingOptions options)
    {
        var accepted = new List<Judged>();
        var lexicon = CueLexicon.Load();
        for (var half = 0; half < 2; half++)
        {
            var verdict = VerdictTrainer.Train([.. judged.Where((_, k) => k % 2 != half)]).Quantise(0.001f);
            foreach (var document in judged.Where((_, k) => k % 2 == half))
            {
                var quoted = QuoteMask.Of(document.Article.Gold.Document.Chars);
                foreach (var (draft, odds) in new DraftJudge(verdict, document.Model, -4).Judge(document.Article.Traits, document.Drafts, document.Article.Rivals))
                    accepted.Add(new(document, AttributionReader.Describe(document.Article.Traits, draft, odds, lexicon, quoted), odds, document.IsTrue(draft)));
            }
        }

        var (best, threshold) = (new StatementScore(), 0f);
        for (var candidate = -1.2f; candidate < 0.4f; candidate += 0.1f)
        {
            var score = Score(judged, accepted, candidate);
            if (score.Detection > best.Detection) (best, threshold) = (score, candidate);
        }

        options.Log($"on held-out parts, threshold {threshold:0.0}\n{best}");
        foreach (var band in accepted.GroupBy(a => (int)(10 / (1 + Math.Exp(-a.Odds)))).OrderBy(g => g.Key))
            options.Log($"  confidence {band.Key / 10.0:0.0}: {band.Count()} drafts, {band.Count(a => a.IsTrue) / (double)band.Count():0.00} right");
        return threshold;
    }

    private static StatementScore Score(IReadOnlyList<JudgedDrafts> judged, List<Judged> accepted, float threshold)
    {
        var score = new StatementScore();
        var found = accepted.Where(a => a.Odds >= threshold).ToLookup(a => a.Document, a => a.Attribution);
        foreach (var document in judged) score.Add(document.Article.Gold.Document, document.Article.Gold.Attributions, [.. found[document]]);
        return score;
    }

    private sealed record Judged(JudgedDrafts Document, Attribution Attribution, float Odds, bool IsTrue);
}
