using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>A linear model in training: AdaGrad over hashed features, with weights pulled to zero.</summary>
internal sealed class TrainedLinear(int bits, int outputs, float rate, float decay = 0) : IScorer
{
    private const float Least = 1e-3f; // gradients below are not followed

    private readonly float[] _weights = new float[(1 << bits) * outputs];
    private readonly float[] _squares = new float[(1 << bits) * outputs];
    private readonly uint _mask = (1u << bits) - 1;
    private float[]? _sum;
    private int _terms;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores[..outputs].Clear();
        if (outputs % Vector128<float>.Count != 0)
        {
            foreach (var feature in features)
                for (var k = 0; k < outputs; k++) scores[k] += _weights[((int)(feature & _mask) * outputs) + k];
            return;
        }

        var sums = MemoryMarshal.Cast<float, Vector128<float>>(scores[..outputs]);
        foreach (var feature in features)
        {
            var row = MemoryMarshal.Cast<float, Vector128<float>>(_weights.AsSpan((int)(feature & _mask) * outputs, outputs));
            for (var k = 0; k < row.Length; k++) sums[k] += row[k];
        }
    }

    /// <summary>A step against a gradient, one value for each output.</summary>
    public void Update(ReadOnlySpan<uint> features, ReadOnlySpan<float> gradient)
    {
        foreach (var feature in features)
        {
            var weights = _weights.AsSpan((int)(feature & _mask) * outputs, outputs);
            var squares = _squares.AsSpan((int)(feature & _mask) * outputs, outputs);
            if (outputs % Vector128<float>.Count == 0)
            {
                Step(MemoryMarshal.Cast<float, Vector128<float>>(weights), MemoryMarshal.Cast<float, Vector128<float>>(squares), MemoryMarshal.Cast<float, Vector128<float>>(gradient));
                continue;
            }

            for (var k = 0; k < weights.Length; k++)
            {
                if (MathF.Abs(gradient[k]) < Least) continue;
                var g = gradient[k] + (decay * weights[k]);
                squares[k] += g * g;
                weights[k] -= rate * g / MathF.Sqrt(squares[k] + 1e-6f);
            }
        }
    }

    private void Step(Span<Vector128<float>> weights, Span<Vector128<float>> squares, ReadOnlySpan<Vector128<float>> gradient)
    {
        for (var k = 0; k < weights.Length; k++)
        {
            var followed = Vector128.GreaterThanOrEqual(Vector128.Abs(gradient[k]), Vector128.Create(Least));
            if (followed == Vector128<float>.Zero) continue;
            var g = Vector128.ConditionalSelect(followed, gradient[k] + (weights[k] * decay), Vector128<float>.Zero);
            squares[k] += g * g;
            weights[k] -= g * rate / Vector128.Sqrt(squares[k] + Vector128.Create(1e-6f));
        }
    }

    /// <summary>Notes the weights as they are, for the mean.</summary>
    public void Note()
    {
        _sum ??= new float[_weights.Length];
        for (var i = 0; i < _weights.Length; i++) _sum[i] += _weights[i];
        _terms++;
    }

    /// <summary>Takes the mean of the weights noted, steadier than the last, and a share of it where training left features out.</summary>
    public void Average(float share = 1)
    {
        for (var i = 0; i < _weights.Length; i++) _weights[i] = _sum![i] * share / _terms;
    }

    /// <summary>The model in bytes; weights that would hardly matter become zero.</summary>
    public LinearModel Quantise(float smallest)
    {
        var largest = Quantile(0.9999);
        var scale = largest / 127;
        var bytes = new sbyte[_weights.Length];
        for (var i = 0; i < bytes.Length; i++)
            if (MathF.Abs(_weights[i]) >= smallest) bytes[i] = (sbyte)Math.Clamp(MathF.Round(_weights[i] / scale), -127, 127);
        return new(bytes, outputs, scale);
    }

    private float Quantile(double share)
    {
        var used = _weights.Where(w => w != 0).Select(MathF.Abs).ToArray();
        Array.Sort(used);
        return used.Length == 0 ? 1 : used[Math.Min(used.Length - 1, (int)(used.Length * share))];
    }
}
