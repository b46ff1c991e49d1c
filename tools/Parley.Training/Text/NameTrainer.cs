using Parley.Language.Names;

namespace Parley.Training.Text;

/// <summary>Trains the name tagger's conditional random field by stochastic gradient ascent with AdaGrad's step sizes.</summary>
internal sealed class NameTrainer
{
    private const int L = NameLabels.Count;
    private const float Step = 0.02f;
    private const float Decay = 2e-6f;
    private const double Dropped = 0.4; // of the features, at random, so that none is leant on alone

    private readonly float[] _weights = new float[NameModel.Rows * L];
    private readonly float[] _squares = new float[NameModel.Rows * L];
    private readonly float[] _transitions = new float[L * L];
    private readonly float[] _transitionSquares = new float[L * L];
    private readonly List<Stretch> _stretches = [];
    private bool[] _kept = [];

    private sealed record Stretch(uint[] Features, bool[] Begin, bool[] Inside, int[] Labels);

    /// <summary>Adds the stretches of a sentence that may hold names.</summary>
    public void Add(NameFeatures features, LabelledSentence sentence)
    {
        features.Read(sentence.Forms);
        for (var i = 0; i < sentence.Forms.Length;)
        {
            if (!features.Allows(i).Begin)
            {
                i++;
                continue;
            }

            var end = i + 1;
            while (end < sentence.Forms.Length && features.Allows(end).Inside) end++;
            var length = end - i;
            var stretch = new Stretch(new uint[length * NameFeatures.Count], new bool[length], new bool[length], new int[length]);
            var before = NameLabels.Outside;
            for (var k = 0; k < length; k++)
            {
                features.Write(i + k, sentence.Forms.Length, stretch.Features.AsSpan(k * NameFeatures.Count, NameFeatures.Count));
                (stretch.Begin[k], stretch.Inside[k]) = features.Allows(i + k);
                var label = sentence.Labels[i + k];
                if (NameLabels.IsInside(label) && !NameLabels.Follows(label, before) && stretch.Begin[k]) label--;
                var possible = label == 0 || NameLabels.Follows(label, before) && (NameLabels.IsInside(label) ? stretch.Inside[k] : stretch.Begin[k]);
                before = stretch.Labels[k] = possible ? label : NameLabels.Outside;
            }

            _stretches.Add(stretch);
            i = end;
        }
    }

    public NameModel Train(int epochs, Random random)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var order = Enumerable.Range(0, _stretches.Count).ToArray();
            random.Shuffle(order);
            foreach (var i in order) Learn(_stretches[i], random);
        }

        return NameModel.From(_weights, _transitions);
    }

    private void Learn(Stretch stretch, Random random)
    {
        var n = stretch.Labels.Length;
        _kept = new bool[n * NameFeatures.Count];
        for (var i = 0; i < _kept.Length; i++) _kept[i] = random.NextDouble() >= Dropped;
        var emissions = new double[n * L];
        for (var i = 0; i < n; i++)
        {
            for (var label = 0; label < L; label++)
            {
                if (label > 0 && !(NameLabels.IsInside(label) ? stretch.Inside[i] : stretch.Begin[i])) continue;
                var score = 0f;
                for (var f = 0; f < NameFeatures.Count; f++)
                    if (_kept[i * NameFeatures.Count + f]) score += _weights[Row(stretch, i, f) + label];
                emissions[i * L + label] = Math.Exp(Math.Clamp(score / (1 - Dropped), -40, 40));
            }
        }

        Span<double> exp = stackalloc double[L * L];
        for (var i = 0; i < L * L; i++) exp[i] = NameLabels.Follows(i % L, i / L) ? Math.Exp(_transitions[i]) : 0;
        var forward = new double[n * L];
        var backward = new double[n * L];
        for (var i = 0; i < n; i++)
        {
            var sum = 0.0;
            for (var label = 0; label < L; label++)
            {
                var total = i == 0 ? exp[label] : 0;
                if (i > 0)
                    for (var before = 0; before < L; before++) total += forward[(i - 1) * L + before] * exp[before * L + label];
                sum += forward[i * L + label] = total * emissions[i * L + label];
            }

            for (var label = 0; label < L; label++) forward[i * L + label] /= sum;
        }

        backward.AsSpan((n - 1) * L, L).Fill(1);
        for (var i = n - 2; i >= 0; i--)
        {
            var sum = 0.0;
            for (var label = 0; label < L; label++)
            {
                var total = 0.0;
                for (var after = 0; after < L; after++) total += exp[label * L + after] * emissions[(i + 1) * L + after] * backward[(i + 1) * L + after];
                sum += backward[i * L + label] = total;
            }

            for (var label = 0; label < L; label++) backward[i * L + label] /= sum;
        }

        Update(stretch, emissions, forward, backward, exp);
    }

    private void Update(Stretch stretch, double[] emissions, double[] forward, double[] backward, ReadOnlySpan<double> exp)
    {
        Span<double> marginal = stackalloc double[L];
        for (var i = 0; i < stretch.Labels.Length; i++)
        {
            var sum = 0.0;
            for (var label = 0; label < L; label++) sum += marginal[label] = forward[i * L + label] * backward[i * L + label];
            for (var label = 0; label < L; label++)
            {
                var gradient = (float)((stretch.Labels[i] == label ? 1 : 0) - marginal[label] / sum);
                if (Math.Abs(gradient) < 1e-4f) continue;
                for (var f = 0; f < NameFeatures.Count; f++)
                    if (_kept[i * NameFeatures.Count + f]) Climb(_weights, _squares, Row(stretch, i, f) + label, gradient);
            }

            if (i == 0)
            {
                for (var label = 0; label < L; label++)
                    Climb(_transitions, _transitionSquares, label, (float)((stretch.Labels[0] == label ? 1 : 0) - marginal[label] / sum));
                continue;
            }

            var pairs = 0.0;
            for (var before = 0; before < L; before++)
                for (var label = 0; label < L; label++) pairs += Pair(before, label, i, emissions, forward, backward, exp);
            for (var before = 0; before < L; before++)
                for (var label = 0; label < L; label++)
                {
                    var seen = stretch.Labels[i - 1] == before && stretch.Labels[i] == label ? 1 : 0;
                    Climb(_transitions, _transitionSquares, before * L + label, (float)(seen - Pair(before, label, i, emissions, forward, backward, exp) / pairs));
                }
        }
    }

    private static double Pair(int before, int label, int i, double[] emissions, double[] forward, double[] backward, ReadOnlySpan<double> exp) =>
        forward[(i - 1) * L + before] * exp[before * L + label] * emissions[i * L + label] * backward[i * L + label];

    private static void Climb(float[] weights, float[] squares, int at, float gradient)
    {
        if (gradient == 0) return;
        squares[at] += gradient * gradient;
        weights[at] += Step * gradient / (MathF.Sqrt(squares[at]) + 1e-3f) - Decay * weights[at];
    }

    private static int Row(Stretch stretch, int i, int f) => (int)(stretch.Features[i * NameFeatures.Count + f] & (NameModel.Rows - 1)) * L;
}
