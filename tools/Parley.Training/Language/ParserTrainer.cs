using Parley.Language;
using Parley.Language.Networks;
using Parley.Language.Parsing;

namespace Parley.Training.Language;

/// <summary>Learns a parser from sentences with predicted tags and gold trees, with exploration: after some rounds it follows its own steps.</summary>
internal sealed class ParserTrainer
{
    private const int Width = 96, Windows = 2, Sweeps = 1, Hidden = 128, Batch = 8, RarestRelation = 3;
    private const float Dropout = 0.15f;
    private const double Explore = 0.9;
    private const string Aside = "parataxis";

    private readonly List<GoldSentence> _sentences; // gold ones, then those a council parsed
    private readonly int _gold;
    private readonly Random _random;
    private readonly WordDropout _dropout;
    private readonly EncoderTrainer _encoder;
    private readonly LayerTrainer _slots;
    private readonly LayerTrainer _scores;
    private readonly Parameter _states;
    private readonly Dictionary<string, int> _relations;
    private readonly StateFeatures _features;
    private readonly Steps _steps;
    private readonly ParserModel _model;
    private readonly Dictionary<GoldSentence, int[]> _heads = [];
    private bool _exploring;

    /// <param name="gold">Sentences of treebanks.</param>
    /// <param name="parsed">Sentences parsed by a council of parsers; each round draws as many of them as there are gold ones.</param>
    /// <param name="seed">Of everything drawn.</param>
    public ParserTrainer(List<GoldSentence> gold, List<GoldSentence> parsed, int seed)
    {
        var sentences = _sentences = [.. gold, .. parsed];
        _gold = gold.Count;
        _random = new(seed);
        var (counts, vocabulary) = WordDropout.Count(sentences);
        var words = new WordFeatures(vocabulary);
        _dropout = new(_random, words, counts);
        string[] Names(Func<Token, string> name, int rarest) =>
            [.. sentences.SelectMany(s => s.Tokens).CountBy(name).Where(n => n.Value >= rarest).Select(n => n.Key).Order(StringComparer.Ordinal)];
        var relations = Names(token => token.Relation, RarestRelation);
        var tags = Names(token => token.Xpos, 1);
        _relations = relations.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i + 1);
        _features = new(relations.Length);
        _steps = new(relations);
        _encoder = new(_random, ParserModel.EncoderRows(words, tags), Width, Windows, Sweeps, Dropout);
        _slots = new(_random, Width, StateFeatures.Slots * Hidden, gain: 0.25);
        var states = new Table(Start.Normal(_random, _features.Rows * Hidden, 0.1), Hidden);
        _states = new(states.ToFloats(), Hidden, sparse: true);
        _scores = new(_random, Hidden, _steps.Count, gain: 1);
        _model = new(relations, tags, words, _encoder.Encoder, _slots.Layer, states, _scores.Layer);
        foreach (var sentence in sentences)
        {
            var heads = Projective.Lift([.. sentence.Tokens.Select(token => token.Head)]);
            _heads[sentence] = [.. heads.Select(head => head < 0 ? heads.Length : head)];
        }
    }

    /// <summary>Trains for a number of rounds over the sentences; <paramref name="each"/> is told of each round's model.</summary>
    public ParserModel Train(int rounds, Action<int, ParserModel>? each = null)
    {
        var parsed = Enumerable.Range(_gold, _sentences.Count - _gold).ToArray();
        var order = new int[_gold + Math.Min(_gold, parsed.Length)];
        var (done, all) = (0, rounds * order.Length);
        for (var round = 1; round <= rounds; round++)
        {
            _exploring = round > 1;
            _random.Shuffle(parsed);
            for (var i = 0; i < order.Length; i++) order[i] = i < _gold ? i : parsed[i - _gold];
            _random.Shuffle(order);
            foreach (var chunk in order.Chunk(Batch))
            {
                foreach (var i in chunk) Learn(_sentences[i]);
                Update(Schedule.Rate(done += chunk.Length, all));
            }

            each?.Invoke(round, _model);
        }

        return _model;
    }

    private void Update(float rate)
    {
        _encoder.Update(rate);
        _slots.Update(rate);
        _states.Update(rate);
        _scores.Update(rate);
    }

    private void Learn(GoldSentence sentence)
    {
        var tokens = sentence.Tokens;
        var count = tokens.Length;
        var rows = new int[count * ParserModel.WordRows];
        var parts = new int[count];
        var written = _dropout.Case();
        for (var i = 0; i < count; i++)
        {
            var own = rows.AsSpan(i * ParserModel.WordRows, ParserModel.WordRows);
            _model.Write(tokens[i] with { Form = written(tokens[i].Form) }, i == 0, own);
            _dropout.Apply(tokens[i].Form, own);
            parts[i] = (int)tokens[i].Upos;
        }

        var vectors = _encoder.Forward(rows, count);
        var slots = new float[count * _slots.Layer.Outputs];
        _slots.Layer.Apply(vectors.AsSpan(Width), Width, slots, count);
        var slotGradients = new float[slots.Length];
        Walk(sentence, parts, slots, slotGradients);
        var gradients = new float[vectors.Length];
        _slots.Backward(vectors.AsSpan(Width), Width, slotGradients, count, gradients.AsSpan(Width));
        _encoder.Backward(gradients, count);
    }

    private void Walk(GoldSentence sentence, int[] parts, float[] slots, float[] slotGradients)
    {
        var relations = sentence.Tokens.Select(token => _relations.GetValueOrDefault(token.Relation, _relations[Aside])).ToArray();
        var oracle = new Oracle(_heads[sentence], relations, _steps, _relations[Aside], _relations[ParserModel.RootRelation]);
        var state = new Configuration(parts.Length);
        var best = new List<int>();
        Span<int> words = stackalloc int[StateFeatures.Slots];
        Span<int> rows = stackalloc int[StateFeatures.RowCount];
        Span<float> hidden = stackalloc float[Hidden];
        Span<float> mask = stackalloc float[Hidden];
        Span<float> hiddenGradient = stackalloc float[Hidden];
        Span<float> scores = stackalloc float[_scores.Layer.Outputs];
        var all = _slots.Layer.Outputs;
        while (!state.Done)
        {
            var step = _steps.Forced(state);
            if (step < 0)
            {
                _features.Write(state, parts, words, rows);
                _model.Hidden(words, rows, slots, hidden);
                for (var i = 0; i < Hidden; i++) hidden[i] *= mask[i] = hidden[i] > 0 && _random.NextSingle() >= Dropout ? 1 / (1 - Dropout) : 0;
                _scores.Layer.Apply(hidden, Hidden, scores, 1);
                oracle.Best(state, best);
                var own = _steps.Best(state, scores);
                var gold = best.MaxBy(scores);
                Gradient(state, scores, best);
                hiddenGradient.Clear();
                _scores.Backward(hidden, Hidden, scores, 1, hiddenGradient);
                for (var i = 0; i < Hidden; i++) hiddenGradient[i] *= mask[i];
                for (var slot = 0; slot < words.Length; slot++)
                    if (words[slot] >= 0) Vectors.Add(hiddenGradient, slotGradients.AsSpan(words[slot] * all + slot * Hidden, Hidden));
                foreach (var row in rows) Vectors.Add(hiddenGradient, _states.Gradient(row));
                step = _exploring && _random.NextDouble() < Explore ? own : gold;
            }

            _steps.Take(state, step);
        }
    }

    /// <summary>Turns scores into the gradient of the log loss of all the best steps together.</summary>
    private void Gradient(Configuration state, Span<float> scores, List<int> best)
    {
        var most = float.NegativeInfinity;
        for (var i = 0; i < _steps.Count; i++)
            if (_steps.Allowed(state, i)) most = Math.Max(most, scores[i]);
        var (sum, good) = (0f, 0f);
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = i < _steps.Count && _steps.Allowed(state, i) ? MathF.Exp(scores[i] - most) : 0;
            sum += scores[i];
        }

        foreach (var step in best) good += scores[step];
        good = Math.Max(good, 1e-20f);
        Span<float> share = stackalloc float[best.Count];
        for (var i = 0; i < best.Count; i++) share[i] = scores[best[i]] / good;
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
        for (var i = 0; i < best.Count; i++) scores[best[i]] -= share[i];
    }
}

file static class Choice
{
    /// <summary>The step with the highest score.</summary>
    public static int MaxBy(this List<int> steps, ReadOnlySpan<float> scores)
    {
        var best = steps[0];
        foreach (var step in steps)
            if (scores[step] > scores[best]) best = step;
        return best;
    }
}
