namespace Parley.Analysis.Bargaining;

/// <summary>What may be expected of one issue without a model of moves: means, medians, elections and bargaining solutions, on the scale 0 to 100.</summary>
public sealed class Estimators
{
    private readonly double[] position;
    private readonly double[] capability;
    private readonly double[] salience;
    private readonly double[] weight;

    /// <param name="issue">A negotiation over one issue.</param>
    public Estimators(Negotiation issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        if (issue.Issues.Count != 1 || !issue.Complete)
            throw new BargainingException("expected one issue on which every actor has a position");
        var n = issue.Actors.Count;
        position = [.. Enumerable.Range(0, n).Select(a => issue.Position(a, 0))];
        salience = [.. Enumerable.Range(0, n).Select(a => issue.Salience(a, 0))];
        capability = [.. issue.Capability];
        weight = [.. capability.Zip(salience, (c, s) => c * s)];
    }

    /// <summary>The compromise: the mean weighed by capability × salience (Van den Bos 1991; Achen 2006).</summary>
    public double Compromise() => WeightedMean(weight);

    public double Mean() => position.Average();

    public double SalienceMean() => WeightedMean(salience);

    public double CapabilityMean() => WeightedMean(capability);

    public double Median()
    {
        double[] sorted = [.. position.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The position that beats every other in a vote weighed by capability × salience; midway between two that tie.</summary>
    public double WeightedMedian() => MedianBy(position, weight);

    /// <summary>Every distinct position with its probability in a probabilistic Condorcet election.</summary>
    public IReadOnlyList<(double Position, double Probability)> Election(CondorcetElection election)
    {
        ArgumentNullException.ThrowIfNull(election);
        double[] options = [.. position.Distinct().Order()];
        var utilities = new double[options.Length * position.Length];
        for (var o = 0; o < options.Length; o++)
        {
            for (var a = 0; a < position.Length; a++)
                utilities[(o * position.Length) + a] = 1 - (Math.Abs(position[a] - options[o]) / 100);
        }

        return [.. options.Zip(election.Probabilities(utilities, weight, options.Length))];
    }

    public double ElectionMean(CondorcetElection election) => Election(election).Sum(o => o.Position * o.Probability);

    /// <summary>
    /// The Nash solution: the largest product of gains over the disagreement point, each raised to the actor's capability × salience.
    /// Where no point is better for everyone it is the disagreement point itself.
    /// </summary>
    public double Nash(double disagreement) => Best(disagreement, x =>
    {
        var sum = 0.0;
        for (var a = 0; a < position.Length; a++)
            sum += weight[a] == 0 ? 0 : weight[a] * Math.Log(Math.Max(1e-300, Gain(a, x, disagreement)));
        return sum;
    });

    /// <summary>The Kalai–Smorodinsky solution: everyone gets the same, and the largest possible, share of the best it could hope for.</summary>
    public double KalaiSmorodinsky(double disagreement)
    {
        var (low, high) = Better(disagreement);
        double[] hope = [.. position.Select((p, a) => Gain(a, Math.Clamp(p, low, high), disagreement))];
        return Best(disagreement, x => Enumerable.Range(0, position.Length).Min(a => hope[a] <= 0 ? 1 : Gain(a, x, disagreement) / hope[a]));
    }

    internal static double MedianBy(IReadOnlyList<double> position, IReadOnlyList<double> weight)
    {
        int[] order = [.. Enumerable.Range(0, position.Count).OrderBy(a => position[a])];
        var half = weight.Sum() / 2;
        var sum = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            sum += weight[order[i]];
            if (sum > half + 1e-9)
                return position[order[i]];
            if (Math.Abs(sum - half) <= 1e-9 && half > 0)
                return (position[order[i]] + position[order.Skip(i + 1).FirstOrDefault(o => weight[o] > 0, order[i])]) / 2;
        }

        return position[order[order.Length / 2]];
    }

    private double WeightedMean(double[] weights)
    {
        var sum = weights.Sum();
        return sum == 0 ? Mean() : position.Zip(weights, (p, w) => p * w).Sum() / sum;
    }

    private double Gain(int actor, double x, double disagreement) => Math.Abs(position[actor] - disagreement) - Math.Abs(position[actor] - x);

    /// <summary>The points that no actor holds worse than the disagreement: an interval that the disagreement point bounds.</summary>
    private (double Low, double High) Better(double disagreement)
    {
        if (disagreement is not (>= 0 and <= 100))
            throw new BargainingException("expected a disagreement point on the scale of the positions");
        var (low, high) = (0.0, 100.0);
        foreach (var p in position)
        {
            var reach = Math.Abs(p - disagreement);
            (low, high) = (Math.Max(low, p - reach), Math.Min(high, p + reach));
        }

        return (Math.Min(low, disagreement), Math.Max(high, disagreement));
    }

    /// <summary>Golden-section search of a function with one peak.</summary>
    private double Best(double disagreement, Func<double, double> value)
    {
        var (low, high) = Better(disagreement);
        var ratio = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-9)
        {
            var (a, b) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            if (value(a) >= value(b))
                high = b;
            else
                low = a;
        }

        return (low + high) / 2;
    }
}
