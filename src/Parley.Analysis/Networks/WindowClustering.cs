namespace Parley.Analysis.Networks;

/// <summary>Clusterings of points known by their distances in [0, 1].</summary>
internal sealed class WindowClustering(double[] distances, int n, int seed)
{
    public int[] Into(int k, PhaseMethod method) => method switch
    {
        PhaseMethod.Medoids => Medoids(k),
        PhaseMethod.Means => new PointClustering(distances, n, n).Into(k, seed),
        PhaseMethod.Spectral => new PointClustering(LeadingVectors(k), n, k).Into(k, seed),
        _ => Joined(k, method),
    };

    /// <summary>Newman's modularity in the weighted network of similarities 1 − distance.</summary>
    public double Modularity(int[] clusters)
    {
        var strength = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                strength[i] += Similarity(i, j);
        }

        var total = strength.Sum();
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                sum += clusters[i] == clusters[j] ? Similarity(i, j) - (strength[i] * strength[j] / total) : 0;
        }

        return total == 0 ? 0 : sum / total;
    }

    /// <summary>Classical scaling: the two leading eigenvectors of the doubly centred squared distances.</summary>
    public IReadOnlyList<(double X, double Y)> Positions()
    {
        var means = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                means[i] += distances[(i * n) + j] * distances[(i * n) + j] / n;
        }

        var mean = means.Average();
        var centred = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                centred[(i * n) + j] = -0.5 * ((distances[(i * n) + j] * distances[(i * n) + j]) - means[i] - means[j] + mean);
        }

        var eigen = SymmetricEigen.Of(centred, n, vectors: true);
        double At(int i, int index) => eigen.Vector(i, index) * Math.Sqrt(Math.Max(0, eigen.Values[index]));
        return [.. Enumerable.Range(0, n).Select(i => (At(i, n - 1), At(i, n - 2)))];
    }

    private double Similarity(int i, int j) => i == j ? 0 : 1 - distances[(i * n) + j];

    /// <summary>Joins the two nearest clusters until k are left; distances to the joined one by Lance and Williams.</summary>
    private int[] Joined(int k, PhaseMethod method)
    {
        double[] d = [.. distances.Select(x => method == PhaseMethod.Ward ? x * x : x)];
        int[] cluster = [.. Enumerable.Range(0, n)];
        int[] size = [.. Enumerable.Repeat(1, n)];
        for (var left = n; left > k; left--)
        {
            var (a, b, nearest) = (-1, -1, double.PositiveInfinity);
            for (var i = 0; i < n; i++)
            {
                for (var j = i + 1; size[i] > 0 && j < n; j++)
                {
                    if (size[j] > 0 && d[(i * n) + j] < nearest)
                        (a, b, nearest) = (i, j, d[(i * n) + j]);
                }
            }

            for (var c = 0; c < n; c++)
            {
                if (size[c] > 0 && c != a && c != b)
                    d[(a * n) + c] = d[(c * n) + a] = Joined(method, d[(a * n) + c], d[(b * n) + c], nearest, size[a], size[b], size[c]);
            }

            (size[a], size[b]) = (size[a] + size[b], 0);
            for (var i = 0; i < n; i++)
                cluster[i] = cluster[i] == b ? a : cluster[i];
        }

        return cluster;
    }

    private static double Joined(PhaseMethod method, double a, double b, double ab, int sizeA, int sizeB, int sizeC) => method switch
    {
        PhaseMethod.Single => Math.Min(a, b),
        PhaseMethod.Complete => Math.Max(a, b),
        PhaseMethod.Average => ((sizeA * a) + (sizeB * b)) / (sizeA + sizeB),
        _ => (((sizeA + sizeC) * a) + ((sizeB + sizeC) * b) - (sizeC * ab)) / (sizeA + sizeB + sizeC),
    };

    /// <summary>Partitioning around medoids: greedy start, then the best swap as long as it helps.</summary>
    private int[] Medoids(int k)
    {
        var medoids = new List<int>();
        while (medoids.Count < k)
            medoids.Add(Enumerable.Range(0, n).Except(medoids).MinBy(m => Cost([.. medoids, m])));
        for (var (cost, improved) = (Cost(medoids), true); improved;)
        {
            improved = false;
            for (var slot = 0; slot < k; slot++)
            {
                foreach (var other in Enumerable.Range(0, n).Except(medoids).ToList())
                {
                    var kept = medoids[slot];
                    medoids[slot] = other;
                    var swapped = Cost(medoids);
                    if (swapped < cost - 1e-12)
                        (cost, improved) = (swapped, true);
                    else
                        medoids[slot] = kept;
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => medoids.IndexOf(medoids.MinBy(m => distances[(i * n) + m])))];
    }

    private double Cost(List<int> medoids)
    {
        var cost = 0.0;
        for (var i = 0; i < n; i++)
        {
            var nearest = double.PositiveInfinity;
            foreach (var m in medoids)
                nearest = Math.Min(nearest, distances[(i * n) + m]);
            cost += nearest;
        }

        return cost;
    }

    /// <summary>Rows of the k leading eigenvectors of the symmetrically normalised similarity, each of length 1.</summary>
    private double[] LeadingVectors(int k)
    {
        var strength = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                strength[i] += Similarity(i, j);
        }

        var normal = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                normal[(i * n) + j] = strength[i] * strength[j] == 0 ? 0 : Similarity(i, j) / Math.Sqrt(strength[i] * strength[j]);
        }

        var eigen = SymmetricEigen.Of(normal, n, vectors: true);
        var points = new double[n * k];
        for (var i = 0; i < n; i++)
        {
            var length = 0.0;
            for (var c = 0; c < k; c++)
                length += eigen.Vector(i, n - 1 - c) * eigen.Vector(i, n - 1 - c);
            for (var c = 0; c < k; c++)
                points[(i * k) + c] = length == 0 ? 0 : eigen.Vector(i, n - 1 - c) / Math.Sqrt(length);
        }

        return points;
    }
}
