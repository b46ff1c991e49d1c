using System.Numerics;

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

    public static LinearModel Read(BinaryReader reader)
    {
        var outputs = reader.ReadInt32();
        var scale = reader.ReadSingle();
        var weights = new sbyte[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new(weights, outputs, scale);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Outputs);
        writer.Write(_scale);
        writer.Write(_weights.Length);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_weights.AsSpan()));
    }
}
