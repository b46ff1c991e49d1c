namespace Parley.Analysis.Networks;

/// <summary>The weights of a one-mode network from who uses what: aggregation, then normalisation. Symmetric, diagonal 0.</summary>
internal sealed class OneModeWeights(NetworkSettings settings, LevelScale scale)
{
    private Aggregation Aggregation => settings.Aggregation;

    /// <param name="activity">How much each row says, where a kernel weighs that differently from the uses; otherwise their sums.</param>
    public double[] Of(UsageMatrix usage, double[]? activity, CancellationToken cancellationToken)
    {
        var normalisation = settings.Normalisation;
        var counted = normalisation == Normalisation.Jaccard && !settings.Compatible ? usage.Once() : usage;
        var weights = Aggregated(counted, Aggregation, cancellationToken);
        var n = usage.Rows;
        if (normalisation == Normalisation.Average)
            Divide(weights, n, activity ?? usage.RowSums(), static (a, b) => (a + b) / 2);
        else if (normalisation == Normalisation.Cosine && settings.Compatible)
            Divide(weights, n, usage.RowSums(), static (a, b) => a * b);
        else if (normalisation == Normalisation.Cosine)
            Divide(weights, n, [.. SelfCongruence(usage).Select(Math.Sqrt)], static (a, b) => a * b);
        else if (normalisation == Normalisation.Jaccard)
            DivideByUnion(weights, counted, cancellationToken);
        PairProduct.Mirror(weights, n);
        return weights;
    }

    /// <summary>Each row's aggregated weight with itself, which a network leaves at zero.</summary>
    public double[] Diagonal(UsageMatrix usage) =>
        (Aggregation == Aggregation.Ignore ? usage.WithoutLevels(scale.Count) : usage).RowProducts(Compared(usage, Aggregation));

    private double[] Aggregated(UsageMatrix usage, Aggregation aggregation, CancellationToken cancellationToken)
    {
        var weights = Cells(usage.Rows);
        if (scale.OneSidedConflict && aggregation is (Aggregation.Conflict or Aggregation.Subtract))
        {
            AddOneSided(weights, usage, cancellationToken);
            if (aggregation == Aggregation.Conflict)
                return weights;
            var shared = Aggregated(usage, Aggregation.Congruence, cancellationToken);
            for (var i = 0; i < weights.Length; i++)
                weights[i] = shared[i] - weights[i];
            return weights;
        }

        var left = aggregation == Aggregation.Ignore ? usage.WithoutLevels(scale.Count) : usage;
        new PairProduct(Compared(usage, aggregation)).AddTo(weights, left, cancellationToken);
        return weights;
    }

    /// <summary>The right side of the product: what a use of the other row is worth at each level of one's own.</summary>
    private UsageMatrix Compared(UsageMatrix usage, Aggregation aggregation) => aggregation switch
    {
        Aggregation.Ignore => usage.WithoutLevels(scale.Count),
        Aggregation.Congruence when scale.Identity => usage,
        Aggregation.Congruence => usage.Spread(scale.Count, scale.Count, scale.Similarity),
        Aggregation.Conflict => usage.Spread(scale.Count, scale.Count, (k, l) => 1 - scale.Similarity(k, l)),
        _ => usage.Spread(scale.Count, scale.Count, (k, l) => (2 * scale.Similarity(k, l)) - 1),
    };

    /// <summary>Uses by one of a pair of something that the other never uses.</summary>
    private static void AddOneSided(double[] weights, UsageMatrix usage, CancellationToken cancellationToken)
    {
        var n = usage.Rows;
        var shared = Cells(n);
        var once = usage.Once();
        new PairProduct(once).AddTo(shared, usage, cancellationToken);
        new PairProduct(usage).AddTo(shared, once, cancellationToken);
        var sums = usage.RowSums();
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
                weights[(i * n) + j] += sums[i] + sums[j] - shared[(i * n) + j];
        }
    }

    /// <summary>
    /// Compatible: one-sided uses plus the products of shared ones. Correct: |U ∪ U'| of the sets of what is used, by
    /// c(U,U) + c(U',U') − c(U,U') with the congruence c of the sets, which also holds for graded levels (Tanimoto).
    /// </summary>
    private void DivideByUnion(double[] weights, UsageMatrix usage, CancellationToken cancellationToken)
    {
        var n = usage.Rows;
        var union = Cells(n);
        if (settings.Compatible)
        {
            AddOneSided(union, usage, cancellationToken);
            new PairProduct(usage).AddTo(union, usage, cancellationToken);
        }
        else
        {
            var self = SelfCongruence(usage);
            var shared = Aggregation == Aggregation.Congruence
                ? weights
                : Aggregated(usage, Aggregation == Aggregation.Ignore ? Aggregation.Ignore : Aggregation.Congruence, cancellationToken);
            for (var i = 0; i < n; i++)
            {
                for (var j = i + 1; j < n; j++)
                    union[(i * n) + j] = self[i] + self[j] - shared[(i * n) + j];
            }
        }

        for (var i = 0; i < weights.Length; i++)
            weights[i] = union[i] == 0 ? 0 : weights[i] / union[i];
    }

    /// <summary>Each row's congruence with itself (its shared uses with itself where the qualifier is ignored).</summary>
    private double[] SelfCongruence(UsageMatrix usage)
    {
        if (Aggregation != Aggregation.Ignore)
            return usage.RowProducts(Compared(usage, Aggregation.Congruence));
        var uses = usage.WithoutLevels(scale.Count);
        return uses.RowProducts(uses);
    }

    private static void Divide(double[] weights, int n, double[] sizes, Func<double, double, double> divisor)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                ref var weight = ref weights[(i * n) + j];
                var by = divisor(sizes[i], sizes[j]);
                weight = by == 0 ? 0 : weight / by;
            }
        }
    }

    private static double[] Cells(int n) => (long)n * n <= Array.MaxLength
        ? new double[n * n]
        : throw new NetworkException($"{n} nodes make a matrix of {(long)n * n} cells; exclude some values");
}
