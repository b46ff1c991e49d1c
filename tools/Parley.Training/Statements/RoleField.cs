using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Forward and backward sums over the states of a window, and the gradient that follows.</summary>
internal sealed class RoleField(float drop)
{
    private const int S = RoleLattice.States;
    private const int R = RoleLattice.Roles;

    private readonly DroppedFeatures _kept = new(drop); // those of a token, then those of the boundary before it
    private double[] _forward = [];
    private double[] _backward = [];
    private float[] _tokens = [];
    private float[] _boundaries = [];

    /// <summary>The states that stand for these roles; null where the model has no such sequence.</summary>
    public static byte[]? StatesOf(ReadOnlySpan<Role> roles, int cue)
    {
        var states = new byte[roles.Length];
        var (source, previous) = (false, Role.None);
        for (var i = 0; i < roles.Length; i++)
        {
            if (previous == Role.Source && roles[i] != Role.Source) source = true;
            if (source && roles[i] == Role.Source) return null;
            states[i] = (byte)(source ? roles[i] switch { Role.None => 4, Role.Cue => 5, _ => 6 } : (int)roles[i]);
            if (i > 0 && !RoleLattice.Allows(i, states[i - 1], states[i], cue)) return null;
            previous = roles[i];
        }

        return states;
    }

    /// <summary>One step on a window; returns its loss.</summary>
    public double Learn(RoleExamples examples, RoleWindow window, TrainedLinear tokens, TrainedLinear boundaries)
    {
        var length = window.States.Length;
        Score(examples, window, tokens, boundaries);
        var total = Sum(window.Cue, length);
        double gold = 0;
        for (var i = 0; i < length; i++)
        {
            gold += Token(i, window.States[i]);
            if (i > 0) gold += Boundary(i, window.States[i - 1], window.States[i]);
        }

        Span<float> gradient = stackalloc float[R * R];
        for (var i = 0; i < length; i++)
        {
            gradient.Clear();
            var surest = 0f;
            for (var s = 0; s < S; s++)
            {
                var p = (float)Math.Exp(_forward[(i * S) + s] + _backward[(i * S) + s] - total);
                gradient[(int)RoleLattice.Of(s)] += p;
            }

            gradient[(int)RoleLattice.Of(window.States[i])] -= 1;
            for (var k = 0; k < R; k++) surest = MathF.Max(surest, MathF.Abs(gradient[k]));
            if (surest > 2e-3f) tokens.Update(_kept[2 * i], gradient[..R]);
            if (i == 0) continue;

            gradient.Clear();
            foreach (var step in RoleLattice.StepsAt(i, window.Cue))
            {
                if (step.Change % (R + 1) == 0) continue; // no change
                var through = _forward[((i - 1) * S) + step.From] + _boundaries[(i * R * R) + step.Change] + Token(i, step.To) + _backward[(i * S) + step.To] - total;
                if (through > -9) gradient[step.Change] += (float)Math.Exp(through);
            }

            var (before, after) = ((int)RoleLattice.Of(window.States[i - 1]), (int)RoleLattice.Of(window.States[i]));
            if (before != after) gradient[(before * R) + after] -= 1;
            surest = 0;
            foreach (var g in gradient) surest = MathF.Max(surest, MathF.Abs(g));
            if (surest > 2e-3f) boundaries.Update(_kept[(2 * i) + 1], gradient);
        }

        return total - gold;
    }

    private void Score(RoleExamples examples, RoleWindow window, TrainedLinear tokens, TrainedLinear boundaries)
    {
        var length = window.States.Length;
        if (_tokens.Length < length * R)
        {
            _tokens = new float[length * 2 * R];
            _boundaries = new float[length * 2 * R * R];
            _forward = new double[length * 2 * S];
            _backward = new double[length * 2 * S];
        }

        _kept.Clear();
        for (var i = 0; i < length; i++)
        {
            _kept.Add(examples.Tokens[window.First + i]);
            _kept.Add(examples.Boundaries[window.First + i]);
            tokens.Score(_kept[2 * i], _tokens.AsSpan(i * R, R));
            boundaries.Score(_kept[(2 * i) + 1], _boundaries.AsSpan(i * R * R, R * R));
            for (var k = 0; k < R; k++) _boundaries[(i * R * R) + (k * (R + 1))] = 0;
        }
    }

    private double Sum(int cue, int length)
    {
        for (var s = 0; s < S; s++) _forward[s] = s <= 3 && RoleLattice.Allows(0, s, cue) ? Token(0, s) : double.NegativeInfinity;
        for (var i = 1; i < length; i++)
        {
            for (var s = 0; s < S; s++) _forward[(i * S) + s] = double.NegativeInfinity;
            foreach (var step in RoleLattice.StepsAt(i, cue))
                _forward[(i * S) + step.To] = Add(_forward[(i * S) + step.To], _forward[((i - 1) * S) + step.From] + _boundaries[(i * R * R) + step.Change]);

            for (var s = 0; s < S; s++) _forward[(i * S) + s] += Token(i, s);
        }

        for (var s = 0; s < S; s++) _backward[((length - 1) * S) + s] = 0;
        for (var i = length - 2; i >= 0; i--)
        {
            _backward.AsSpan(i * S, S).Fill(double.NegativeInfinity);
            foreach (var step in RoleLattice.StepsAt(i + 1, cue))
                _backward[(i * S) + step.From] = Add(_backward[(i * S) + step.From], _boundaries[((i + 1) * R * R) + step.Change] + Token(i + 1, step.To) + _backward[((i + 1) * S) + step.To]);
        }

        var total = double.NegativeInfinity;
        for (var s = 0; s < S; s++) total = Add(total, _forward[((length - 1) * S) + s]);
        return total;
    }

    private float Token(int i, int state) => _tokens[(i * R) + (int)RoleLattice.Of(state)];

    private float Boundary(int i, int before, int after) =>
        _boundaries[(i * R * R) + ((int)RoleLattice.Of(before) * R) + (int)RoleLattice.Of(after)];

    private static double Add(double a, double b)
    {
        if (double.IsNegativeInfinity(a)) return b;
        if (double.IsNegativeInfinity(b)) return a;
        var (high, low) = a > b ? (a, b) : (b, a);
        return high - low > 20 ? high : high + Math.Log(1 + Math.Exp(low - high));
    }
}
