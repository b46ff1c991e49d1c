using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>A dense layer: <c>y = b + x W</c>, in floats while it is learnt, afterwards in whole numbers. Every sum of floats runs over the inputs in order, whatever the processor and the number of rows, so that
/// results are the same on any machine.</summary>
/// <param name="Weights">In panels of sixteen outputs, each panel a row of sixteen for every input, so that a panel stays near the processor
/// while all words of a sentence pass.</param>
/// <param name="Bias">One an output; the number of outputs is a multiple of <see cref="Lanes"/>.</param>
internal sealed record Layer(float[] Weights, float[] Bias)
{
    public const int Lanes = 16;

    private WholeLayer? _learnt;

    public int Outputs => Bias.Length;

    public int Inputs => Weights.Length / Bias.Length;

    /// <summary>Applies the layer to rows of inputs, <paramref name="stride"/> apart (which may overlap: a window that slides over a sentence).</summary>
    /// <remarks>Where rows or panels do not fill a block, the last block begins earlier and repeats what is there.</remarks>
    public void Apply(ReadOnlySpan<float> inputs, int stride, Span<float> outputs, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((rows - 1) * stride + Inputs, inputs.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows * Outputs, outputs.Length);
        if (_learnt is { } whole)
        {
            whole.Apply(inputs, stride, outputs, rows);
            return;
        }

        ref var x = ref MemoryMarshal.GetReference(inputs);
        ref var y = ref MemoryMarshal.GetReference(outputs);
        if (Vector512.IsHardwareAccelerated) WidePanels.Apply(this, ref x, stride, ref y, rows);
        else NarrowPanels.Apply(this, ref x, stride, ref y, rows);
    }

    /// <summary>The layer once it is learnt.</summary>
    public Layer Learnt() => this with { _learnt = new(this) };
}
