using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Finds the odds from which drafts are best read as attributions, on verdicts that have not seen the article.</summary>
internal static class ThresholdSearch
{
    public static float Find(IReadOnlyList<JudgedDrafts> judged, TrainingOptions options)
    {
        var accepted = new List<(float Odds, bool IsTrue)>();
        var gold = judged.Sum(d => d.Article.Article.Attributions.Length);
        for (var half = 0; half < 2; half++)
        {
            var verdict = VerdictTrainer.Train([.. judged.Where((_, k) => k % 2 != half)]).Quantise(0.001f);
            foreach (var document in judged.Where((_, k) => k % 2 == half))
                foreach (var (index, odds) in AttributionReader.Judge(document.Article.Traits, document.Drafts, verdict, -4))
                    accepted.Add((odds, document.IsTrue[index]));
        }

        accepted.Sort((a, b) => b.Odds.CompareTo(a.Odds));
        var (best, threshold, right) = (0.0, 0f, 0);
        for (var k = 0; k < accepted.Count; k++)
        {
            if (accepted[k].IsTrue) right++;
            var f1 = 2.0 * right / (k + 1 + gold);
            if (f1 > best) (best, threshold) = (f1, accepted[k].Odds);
        }

        options.Log($"  threshold {threshold:0.00} (probability {1 / (1 + Math.Exp(-threshold)):0.00}): detection F1 {best:0.0000} on held-out parts");
        foreach (var band in accepted.GroupBy(a => (int)(10 / (1 + Math.Exp(-a.Odds)))).OrderBy(g => g.Key))
            options.Log($"  confidence {band.Key / 10.0:0.0}: {band.Count()} drafts, {band.Count(a => a.IsTrue) / (double)band.Count():0.00} right");
        return threshold;
    }
}
