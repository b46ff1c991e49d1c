using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Networks;

/// <summary>Dense layers in whole numbers on processors with vectors of thirty-two: a panel's row of pairs is one vector.</summary>
internal static class WideWholePanels
{
    private const int Rows = 4, Panels = 2;

    public static void Apply(WholeLayer layer, float scale, ref short x, int stride, ref float y, int rows)
    {
        for (var column = 0; column < layer.Outputs; column += Panels * Layer.Lanes)
            if (rows < Rows)
                for (var row = 0; row < rows; row++) Row(layer, scale, ref Unsafe.Add(ref x, row * stride), column, ref Unsafe.Add(ref y, row * layer.Outputs));
            else
                for (var row = 0; row < rows; row += Rows)
                {
                    var first = Math.Min(row, rows - Rows);
                    Block(layer, scale, ref Unsafe.Add(ref x, first * stride), stride, column, ref Unsafe.Add(ref y, first * layer.Outputs));
                }
    }

    /// <summary>Four rows of inputs, two panels from a column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(WholeLayer layer, float scale, ref short x, int stride, int column, ref float y)
    {
        var (c0, c1) = (column, Math.Min(column + Layer.Lanes, layer.Outputs - Layer.Lanes));
        ref var w0 = ref layer.Weights[c0 * layer.Inputs];
        ref var w1 = ref layer.Weights[c1 * layer.Inputs];
        ref var xb = ref Unsafe.Add(ref x, stride);
        ref var xc = ref Unsafe.Add(ref xb, stride);
        ref var xd = ref Unsafe.Add(ref xc, stride);
        var (a0, a1, b0, b1) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
        var (d0, d1, e0, e1) = (Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero, Vector512<int>.Zero);
        var n = (nuint)layer.Inputs;
        for (nuint k = 0, at = 0; k < n; k += 2, at += 2 * Layer.Lanes)
        {
            var (v0, v1) = (Vector512.LoadUnsafe(ref w0, at), Vector512.LoadUnsafe(ref w1, at));
            var input = Pair(ref x, k);
            a0 += Avx512BW.MultiplyAddAdjacent(input, v0);
            a1 += Avx512BW.MultiplyAddAdjacent(input, v1);
            input = Pair(ref xb, k);
            b0 += Avx512BW.MultiplyAddAdjacent(input, v0);
            b1 += Avx512BW.MultiplyAddAdjacent(input, v1);
            input = Pair(ref xc, k);
            d0 += Avx512BW.MultiplyAddAdjacent(input, v0);
            d1 += Avx512BW.MultiplyAddAdjacent(input, v1);
            input = Pair(ref xd, k);
            e0 += Avx512BW.MultiplyAddAdjacent(input, v0);
            e1 += Avx512BW.MultiplyAddAdjacent(input, v1);
        }

        var m = layer.Outputs;
        var (one, bias0, bias1) = (Vector512.Create(scale), Vector512.LoadUnsafe(ref layer.Bias[c0]), Vector512.LoadUnsafe(ref layer.Bias[c1]));
        Store(a0, one, bias0, ref y, c0);
        Store(a1, one, bias1, ref y, c1);
        Store(b0, one, bias0, ref y, m + c0);
        Store(b1, one, bias1, ref y, m + c1);
        Store(d0, one, bias0, ref y, 2 * m + c0);
        Store(d1, one, bias1, ref y, 2 * m + c1);
        Store(e0, one, bias0, ref y, 3 * m + c0);
        Store(e1, one, bias1, ref y, 3 * m + c1);
    }

    /// <summary>One row of inputs, two panels from a column on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(WholeLayer layer, float scale, ref short x, int column, ref float y)
    {
        var (c0, c1) = (column, Math.Min(column + Layer.Lanes, layer.Outputs - Layer.Lanes));
        ref var w0 = ref layer.Weights[c0 * layer.Inputs];
        ref var w1 = ref layer.Weights[c1 * layer.Inputs];
        var (a0, a1) = (Vector512<int>.Zero, Vector512<int>.Zero);
        var n = (nuint)layer.Inputs;
        for (nuint k = 0, at = 0; k < n; k += 2, at += 2 * Layer.Lanes)
        {
            var input = Pair(ref x, k);
            a0 += Avx512BW.MultiplyAddAdjacent(input, Vector512.LoadUnsafe(ref w0, at));
            a1 += Avx512BW.MultiplyAddAdjacent(input, Vector512.LoadUnsafe(ref w1, at));
        }

        var one = Vector512.Create(scale);
        Store(a0, one, Vector512.LoadUnsafe(ref layer.Bias[c0]), ref y, c0);
        Store(a1, one, Vector512.LoadUnsafe(ref layer.Bias[c1]), ref y, c1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Pair(ref short x, nuint k) => Vector512.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref x, k)))).AsInt16();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<int> sum, Vector512<float> scale, Vector512<float> bias, ref float y, int at) =>
        Vector512.FusedMultiplyAdd(Vector512.ConvertToSingle(sum), scale, bias).StoreUnsafe(ref Unsafe.Add(ref y, at));
}
