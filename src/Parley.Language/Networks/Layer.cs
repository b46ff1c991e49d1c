using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>A dense layer: <c>y = b + x W</c>. Every output adds up in the order of the inputs, so that results are the same on any machine.</summary>
/// <param name="Weights">Inputs × outputs, a row an input.</param>
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
        var row = 0;
        for (; row + 4 <= rows; row += 4) Four(inputs[(row * stride)..], stride, outputs[(row * Outputs)..]);
        for (; row < rows; row++) One(inputs[(row * stride)..], outputs[(row * Outputs)..]);
    }

    private void Four(ReadOnlySpan<float> inputs, int stride, Span<float> outputs)
    {
        ref var x = ref MemoryMarshal.GetReference(inputs);
        ref var y = ref MemoryMarshal.GetReference(outputs);
        ref var w = ref MemoryMarshal.GetArrayDataReference(Weights);
        ref var b = ref MemoryMarshal.GetArrayDataReference(Bias);
        var (n, m, s) = ((nuint)Inputs, (nuint)Outputs, (nuint)stride);
        for (nuint column = 0; column < m; column += Lanes)
        {
            var a0 = Vector256.LoadUnsafe(ref b, column);
            var a1 = Vector256.LoadUnsafe(ref b, column + 8);
            var (b0, b1, c0, c1, d0, d1) = (a0, a1, a0, a1, a0, a1);
            for (nuint k = 0, at = column; k < n; k++, at += m)
            {
                var w0 = Vector256.LoadUnsafe(ref w, at);
                var w1 = Vector256.LoadUnsafe(ref w, at + 8);
                var xa = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, k));
                var xb = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, k + s));
                var xc = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, k + 2 * s));
                var xd = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, k + 3 * s));
                a0 = Vector256.FusedMultiplyAdd(xa, w0, a0);
                a1 = Vector256.FusedMultiplyAdd(xa, w1, a1);
                b0 = Vector256.FusedMultiplyAdd(xb, w0, b0);
                b1 = Vector256.FusedMultiplyAdd(xb, w1, b1);
                c0 = Vector256.FusedMultiplyAdd(xc, w0, c0);
                c1 = Vector256.FusedMultiplyAdd(xc, w1, c1);
                d0 = Vector256.FusedMultiplyAdd(xd, w0, d0);
                d1 = Vector256.FusedMultiplyAdd(xd, w1, d1);
            }

            a0.StoreUnsafe(ref y, column);
            a1.StoreUnsafe(ref y, column + 8);
            b0.StoreUnsafe(ref y, column + m);
            b1.StoreUnsafe(ref y, column + m + 8);
            c0.StoreUnsafe(ref y, column + 2 * m);
            c1.StoreUnsafe(ref y, column + 2 * m + 8);
            d0.StoreUnsafe(ref y, column + 3 * m);
            d1.StoreUnsafe(ref y, column + 3 * m + 8);
        }
    }

    private void One(ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        ref var x = ref MemoryMarshal.GetReference(inputs);
        ref var y = ref MemoryMarshal.GetReference(outputs);
        ref var w = ref MemoryMarshal.GetArrayDataReference(Weights);
        ref var b = ref MemoryMarshal.GetArrayDataReference(Bias);
        var (n, m) = ((nuint)Inputs, (nuint)Outputs);
        for (nuint column = 0; column < m; column += Lanes)
        {
            var a0 = Vector256.LoadUnsafe(ref b, column);
            var a1 = Vector256.LoadUnsafe(ref b, column + 8);
            for (nuint k = 0, at = column; k < n; k++, at += m)
            {
                var xa = Vector256.Create(System.Runtime.CompilerServices.Unsafe.Add(ref x, k));
                a0 = Vector256.FusedMultiplyAdd(xa, Vector256.LoadUnsafe(ref w, at), a0);
                a1 = Vector256.FusedMultiplyAdd(xa, Vector256.LoadUnsafe(ref w, at + 8), a1);
            }

            a0.StoreUnsafe(ref y, column);
            a1.StoreUnsafe(ref y, column + 8);
        }
    }
}
