namespace Parley.Analysis.Networks;

/// <summary>For every node what it deviates by in each camp, so that the gain of a swap is a few sums; a swap made costs O(n · camps).</summary>
internal sealed class SwapGains
{
    private readonly PartitionQuality quality;
    private readonly int[] partition;
    private readonly double[,] deviation;

    public SwapGains(PartitionQuality quality, int[] partition)
    {
        (this.quality, this.partition) = (quality, partition);
        deviation = new double[partition.Length, quality.Clusters];
        Renew();
    }

    /// <summary>Computes all anew, so that rounding does not add up.</summary>
    public void Renew()
    {
        for (var i = 0; i < partition.Length; i++)
        {
            for (var camp = 0; camp < quality.Clusters; camp++)
            {
                var sum = 0.0;
                for (var k = 0; k < partition.Length; k++)
                    sum += k == i ? 0 : quality.Pair(i, k, camp, partition[k]);
                deviation[i, camp] = sum;
            }
        }
    }

    public double Of(int i, int j)
    {
        var (a, b) = (partition[i], partition[j]);
        var after = deviation[i, b] - quality.Pair(i, j, b, b) + deviation[j, a] - quality.Pair(j, i, a, a);
        var before = deviation[i, a] - quality.Pair(i, j, a, b) + deviation[j, b] - quality.Pair(j, i, b, a);
        return 2 * (after - before) * quality.Scale;
    }

    public void Swap(int i, int j)
    {
        var (a, b) = (partition[i], partition[j]);
        for (var k = 0; k < partition.Length; k++)
        {
            for (var camp = 0; camp < quality.Clusters; camp++)
            {
                if (k != i) deviation[k, camp] += quality.Pair(k, i, camp, b) - quality.Pair(k, i, camp, a);
                if (k != j) deviation[k, camp] += quality.Pair(k, j, camp, a) - quality.Pair(k, j, camp, b);
            }
        }

        (partition[i], partition[j]) = (b, a);
    }
}
