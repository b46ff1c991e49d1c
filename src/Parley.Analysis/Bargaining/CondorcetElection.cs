namespace Parley.Analysis.Bargaining;

/// <summary>
/// The probabilistic Condorcet election: every pair of options is voted on, the strengths of the two coalitions give the probability
/// that one beats the other, and the pairwise probabilities give one over all options (Wise, KTAB; see docs/bargaining.md).
/// </summary>
public sealed class CondorcetElection(VotingRule voting = VotingRule.Proportional, VictoryModel victory = VictoryModel.Linear, ElectionModel model = ElectionModel.Conditional)
{
    private const double Least = 1e-8;
    private const int MostSteps = 100_000;

    /// <summary>The probability of every option. O(options² × voters).</summary>
    /// <param name="utilities">A row for every option, a value for every voter.</param>
    public double[] Probabilities(ReadOnlySpan<double> utilities, ReadOnlySpan<double> weights, int options)
    {
        if (options == 1)
            return [1];
        var strength = Coalitions(utilities, weights, options);
        var wins = Wins(strength, options);
        return model switch
        {
            ElectionModel.Conditional => Conditional(wins, options),
            ElectionModel.MarkovUniform => Uniform(wins, options),
            _ => Incentive(wins, strength, options),
        };
    }

    private double[] Coalitions(ReadOnlySpan<double> utilities, ReadOnlySpan<double> weights, int options)
    {
        var voters = weights.Length;
        var strength = new double[options * options];
        for (var a = 0; a < options; a++)
        {
            strength[(a * options) + a] = Least;
            var ua = utilities.Slice(a * voters, voters);
            for (var b = 0; b < a; b++)
            {
                var ub = utilities.Slice(b * voters, voters);
                var (mine, yours) = (Least, Least);
                for (var v = 0; v < ua.Length; v++)
                {
                    var vote = Vote.Cast(voting, weights[v], ua[v] - ub[v]);
                    mine += Math.Max(vote, 0);
                    yours -= Math.Min(vote, 0);
                }

                strength[(a * options) + b] = mine;
                strength[(b * options) + a] = yours;
            }
        }

        return strength;
    }

    private double[] Wins(double[] strength, int options)
    {
        var wins = new double[options * options];
        for (var a = 0; a < options; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var win = Win(strength[(a * options) + b], strength[(b * options) + a]);
                wins[(a * options) + b] = win;
                wins[(b * options) + a] = 1 - win;
            }

            wins[(a * options) + a] = 0.5;
        }

        return wins;
    }

    private double Win(double mine, double yours)
    {
        if (victory == VictoryModel.Binary)
            return Decisive(mine, yours);
        for (var power = 1; power < (victory switch { VictoryModel.Linear => 1, VictoryModel.Square => 2, VictoryModel.Quartic => 4, _ => 8 }); power *= 2)
            (mine, yours) = (mine * mine, yours * yours);
        return mine / (mine + yours);
    }

    /// <summary>A tenth more decides; between the thresholds the probability is linear in the share of strength.</summary>
    private static double Decisive(double mine, double yours)
    {
        const double Threshold = 1.1 / 2.1;
        const double Remains = 1e-6;
        var share = mine / (mine + yours);
        return Math.Clamp((share - (1 - Threshold)) / ((2 * Threshold) - 1), Remains, 1 - Remains);
    }

    private static double[] Conditional(double[] wins, int options)
    {
        var p = new double[options];
        for (var a = 0; a < options; a++)
        {
            p[a] = 1;
            for (var b = 0; b < options; b++)
                p[a] *= wins[(a * options) + b];
        }

        if (p.Sum() < 1e-290)
            InLogarithms(wins, p);
        return Scaled(p);
    }

    /// <summary>Products of very many probabilities vanish; their logarithms do not.</summary>
    private static void InLogarithms(double[] wins, double[] p)
    {
        for (var a = 0; a < p.Length; a++)
            p[a] = wins.Skip(a * p.Length).Take(p.Length).Sum(w => Math.Log(Math.Max(w, 1e-300)));
        var highest = p.Max();
        for (var a = 0; a < p.Length; a++)
            p[a] = Math.Exp(p[a] - highest);
    }

    private static double[] Uniform(double[] wins, int options) => Settle(options, 1e-6, (p, q) =>
    {
        for (var a = 0; a < options; a++)
        {
            var sum = 0.0;
            for (var b = 0; b < options; b++)
                sum += wins[(a * options) + b] * (p[a] + p[b]);
            q[a] = sum / options;
        }
    });

    private static double[] Incentive(double[] wins, double[] strength, int options)
    {
        var turn = new double[options * options];
        for (var b = 0; b < options; b++)
        {
            var sum = 0.0;
            for (var a = 0; a < options; a++)
            {
                turn[(a * options) + b] = (strength[(a * options) + b] * wins[(a * options) + b]) + (a == b ? 1e-10 : 0);
                sum += turn[(a * options) + b];
            }

            for (var a = 0; a < options; a++)
                turn[(a * options) + b] /= sum;
        }

        return Settle(options, 1e-8, (p, q) =>
        {
            for (var a = 0; a < options; a++)
            {
                q[a] = 0;
                for (var b = 0; b < options; b++)
                    q[a] += wins[(a * options) + b] * ((p[a] * turn[(b * options) + a]) + (p[b] * turn[(a * options) + b]));
            }
        });
    }

    private static double[] Settle(int options, double tolerance, Action<double[], double[]> step)
    {
        var (p, q) = (new double[options], new double[options]);
        Array.Fill(p, 1.0 / options);
        for (var count = 0; count < MostSteps; count++)
        {
            step(p, q);
            var change = 0.0;
            for (var a = 0; a < options; a++)
            {
                change = Math.Max(change, Math.Abs(q[a] - p[a]));
                p[a] = (p[a] + q[a]) / 2;
            }

            if (change <= tolerance)
                break;
        }

        return Scaled(p);
    }

    private static double[] Scaled(double[] p)
    {
        var sum = p.Sum();
        for (var a = 0; a < p.Length; a++)
            p[a] /= sum;
        return p;
    }
}
