namespace Parley.Analysis.Networks;

/// <summary>
/// One-mode weights where statements count by their distance in time: a pair of statements weighs √(z·z'), so the uses are summed as √z.
/// The mean activity of two rows is then that of their weights z.
/// </summary>
internal sealed class KernelWeights(NetworkSettings settings, LevelScale scale)
{
    /// <param name="weighted">Uses summed as z.</param>
    /// <param name="roots">Uses summed as √z.</param>
    /// <param name="counted">Uses counted.</param>
    public double[] Of(UsageMatrix weighted, UsageMatrix roots, UsageMatrix counted, CancellationToken cancellationToken)
    {
        if (!settings.Compatible)
            return new OneModeWeights(settings, scale).Of(roots, weighted.RowSums(), cancellationToken);
        var plain = new OneModeWeights(settings with { Normalisation = Normalisation.None }, scale);
        var weights = plain.Of(roots, null, cancellationToken);
        var n = roots.Rows;
        var diagonal = plain.Diagonal(roots);
        for (var i = 0; i < n; i++)
            weights[(i * n) + i] = diagonal[i];
        if (settings.Normalisation == Normalisation.None)
            return weights;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                weights[(i * n) + j] *= ReciprocalUse(counted, i, j);
        }

        return weights;
    }

    /// <summary>Σ 2 / (uses by i + uses by j) over whatever either uses: what the reference program calls the average.</summary>
    private static double ReciprocalUse(UsageMatrix counted, int i, int j)
    {
        var (p, pEnd, q, qEnd) = (counted.RowStarts[i], counted.RowStarts[i + 1], counted.RowStarts[j], counted.RowStarts[j + 1]);
        var sum = 0.0;
        while (p < pEnd || q < qEnd)
        {
            var f = p < pEnd ? counted.Feature[p] : int.MaxValue;
            var g = q < qEnd ? counted.Feature[q] : int.MaxValue;
            var uses = (f <= g ? counted.Value[p++] : 0) + (g <= f ? counted.Value[q++] : 0);
            sum += 2 / uses;
        }

        return sum;
    }
}
