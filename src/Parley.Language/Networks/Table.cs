using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Language.Networks;

/// <summary>A table of vectors, a row a feature: floats while it is learnt, afterwards a byte a weight and a scale a row, so that more of it
/// stays near the processor.</summary>
internal sealed class Table
{
    private readonly float[] _values = [];
    private readonly sbyte[] _bytes = [];
    private readonly float[] _scales = [];

    public Table(float[] values, int width)
    {
        _values = values;
        Width = width;
        Rows = values.Length / width;
    }

    public Table(sbyte[] bytes, float[] scales)
    {
        _bytes = bytes;
        _scales = scales;
        Rows = scales.Length;
        Width = bytes.Length / Math.Max(1, Rows);
    }

    public int Width { get; }

    public int Rows { get; }

    /// <summary>The weights as floats, row by row.</summary>
    public float[] ToFloats()
    {
        if (_bytes.Length == 0) return _values;
        var values = new float[_bytes.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _bytes[i] * _scales[i / Width];
        return values;
    }

    /// <summary>Sets a vector to the sum of rows.</summary>
    public void Sum(ReadOnlySpan<int> rows, Span<float> sum)
    {
        foreach (var row in rows) ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Rows);
        sum = sum[..Width];
        if (_bytes.Length > 0)
        {
            SumBytes(rows, sum);
            return;
        }

        sum.Clear();
        foreach (var row in rows) Vectors.Add(_values.AsSpan(row * Width, Width), sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SumBytes(ReadOnlySpan<int> rows, Span<float> sum)
    {
        ref var bytes = ref MemoryMarshal.GetArrayDataReference(_bytes);
        ref var y = ref MemoryMarshal.GetReference(sum);
        for (nuint i = 0; i < (nuint)Width; i += 16)
        {
            var (low, high) = (Vector256<float>.Zero, Vector256<float>.Zero);
            foreach (var row in rows)
            {
                var scale = Vector256.Create(_scales[row]);
                var (first, second) = Vector128.Widen(Vector128.LoadUnsafe(ref bytes, (nuint)(row * Width) + i));
                low += ToFloats(first) * scale;
                high += ToFloats(second) * scale;
            }

            low.StoreUnsafe(ref y, i);
            high.StoreUnsafe(ref y, i + 8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToFloats(Vector128<short> values)
    {
        var (low, high) = Vector128.Widen(values);
        return Vector256.ConvertToSingle(Vector256.Create(low, high));
    }
}
