using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Parley.Reading.Statements;

/// <summary>Weighs features; one score for each output.</summary>
internal interface IScorer
{
    void Score(ReadOnlySpan<uint> features, Span<float> scores);
}

/// <summary>A linear model over hashed features with one or more outputs, its weights kept in a byte each.</summary>
internal sealed class LinearModel : IScorer
{
    private readonly sbyte[] _weights; // the outputs of a feature lie side by side
    private readonly float _scale;
    private readonly uint _mask;

    public LinearModel(sbyte[] weights, int outputs, float scale)
    {
        if (!BitOperations.IsPow2(weights.Length / outputs)) throw new ArgumentException("expected a power of two of features", nameof(weights));
        (_weights, Outputs, _scale) = (weights, outputs, scale);
        _mask = (uint)(weights.Length / outputs) - 1;
    }

    public int Outputs { get; }

    /// <summary>What a weight of one is worth.</summary>
    public float Scale => _scale;

    /// <summary>Writes a score for each output.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        Span<int> sums = stackalloc int[16];
        sums = sums[..Outputs];
        sums.Clear();
        foreach (var feature in features)
        {
            var row = _weights.AsSpan((int)(feature & _mask) * Outputs, Outputs);
            for (var k = 0; k < row.Length; k++) sums[k] += row[k];
        }

        for (var k = 0; k < sums.Length; k++) scores[k] = sums[k] * _scale;
    }

    /// <summary>The sums of weights of a model of four outputs, in the first four places; at most 250 features.</summary>
    public Vector128<short> SumOf4(ReadOnlySpan<uint> features)
    {
        ref var weights = ref Unsafe.As<sbyte, byte>(ref MemoryMarshal.GetArrayDataReference(_weights));
        var sum = Vector128<short>.Zero;
        foreach (var feature in features)
        {
            var row = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref weights, (nuint)(feature & _mask) * 4));
            sum += Vector128.WidenLower(Vector128.CreateScalarUnsafe(row).AsSByte());
        }

        return sum;
    }

    /// <summary>The sums of weights of a model of sixteen outputs; at most 250 features.</summary>
    public Vector256<short> SumOf16(ReadOnlySpan<uint> features)
    {
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var (low, high) = (Vector128<short>.Zero, Vector128<short>.Zero);
        foreach (var feature in features)
        {
            var row = Vector128.LoadUnsafe(ref weights, (nuint)(feature & _mask) * 16);
            low += Vector128.WidenLower(row);
            high += Vector128.WidenUpper(row);
        }

        return Vector256.Create(low, high);
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var outputs = reader.ReadInt32();
        var scale = reader.ReadSingle();
        var weights = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights, outputs, scale);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Outputs);
        writer.Write(_scale);
        writer.Write(_weights.Length);
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }
}
