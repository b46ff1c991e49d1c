using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>Dense layers on processors with vectors of sixteen: a panel's row is one vector.</summary>
internal static class WidePanels
{
    private const int Rows = 4, Panels = 3, Single = 8;

    public static void Apply(Layer layer, ref float x, int stride, ref float y, int rows)
    {
        if (rows >= Rows)
        {
            for (var column = 0; column < layer.Outputs; column += Panels * Layer.Lanes)
                for (var row = 0; row < rows; row += Rows)
                {
                    var first = Math.Min(row, rows - Rows);
                    Block(layer, ref Unsafe.Add(ref x, first * stride), (nuint)stride, column, ref Unsafe.Add(ref y, first * layer.Outputs));
                }

            return;
        }

        for (var row = 0; row < rows; row++)
            for (var column = 0; column < layer.Outputs; column += Single * Layer.Lanes)
                Row(layer, ref Unsafe.Add(ref x, row * stride), column, ref Unsafe.Add(ref y, row * layer.Outputs));
    }

    /// <summary>Four rows of inputs, three panels from a column on.</summary>
    private static void Block(Layer layer, ref float x, nuint stride, int column, ref float y)
    {
        var last = layer.Outputs - Layer.Lanes;
        var (c0, c1, c2) = ((nuint)column, (nuint)Math.Min(column + Layer.Lanes, last), (nuint)Math.Min(column + 2 * Layer.Lanes, last));
        var n = (nuint)layer.Inputs;
        ref var bias = ref layer.Bias[0];
        ref var w0 = ref layer.Weights[c0 * n];
        ref var w1 = ref layer.Weights[c1 * n];
        ref var w2 = ref layer.Weights[c2 * n];
        ref var xb = ref Unsafe.Add(ref x, stride);
        ref var xc = ref Unsafe.Add(ref xb, stride);
        ref var xd = ref Unsafe.Add(ref xc, stride);
        var (a0, a1, a2) = (Vector512.LoadUnsafe(ref bias, c0), Vector512.LoadUnsafe(ref bias, c1), Vector512.LoadUnsafe(ref bias, c2));
        var (b0, b1, b2) = (a0, a1, a2);
        var (d0, d1, d2) = (a0, a1, a2);
        var (e0, e1, e2) = (a0, a1, a2);
        for (nuint k = 0, at = 0; k < n; k++, at += Layer.Lanes)
        {
            var (v0, v1, v2) = (Vector512.LoadUnsafe(ref w0, at), Vector512.LoadUnsafe(ref w1, at), Vector512.LoadUnsafe(ref w2, at));
            var input = Vector512.Create(Unsafe.Add(ref x, k));
            a0 = Vector512.FusedMultiplyAdd(input, v0, a0);
            a1 = Vector512.FusedMultiplyAdd(input, v1, a1);
            a2 = Vector512.FusedMultiplyAdd(input, v2, a2);
            input = Vector512.Create(Unsafe.Add(ref xb, k));
            b0 = Vector512.FusedMultiplyAdd(input, v0, b0);
            b1 = Vector512.FusedMultiplyAdd(input, v1, b1);
            b2 = Vector512.FusedMultiplyAdd(input, v2, b2);
            input = Vector512.Create(Unsafe.Add(ref xc, k));
            d0 = Vector512.FusedMultiplyAdd(input, v0, d0);
            d1 = Vector512.FusedMultiplyAdd(input, v1, d1);
            d2 = Vector512.FusedMultiplyAdd(input, v2, d2);
            input = Vector512.Create(Unsafe.Add(ref xd, k));
            e0 = Vector512.FusedMultiplyAdd(input, v0, e0);
            e1 = Vector512.FusedMultiplyAdd(input, v1, e1);
            e2 = Vector512.FusedMultiplyAdd(input, v2, e2);
        }

        var m = (nuint)layer.Outputs;
        Store(a0, a1, a2, ref y, c0, c1, c2);
        Store(b0, b1, b2, ref Unsafe.Add(ref y, m), c0, c1, c2);
        Store(d0, d1, d2, ref Unsafe.Add(ref y, 2 * m), c0, c1, c2);
        Store(e0, e1, e2, ref Unsafe.Add(ref y, 3 * m), c0, c1, c2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<float> s0, Vector512<float> s1, Vector512<float> s2, ref float y, nuint c0, nuint c1, nuint c2)
    {
        s0.StoreUnsafe(ref y, c0);
        s1.StoreUnsafe(ref y, c1);
        s2.StoreUnsafe(ref y, c2);
    }

    /// <summary>One row of inputs, eight panels from a column on.</summary>
    private static void Row(Layer layer, ref float x, int column, ref float y)
    {
        var (last, n) = (layer.Outputs - Layer.Lanes, (nuint)layer.Inputs);
        ref var bias = ref layer.Bias[0];
        ref var w = ref layer.Weights[0];
        nuint c0 = (nuint)column, c1 = Next(c0, last), c2 = Next(c1, last), c3 = Next(c2, last), c4 = Next(c3, last), c5 = Next(c4, last), c6 = Next(c5, last), c7 = Next(c6, last);
        ref var w0 = ref Unsafe.Add(ref w, c0 * n);
        ref var w1 = ref Unsafe.Add(ref w, c1 * n);
        ref var w2 = ref Unsafe.Add(ref w, c2 * n);
        ref var w3 = ref Unsafe.Add(ref w, c3 * n);
        ref var w4 = ref Unsafe.Add(ref w, c4 * n);
        ref var w5 = ref Unsafe.Add(ref w, c5 * n);
        ref var w6 = ref Unsafe.Add(ref w, c6 * n);
        ref var w7 = ref Unsafe.Add(ref w, c7 * n);
        var (s0, s1, s2, s3) = (Vector512.LoadUnsafe(ref bias, c0), Vector512.LoadUnsafe(ref bias, c1), Vector512.LoadUnsafe(ref bias, c2), Vector512.LoadUnsafe(ref bias, c3));
        var (s4, s5, s6, s7) = (Vector512.LoadUnsafe(ref bias, c4), Vector512.LoadUnsafe(ref bias, c5), Vector512.LoadUnsafe(ref bias, c6), Vector512.LoadUnsafe(ref bias, c7));
        for (nuint k = 0, at = 0; k < n; k++, at += Layer.Lanes)
        {
            var input = Vector512.Create(Unsafe.Add(ref x, k));
            s0 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w0, at), s0);
            s1 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w1, at), s1);
            s2 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w2, at), s2);
            s3 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w3, at), s3);
            s4 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w4, at), s4);
            s5 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w5, at), s5);
            s6 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w6, at), s6);
            s7 = Vector512.FusedMultiplyAdd(input, Vector512.LoadUnsafe(ref w7, at), s7);
        }

        s0.StoreUnsafe(ref y, c0);
        s1.StoreUnsafe(ref y, c1);
        s2.StoreUnsafe(ref y, c2);
        s3.StoreUnsafe(ref y, c3);
        s4.StoreUnsafe(ref y, c4);
        s5.StoreUnsafe(ref y, c5);
        s6.StoreUnsafe(ref y, c6);
        s7.StoreUnsafe(ref y, c7);
    }

    private static nuint Next(nuint column, int last) => Math.Min(column + Layer.Lanes, (nuint)last);
}
