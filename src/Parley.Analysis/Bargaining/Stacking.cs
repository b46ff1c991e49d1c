namespace Parley.Analysis.Bargaining;

/// <summary>Corrects a forecast by several others at once: the differences from it, weighed by ridge regression.</summary>
/// <remarks>Method: Wolpert (1992), Breiman (1996), stacked regressions; weights are shrunk towards none, so that with nothing to learn the forecast stands.</remarks>
internal static class Stacking
{
    private static readonly double[] Shrinkages = [0.01, 0.1, 1, 10, 100];

    /// <summary>For every case a correction learnt from the cases of other folds alone, the shrinkage too.</summary>
    /// <param name="inputs">For every case what may explain the error.</param>
    /// <param name="errors">For every case the outcome less the forecast.</param>
    /// <param name="folds">For every case its fold.</param>
    public static double[] HeldOut(double[][] inputs, double[] errors, int[] folds)
    {
        var corrections = new double[errors.Length];
        foreach (var fold in folds.Distinct())
        {
            int[] others = [.. Enumerable.Range(0, errors.Length).Where(i => folds[i] != fold)];
            var shrinkage = Shrinkages.MinBy(s => others.Select(i => folds[i]).Distinct().Sum(inner =>
            {
                var weights = Weights(inputs, errors, [.. others.Where(i => folds[i] != inner)], s);
                return others.Where(i => folds[i] == inner).Sum(i => Math.Abs(errors[i] - Product(weights, inputs[i])));
            }));
            var fitted = Weights(inputs, errors, others, shrinkage);
            for (var i = 0; i < errors.Length; i++)
                if (folds[i] == fold) corrections[i] = Product(fitted, inputs[i]);
        }

        return corrections;
    }

    // (X'X + s·n·var I) w = X'y, by Gauss's elimination; positive definite, so no pivoting.
    private static double[] Weights(double[][] inputs, double[] errors, int[] cases, double shrinkage)
    {
        var n = inputs[0].Length;
        var matrix = new double[n, n + 1];
        foreach (var i in cases)
        {
            for (var a = 0; a < n; a++)
            {
                for (var b = 0; b < n; b++) matrix[a, b] += inputs[i][a] * inputs[i][b];
                matrix[a, n] += inputs[i][a] * errors[i];
            }
        }

        for (var a = 0; a < n; a++) matrix[a, a] = (matrix[a, a] * (1 + shrinkage)) + 1e-9;
        for (var a = 0; a < n; a++)
        {
            for (var row = 0; row < n; row++)
            {
                if (row == a) continue;
                var factor = matrix[row, a] / matrix[a, a];
                for (var b = a; b <= n; b++) matrix[row, b] -= factor * matrix[a, b];
            }
        }

        return [.. Enumerable.Range(0, n).Select(a => matrix[a, n] / matrix[a, a])];
    }

    private static double Product(double[] weights, double[] input) => weights.Zip(input, (w, x) => w * x).Sum();
}
