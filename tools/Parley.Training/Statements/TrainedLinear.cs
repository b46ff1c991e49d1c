using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>A linear model in training: AdaGrad over hashed features, with weights pulled to zero.</summary>
internal sealed class TrainedLinear(int bits, int outputs, float rate, float decay = 0) : IScorer
{
    private readonly float[] _weights = new float[(1 << bits) * outputs];
    private readonly float[] _squares = new float[(1 << bits) * outputs];
    private readonly uint _mask = (1u << bits) - 1;
    private float[]? _sum;
    private int _terms;

    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores[..outputs].Clear();
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & _mask) * outputs, outputs);
            for (var k = 0; k < row.Length; k++) scores[k] += row[k];
        }
    }

    /// <summary>A step against a gradient, one value for each output.</summary>
    public void Update(ReadOnlySpan<uint> features, ReadOnlySpan<float> gradient)
    {
        foreach (var feature in features)
        {
            var at = (int)(feature & _mask) * outputs;
            for (var k = 0; k < outputs; k++)
            {
                var weight = _weights[at + k];
                var g = gradient[k];
                if (MathF.Abs(g) < 1e-3f) continue;
                g += decay * weight;
                _squares[at + k] += g * g;
                _weights[at + k] = weight - (rate * g / MathF.Sqrt(_squares[at + k] + 1e-6f));
            }
        }
    }

    /// <summary>Notes the weights as they are, for the mean.</summary>
    public void Note()
    {
        _sum ??= new float[_weights.Length];
        for (var i = 0; i < _weights.Length; i++) _sum[i] += _weights[i];
        _terms++;
    }

    /// <summary>Takes the mean of the weights noted: steadier than the last.</summary>
    public void Average()
    {
        for (var i = 0; i < _weights.Length; i++) _weights[i] = _sum![i] / _terms;
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
        var used = _weights.Where(w => w != 0).Select(MathF.Abs).Order().ToArray();
        return used.Length == 0 ? 1 : used[Math.Min(used.Length - 1, (int)(used.Length * share))];
    }
}
