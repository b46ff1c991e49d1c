namespace Parley.Analysis.Networks;

/// <summary>
/// A network as the eigenvalues of its Laplacian D − A (negative weights count as none), descending and divided by their sum: networks of
/// the same nodes are alike if these are. In the compatible convention the sorted row sums stand in for the eigenvalues, because the
/// reference program discards A.
/// </summary>
internal sealed class NetworkSpectrum(Convention convention)
{
    public double[] Of(Network network)
    {
        var n = network.Rows.Count;
        var laplacian = new double[n * n];
        var degrees = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var weight = i == j ? 0 : Math.Max(0, network[i, j]);
                laplacian[(i * n) + j] = -weight;
                degrees[i] += weight;
            }

            laplacian[(i * n) + i] = degrees[i];
        }

        var values = convention == Convention.Compatible ? degrees : SymmetricEigen.Of(laplacian, n, vectors: false).Values;
        Array.Sort(values);
        Array.Reverse(values);
        var sum = values.Sum();
        return sum == 0 ? values : [.. values.Select(v => v / sum)];
    }

    /// <summary>Σ |difference|, from 0 to 2; 1 against a network without ties.</summary>
    public static double Distance(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - b[i]);
        return sum;
    }
}
