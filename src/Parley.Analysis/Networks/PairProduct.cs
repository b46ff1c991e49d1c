using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Analysis.Networks;

/// <summary>
/// Sums over shared features for every pair of rows: left·rightᵀ, upper triangle only. Row by row (Gustavson): features that few rows use
/// are followed entry by entry, features that many use are added as dense columns with vector instructions. The loops are compiled at once
/// for speed, because a command computes one network and ends before the runtime would have noticed that they are hot.
/// </summary>
internal sealed class PairProduct
{
    /// <summary>From this share of rows on, a dense column is faster than following entries.</summary>
    private const int DenseShare = 12;

    /// <summary>At most 64 MB of dense columns; the rest stays sparse.</summary>
    private const int DenseCells = 8 << 20;

    private readonly int n;
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly double[] values;
    private readonly int[] denseStart;
    private readonly double[] dense;

    public PairProduct(UsageMatrix right)
    {
        n = right.Rows;
        starts = new int[right.Features + 1];
        rows = new int[right.RowStarts[n]];
        values = new double[rows.Length];
        Transpose(right);
        denseStart = new int[right.Features];
        var columns = 0;
        for (var f = 0; f < right.Features; f++)
            denseStart[f] = n >= 32 && starts[f + 1] - starts[f] > n / DenseShare && (long)(columns + 1) * n <= DenseCells ? columns++ * n : -1;
        dense = new double[columns * n];
        for (var f = 0; f < right.Features; f++)
        {
            for (var p = starts[f]; denseStart[f] >= 0 && p < starts[f + 1]; p++)
                dense[denseStart[f] + rows[p]] = values[p];
        }
    }

    /// <summary>Adds the product with <paramref name="left"/>, which has the same shape, to the part above the diagonal.</summary>
    /// <remarks>O(Σ over features of the square of the rows that use it), divided by the vector width where these are many.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(double[] target, UsageMatrix left, CancellationToken cancellationToken)
    {
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (var i = 0; i < n; i++)
        {
            if ((i & 63) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var sums = target.AsSpan(i * n, n);
            for (var p = left.RowStarts[i]; p < left.RowStarts[i + 1]; p++)
            {
                var (f, a) = (left.Feature[p], left.Value[p]);
                if (denseStart[f] >= 0)
                {
                    AddScaled(sums[(i + 1)..], dense.AsSpan(denseStart[f] + i + 1, n - i - 1), a);
                    continue;
                }

                var entry = next[f];
                while (entry < starts[f + 1] && rows[entry] <= i)
                    entry++;
                next[f] = entry;
                for (; entry < starts[f + 1]; entry++)
                    sums[rows[entry]] += a * values[entry];
            }
        }
    }

    /// <summary>Copies the upper triangle to the lower, in blocks that stay in the cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mirror(double[] matrix, int n)
    {
        const int block = 32;
        for (var bi = 0; bi < n; bi += block)
        {
            for (var bj = 0; bj <= bi; bj += block)
            {
                for (var i = bi; i < Math.Min(n, bi + block); i++)
                {
                    for (var j = bj; j < Math.Min(i, bj + block); j++)
                        matrix[(i * n) + j] = matrix[(j * n) + i];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(UsageMatrix right)
    {
        for (var p = 0; p < rows.Length; p++)
            starts[right.Feature[p] + 1]++;
        for (var f = 0; f < right.Features; f++)
            starts[f + 1] += starts[f];
        var place = starts.AsSpan(0, right.Features).ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var p = right.RowStarts[i]; p < right.RowStarts[i + 1]; p++)
            {
                var to = place[right.Feature[p]]++;
                rows[to] = i;
                values[to] = right.Value[p];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<double> sums, ReadOnlySpan<double> column, double factor)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(sums);
        var columns = MemoryMarshal.Cast<double, Vector512<double>>(column);
        var factors = Vector512.Create(factor);
        for (var v = 0; v < vectors.Length; v++)
            vectors[v] += columns[v] * factors;
        for (var i = vectors.Length * Vector512<double>.Count; i < sums.Length; i++)
            sums[i] += column[i] * factor;
    }
}
