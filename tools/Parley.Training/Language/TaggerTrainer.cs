using Parley.Language;
using Parley.Language.Networks;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary>Learns a tagger: pairs of tags by their log likelihood.</summary>
internal sealed class TaggerTrainer
{
    private const int Width = 96, Windows = 2, Sweeps = 1, Batch = 8, RarestPair = 3;
    private const float Dropout = 0.2f;

    private readonly List<GoldSentence> _sentences;
    private readonly Random _random;
    private readonly WordDropout _dropout;
    private readonly EncoderTrainer _encoder;
    private readonly LayerTrainer _scores;
    private readonly Dictionary<string, int> _labels;
    private readonly TaggerModel _model;

    public TaggerTrainer(List<GoldSentence> sentences, int seed)
    {
        _sentences = sentences;
        _random = new(seed);
        var (counts, vocabulary) = WordDropout.Count(sentences);
        var words = new WordFeatures(vocabulary);
        _dropout = new(_random, words, counts);
        var tags = sentences.SelectMany(s => s.Tokens).CountBy(Pair).Where(pair => pair.Value >= RarestPair).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key).ToArray();
        _labels = tags.Select((tag, i) => (tag, i)).ToDictionary(pair => pair.tag, pair => pair.i);
        _encoder = new(_random, words.Rows, Width, Windows, Sweeps, Dropout);
        _scores = new(_random, Width, tags.Length, gain: 1);
        _model = new(tags, words, _encoder.Encoder, _scores.Layer);
    }

    public static string Pair(Token token) => $"{token.Upos} {token.Xpos}";

    /// <summary>Trains for a number of rounds over the sentences; <paramref name="each"/> is told of each round's model.</summary>
    public TaggerModel Train(int rounds, Action<int, TaggerModel>? each = null)
    {
        var order = Enumerable.Range(0, _sentences.Count).ToArray();
        var (done, all) = (0, rounds * order.Length);
        for (var round = 1; round <= rounds; round++)
        {
            _random.Shuffle(order);
            foreach (var chunk in order.Chunk(Batch))
            {
                foreach (var i in chunk) Learn(_sentences[i].Tokens);
                Update(Schedule.Rate(done += chunk.Length, all));
            }

            each?.Invoke(round, _model);
        }

        return _model;
    }

    private void Update(float rate)
    {
        _encoder.Update(rate);
        _scores.Update(rate);
    }

    private void Learn(Token[] tokens)
    {
        var count = tokens.Length;
        var rows = new int[count * WordFeatures.Count];
        var written = _dropout.Case();
        for (var i = 0; i < count; i++)
        {
            var own = rows.AsSpan(i * WordFeatures.Count, WordFeatures.Count);
            _model.Words.Write(written(tokens[i].Form), i == 0, own);
            _dropout.Apply(tokens[i].Form, own);
        }

        var vectors = _encoder.Forward(rows, count);
        var outputs = _scores.Layer.Outputs;
        var scores = new float[count * outputs];
        _scores.Layer.Apply(vectors.AsSpan(Width), Width, scores, count);
        for (var i = 0; i < count; i++)
        {
            var own = scores.AsSpan(i * outputs, outputs);
            if (_labels.TryGetValue(Pair(tokens[i]), out var label)) Gradient(own, _labels.Count, label);
            else own.Clear();
        }

        var gradients = new float[vectors.Length];
        _scores.Backward(vectors.AsSpan(Width), Width, scores, count, gradients.AsSpan(Width));
        _encoder.Backward(gradients, count);
    }

    /// <summary>Turns scores into the gradient of the log loss.</summary>
    private static void Gradient(Span<float> scores, int labels, int gold)
    {
        var most = float.NegativeInfinity;
        for (var i = 0; i < labels; i++) most = Math.Max(most, scores[i]);
        var sum = 0f;
        for (var i = 0; i < labels; i++) sum += scores[i] = MathF.Exp(scores[i] - most);
        for (var i = 0; i < labels; i++) scores[i] /= sum;
        scores[gold] -= 1;
        scores[labels..].Clear();
    }
}
