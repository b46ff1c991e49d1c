namespace Parley.Analysis.Networks;

/// <summary>
/// Q(m) = Σ over i ≠ j of |C − E_within| + |F| in the same cluster and |C| + |F − E_between| in different ones, C congruence and F conflict.
/// A swap keeps the sizes of clusters, so the expectations stay and only two rows change.
/// </summary>
public sealed class PartitionQuality
{
    private readonly int n;
    private readonly Network congruence;
    private readonly Network conflict;
    private readonly double[] within;
    private readonly double[,] between;
    private readonly double scale;

    public PartitionQuality(Network congruence, Network conflict, int clusters, bool normalise)
    {
        (this.congruence, this.conflict) = (congruence, conflict);
        n = congruence.Rows.Count;
        var sizes = Enumerable.Range(0, clusters).Select(c => (double)((n / clusters) + (c < n % clusters ? 1 : 0))).ToArray();
        var (sumC, sumF) = (Sum(congruence), Sum(conflict));
        var pairsWithin = sizes.Sum(s => s * (s - 1));
        var pairsBetween = (n * (n - 1.0)) - pairsWithin;
        within = [.. sizes.Select(s => pairsWithin == 0 ? 0 : s * (s - 1) / pairsWithin * (sumC / pairsWithin))];
        between = new double[clusters, clusters];
        for (var c = 0; c < clusters; c++)
        {
            for (var d = 0; d < clusters; d++)
                between[c, d] = pairsBetween == 0 ? 0 : sizes[c] * sizes[d] / pairsBetween * (sumF / pairsBetween);
        }

        scale = normalise ? (sumC + sumF == 0 ? 0 : 1 / (2 * (sumC + sumF))) : 0.5;
    }

    internal int Nodes => n;

    /// <summary>The score of a partition into the clusters 0, 1, …, whose sizes must differ by at most one, larger first.</summary>
    public double Of(IReadOnlyList<int> partition)
    {
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                sum += i == j ? 0 : Pair(i, j, partition[i], partition[j]);
        }

        return sum * scale;
    }

    internal double GainOfSwap(int[] partition, int i, int j)
    {
        var (a, b) = (partition[i], partition[j]);
        var gain = 0.0;
        for (var k = 0; k < n; k++)
        {
            if (k == i || k == j)
                continue;
            var c = partition[k];
            gain += Pair(i, k, b, c) + Pair(j, k, a, c) - Pair(i, k, a, c) - Pair(j, k, b, c);
        }

        return 2 * gain * scale;
    }

    private double Pair(int i, int j, int a, int b) => a == b
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
