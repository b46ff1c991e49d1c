using System.Buffers;

namespace Parley.Reading.Statements;

/// <summary>A network's view of a document: what every token may be, and what it may be to a cue.</summary>
/// <remarks>
/// An encoder runs along each paragraph and tells two things: the label of a token by itself, and, from the vectors of a token and of the
/// head of a cue, the part the one plays for the other, through one hidden layer (as Kiperwasser and Goldberg 2016 score arcs). The linear
/// models take both as features.
/// </remarks>
internal sealed class Opinion : IDisposable
{
    private const int Piece = 512; // a longer paragraph is read piece by piece, so that memory stays small

    private readonly OpinionNetwork _network;
    private readonly float[] _vectors;
    private readonly TokenOpinion[] _tokens;
    private readonly Dictionary<int, PairOpinion[]> _pairs = [];
    private (int First, int End) _projected;
    private float[] _slots = []; // of the tokens projected last
    private float[] _hidden = [];
    private float[] _scores = [];

    public Opinion(Traits traits, OpinionNetwork network)
    {
        _network = network;
        var (width, labels) = (network.Encoder.Width, network.Labels.Outputs);
        _tokens = new TokenOpinion[traits.Count];
        _vectors = ArrayPool<float>.Shared.Rent(traits.Count * width);
        var names = OpinionRows.NamesOf(traits.Document);
        var rows = ArrayPool<int>.Shared.Rent(Piece * OpinionRows.Count);
        var vectors = ArrayPool<float>.Shared.Rent((Piece + 2) * width);
        var scores = ArrayPool<float>.Shared.Rent(Piece * labels);
        for (int first = 0, end; first < traits.Count; first = end)
        {
            end = EndOf(traits, first);
            var count = end - first;
            OpinionRows.Write(traits, names, network.Words, first, end, rows);
            network.Encoder.Encode(rows.AsSpan(0, count * OpinionRows.Count), count, vectors);
            var words = vectors.AsSpan(width, count * width);
            network.Labels.Apply(words, width, scores, count);
            words.CopyTo(_vectors.AsSpan(first * width));
            for (var i = 0; i < count; i++) _tokens[first + i] = TokenOpinion.Of(scores.AsSpan(i * labels, labels));
        }

        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<float>.Shared.Return(vectors);
        ArrayPool<float>.Shared.Return(scores);
    }

    /// <summary>The end of the piece of a paragraph that is read at once.</summary>
    public static int EndOf(Traits traits, int first)
    {
        var end = first + 1;
        while (end < traits.Count && end - first < Piece && traits.Paragraph[end] == traits.Paragraph[first]) end++;
        return end;
    }

    /// <summary>What is thought of a token.</summary>
    public TokenOpinion this[int token] => (uint)token < (uint)_tokens.Length ? _tokens[token] : default;

    /// <summary>What the tokens of a window are thought to be to its cue.</summary>
    public PairOpinion[] Pairs(CueWindow window)
    {
        if (_pairs.TryGetValue(window.Cue, out var known)) return known;
        var (length, hidden, outputs) = (window.End - window.First, _network.Hidden, _network.Roles.Outputs);
        if (window.First < _projected.First || window.End > _projected.End) Project(window.First, window.End);
        if (_hidden.Length < length * hidden) (_hidden, _scores) = (new float[length * hidden * 2], new float[length * outputs * 2]);
        Span<int> rows = stackalloc int[OpinionRows.PairCount];
        for (var i = 0; i < length; i++)
        {
            OpinionRows.Write(window, window.First + i, rows);
            _network.Hide(_slots, window.First + i - _projected.First, window.Cue - _projected.First, rows, _hidden.AsSpan(i * hidden, hidden));
        }

        _network.Roles.Apply(_hidden, hidden, _scores, length);
        var pairs = new PairOpinion[length];
        for (var i = 0; i < length; i++) pairs[i] = PairOpinion.Of(_scores.AsSpan(i * outputs, 8));
        return _pairs[window.Cue] = pairs;
    }

    /// <summary>Gives back what pairs were worked out from; none can be asked for any more.</summary>
    public void Dispose() => ArrayPool<float>.Shared.Return(_vectors);

    private void Project(int first, int end)
    {
        var (width, slots) = (_network.Encoder.Width, _network.Slots.Outputs);
        if (_slots.Length < (end - first) * slots) _slots = new float[(end - first) * slots];
        _network.Slots.Apply(_vectors.AsSpan(first * width, (end - first) * width), width, _slots, end - first);
        _projected = (first, end);
    }
}
