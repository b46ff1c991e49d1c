using System.Buffers;
using Parley.Language.Networks;

namespace Parley.Language.Parsing;

/// <summary>Gives every sentence its tree of Universal Dependencies. Thread-safe.</summary>
/// <remarks>
/// Greedy and transition-based: at every step a small network looks at the words on the stack, the next word and their children
/// (after Chen and Manning 2014), whose vectors come from an encoder over the sentence. Trees are projective.
/// </remarks>
public sealed class Parser
{
    private const int Piece = 512; // a longer sentence is parsed piece by piece, so that memory stays small
    private const string Aside = "parataxis";

    private readonly ParserModel _model;
    private readonly StateFeatures _features;
    private readonly Steps _steps;
    private readonly string[] _relations;

    internal Parser(ParserModel model)
    {
        _model = model;
        _features = new(model.Relations.Length);
        _steps = new(model.Relations);
        _relations = model.Relations;
    }

    /// <summary>The parser with the model built into this assembly.</summary>
    public static Parser Load() => new(ParserModel.Read(ModelFile.Resource("parser.bin")));

    /// <summary>Fills in <see cref="Token.Head"/> and <see cref="Token.Relation"/> of a sentence's tagged tokens: one tree with one root. Linear in their number.</summary>
    /// <param name="sentence">The tokens.</param>
    /// <param name="first">Index of the first of them in the document, to which heads are counted.</param>
    public void Parse(Span<Token> sentence, int first)
    {
        var root = -1;
        for (var start = 0; start < sentence.Length; start += Piece)
        {
            var piece = sentence[start..Math.Min(start + Piece, sentence.Length)];
            ParsePiece(piece, first + start, start == 0);
            var own = RootOf(piece);
            if (root < 0) root = first + start + own;
            else piece[own] = piece[own] with { Head = root, Relation = Aside };
        }

        JoinedVerbs.Mend(sentence, first);
    }

    private static int RootOf(ReadOnlySpan<Token> piece)
    {
        for (var i = 0; i < piece.Length; i++)
            if (piece[i].Head < 0) return i;
        return -1;
    }

    private void ParsePiece(Span<Token> sentence, int first, bool begins)
    {
        var count = sentence.Length;
        var rows = ArrayPool<int>.Shared.Rent(count * ParserModel.WordRows);
        var parts = ArrayPool<int>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
        {
            _model.Write(sentence[i], begins && i == 0, rows.AsSpan(i * ParserModel.WordRows, ParserModel.WordRows));
            parts[i] = (int)sentence[i].Upos;
        }

        var width = _model.Encoder.Width;
        var vectors = ArrayPool<float>.Shared.Rent((count + 2) * width);
        _model.Encoder.Encode(rows.AsSpan(0, count * ParserModel.WordRows), count, vectors);
        var slots = ArrayPool<float>.Shared.Rent(count * _model.Slots.Outputs);
        _model.Slots.Apply(vectors.AsSpan(width), width, slots, count);
        var state = Run(count, parts, slots);
        for (var i = 0; i < count; i++)
        {
            var head = state.HeadOf(i);
            sentence[i] = sentence[i] with { Head = head == state.Root ? -1 : first + head, Relation = _relations[state.RelationOf(i) - 1] };
        }

        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<int>.Shared.Return(parts);
        ArrayPool<float>.Shared.Return(vectors);
        ArrayPool<float>.Shared.Return(slots);
    }

    private Configuration Run(int count, ReadOnlySpan<int> parts, ReadOnlySpan<float> slots)
    {
        var state = new Configuration(count);
        Span<int> words = stackalloc int[StateFeatures.Slots];
        Span<int> rows = stackalloc int[StateFeatures.RowCount];
        var width = _model.States.Width;
        Span<float> hidden = stackalloc float[width];
        Span<float> scores = stackalloc float[_model.Scores.Outputs];
        while (!state.Done)
        {
            var step = _steps.Forced(state);
            if (step < 0)
            {
                _features.Write(state, parts, words, rows);
                _model.Hidden(words, rows, slots, hidden);
                _model.Scores.Apply(hidden, width, scores, 1);
                step = _steps.Best(state, scores);
            }

            _steps.Take(state, step);
        }

        return state;
    }
}
