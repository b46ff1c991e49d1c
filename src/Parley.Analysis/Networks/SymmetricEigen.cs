namespace Parley.Analysis.Networks;

/// <summary>
/// Eigenvalues, and eigenvectors if asked for, of a real symmetric matrix: Householder reduction to tridiagonal form, then implicit QL
/// (Golub and Van Loan, Matrix Computations, ch. 8). O(n³); values ascend.
/// </summary>
internal sealed class SymmetricEigen
{
    private readonly int n;
    private readonly double[] z;
    private readonly double[] off;

    private SymmetricEigen(double[] matrix, int n, bool vectors)
    {
        this.n = n;
        z = [.. matrix];
        Values = new double[n];
        off = new double[n];
        Tridiagonalise(vectors);
        Diagonalise(vectors);
        Sort(vectors);
    }

    public double[] Values { get; }

    /// <summary>Component <paramref name="row"/> of the eigenvector of value <paramref name="index"/>.</summary>
    public double Vector(int row, int index) => z[(row * n) + index];

    public static SymmetricEigen Of(double[] matrix, int n, bool vectors) => new(matrix, n, vectors);

    private void Tridiagonalise(bool vectors)
    {
        for (var i = n - 1; i > 0; i--)
        {
            var row = z.AsSpan(i * n, i);
            double h = 0, scale = 0;
            foreach (var value in row)
                scale += Math.Abs(value);
            if (i == 1 || scale == 0)
            {
                off[i] = z[(i * n) + i - 1];
                Values[i] = 0;
                continue;
            }

            for (var k = 0; k < i; k++)
            {
                row[k] /= scale;
                h += row[k] * row[k];
            }

            var f = row[i - 1];
            var g = f >= 0 ? -Math.Sqrt(h) : Math.Sqrt(h);
            off[i] = scale * g;
            h -= f * g;
            row[i - 1] = f - g;
            Reflect(row, i, h, vectors);
            Values[i] = h;
        }

        Accumulate(vectors);
    }

    private void Reflect(Span<double> row, int i, double h, bool vectors)
    {
        var sum = 0.0;
        for (var j = 0; j < i; j++)
        {
            if (vectors)
                z[(j * n) + i] = row[j] / h;
            var g = 0.0;
            for (var k = 0; k <= j; k++)
                g += z[(j * n) + k] * row[k];
            for (var k = j + 1; k < i; k++)
                g += z[(k * n) + j] * row[k];
            off[j] = g / h;
            sum += off[j] * row[j];
        }

        var half = sum / (h + h);
        for (var j = 0; j < i; j++)
        {
            var f = row[j];
            var g = off[j] -= half * f;
            for (var k = 0; k <= j; k++)
                z[(j * n) + k] -= (f * off[k]) + (g * row[k]);
        }
    }

    private void Accumulate(bool vectors)
    {
        if (n > 0)
            Values[0] = off[0] = 0;
        for (var i = 0; i < n; i++)
        {
            if (!vectors)
            {
                Values[i] = z[(i * n) + i];
                continue;
            }

            if (Values[i] != 0)
            {
                for (var j = 0; j < i; j++)
                {
                    var g = 0.0;
                    for (var k = 0; k < i; k++)
                        g += z[(i * n) + k] * z[(k * n) + j];
                    for (var k = 0; k < i; k++)
                        z[(k * n) + j] -= g * z[(k * n) + i];
                }
            }

            Values[i] = z[(i * n) + i];
            z[(i * n) + i] = 1;
            for (var j = 0; j < i; j++)
                z[(j * n) + i] = z[(i * n) + j] = 0;
        }
    }

    private void Diagonalise(bool vectors)
    {
        for (var i = 1; i < n; i++)
            off[i - 1] = off[i];
        if (n > 0)
            off[n - 1] = 0;
        for (var l = 0; l < n; l++)
        {
            for (var round = 0; ; round++)
            {
                var m = l;
                while (m < n - 1 && Math.Abs(off[m]) > 1e-16 * (Math.Abs(Values[m]) + Math.Abs(Values[m + 1])))
                    m++;
                if (m == l)
                    break;
                if (round == 60)
                    throw new NetworkException("the eigenvalues of a network did not converge; its weights may be infinite");
                Step(l, m, vectors);
            }
        }
    }

    private void Step(int l, int m, bool vectors)
    {
        var g = (Values[l + 1] - Values[l]) / (2 * off[l]);
        var r = Math.Sqrt((g * g) + 1);
        g = Values[m] - Values[l] + (off[l] / (g + (g >= 0 ? r : -r)));
        double s = 1, c = 1, p = 0;
        for (var i = m - 1; i >= l; i--)
        {
            var (f, b) = (s * off[i], c * off[i]);
            r = Math.Sqrt((f * f) + (g * g));
            off[i + 1] = r;
            if (r == 0)
            {
                Values[i + 1] -= p;
                off[m] = 0;
                return;
            }

            (s, c) = (f / r, g / r);
            g = Values[i + 1] - p;
            r = ((Values[i] - g) * s) + (2 * c * b);
            p = s * r;
            Values[i + 1] = g + p;
            g = (c * r) - b;
            for (var k = 0; vectors && k < n; k++)
            {
                var (right, left) = (z[(k * n) + i + 1], z[(k * n) + i]);
                z[(k * n) + i + 1] = (s * left) + (c * right);
                z[(k * n) + i] = (c * left) - (s * right);
            }
        }

        Values[l] -= p;
        off[l] = g;
        off[m] = 0;
    }

    private void Sort(bool vectors)
    {
        var order = Enumerable.Range(0, n).ToArray();
        var keys = Values.ToArray();
        Array.Sort(keys, order);
        keys.CopyTo(Values, 0);
        if (!vectors)
            return;
        var row = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < n; k++)
                row[k] = z[(i * n) + order[k]];
            row.CopyTo(z, i * n);
        }
    }
}
