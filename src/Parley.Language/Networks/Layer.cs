using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>A dense layer: <c>y = b + x W</c>. Sums have a fixed order whatever the processor, so that results are the same on any machine.</summary>
/// <param name="Weights">In panels of sixteen outputs, each panel a row of sixteen for every input, so that a panel stays near the processor
/// while all words of a sentence pass; the number of inputs is a multiple of four.</param>
/// <param name="Bias">One an output; the number of outputs is a multiple of <see cref="Lanes"/>.</param>
internal sealed record Layer(float[] Weights, float[] Bias)
{
    public const int Lanes = 16;

    public int Outputs => Bias.Length;

    public int Inputs => Weights.Length / Bias.Length;

    /// <summary>Applies the layer to rows of inputs, <paramref name="stride"/> apart (which may overlap: a window that slides over a sentence).</summary>
    public void Apply(ReadOnlySpan<float> inputs, int stride, Span<float> outputs, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((rows - 1) * stride + Inputs, inputs.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows * Outputs, outputs.Length);
        ref var x = ref MemoryMarshal.GetReference(inputs);
        ref var y = ref MemoryMarshal.GetReference(outputs);
        for (var column = 0; column < Outputs; column += Lanes)
        {
            ref var w = ref Weights[column * Inputs];
            ref var b = ref Bias[column];
            var row = 0;
            for (; row + 4 <= rows; row += 4) Four(ref Unsafe.Add(ref x, row * stride), (nuint)stride, ref w, ref b, ref Unsafe.Add(ref y, row * Outputs + column));
            for (; row < rows; row++) One(ref Unsafe.Add(ref x, row * stride), ref w, ref b, ref Unsafe.Add(ref y, row * Outputs + column));
        }
    }

    private void Four(ref float x, nuint stride, ref float w, ref float bias, ref float y)
    {
        var a0 = Vector256.LoadUnsafe(ref bias);
        var a1 = Vector256.LoadUnsafe(ref bias, 8);
        var (b0, b1, c0, c1, d0, d1) = (a0, a1, a0, a1, a0, a1);
        var n = (nuint)Inputs;
        for (nuint k = 0; k < n; k++)
        {
            var w0 = Vector256.LoadUnsafe(ref w, k * Lanes);
            var w1 = Vector256.LoadUnsafe(ref w, k * Lanes + 8);
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

        var m = (nuint)Outputs;
        a0.StoreUnsafe(ref y);
        a1.StoreUnsafe(ref y, 8);
        b0.StoreUnsafe(ref y, m);
        b1.StoreUnsafe(ref y, m + 8);
        c0.StoreUnsafe(ref y, 2 * m);
        c1.StoreUnsafe(ref y, 2 * m + 8);
        d0.StoreUnsafe(ref y, 3 * m);
        d1.StoreUnsafe(ref y, 3 * m + 8);
    }

    /// <summary>One row, in four sums at a time so that no sum waits for the one before.</summary>
    private void One(ref float x, ref float w, ref float bias, ref float y)
    {
        var a0 = Vector256.LoadUnsafe(ref bias);
        var a1 = Vector256.LoadUnsafe(ref bias, 8);
        var (b0, b1, c0, c1) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (d0, d1) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var n = (nuint)Inputs;
        for (nuint k = 0, at = 0; k < n; k += 4, at += 4 * Lanes)
        {
            var xa = Vector256.Create(Unsafe.Add(ref x, k));
            var xb = Vector256.Create(Unsafe.Add(ref x, k + 1));
            var xc = Vector256.Create(Unsafe.Add(ref x, k + 2));
            var xd = Vector256.Create(Unsafe.Add(ref x, k + 3));
            a0 = Vector256.FusedMultiplyAdd(xa, Vector256.LoadUnsafe(ref w, at), a0);
            a1 = Vector256.FusedMultiplyAdd(xa, Vector256.LoadUnsafe(ref w, at + 8), a1);
            b0 = Vector256.FusedMultiplyAdd(xb, Vector256.LoadUnsafe(ref w, at + Lanes), b0);
            b1 = Vector256.FusedMultiplyAdd(xb, Vector256.LoadUnsafe(ref w, at + Lanes + 8), b1);
            c0 = Vector256.FusedMultiplyAdd(xc, Vector256.LoadUnsafe(ref w, at + 2 * Lanes), c0);
            c1 = Vector256.FusedMultiplyAdd(xc, Vector256.LoadUnsafe(ref w, at + 2 * Lanes + 8), c1);
            d0 = Vector256.FusedMultiplyAdd(xd, Vector256.LoadUnsafe(ref w, at + 3 * Lanes), d0);
            d1 = Vector256.FusedMultiplyAdd(xd, Vector256.LoadUnsafe(ref w, at + 3 * Lanes + 8), d1);
        }

        (a0 + b0 + (c0 + d0)).StoreUnsafe(ref y);
        (a1 + b1 + (c1 + d1)).StoreUnsafe(ref y, 8);
    }
}
