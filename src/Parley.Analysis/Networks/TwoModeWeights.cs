namespace Parley.Analysis.Networks;

/// <summary>The weights of a two-mode network from who uses what, row by row.</summary>
internal sealed class TwoModeWeights(NetworkSettings settings, LevelScale scale)
{
    public double[] Of(UsageMatrix usage, int columns)
    {
        var weights = new double[usage.Rows * columns];
        var uses = new double[weights.Length];
        for (var i = 0; i < usage.Rows; i++)
        {
            for (var p = usage.RowStarts[i]; p < usage.RowStarts[i + 1]; p++)
            {
                var cell = (i * columns) + (usage.Feature[p] / scale.Count);
                weights[cell] += Worth(usage.Feature[p] % scale.Count, usage.Value[p]);
                uses[cell] += usage.Value[p];
            }
        }

        if (settings.Normalisation != Normalisation.None)
            Normalise(weights, uses, columns);
        return weights;
    }

    private double Worth(int level, double uses) => settings.Aggregation switch
    {
        Aggregation.Subtract when scale.Boolean => level == 1 ? uses : -uses,
        Aggregation.Subtract when !scale.Nominal => scale.Number(level) * uses,
        Aggregation.Combine => Math.ScaleB(1, scale.Count - 1 - level),
        _ => uses,
    };

    private void Normalise(double[] weights, double[] uses, int columns)
    {
        var byRow = settings.Normalisation == Normalisation.Activity;
        if (settings is { Compatible: true, Aggregation: Aggregation.Combine } && !byRow)
            throw new NetworkException("combine with prominence has no result in compatible mode; use the correct mode or another normalisation");
        var rows = columns == 0 ? 0 : weights.Length / columns;
        var sums = new double[byRow ? rows : columns];
        for (var cell = 0; cell < weights.Length; cell++)
            sums[byRow ? cell / columns : cell % columns] += settings.Aggregation == Aggregation.Combine ? (weights[cell] > 0 ? 1 : 0) : uses[cell];
        for (var cell = 0; cell < weights.Length; cell++)
        {
            var sum = sums[byRow ? cell / columns : cell % columns];
            weights[cell] = sum == 0 ? 0 : weights[cell] / sum;
        }
    }
}
