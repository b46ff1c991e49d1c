using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Language.Networks;

namespace Parley.Training.Language;

/// <summary>Learns a dense layer.</summary>
internal sealed class LayerTrainer
{
    private readonly Parameter _weights;
    private readonly Parameter _bias;

    public LayerTrainer(Random random, int inputs, int outputs, double gain = 2)
    {
        outputs = (outputs + Layer.Lanes - 1) / Layer.Lanes * Layer.Lanes;
        Layer = new(Start.Normal(random, inputs * outputs, Math.Sqrt(gain / inputs)), new float[outputs]);
        _weights = new(Layer.Weights, Layer.Weights.Length, sparse: false);
        _bias = new(Layer.Bias, outputs, sparse: false);
    }

    public Layer Layer { get; }

    /// <summary>Adds to the gradients what rows of outputs' gradients give; inputs may overlap as in <see cref="Layer.Apply"/>.</summary>
    public void Backward(ReadOnlySpan<float> inputs, int stride, ReadOnlySpan<float> outputGradients, int rows, Span<float> inputGradients)
    {
        var m = Layer.Outputs;
        for (var r = 0; r < rows; r++) Vectors.Add(outputGradients.Slice(r * m, m), _bias.Gradient(0));
        var row = 0;
        for (; row + 4 <= rows; row += 4) Four(inputs[(row * stride)..], stride, outputGradients.Slice(row * m, 4 * m), inputGradients[(row * stride)..]);
        for (; row < rows; row++) One(inputs[(row * stride)..], outputGradients.Slice(row * m, m), inputGradients[(row * stride)..]);
    }

    public void Update(float rate)
    {
        _weights.Update(rate);
        _bias.Update(rate);
    }

    private void One(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        var weightGradient = _weights.Gradient(0);
        for (var column = 0; column < Layer.Outputs; column += Layer.Lanes)
        {
            var y = dy.Slice(column, Layer.Lanes);
            for (var k = 0; k < Layer.Inputs; k++)
            {
                var at = (column * Layer.Inputs) + (k * Layer.Lanes);
                dx[k] += Vectors.Dot(Layer.Weights.AsSpan(at, Layer.Lanes), y);
                if (x[k] != 0) Vectors.AddScaled(x[k], y, weightGradient.Slice(at, Layer.Lanes));
            }
        }
    }

    private void Four(ReadOnlySpan<float> x, int stride, ReadOnlySpan<float> dy, Span<float> dx)
    {
        var m = (nuint)Layer.Outputs;
        var panel = (nuint)(Layer.Inputs * Layer.Lanes);
        ref var y = ref MemoryMarshal.GetReference(dy);
        for (var k = 0; k < Layer.Inputs; k++)
        {
            ref var w = ref Layer.Weights[k * Layer.Lanes];
            ref var dw = ref _weights.Gradient(0)[k * Layer.Lanes];
            var (x0, x1) = (Vector256.Create(x[k]), Vector256.Create(x[k + stride]));
            var (x2, x3) = (Vector256.Create(x[k + 2 * stride]), Vector256.Create(x[k + 3 * stride]));
            var (s0, s1, s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            for (nuint i = 0, at = 0; i < m; i += 8, at = i / Layer.Lanes * panel + i % Layer.Lanes)
            {
                var weight = Vector256.LoadUnsafe(ref w, at);
                var gradient = Vector256.LoadUnsafe(ref dw, at);
                var (y0, y1) = (Vector256.LoadUnsafe(ref y, i), Vector256.LoadUnsafe(ref y, i + m));
                var (y2, y3) = (Vector256.LoadUnsafe(ref y, i + 2 * m), Vector256.LoadUnsafe(ref y, i + 3 * m));
                s0 = Vector256.FusedMultiplyAdd(weight, y0, s0);
                s1 = Vector256.FusedMultiplyAdd(weight, y1, s1);
                s2 = Vector256.FusedMultiplyAdd(weight, y2, s2);
                s3 = Vector256.FusedMultiplyAdd(weight, y3, s3);
                gradient = Vector256.FusedMultiplyAdd(x0, y0, gradient);
                gradient = Vector256.FusedMultiplyAdd(x1, y1, gradient);
                gradient = Vector256.FusedMultiplyAdd(x2, y2, gradient);
                Vector256.FusedMultiplyAdd(x3, y3, gradient).StoreUnsafe(ref dw, at);
            }

            dx[k] += Vector256.Sum(s0);
            dx[k + stride] += Vector256.Sum(s1);
            dx[k + 2 * stride] += Vector256.Sum(s2);
            dx[k + 3 * stride] += Vector256.Sum(s3);
        }
    }
}
