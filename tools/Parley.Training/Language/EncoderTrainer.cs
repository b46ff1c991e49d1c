using Parley.Language.Networks;

namespace Parley.Training.Language;

/// <summary>Learns an encoder. One sentence at a time: forward, then backward.</summary>
internal sealed class EncoderTrainer
{
    private readonly Random _random;
    private readonly Parameter _features;
    private readonly LayerTrainer[] _layers;
    private readonly float _dropout;
    private int[] _rows = [];
    private float[][] _inputs = [];
    private float[][] _made = [];
    private float[] _maskIn = [], _maskOut = [];

    public EncoderTrainer(Random random, int rows, int width, int layers, float dropout)
    {
        _random = random;
        _dropout = dropout;
        var table = new Table(Start.Normal(random, rows * width, 0.1), width);
        _features = new(table.Values, width, sparse: true);
        _layers = [.. Enumerable.Range(0, layers).Select(_ => new LayerTrainer(random, 3 * width, width, gain: 1))];
        Encoder = new(table, [.. _layers.Select(layer => layer.Layer)]);
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
        _inputs = new float[_layers.Length][];
        _made = new float[_layers.Length][];
        var vectors = new float[(count + 2) * width];
        for (var i = 0; i < count; i++)
            for (var f = 0; f < each; f++)
                Vectors.Add(Encoder.Features[rows[i * each + f]], vectors.AsSpan((i + 1) * width, width));
        Multiply(vectors.AsSpan(width), _maskIn);
        for (var l = 0; l < _layers.Length; l++)
        {
            _inputs[l] = (float[])vectors.Clone();
            _made[l] = new float[count * width];
            _layers[l].Layer.Apply(vectors, width, _made[l], count);
            Vectors.AddPositive(_made[l], vectors.AsSpan(width, count * width));
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
        for (var l = _layers.Length - 1; l >= 0; l--)
        {
            for (var i = 0; i < made.Length; i++) made[i] = _made[l][i] > 0 ? gradients[width + i] : 0;
            _layers[l].Backward(_inputs[l], width, made, count, gradients);
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
        foreach (var layer in _layers) layer.Update(rate);
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
