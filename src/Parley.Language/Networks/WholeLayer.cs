using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Language.Networks;

/// <summary>A dense layer that has been learnt, in whole numbers: weights and inputs of sixteen bits, sums of thirty-two. A processor takes twice as
/// many of them at a time as floats, and whole numbers add up to the same in any order.</summary>
internal sealed class WholeLayer
{
    private const int Most = 8191; // of an input

    private readonly float _scale; // of a weight: what one stands for

    /// <param name="layer">The layer as it was learnt, with an even number of inputs.</param>
    public WholeLayer(Layer layer)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(layer.Inputs % 2, 0);
        (Inputs, Bias) = (layer.Inputs, layer.Bias);
        var fine = Fineness(layer);
        _scale = 1 / fine;
        Weights = new short[layer.Weights.Length];
        for (var i = 0; i < Weights.Length; i++)
        {
            var (row, lane) = Math.DivRem(i, Layer.Lanes);
            Weights[(row / 2 * Layer.Lanes + lane) * 2 + row % 2] = (short)MathF.Round(layer.Weights[i] * fine);
        }
    }

    /// <summary>In panels of sixteen outputs, each panel a row of sixteen pairs for every two inputs.</summary>
    public short[] Weights { get; }

    public float[] Bias { get; }

    public int Inputs { get; }

    public int Outputs => Bias.Length;

    /// <inheritdoc cref="Layer.Apply"/>
    public void Apply(ReadOnlySpan<float> inputs, int stride, Span<float> outputs, int rows)
    {
        inputs = inputs[..((rows - 1) * stride + Inputs)];
        outputs = outputs[..(rows * Outputs)];
        var whole = ArrayPool<short>.Shared.Rent(inputs.Length);
        var scale = _scale * Round(inputs, whole);
        ref var y = ref MemoryMarshal.GetReference(outputs);
        if (Avx512BW.IsSupported) WideWholePanels.Apply(this, scale, ref whole[0], stride, ref y, rows);
        else NarrowWholePanels.Apply(this, scale, ref whole[0], stride, ref y, rows);
        ArrayPool<short>.Shared.Return(whole);
    }

    /// <summary>How many units a weight of one has: as many as sixteen bits hold, and as no sum outgrows thirty-two with.</summary>
    private static float Fineness(Layer layer)
    {
        var (largest, longest) = (0f, 0f);
        for (var output = 0; output < layer.Outputs; output++)
        {
            var sum = 0f;
            for (var k = 0; k < layer.Inputs; k++)
            {
                var weight = Math.Abs(layer.Weights[(output / Layer.Lanes * layer.Inputs + k) * Layer.Lanes + output % Layer.Lanes]);
                sum += weight;
                largest = Math.Max(largest, weight);
            }

            longest = Math.Max(longest, sum);
        }

        if (largest == 0) return 1;
        var room = int.MaxValue / Most - layer.Inputs; // rounding adds half a unit a weight at most
        return Math.Min(short.MaxValue / largest, room / longest);
    }

    /// <summary>Rounds inputs to whole numbers, and tells what one stands for.</summary>
    private static float Round(ReadOnlySpan<float> inputs, Span<short> whole)
    {
        var most = Vectors.Most(inputs);
        if (most == 0)
        {
            whole[..inputs.Length].Clear();
            return 0;
        }

        Vectors.Round(inputs, Most / most, whole);
        return most / Most;
    }
}
