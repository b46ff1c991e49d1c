using System.Buffers;
using Parley.Language.Networks;

namespace Parley.Language.Tagging;

/// <summary>Gives every word its universal part of speech and its Penn Treebank tag. Thread-safe.</summary>
public sealed class Tagger
{
    private const int Piece = 512; // a longer sentence is tagged piece by piece, so that memory stays small

    private readonly TaggerModel _model;
    private readonly (Upos Upos, string Xpos)[] _tags;

    internal Tagger(TaggerModel model)
    {
        _model = model;
        _tags = [.. model.Tags.Select(pair => (Enum.Parse<Upos>(pair[..pair.IndexOf(' ', StringComparison.Ordinal)]), pair[(pair.IndexOf(' ', StringComparison.Ordinal) + 1)..]))];
    }

    /// <summary>The tagger with the model built into this assembly.</summary>
    public static Tagger Load() => new(TaggerModel.Read(ModelFile.Resource("tagger.bin")));

    /// <summary>Fills in <see cref="Token.Upos"/> and <see cref="Token.Xpos"/> of a sentence's tokens. Linear in their number.</summary>
    public void Tag(Span<Token> sentence)
    {
        for (var start = 0; start < sentence.Length; start += Piece)
            TagPiece(sentence[start..Math.Min(start + Piece, sentence.Length)], start == 0);
    }

    private void TagPiece(Span<Token> sentence, bool first)
    {
        var count = sentence.Length;
        var rows = ArrayPool<int>.Shared.Rent(count * WordFeatures.Count);
        for (var i = 0; i < count; i++)
            _model.Words.Write(sentence[i].Form, first && i == 0, rows.AsSpan(i * WordFeatures.Count, WordFeatures.Count));
        var width = _model.Encoder.Width;
        var vectors = ArrayPool<float>.Shared.Rent((count + 2) * width);
        _model.Encoder.Encode(rows.AsSpan(0, count * WordFeatures.Count), count, vectors);
        var outputs = _model.Scores.Outputs;
        var scores = ArrayPool<float>.Shared.Rent(count * outputs);
        _model.Scores.Apply(vectors.AsSpan(width), width, scores, count);
        for (var i = 0; i < count; i++)
        {
            var (upos, xpos) = _tags[Best(scores.AsSpan(i * outputs, _tags.Length))];
            sentence[i] = sentence[i] with { Upos = upos, Xpos = xpos };
        }

        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<float>.Shared.Return(vectors);
        ArrayPool<float>.Shared.Return(scores);
    }

    private static int Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
            if (scores[i] > scores[best]) best = i;
        return best;
    }
}
