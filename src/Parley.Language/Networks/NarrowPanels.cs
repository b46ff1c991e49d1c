using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>Dense layers on processors with vectors of eight: a panel's row is two of them.</summary>
internal static class NarrowPanels
{
    private const int Rows = 4, Single = 4;

    public static void Apply(Layer layer, ref float x, int stride, ref float y, int rows)
    {
        if (rows >= Rows)
        {
            for (var column = 0; column < layer.Outputs; column += Layer.Lanes)
                for (var row = 0; row < rows; row += Rows)
                {
                    var first = Math.Min(row, rows - Rows);
                    Block(layer, ref Unsafe.Add(ref x, first * stride), (nuint)stride, column, ref Unsafe.Add(ref y, first * layer.Outputs + column));
                }

            return;
        }

        for (var row = 0; row < rows; row++)
            for (var column = 0; column < layer.Outputs; column += Single * Layer.Lanes)
                Row(layer, ref Unsafe.Add(ref x, row * stride), column, ref Unsafe.Add(ref y, row * layer.Outputs));
    }

    /// <summary>Four rows of inputs, one panel.</summary>
    private static void Block(Layer layer, ref float x, nuint stride, int column, ref float y)
    {
        ref var w = ref layer.Weights[column * layer.Inputs];
        var a0 = Vector256.LoadUnsafe(ref layer.Bias[column]);
        var a1 = Vector256.LoadUnsafe(ref layer.Bias[column], 8);
        var (b0, b1, c0, c1, d0, d1) = (a0, a1, a0, a1, a0, a1);
        var n = (nuint)layer.Inputs;
        for (nuint k = 0; k < n; k++)
        {
            var w0 = Vector256.LoadUnsafe(ref w, k * Layer.Lanes);
            var w1 = Vector256.LoadUnsafe(ref w, k * Layer.Lanes + 8);
            var xa = Vector256.Create(Unsafe.Add(ref x, k));
            var xb = Vector256.Create(Unsafe.Add(ref x, k + stride));
            var xc = Vector256.Create(Unsafe.Add(ref x, k + 2 * stride));
            var xd = Vector256.Create(Unsafe.Add(ref x, k + 3 * stride));
            a0 = Vector256.FusedMultiplyAdd(xa, w0, a0);
            a1 = Vector256.FusedMultiplyAdd(xa, w1, a1);
            b0 = Vector256.FusedMultiplyAdd(xb, w0, b0);
            b1 = Vector256.FusedMultiplyAdd(xb, w1, b1);
            c0 = Vector256.FusedMultiplyAdd(xc, w0, c0);
            c1 = Vector256.FusedMultiplyAdd(xc, w1, c1);
            d0 = Vector256.FusedMultiplyAdd(xd, w0, d0);
            d1 = Vector256.FusedMultiplyAdd(xd, w1, d1);
        }

        var m = (nuint)layer.Outputs;
        a0.StoreUnsafe(ref y);
        a1.StoreUnsafe(ref y, 8);
        b0.StoreUnsafe(ref y, m);
        b1.StoreUnsafe(ref y, m + 8);
        c0.StoreUnsafe(ref y, 2 * m);
        c1.StoreUnsafe(ref y, 2 * m + 8);
        d0.StoreUnsafe(ref y, 3 * m);
        d1.StoreUnsafe(ref y, 3 * m + 8);
    }

    /// <summary>One row of inputs, four panels from a column on.</summary>
    private static void Row(Layer layer, ref float x, int column, ref float y)
    {
        var (last, n) = (layer.Outputs - Layer.Lanes, (nuint)layer.Inputs);
        ref var bias = ref layer.Bias[0];
        ref var w = ref layer.Weights[0];
        nuint c0 = (nuint)column, c1 = Next(c0, last), c2 = Next(c1, last), c3 = Next(c2, last);
        ref var w0 = ref Unsafe.Add(ref w, c0 * n);
        ref var w1 = ref Unsafe.Add(ref w, c1 * n);
        ref var w2 = ref Unsafe.Add(ref w, c2 * n);
        ref var w3 = ref Unsafe.Add(ref w, c3 * n);
        var (a0, b0) = (Vector256.LoadUnsafe(ref bias, c0), Vector256.LoadUnsafe(ref bias, c0 + 8));
        var (a1, b1) = (Vector256.LoadUnsafe(ref bias, c1), Vector256.LoadUnsafe(ref bias, c1 + 8));
        var (a2, b2) = (Vector256.LoadUnsafe(ref bias, c2), Vector256.LoadUnsafe(ref bias, c2 + 8));
        var (a3, b3) = (Vector256.LoadUnsafe(ref bias, c3), Vector256.LoadUnsafe(ref bias, c3 + 8));
        for (nuint k = 0, at = 0; k < n; k++, at += Layer.Lanes)
        {
            var input = Vector256.Create(Unsafe.Add(ref x, k));
            a0 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w0, at), a0);
            b0 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w0, at + 8), b0);
            a1 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w1, at), a1);
            b1 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w1, at + 8), b1);
            a2 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w2, at), a2);
            b2 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w2, at + 8), b2);
            a3 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w3, at), a3);
            b3 = Vector256.FusedMultiplyAdd(input, Vector256.LoadUnsafe(ref w3, at + 8), b3);
        }

        Store(a0, b0, ref y, c0);
        Store(a1, b1, ref y, c1);
        Store(a2, b2, ref y, c2);
        Store(a3, b3, ref y, c3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> low, Vector256<float> high, ref float y, nuint at)
    {
        low.StoreUnsafe(ref y, at);
        high.StoreUnsafe(ref y, at + 8);
    }

    private static nuint Next(nuint column, int last) => Math.Min(column + Layer.Lanes, (nuint)last);
}
