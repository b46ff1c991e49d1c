namespace Parley.Analysis.Networks;

/// <summary>k means of points in a space, the best of several seeded starts (k-means++).</summary>
internal sealed class PointClustering(double[] points, int n, int dimensions)
{
    private const int Starts = 10;
    private const int Rounds = 100;

    public int[] Into(int k, int seed)
    {
        var random = new Random(seed);
        var best = (Clusters: new int[n], Cost: double.PositiveInfinity);
        for (var start = 0; start < Starts; start++)
        {
            var found = Settle(Centres(k, random), k);
            if (found.Cost < best.Cost)
                best = found;
        }

        return best.Clusters;
    }

    private double[] Centres(int k, Random random)
    {
        var centres = new double[k * dimensions];
        var nearest = Enumerable.Repeat(double.PositiveInfinity, n).ToArray();
        for (var (c, at) = (0, random.Next(n)); c < k; c++)
        {
            points.AsSpan(at * dimensions, dimensions).CopyTo(centres.AsSpan(c * dimensions));
            for (var i = 0; i < n; i++)
                nearest[i] = Math.Min(nearest[i], Distance(i, centres, c));
            var draw = random.NextDouble() * nearest.Sum();
            for (at = 0; at < n - 1 && (draw -= nearest[at]) > 0;)
                at++;
        }

        return centres;
    }

    private (int[] Clusters, double Cost) Settle(double[] centres, int k)
    {
        var clusters = new int[n];
        var cost = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            cost = 0;
            for (var i = 0; i < n; i++)
            {
                var nearest = Enumerable.Range(0, k).MinBy(c => Distance(i, centres, c));
                moved |= round == 0 || nearest != clusters[i];
                clusters[i] = nearest;
                cost += Distance(i, centres, nearest);
            }

            if (!moved)
                break;
            Recentre(centres, clusters, k);
        }

        return (clusters, cost);
    }

    private void Recentre(double[] centres, int[] clusters, int k)
    {
        var counts = new int[k];
        foreach (var c in clusters)
            counts[c]++;
        for (var c = 0; c < k; c++)
        {
            if (counts[c] > 0)
                Array.Clear(centres, c * dimensions, dimensions);
        }

        for (var i = 0; i < n; i++)
        {
            for (var d = 0; d < dimensions; d++)
                centres[(clusters[i] * dimensions) + d] += points[(i * dimensions) + d] / counts[clusters[i]];
        }
    }

    private double Distance(int point, double[] centres, int c)
    {
        var sum = 0.0;
        for (var d = 0; d < dimensions; d++)
        {
            var difference = points[(point * dimensions) + d] - centres[(c * dimensions) + d];
            sum += difference * difference;
        }

        return sum;
    }
}
