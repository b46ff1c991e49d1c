using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Networks;

/// <summary>Dense layers in whole numbers on processors with vectors of sixteen, or shorter ones: a panel's row of pairs is two vectors.</summary>
internal static class NarrowWholePanels
{
    private const int Rows = 4;

    public static void Apply(WholeLayer layer, float scale, ref short x, int stride, ref float y, int rows)
    {
        for (var column = 0; column < layer.Outputs; column += Layer.Lanes)
            if (rows < Rows)
                for (var row = 0; row < rows; row++) Row(layer, scale, ref Unsafe.Add(ref x, row * stride), column, ref Unsafe.Add(ref y, row * layer.Outputs + column));
            else
                for (var row = 0; row < rows; row += Rows)
                {
                    var first = Math.Min(row, rows - Rows);
                    Block(layer, scale, ref Unsafe.Add(ref x, first * stride), stride, column, ref Unsafe.Add(ref y, first * layer.Outputs + column));
                }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(WholeLayer layer, float scale, ref short x, int stride, int column, ref float y)
    {
        ref var w = ref layer.Weights[column * layer.Inputs];
        ref var xb = ref Unsafe.Add(ref x, stride);
        ref var xc = ref Unsafe.Add(ref xb, stride);
        ref var xd = ref Unsafe.Add(ref xc, stride);
        var (a0, a1, b0, b1) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var (c0, c1, d0, d1) = (Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero, Vector256<int>.Zero);
        var n = (nuint)layer.Inputs;
        for (nuint k = 0, at = 0; k < n; k += 2, at += 2 * Layer.Lanes)
        {
            var (w0, w1) = (Vector256.LoadUnsafe(ref w, at), Vector256.LoadUnsafe(ref w, at + Layer.Lanes));
            var input = Pair(ref x, k);
            a0 += Products(input, w0);
            a1 += Products(input, w1);
            input = Pair(ref xb, k);
            b0 += Products(input, w0);
            b1 += Products(input, w1);
            input = Pair(ref xc, k);
            c0 += Products(input, w0);
            c1 += Products(input, w1);
            input = Pair(ref xd, k);
            d0 += Products(input, w0);
            d1 += Products(input, w1);
        }

        var m = layer.Outputs;
        ref var bias = ref layer.Bias[column];
        Store(a0, a1, scale, ref bias, ref y);
        Store(b0, b1, scale, ref bias, ref Unsafe.Add(ref y, m));
        Store(c0, c1, scale, ref bias, ref Unsafe.Add(ref y, 2 * m));
        Store(d0, d1, scale, ref bias, ref Unsafe.Add(ref y, 3 * m));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(WholeLayer layer, float scale, ref short x, int column, ref float y)
    {
        ref var w = ref layer.Weights[column * layer.Inputs];
        var (low, high) = (Vector256<int>.Zero, Vector256<int>.Zero);
        var n = (nuint)layer.Inputs;
        for (nuint k = 0, at = 0; k < n; k += 2, at += 2 * Layer.Lanes)
        {
            var input = Pair(ref x, k);
            low += Products(input, Vector256.LoadUnsafe(ref w, at));
            high += Products(input, Vector256.LoadUnsafe(ref w, at + Layer.Lanes));
        }

        Store(low, high, scale, ref layer.Bias[column], ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Pair(ref short x, nuint k) => Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref x, k)))).AsInt16();

    /// <summary>Products of pairs, the two of a pair added up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<short> a, Vector256<short> b) =>
        Avx2.IsSupported ? Avx2.MultiplyAddAdjacent(a, b) : First(a) * First(b) + Second(a) * Second(b);

    private static Vector256<int> First(Vector256<short> pairs) => Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(pairs.AsInt32(), 16), 16);

    private static Vector256<int> Second(Vector256<short> pairs) => Vector256.ShiftRightArithmetic(pairs.AsInt32(), 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<int> low, Vector256<int> high, float scale, ref float bias, ref float y)
    {
        var one = Vector256.Create(scale);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(low), one, Vector256.LoadUnsafe(ref bias)).StoreUnsafe(ref y);
        Vector256.FusedMultiplyAdd(Vector256.ConvertToSingle(high), one, Vector256.LoadUnsafe(ref bias, 8)).StoreUnsafe(ref y, 8);
    }
}
