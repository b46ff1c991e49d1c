using System.IO.Compression;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Positions;

/// <summary>What the act of a statement is likely to be, by words learnt from annotated statements. For statements in which the rules find none.</summary>
/// <remarks>A multinomial logistic regression over hashed features, one output an act and a last one for no position.</remarks>
internal sealed class ActJudge(LinearModel model)
{
    public const int Outputs = 16; // fifteen acts, then none
    public const int None = 15;

    /// <summary>The model built into this assembly.</summary>
    public static ActJudge Load()
    {
        using var stream = typeof(ActJudge).Assembly.GetManifestResourceStream("acts.bin")
            ?? throw new InvalidOperationException("expected the resource acts.bin in this assembly");
        return Read(stream);
    }

    public static ActJudge Read(Stream stream)
    {
        using var unpacked = new ZLibStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(unpacked);
        return new(LinearModel.Read(reader));
    }

    public static void Write(LinearModel model, Stream stream)
    {
        using var packed = new ZLibStream(stream, CompressionLevel.Optimal);
        using var writer = new BinaryWriter(packed);
        model.Write(writer);
    }

    /// <summary>The probability of each act, and of none.</summary>
    public void Judge(ReadOnlySpan<uint> features, Span<float> probabilities)
    {
        model.Score(features, probabilities);
        Normalise(probabilities[..Outputs]);
    }

    /// <summary>Log odds to probabilities.</summary>
    public static void Normalise(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        for (var k = 0; k < scores.Length; k++) sum += scores[k] = MathF.Exp(scores[k] - most);
        for (var k = 0; k < scores.Length; k++) scores[k] /= sum;
    }
}
