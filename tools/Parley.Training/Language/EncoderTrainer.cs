using Parley.Language.Networks;

namespace Parley.Training.Language;

/// <summary>Learns an encoder. One sentence at a time: forward, then backward.</summary>
internal sealed class EncoderTrainer
{
    private readonly Random _random;
    private readonly Parameter _features;
    private readonly LayerTrainer[] _windows;
    private readonly LayerTrainer[] _sweeps;
    private readonly float _dropout;
    private int[] _rows = [];
    private readonly float[][] _inputs, _made; // of the windows
    private readonly float[][] _sweepInputs, _gates, _carried;
    private float[] _maskIn = [], _maskOut = [];

    public EncoderTrainer(Random random, int rows, int width, int windows, int sweeps, float dropout)
    {
        _random = random;
        _dropout = dropout;
        var table = new Table(Start.Normal(random, rows * width, 0.1), width);
        _features = new(table.ToFloats(), width, sparse: true);
        _windows = [.. Enumerable.Range(0, windows).Select(_ => new LayerTrainer(random, 3 * width, width, gain: 1))];
        _sweeps = [.. Enumerable.Range(0, sweeps).Select(_ => new LayerTrainer(random, width, 2 * width, gain: 1))];
        foreach (var sweep in _sweeps)
            for (var i = 0; i < width; i++) sweep.Layer.Bias[i / (width / 2) * width + width / 2 + i % (width / 2)] = 1; // at first, keep more than is taken in
        (_inputs, _made) = (new float[windows][], new float[windows][]);
        (_sweepInputs, _gates, _carried) = (new float[sweeps][], new float[sweeps][], new float[sweeps][]);
        Encoder = new(table, [.. _windows.Select(layer => layer.Layer)], [.. _sweeps.Select(layer => layer.Layer)]);
    }

    public Encoder Encoder { get; }

    /// <summary>The padded vectors of a sentence, as <see cref="Encoder.Encode"/> gives them but with dropout.</summary>
    public float[] Forward(int[] rows, int count)
    {
        var width = Encoder.Width;
        var each = rows.Length / count;
        _rows = rows;
        _maskIn = Mask(count * width);
        _maskOut = Mask(count * width);
        var vectors = new float[(count + 2) * width];
        for (var i = 0; i < count; i++) Encoder.Features.Sum(rows.AsSpan(i * each, each), vectors.AsSpan((i + 1) * width, width));
        Multiply(vectors.AsSpan(width), _maskIn);
        var words = vectors.AsSpan(width, count * width);
        for (var i = 0; i < _windows.Length; i++)
        {
            _inputs[i] = (float[])vectors.Clone();
            _made[i] = new float[count * width];
            _windows[i].Layer.Apply(vectors, width, _made[i], count);
            Vectors.AddPositive(_made[i], words);
            if (i >= _sweeps.Length) continue;
            _sweepInputs[i] = words.ToArray();
            (_gates[i], _carried[i]) = (new float[count * width * 2], new float[count * width]);
            _sweeps[i].Layer.Apply(words, width, _gates[i], count);
            Sweep.Run(_gates[i], _carried[i], width);
            Vectors.Add(_carried[i], words);
        }

        Multiply(vectors.AsSpan(width), _maskOut);
        return vectors;
    }

    /// <summary>Takes the gradients of the padded vectors.</summary>
    public void Backward(float[] gradients, int count)
    {
        var width = Encoder.Width;
        Multiply(gradients.AsSpan(width), _maskOut);
        var made = new float[count * width];
        for (var l = _windows.Length - 1; l >= 0; l--)
        {
            if (l < _sweeps.Length)
            {
                var gateGradients = GateGradients(_gates[l], _carried[l], gradients.AsSpan(width, count * width), width);
                _sweeps[l].Backward(_sweepInputs[l], width, gateGradients, count, gradients.AsSpan(width));
            }

            for (var i = 0; i < made.Length; i++) made[i] = _made[l][i] > 0 ? gradients[width + i] : 0;
            _windows[l].Backward(_inputs[l], width, made, count, gradients);
        }

        Multiply(gradients.AsSpan(width), _maskIn);
        var each = _rows.Length / count;
        for (var i = 0; i < count; i++)
            for (var f = 0; f < each; f++)
                Vectors.Add(gradients.AsSpan((i + 1) * width, width), _features.Gradient(_rows[i * each + f]));
    }

    public void Update(float rate)
    {
        _features.Update(rate);
        foreach (var layer in _windows) layer.Update(rate);
        foreach (var layer in _sweeps) layer.Update(rate);
    }

    /// <summary>The gradients of a sweep's candidates and of what its gates were before they were squashed.</summary>
    private static float[] GateGradients(float[] gates, float[] carried, ReadOnlySpan<float> gradients, int width)
    {
        var count = carried.Length / width;
        var half = width / 2;
        var result = new float[gates.Length];
        for (var i = 0; i < width; i++)
        {
            var right = i < half; // the way the sweep went; the gradient goes back the other way
            var held = 0f;
            for (var n = 0; n < count; n++)
            {
                var word = right ? count - 1 - n : n;
                var before = right ? word - 1 : word + 1;
                var at = word * 2 * width + (right ? i : i + half);
                var (keep, previous) = (gates[at + half], before >= 0 && before < count ? carried[before * width + i] : 0);
                var gradient = gradients[word * width + i] + held;
                result[at] = gradient * (1 - keep);
                result[at + half] = gradient * (previous - carried[word * width + i]) * keep;
                held = gradient * keep;
            }
        }

        return result;
    }

    private float[] Mask(int length)
    {
        var mask = new float[length];
        for (var i = 0; i < length; i++) mask[i] = _random.NextSingle() < _dropout ? 0 : 1 / (1 - _dropout);
        return mask;
    }

    private static void Multiply(Span<float> values, float[] mask)
    {
        for (var i = 0; i < mask.Length; i++) values[i] *= mask[i];
    }
}
