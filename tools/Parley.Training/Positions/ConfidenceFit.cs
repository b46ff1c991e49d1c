namespace Parley.Training.Positions;

/// <summary>Logistic regression over named features, by full gradient descent; its penalty keeps rare features near nothing.</summary>
internal static class ConfidenceFit
{
    private const int Rounds = 1000;
    private const double Rate = 0.5;
    private const double Penalty = 4; // as if every feature had been seen four times at even odds

    public static Dictionary<string, double> Fit(List<ConfidenceCase> cases)
    {
        var weights = cases.SelectMany(c => c.Features).Distinct().ToDictionary(f => f, _ => 0.0);
        for (var round = 0; round < Rounds; round++)
        {
            var slope = weights.ToDictionary(w => w.Key, w => w.Key == "all" ? 0 : -Penalty * w.Value);
            foreach (var c in cases)
            {
                var miss = (c.Right ? 1 : 0) - Probability(weights, c.Features);
                foreach (var feature in c.Features) slope[feature] += miss;
            }

            foreach (var (feature, value) in slope) weights[feature] += Rate * value / cases.Count;
        }

        return weights;
    }

    /// <summary>Moves the common weight until the mean confidence is a given share.</summary>
    public static void Shift(Dictionary<string, double> weights, List<ConfidenceCase> cases, double share)
    {
        for (var round = 0; round < 60; round++)
        {
            var mean = cases.Average(c => Probability(weights, c.Features));
            weights["all"] += Math.Log(share / (1 - share)) - Math.Log(mean / (1 - mean));
        }
    }

    public static double Probability(Dictionary<string, double> weights, string[] features) => 1 / (1 + Math.Exp(-features.Sum(f => weights.GetValueOrDefault(f))));
}
