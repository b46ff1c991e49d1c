using System.Runtime.CompilerServices;

namespace Parley.Analysis.Bargaining;

/// <summary>Where two actors agree to move.</summary>
internal sealed record Bargain(int Initiator, int Receiver, double[] InitiatorPosition, double[] ReceiverPosition);

/// <summary>Whom everyone challenges, and what bargain comes of it.</summary>
internal sealed class Bargains(
    SpatialSettings settings, double[] capability, double[] salience, double[] total, double[] position, int issues)
{
    private const double Worthwhile = 1e-5;
    private const double Least = 1e-10;
    private const double Tie = 1e-6;
    private readonly int n = capability.Length;
    private readonly double[] power = [.. capability.Zip(total, (c, s) => c * s)];

    public List<Bargain> Strike(double[] distances, double[] risk, CancellationToken cancellationToken)
    {
        var bargains = new List<Bargain>();
        var (mine, yours) = (new double[n * n], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            View(i, distances, risk, mine);
            var (target, best) = (-1, Worthwhile);
            for (var j = 0; j < n; j++)
            {
                if (i == j)
                    continue;
                var gain = Gain(mine, i, j, Victory(mine, i, j));
                if (gain > best)
                    (target, best) = (j, gain);
            }

            if (target < 0)
                continue;
            View(target, distances, risk, yours);
            var victory = Victory(mine, i, target);
            var seen = Victory(yours, i, target);
            // the reference program takes the receiver's view of the gain for its view of the probability
            var theirs = settings.Convention == BargainingConvention.Compatible ? Gain(yours, i, target, seen) : seen;
            Agree(bargains, i, target, victory, theirs);
        }

        return bargains;
    }

    /// <summary>All utilities as one actor sees them, a row for every position, so that a contest reads two rows.</summary>
    private void View(int viewer, double[] distances, double[] risk, double[] utilities)
    {
        var share = settings.RiskShare;
        for (var t = 0; t < n; t++)
        {
            var seen = ((1 - share) * risk[viewer]) + (share * risk[t]);
            for (var j = 0; j < n; j++)
                utilities[(j * n) + t] = SpatialState.Utility(distances[(t * n) + j], seen);
        }
    }

    /// <summary>The probability that i wins a contest with j.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double Victory(double[] utilities, int i, int j)
    {
        var rule = settings.Voting;
        var first = utilities.AsSpan(i * n, n);
        var second = utilities.AsSpan(j * n, n);
        var weights = power.AsSpan(0, first.Length);
        var (a, b) = (Least, Least);
        Add(Vote.Cast(rule, weights[i], first[i] - second[i]), ref a, ref b);
        Add(Vote.Cast(rule, weights[j], first[j] - second[j]), ref a, ref b);
        // to a third party that is either fully bound or not bound at all both sides are worth the same
        if (settings.ThirdParties != ThirdParties.SemiCommitted)
            return a / (a + b);
        var (strong, both) = (a, a + b);
        for (var t = 0; t < first.Length; t++)
        {
            if (t == i || t == j)
                continue;
            var (ui, uj, own) = (first[t], second[t], utilities[(t * n) + t]);
            var v0 = Vote.Cast(rule, weights[t], ui - uj);
            var pi = (strong + Math.Max(0, v0)) / (both + Math.Abs(v0));
            var joined = (pi * ((2 * ui) + own)) + ((1 - pi) * 3 * uj);
            var opposed = (pi * 3 * ui) + ((1 - pi) * ((2 * uj) + own));
            Add(Vote.Cast(rule, weights[t], joined - opposed), ref a, ref b);
        }

        return a / (a + b);
    }

    /// <summary>What i gains by challenging j, who resists with a probability that is its salience.</summary>
    private double Gain(double[] utilities, int i, int j, double victory)
    {
        var (at, other) = (utilities[(i * n) + i], utilities[(j * n) + i]);
        var resists = Math.Min(total[j], 1);
        return ((1 - resists) * 2 * at) + (resists * ((victory * 2 * at) + ((1 - victory) * 2 * other))) - (at + other);
    }

    private void Agree(List<Bargain> bargains, int i, int j, double victory, double seen)
    {
        var own = Between(i, j, victory);
        if (settings.Bargain == BargainModel.Initiator)
        {
            bargains.Add(own);
            return;
        }

        var theirs = Between(i, j, seen);
        if (settings.Bargain == BargainModel.InitiatorAndReceiver)
        {
            bargains.Add(own);
            bargains.Add(theirs);
            return;
        }

        // the reference program weighs the receiver's view by the initiator's capability
        var weightI = power[i];
        var weightJ = settings.Convention == BargainingConvention.Compatible ? capability[i] * total[j] : power[j];
        if (weightI + weightJ == 0)
            (weightI, weightJ) = (1, 1);
        double Mean(double x, double y) => ((weightI * x) + (weightJ * y)) / (weightI + weightJ);
        bargains.Add(new(
            i, j, [.. own.InitiatorPosition.Zip(theirs.InitiatorPosition, Mean)], [.. own.ReceiverPosition.Zip(theirs.ReceiverPosition, Mean)]));
    }

    private Bargain Between(int i, int j, double victory)
    {
        var bargain = new Bargain(i, j, new double[issues], new double[issues]);
        for (var k = 0; k < issues; k++)
        {
            var (xi, xj) = (position[(i * issues) + k], position[(j * issues) + k]);
            var (si, sj) = (salience[(i * issues) + k], salience[(j * issues) + k]);
            if (settings.Interpolation == Interpolation.Greater)
            {
                bargain.InitiatorPosition[k] = xi + (Yield(Math.Max(0, 1 - (2 * victory)), si, sj) * (xj - xi));
                bargain.ReceiverPosition[k] = xj + (Yield(Math.Max(0, (2 * victory) - 1), sj, si) * (xi - xj));
                continue;
            }

            var (wi, wj) = (si * victory, sj * (1 - victory));
            if (settings.Interpolation == Interpolation.Squared)
                (wi, wj) = (wi * wi, wj * wj);
            var sum = wi + Tie + wj;
            bargain.InitiatorPosition[k] = Round((((wi + Tie) * xi) + (wj * xj)) / sum);
            bargain.ReceiverPosition[k] = Round(((wi * xi) + ((wj + Tie) * xj)) / sum);
        }

        return bargain;
    }

    /// <summary>The share of the way that an actor of salience <paramref name="own"/> goes towards the other.</summary>
    private static double Yield(double lead, double own, double other) =>
        lead * other * other / ((lead * other * other) + Tie + ((1 - lead) * own * own));

    private static double Round(double x) => Math.Floor((x * 1e4) + 0.5) / 1e4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(double vote, ref double a, ref double b)
    {
        a += Math.Max(vote, 0);
        b -= Math.Min(vote, 0);
    }
}
