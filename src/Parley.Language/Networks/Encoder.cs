using System.Buffers;

namespace Parley.Language.Networks;

/// <summary>Gives each word of a sentence a vector that knows its neighbours.</summary>
/// <remarks>
/// A word begins as the sum of its features' vectors. Each layer then adds to it what a dense rectified layer makes of the word and its
/// two neighbours, so that with two layers a word sees two words either way. Time is linear in the sentence.
/// </remarks>
internal sealed record Encoder(Table Features, Layer[] Layers)
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
        output.Clear();
        var each = rows.Length / count;
        for (var i = 0; i < count; i++)
        {
            var word = output.Slice((i + 1) * width, width);
            foreach (var row in rows.Slice(i * each, each)) Vectors.Add(Features[row], word);
        }

        var buffer = ArrayPool<float>.Shared.Rent(count * width);
        var made = buffer.AsSpan(0, count * width);
        foreach (var layer in Layers)
        {
            layer.Apply(output, width, made, count);
            Vectors.AddPositive(made, output.Slice(width, count * width));
        }

        ArrayPool<float>.Shared.Return(buffer);
    }
}
