using System.Buffers;

namespace Parley.Language.Networks;

/// <summary>Gives each word of a sentence a vector that knows its neighbours.</summary>
/// <remarks>
/// A word begins as the sum of its features' vectors. Each window then adds to it what a dense rectified layer makes of the word and its
/// two neighbours; each sweep, which follows the window of its number, adds what is carried along the sentence. Time is linear.
/// </remarks>
internal sealed record Encoder(Table Features, Layer[] Windows, Layer[] Sweeps)
{
    public int Width => Features.Width;

    /// <summary>Encodes a sentence.</summary>
    /// <param name="rows">The feature rows of each word, one word after the other.</param>
    /// <param name="count">Number of words.</param>
    /// <param name="output">(count + 2) × width, with an empty word before and after the sentence.</param>
    public void Encode(ReadOnlySpan<int> rows, int count, Span<float> output)
    {
        var width = Width;
        output = output[..((count + 2) * width)];
        output[..width].Clear();
        output[^width..].Clear();
        var words = output.Slice(width, count * width);
        var each = rows.Length / count;
        for (var i = 0; i < count; i++) Features.Sum(rows.Slice(i * each, each), words.Slice(i * width, width));

        var made = ArrayPool<float>.Shared.Rent(count * width);
        var gates = ArrayPool<float>.Shared.Rent(count * width * 2);
        for (var i = 0; i < Windows.Length; i++)
        {
            Windows[i].Apply(output, width, made, count);
            Vectors.AddPositive(made.AsSpan(0, words.Length), words);
            if (i >= Sweeps.Length) continue;
            Sweeps[i].Apply(words, width, gates, count);
            Sweep.Run(gates, made.AsSpan(0, words.Length), width);
            Vectors.Add(made.AsSpan(0, words.Length), words);
        }

        ArrayPool<float>.Shared.Return(made);
        ArrayPool<float>.Shared.Return(gates);
    }
}
