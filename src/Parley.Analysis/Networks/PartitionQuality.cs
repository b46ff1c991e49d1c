namespace Parley.Analysis.Networks;

/// <summary>
/// How well a division into camps fits an ideal: congruence C even within camps and absent between them, conflict F the reverse.
/// D(m) = Σ over i ≠ j of |C − E_within| + |F| in the same camp and |C| + |F − E_between| in different ones, at most 2(ΣC + ΣF).
/// Correct: 1 − D / 2(ΣC + ΣF), with E the mean that the whole congruence (conflict) gives a pair within (between) camps. Compatible: the
/// deviation D itself is the score, and E is that mean times the camp's share of the pairs.
/// A swap keeps the sizes of camps, so the expectations stay and only two rows change.
/// </summary>
public sealed class PartitionQuality
{
    private readonly int n;
    private readonly Network congruence;
    private readonly Network conflict;
    private readonly double[] within;
    private readonly double[,] between;
    private readonly double scale;
    private readonly double offset;

    public PartitionQuality(Network congruence, Network conflict, int clusters, bool normalise, Convention convention = Convention.Correct)
    {
        (this.congruence, this.conflict) = (congruence, conflict);
        n = congruence.Rows.Count;
        var sizes = Enumerable.Range(0, clusters).Select(c => (double)((n / clusters) + (c < n % clusters ? 1 : 0))).ToArray();
        var (sumC, sumF) = (Sum(congruence), Sum(conflict));
        var pairsWithin = sizes.Sum(s => s * (s - 1));
        var pairsBetween = (n * (n - 1.0)) - pairsWithin;
        var compatible = convention == Convention.Compatible;
        within = [.. sizes.Select(s => pairsWithin == 0 ? 0 : (compatible ? s * (s - 1) / pairsWithin : 1) * (sumC / pairsWithin))];
        between = new double[clusters, clusters];
        for (var c = 0; c < clusters; c++)
        {
            for (var d = 0; d < clusters; d++)
                between[c, d] = pairsBetween == 0 ? 0 : (compatible ? sizes[c] * sizes[d] / pairsBetween : 1) * (sumF / pairsBetween);
        }

        var total = sumC + sumF;
        scale = (compatible ? 1 : -1) * (normalise ? (total == 0 ? 0 : 1 / (2 * total)) : 0.5);
        offset = compatible || total == 0 ? 0 : normalise ? 1 : total;
    }

    internal int Nodes => n;

    internal int Clusters => within.Length;

    internal double Scale => scale;

    /// <summary>The score of a partition into the clusters 0, 1, …, whose sizes must differ by at most one, larger first.</summary>
    public double Of(IReadOnlyList<int> partition)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                sum += i == j ? 0 : Pair(i, j, partition[i], partition[j]);
        }

        return offset + (sum * scale);
    }

    /// <summary>What swaps of two nodes would gain, kept while nodes are swapped.</summary>
    internal SwapGains Swaps(int[] partition) => new(this, partition);

    /// <summary>What a pair of nodes deviates from the ideal by if they are in these camps.</summary>
    internal double Pair(int i, int j, int a, int b) => a == b
        ? Math.Abs(congruence[i, j] - within[a]) + Math.Abs(conflict[i, j])
        : Math.Abs(congruence[i, j]) + Math.Abs(conflict[i, j] - between[a, b]);

    private static double Sum(Network network)
    {
        var sum = 0.0;
        for (var i = 0; i < network.Rows.Count; i++)
        {
            for (var j = 0; j < network.Rows.Count; j++)
                sum += i == j ? 0 : network[i, j];
        }

        return sum;
    }
}
