namespace Parley.Analysis.Bargaining;

/// <summary>A number of the input that may be wrong.</summary>
public enum InputKind { Position, Salience, Capability }

/// <summary>The forecast with one input at its low and its high end.</summary>
public sealed record Swing(int Actor, InputKind Input, double Low, double High);

/// <summary>What a forecast may be if all inputs are uncertain: the middle, and bounds that nine in ten runs stay within.</summary>
public sealed record ForecastSpread(double Low, double Median, double High, int Runs);

/// <summary>The share of the forecast's variance that one input explains alone, and with all its interactions.</summary>
/// <param name="AloneMargin">Half a 95 % interval of <paramref name="Alone"/>: how far off so many runs may be.</param>
/// <param name="TotalMargin">The same of <paramref name="Total"/>.</param>
public sealed record VarianceShare(int Actor, InputKind Input, double Alone, double AloneMargin, double Total, double TotalMargin);

/// <summary>How far off inputs may be: positions by points of the scale, salience and capability by shares of themselves.</summary>
public sealed record Uncertainty(double Position = 10, double Salience = 0.25, double Capability = 0.25);

/// <summary>How much a forecast hangs on its inputs. Runs go in parallel; draws hang on the seed and the run alone.</summary>
public sealed class Sensitivity(Uncertainty uncertainty, Func<Negotiation, double> forecast)
{
    private const int Kinds = 3;

    /// <summary>One input at a time to its ends, the widest swing first.</summary>
    public IReadOnlyList<Swing> Tornado(Negotiation issue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var swings = new Swing[issue.Actors.Count * Kinds];
        Parallel.For(0, swings.Length, new() { CancellationToken = cancellationToken }, i =>
        {
            double At(double end) => forecast(Shifted(issue, j => j == i ? end : 0));
            swings[i] = new(i / Kinds, (InputKind)(i % Kinds), At(-1), At(1));
        });
        return [.. swings.OrderByDescending(s => Math.Abs(s.High - s.Low))];
    }

    /// <summary>All inputs drawn at once, evenly between their ends.</summary>
    public ForecastSpread Spread(Negotiation issue, int runs, ulong seed, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var results = new double[runs];
        var done = 0;
        Parallel.For(0, runs, new() { CancellationToken = cancellationToken }, run =>
        {
            results[run] = forecast(Shifted(issue, i => Between(seed, run, i)));
            progress?.Report(Interlocked.Increment(ref done) / (double)runs);
        });
        Array.Sort(results);
        return new(Quantile(results, 0.05), Quantile(results, 0.5), Quantile(results, 0.95), runs);
    }

    /// <summary>Sobol indices by Saltelli's design (2010), alone by his estimator and total by Jansen's; runs × (inputs + 2) forecasts.</summary>
    public IReadOnlyList<VarianceShare> Shares(Negotiation issue, int runs, ulong seed, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 2);
        var inputs = issue.Actors.Count * Kinds;
        var (a, b) = (new double[runs], new double[runs]);
        var mixed = new double[runs][];
        var done = 0;
        Parallel.For(0, runs, new() { CancellationToken = cancellationToken }, run =>
        {
            double First(int i) => Between(seed, run, i);
            double Second(int i) => Between(seed, run, i + inputs);
            a[run] = forecast(Shifted(issue, First));
            b[run] = forecast(Shifted(issue, Second));
            var own = new double[inputs];
            for (var input = 0; input < inputs; input++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var changed = input;
                own[input] = forecast(Shifted(issue, i => i == changed ? Second(i) : First(i)));
            }

            mixed[run] = own;
            progress?.Report(Interlocked.Increment(ref done) / (double)runs);
        });
        var mean = (a.Average() + b.Average()) / 2;
        var variance = a.Concat(b).Average(y => (y - mean) * (y - mean));
        return [.. Enumerable.Range(0, inputs).Select(i =>
        {
            var (actor, input) = (i / Kinds, (InputKind)(i % Kinds));
            if (variance < 1e-18)
                return new VarianceShare(actor, input, 0, 0, 0, 0);
            var (alone, aloneMargin) = Mean(runs, r => (b[r] - mean) * (mixed[r][i] - a[r]) / variance);
            var (total, totalMargin) = Mean(runs, r => (a[r] - mixed[r][i]) * (a[r] - mixed[r][i]) / 2 / variance);
            return new VarianceShare(actor, input, alone, aloneMargin, total, totalMargin);
        }).OrderByDescending(s => s.Total)];
    }

    private static (double Mean, double Margin) Mean(int runs, Func<int, double> value)
    {
        double[] values = [.. Enumerable.Range(0, runs).Select(value)];
        var mean = values.Average();
        return (mean, 1.96 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (runs - 1) / runs));
    }

    internal static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }

    private static double Between(ulong seed, int run, int input) => (2 * Draw.Unit(seed, run, input)) - 1;

    /// <param name="shift">For every input how far it goes towards its low end (−1) or its high end (1).</param>
    private Negotiation Shifted(Negotiation issue, Func<int, double> shift) => issue.With(
        a => issue.Capability[a] * (1 + (uncertainty.Capability * shift((a * Kinds) + (int)InputKind.Capability))),
        (a, k) => Math.Clamp(issue.Position(a, k) + (uncertainty.Position * shift((a * Kinds) + (int)InputKind.Position)), 0, 100),
        (a, k) => Math.Clamp(issue.Salience(a, k) * (1 + (uncertainty.Salience * shift((a * Kinds) + (int)InputKind.Salience))), 0, 100));
}
