using Parley.Language.Networks;
using Parley.Reading.Statements;
using Parley.Training.Language;

namespace Parley.Training.Statements;

/// <summary>Learns the second opinion: the labels of tokens and their parts for gold cues, by their log likelihood.</summary>
internal sealed class OpinionTrainer
{
    private readonly OpinionOptions _options;
    private readonly Random _random;
    private readonly WordDropout _dropout;
    private readonly EncoderTrainer _encoder;
    private readonly LayerTrainer _labels, _slots, _roles;
    private readonly Parameter _pairs;
    private readonly OpinionNetwork _network;
    private readonly List<OpinionExample> _examples;

    public OpinionTrainer(IReadOnlyList<PreparedArticle> articles, OpinionOptions options)
    {
        _options = options;
        _random = new(options.Seed);
        var (counts, vocabulary) = WordDropout.Count(articles.Select(a => new GoldSentence([.. a.Gold.Document.Tokens])));
        var words = new WordFeatures(vocabulary);
        _dropout = new(_random, words, counts);
        _encoder = new(_random, OpinionRows.RowsOf(words), options.Width, options.Windows, options.Sweeps, options.Dropout);
        _labels = new(_random, options.Width, OpinionNetwork.LabelCount, gain: 1);
        _slots = new(_random, options.Width, 2 * options.Hidden, gain: 0.5);
        var pairs = new Table(Start.Normal(_random, OpinionRows.PairRows * options.Hidden, 0.1), options.Hidden);
        _pairs = new(pairs.ToFloats(), options.Hidden, sparse: true);
        _roles = new(_random, options.Hidden, OpinionNetwork.RoleCount, gain: 1);
        _network = new(words, _encoder.Encoder, _labels.Layer, _slots.Layer, pairs, _roles.Layer);
        _examples = [.. articles.SelectMany(a => OpinionExample.Of(a, words))];
    }

    public OpinionNetwork Train(Action<int, OpinionNetwork>? each = null)
    {
        var order = Enumerable.Range(0, _examples.Count).ToArray();
        var (done, all) = (0, _options.Rounds * order.Length);
        for (var round = 1; round <= _options.Rounds; round++)
        {
            _random.Shuffle(order);
            foreach (var chunk in order.Chunk(_options.Batch))
            {
                foreach (var i in chunk) Learn(_examples[i]);
                var rate = Schedule.Rate(done += chunk.Length, all) * _options.Rate;
                _encoder.Update(rate);
                _labels.Update(rate);
                _slots.Update(rate);
                _pairs.Update(rate);
                _roles.Update(rate);
            }

            each?.Invoke(round, _network);
        }

        return OpinionNetwork.Read(Written());
    }

    // As it is read back, a byte a weight: what is learnt from it must be what is read with.
    private BinaryReader Written()
    {
        var stream = new MemoryStream();
        _network.Write(new(stream));
        stream.Position = 0;
        return new(stream);
    }

    private void Learn(OpinionExample example)
    {
        var (count, width) = (example.Labels.Length, _options.Width);
        var rows = (int[])example.Rows.Clone();
        for (var i = 0; i < count; i++) _dropout.Apply(example.Forms[i], rows.AsSpan(i * OpinionRows.Count, WordFeatures.Count));
        var vectors = _encoder.Forward(rows, count);
        var words = vectors.AsSpan(width);
        var gradients = new float[vectors.Length];

        var outputs = _labels.Layer.Outputs;
        var scores = new float[count * outputs];
        _labels.Layer.Apply(words, width, scores, count);
        for (var i = 0; i < count; i++) Gradient(scores.AsSpan(i * outputs, outputs), OpinionNetwork.LabelCount, (int)example.Labels[i]);
        _labels.Backward(words, width, scores, count, gradients.AsSpan(width));

        if (example.Cues.Count > 0)
        {
            var slots = new float[count * _slots.Layer.Outputs];
            _slots.Layer.Apply(words, width, slots, count);
            var slotGradients = new float[slots.Length];
            foreach (var cue in example.Cues) Learn(cue, slots, slotGradients);
            _slots.Backward(words, width, slotGradients, count, gradients.AsSpan(width));
        }

        _encoder.Backward(gradients, count);
    }

    private void Learn(OpinionCue cue, float[] slots, float[] slotGradients)
    {
        var (length, hidden, outputs) = (cue.Roles.Length, _options.Hidden, _roles.Layer.Outputs);
        var made = new float[length * hidden];
        var mask = new float[length * hidden];
        var scores = new float[length * outputs];
        for (var i = 0; i < length; i++) _network.Hide(slots, cue.First + i, cue.Head, cue.Rows.AsSpan(i * OpinionRows.PairCount, OpinionRows.PairCount), made.AsSpan(i * hidden, hidden));
        for (var i = 0; i < made.Length; i++) made[i] *= mask[i] = made[i] > 0 && _random.NextSingle() >= _options.PairDropout ? 1 / (1 - _options.PairDropout) : 0;
        _roles.Layer.Apply(made, hidden, scores, length);
        for (var i = 0; i < length; i++) Gradient(scores.AsSpan(i * outputs, outputs), OpinionNetwork.RoleCount, (int)cue.Roles[i]);
        var madeGradients = new float[made.Length];
        _roles.Backward(made, hidden, scores, length, madeGradients);
        for (var i = 0; i < made.Length; i++) madeGradients[i] *= mask[i];
        var head = slotGradients.AsSpan(((cue.Head * 2) + 1) * hidden, hidden);
        for (var i = 0; i < length; i++)
        {
            var own = madeGradients.AsSpan(i * hidden, hidden);
            Vectors.Add(own, slotGradients.AsSpan((cue.First + i) * 2 * hidden, hidden));
            Vectors.Add(own, head);
            for (var k = 0; k < OpinionRows.PairCount; k++) Vectors.Add(own, _pairs.Gradient(cue.Rows[(i * OpinionRows.PairCount) + k]));
        }
    }

    /// <summary>Turns scores into the gradient of the log loss.</summary>
    private static void Gradient(Span<float> scores, int labels, int gold)
    {
        LogOdds.Raise(scores, labels);
        var sum = 0f;
        for (var k = 0; k < labels; k++) sum += scores[k];
        for (var k = 0; k < labels; k++) scores[k] /= sum;
        scores[gold] -= 1;
        scores[labels..].Clear();
    }
}
