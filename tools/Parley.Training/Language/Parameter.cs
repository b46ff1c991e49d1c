using System.Runtime.Intrinsics;

namespace Parley.Training.Language;

/// <summary>Weights that are learnt, with the gradient of a batch and the moments of Adam (Kingma and Ba 2015).</summary>
/// <param name="values">The weights, in rows of <paramref name="width"/>.</param>
/// <param name="width">Length of a row, a multiple of eight.</param>
/// <param name="sparse">Whether only the rows touched by a batch are moved.</param>
internal sealed class Parameter(float[] values, int width, bool sparse)
{
    private const float Decay1 = 0.9f, Decay2 = 0.98f, Tiny = 1e-8f;

    private readonly float[] _gradient = new float[values.Length];
    private readonly float[] _first = new float[values.Length];
    private readonly float[] _second = new float[values.Length];
    private readonly bool[] _touched = new bool[sparse ? values.Length / width : 0];
    private readonly List<int> _rows = [];
    private int _step;

    public float[] Values { get; } = values;

    /// <summary>The gradient of a row, to add to.</summary>
    public Span<float> Gradient(int row)
    {
        if (sparse && !_touched[row])
        {
            _touched[row] = true;
            _rows.Add(row);
        }

        return _gradient.AsSpan(row * width, width);
    }

    public void Update(float rate)
    {
        _step++;
        var scale = rate * MathF.Sqrt(1 - MathF.Pow(Decay2, _step)) / (1 - MathF.Pow(Decay1, _step));
        if (!sparse)
        {
            Move(0, Values.Length, scale);
            return;
        }

        foreach (var row in _rows)
        {
            Move(row * width, width, scale);
            _touched[row] = false;
        }

        _rows.Clear();
    }

    private void Move(int start, int length, float scale)
    {
        var g = _gradient.AsSpan(start, length);
        var v = Values.AsSpan(start, length);
        var m = _first.AsSpan(start, length);
        var s = _second.AsSpan(start, length);
        var lanes = Vector256<float>.Count;
        for (var i = 0; i < length; i += lanes)
        {
            var gradient = Load(g, i);
            var first = Load(m, i) * Decay1 + gradient * (1 - Decay1);
            var second = Load(s, i) * Decay2 + gradient * gradient * (1 - Decay2);
            var move = first * scale / (Vector256.Sqrt(second) + Vector256.Create(Tiny));
            Store(Load(v, i) - move, v, i);
            Store(first, m, i);
            Store(second, s, i);
        }

        g.Clear();
    }

    private static Vector256<float> Load(Span<float> values, int at) =>
        Vector256.LoadUnsafe(ref values[at]);

    private static void Store(Vector256<float> vector, Span<float> values, int at) =>
        Vector256.StoreUnsafe(vector, ref values[at]);
}
