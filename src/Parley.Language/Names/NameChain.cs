namespace Parley.Language.Names;

/// <summary>Labels a stretch of tokens that may hold names. Reusable, not thread-safe.</summary>
internal sealed class NameChain(NameModel model)
{
    private const int L = NameLabels.Count;
    private float[] _scores = [];
    private float[] _best = [];
    private byte[] _from = [];
    private double[] _forward = [];
    private double[] _backward = [];

    public int Length { get; private set; }

    public byte[] Labels { get; private set; } = [];

    /// <summary>The marginal probability of each label chosen.</summary>
    public double[] Confidences { get; private set; } = [];

    public void Label(NameFeatures features, int start, int end, int sentenceLength)
    {
        Length = end - start;
        Grow(Length);
        Span<uint> hashes = stackalloc uint[NameFeatures.Count];
        for (var i = 0; i < Length; i++)
        {
            features.Write(start + i, sentenceLength, hashes);
            model.Score(hashes, _scores.AsSpan(i * L, L));
            var (begin, inside) = features.Allows(start + i);
            for (var label = 1; label < L; label++)
                if (NameLabels.IsInside(label) ? !inside : !begin) _scores[i * L + label] = float.NegativeInfinity;
        }

        Viterbi();
        Marginals();
    }

    private void Viterbi()
    {
        var transitions = model.Transitions;
        for (var i = 0; i < Length; i++)
        {
            for (var label = 0; label < L; label++)
            {
                var (best, from) = (float.NegativeInfinity, 0);
                for (var before = 0; before < (i == 0 ? 1 : L); before++)
                {
                    if (!NameLabels.Follows(label, before)) continue;
                    var score = (i == 0 ? 0 : _best[(i - 1) * L + before]) + transitions[before * L + label];
                    if (score > best) (best, from) = (score, before);
                }

                _best[i * L + label] = best + _scores[i * L + label];
                _from[i * L + label] = (byte)from;
            }
        }

        var last = 0;
        for (var label = 1; label < L; label++)
            if (_best[(Length - 1) * L + label] > _best[(Length - 1) * L + last]) last = label;
        for (var i = Length - 1; i >= 0; i--)
        {
            Labels[i] = (byte)last;
            last = _from[i * L + last];
        }
    }

    /// <summary>Forward and backward sums, scaled at each token.</summary>
    private void Marginals()
    {
        Span<double> exp = stackalloc double[L * L];
        for (var i = 0; i < L * L; i++) exp[i] = NameLabels.Follows(i % L, i / L) ? Math.Exp(model.Transitions[i]) : 0;
        Span<double> emission = stackalloc double[L];
        for (var i = 0; i < Length; i++)
        {
            Emissions(i, emission);
            var sum = 0.0;
            for (var label = 0; label < L; label++)
            {
                var total = 0.0;
                if (i == 0) total = exp[label];
                else
                    for (var before = 0; before < L; before++) total += _forward[(i - 1) * L + before] * exp[before * L + label];
                sum += _forward[i * L + label] = total * emission[label];
            }

            for (var label = 0; label < L; label++) _forward[i * L + label] /= sum;
        }

        _backward.AsSpan((Length - 1) * L, L).Fill(1);
        for (var i = Length - 2; i >= 0; i--)
        {
            Emissions(i + 1, emission);
            var sum = 0.0;
            for (var label = 0; label < L; label++)
            {
                var total = 0.0;
                for (var after = 0; after < L; after++) total += exp[label * L + after] * emission[after] * _backward[(i + 1) * L + after];
                sum += _backward[i * L + label] = total;
            }

            for (var label = 0; label < L; label++) _backward[i * L + label] /= sum;
        }

        for (var i = 0; i < Length; i++)
        {
            var sum = 0.0;
            for (var label = 0; label < L; label++) sum += _forward[i * L + label] * _backward[i * L + label];
            Confidences[i] = sum > 0 ? _forward[i * L + Labels[i]] * _backward[i * L + Labels[i]] / sum : 0;
        }
    }

    private void Emissions(int i, Span<double> emission)
    {
        var largest = float.NegativeInfinity;
        for (var label = 0; label < L; label++) largest = Math.Max(largest, _scores[i * L + label]);
        for (var label = 0; label < L; label++) emission[label] = Math.Exp(_scores[i * L + label] - largest);
    }

    private void Grow(int length)
    {
        if (Labels.Length >= length) return;
        var size = Math.Max(16, length * 2);
        _scores = new float[size * L];
        _best = new float[size * L];
        _from = new byte[size * L];
        _forward = new double[size * L];
        _backward = new double[size * L];
        Labels = new byte[size];
        Confidences = new double[size];
    }
}
