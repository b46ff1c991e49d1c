using System.Runtime.CompilerServices;

namespace Parley.Analysis.Networks;

/// <summary>
/// How often (or with what weight) each node uses each feature, a feature being a column value at a level of the qualifier:
/// A[i, j·K + k] in compressed rows, features ascending within a row.
/// </summary>
internal sealed class UsageMatrix
{
    private UsageMatrix(int rows, int features, int[] rowStarts, int[] feature, double[] value)
    {
        Rows = rows;
        Features = features;
        RowStarts = rowStarts;
        Feature = feature;
        Value = value;
    }

    public int Rows { get; }

    public int Features { get; }

    public int[] RowStarts { get; }

    public int[] Feature { get; }

    public double[] Value { get; }

    /// <summary>Two stable counting sorts (by feature, then by row) and a merge: linear in statements + rows + features.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static UsageMatrix Count(ReadOnlySpan<int> row, ReadOnlySpan<int> feature, ReadOnlySpan<double> weight, int rows, int features)
    {
        var n = row.Length;
        var byFeature = SortedBy(feature, features, null);
        var order = SortedBy(row, rows, byFeature);
        var starts = new int[rows + 1];
        var merged = new int[n];
        var values = new double[n];
        var count = 0;
        var current = 0;
        foreach (var s in order)
        {
            while (current < row[s])
                starts[++current] = count;
            var w = weight.IsEmpty ? 1 : weight[s];
            if (count > starts[current] && merged[count - 1] == feature[s])
            {
                values[count - 1] += w;
                continue;
            }

            merged[count] = feature[s];
            values[count++] = w;
        }

        while (current < rows)
            starts[++current] = count;
        return new(rows, features, starts, merged, values);
    }

    /// <summary>The same uses with every value 1.</summary>
    public UsageMatrix Once()
    {
        var ones = new double[Value.Length];
        Array.Fill(ones, 1.0);
        return new(Rows, Features, RowStarts, Feature, ones);
    }

    /// <summary>The levels of each column value added up: T[i, j] = Σ_k A[i, j·K + k].</summary>
    public UsageMatrix WithoutLevels(int levels) => levels == 1 ? this : Spread(levels, 1, static (_, _) => 1.0);

    /// <summary>A·S: each use counts at every level in proportion to its similarity to the level used.</summary>
    public UsageMatrix Spread(int levels, int targets, Func<int, int, double> similarity)
    {
        var starts = new int[Rows + 1];
        var feature = new List<int>(Feature.Length);
        var value = new List<double>(Feature.Length);
        var sums = new double[targets];
        for (var i = 0; i < Rows; i++)
        {
            for (var p = RowStarts[i]; p < RowStarts[i + 1];)
            {
                var j = Feature[p] / levels;
                Array.Clear(sums);
                for (; p < RowStarts[i + 1] && Feature[p] / levels == j; p++)
                {
                    for (var l = 0; l < targets; l++)
                        sums[l] += Value[p] * similarity(Feature[p] % levels, l);
                }

                for (var l = 0; l < targets; l++)
                {
                    if (sums[l] == 0)
                        continue;
                    feature.Add((j * targets) + l);
                    value.Add(sums[l]);
                }
            }

            starts[i + 1] = feature.Count;
        }

        return new(Rows, Features / levels * targets, starts, [.. feature], [.. value]);
    }

    public double[] RowSums()
    {
        var sums = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            for (var p = RowStarts[i]; p < RowStarts[i + 1]; p++)
                sums[i] += Value[p];
        }

        return sums;
    }

    /// <summary>Each row's product with the same row of another matrix over the same features.</summary>
    public double[] RowProducts(UsageMatrix other)
    {
        var products = new double[Rows];
        for (var i = 0; i < Rows; i++)
        {
            var q = other.RowStarts[i];
            for (var p = RowStarts[i]; p < RowStarts[i + 1]; p++)
            {
                while (q < other.RowStarts[i + 1] && other.Feature[q] < Feature[p])
                    q++;
                if (q < other.RowStarts[i + 1] && other.Feature[q] == Feature[p])
                    products[i] += Value[p] * other.Value[q];
            }
        }

        return products;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] SortedBy(ReadOnlySpan<int> key, int keys, int[]? order)
    {
        var places = new int[keys + 1];
        foreach (var k in key)
            places[k + 1]++;
        for (var k = 0; k < keys; k++)
            places[k + 1] += places[k];
        var sorted = new int[key.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            var s = order is null ? i : order[i];
            sorted[places[key[s]]++] = s;
        }

        return sorted;
    }
}
