using System.Collections.Immutable;

namespace Parley.Analysis.Bargaining;

/// <summary>What a coalition's support is divided by to give the probability that it wins.</summary>
public enum ScholzDenominator
{
    /// <summary>The votes of all pairs of positions: gives the numbers that the authors print.</summary>
    AllPairs,

    /// <summary>The votes on this pair, as the formula is printed.</summary>
    ThisPair,
}

/// <summary>Choices of the expected-utility model.</summary>
public sealed record ScholzSettings
{
    public ScholzDenominator Denominator { get; init; }

    /// <summary>The probability that nothing changes unless challenged.</summary>
    public double StatusQuo { get; init; } = 1;

    public int Rounds { get; init; } = 10;

    /// <summary>
    /// The field's ports never let an actor capitulate, as they compare a number with its own magnitude; compatible keeps that.
    /// </summary>
    public BargainingConvention Convention { get; init; }
}

/// <summary>Positions after a round, their mean, and their median weighed by capability × salience.</summary>
public sealed record ScholzRound(ImmutableArray<double> Positions, double Mean, double Median);

/// <summary>
/// The expected-utility model of Bueno de Mesquita as reconstructed by Scholz, Calbert and Smith (2011), for one issue: offers from
/// expected utilities of challenges, corrected for attitudes to risk; everyone takes the cheapest offer it cannot refuse.
/// </summary>
public sealed class ScholzModel
{
    /// <summary>Rounds; the first is the start. O(rounds × actors³).</summary>
    public IReadOnlyList<ScholzRound> Run(Negotiation issue, ScholzSettings settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentNullException.ThrowIfNull(settings);
        if (issue.Issues.Count != 1 || !issue.Complete)
            throw new BargainingException("expected one issue on which every actor has a position");
        var n = issue.Actors.Count;
        double[] salience = [.. Enumerable.Range(0, n).Select(a => issue.Salience(a, 0) / 100)];
        double[] weight = [.. Enumerable.Range(0, n).Select(a => issue.Capability[a] * salience[a])];
        double[] x = [.. Enumerable.Range(0, n).Select(a => issue.Position(a, 0))];
        var range = x.Max() - x.Min();
        var rounds = new List<ScholzRound> { Round(x, weight) };
        for (var round = 0; round < settings.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (range > 0)
                x = Next(x, range, salience, weight, settings);
            rounds.Add(Round(x, weight));
        }

        return rounds;
    }

    private static ScholzRound Round(double[] x, double[] weight) =>
        new([.. x], weight.Sum() > 0 ? x.Zip(weight, (p, w) => p * w).Sum() / weight.Sum() : x.Average(), Estimators.MedianBy(x, weight));

    private static double[] Next(double[] x, double range, double[] salience, double[] weight, ScholzSettings settings)
    {
        var n = x.Length;
        var win = Wins(x, weight, settings.Denominator);
        double Expected(int i, int j, double r)
        {
            var distance = Math.Abs(x[i] - x[j]) / range;
            var success = 2 - (4 * Math.Pow(0.5 - (0.5 * distance), r));
            var failure = 2 - (4 * Math.Pow(0.5 + (0.5 * distance), r));
            var (p, s, q) = (win[(i * n) + j], salience[j], settings.StatusQuo);
            var same = 2 - (4 * Math.Pow(0.5, r));
            return (s * ((p * success) + ((1 - p) * failure))) + ((1 - s) * success) - (q * same);
        }

        double[] danger = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => j != i).Sum(j => Expected(j, i, 1)))];
        var (most, least) = (danger.Max(), danger.Min());
        double[] risk = [.. danger.Select(d =>
        {
            var rho = most > least ? ((2 * d) - most - least) / (most - least) : 0;
            return (1 - (rho / 3)) / (1 + (rho / 3));
        })];
        var next = x.ToArray();
        for (var i = 0; i < n; i++)
        {
            var (confront, compromise, capitulate) = ((double.PositiveInfinity, x[i]), (double.PositiveInfinity, x[i]), (double.PositiveInfinity, x[i]));
            for (var j = 0; j < n; j++)
            {
                if (j == i)
                    continue;
                var (mine, yours) = (Expected(i, j, risk[i]), Expected(j, i, risk[i]));
                var move = Math.Abs(x[j] - x[i]);
                if (yours > mine && mine > 0)
                    confront = Nearer(confront, move, x[j]);
                else if (yours > 0 && mine < 0 && yours > -mine)
                    compromise = Nearer(compromise, ((-mine * x[i]) + (yours * x[j])) / (yours - mine), x[i] + ((x[j] - x[i]) * -mine / yours));
                else if (yours > 0 && mine < 0 && yours < -mine && settings.Convention == BargainingConvention.Correct)
                    capitulate = Nearer(capitulate, move, x[j]);
            }

            next[i] = double.IsFinite(confront.Item1) ? confront.Item2 : double.IsFinite(compromise.Item1) ? compromise.Item2 : capitulate.Item2;
        }

        return next;
    }

    private static (double, double) Nearer((double, double) best, double measure, double to) => measure < best.Item1 ? (measure, to) : best;

    /// <summary>The probability that i prevails over j: who is nearer to it supports it, by how much nearer.</summary>
    private static double[] Wins(double[] x, double[] weight, ScholzDenominator denominator)
    {
        var n = x.Length;
        var (support, cast) = (new double[n * n], new double[n * n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++)
                {
                    var vote = weight[k] * (Math.Abs(x[k] - x[j]) - Math.Abs(x[k] - x[i]));
                    support[(i * n) + j] += Math.Max(0, vote);
                    cast[(i * n) + j] += Math.Abs(vote);
                }
            }
        }

        var all = cast.Sum();
        return [.. support.Zip(cast, (s, c) =>
        {
            var votes = denominator == ScholzDenominator.AllPairs ? all : c;
            return votes > 0 ? s / votes : 0.5;
        })];
    }
}
