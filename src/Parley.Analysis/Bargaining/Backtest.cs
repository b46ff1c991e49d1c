namespace Parley.Analysis.Bargaining;

/// <summary>An issue whose outcome is known.</summary>
/// <param name="Proposal">What it was bargained with: issues of one proposal are not independent.</param>
/// <param name="Reference">What holds without agreement, if known.</param>
public sealed record DecidedIssue(string Id, string Proposal, Negotiation Issue, double? Reference, double Outcome);

/// <summary>How a forecast did on issues whose outcome is known, beside the compromise on the same issues.</summary>
/// <param name="Error">Mean absolute error on the scale 0 to 100.</param>
/// <param name="Within10">Share of forecasts no more than 10 off.</param>
/// <param name="Difference">The error less that of the compromise; the interval (95 %) comes from drawing proposals anew.</param>
public sealed record BacktestScore(
    string Model, int Issues, double Error, double RootMeanSquare, double MedianError, double Within10,
    double CompromiseError, double Difference, double Low, double High);

/// <summary>Runs models on issues whose outcome is known.</summary>
public sealed class Backtest(IReadOnlyList<DecidedIssue> issues, ulong seed = 1, int draws = 2000)
{
    private readonly double[] outcome = [.. issues.Select(i => i.Outcome)];
    private readonly double[] compromise = [.. issues.Select(i => new Estimators(i.Issue).Compromise())];

    private double[][]? known;

    /// <summary>The models named alone.</summary>
    public IReadOnlyList<BacktestScore> Run(IReadOnlyList<ForecastModel> models, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var forecasts = Forecasts(models, progress, cancellationToken);
        return [.. models.Select((m, at) => Score(Name(m), [.. forecasts.Select(f => f[at])]))];
    }

    /// <summary>Every model, the middle of the scale, and the reference point.</summary>
    public IReadOnlyList<BacktestScore> Run(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var forecasts = Known(progress, cancellationToken);
        return
        [
            .. Forecaster.Models.Select(m => Score(Name(m), [.. forecasts.Select(f => f[(int)m])])),
            Score("constant 50", [.. outcome.Select(_ => 50.0)]),
            Score("reference point", [.. issues.Select(i => i.Reference ?? double.NaN)]),
        ];
    }

    /// <summary>
    /// Candidates that might beat the compromise, each with one number or several weights fitted on the other proposals' issues: ten folds by proposal, scored on what was held out.
    /// </summary>
    public IReadOnlyList<BacktestScore> Challenge(IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var forecasts = Known(progress, cancellationToken);
        double[] Of(ForecastModel model) => [.. forecasts.Select(f => f[(int)model])];
        var mean = Of(ForecastModel.Mean);
        double[] shares = [.. Enumerable.Range(0, 21).Select(s => s / 20.0)];
        double[][] Blend(double[] other) => [.. shares.Select(s => compromise.Zip(other, (c, o) => ((1 - s) * c) + (s * o)).ToArray())];
        double[][] Powered(Func<double, (double Capability, double Salience)> powers) => [.. shares.Select(s => issues.Select(i => Weighted(i.Issue, powers(3 * s))).ToArray())];
        return
        [
            Held("compromise drawn to 50", Blend([.. compromise.Select(_ => 50.0)])),
            Held("compromise + median", Blend(Of(ForecastModel.Median))),
            Held("compromise + weighted median", Blend(Of(ForecastModel.WeightedMedian))),
            Held("compromise + election mean", Blend(Of(ForecastModel.ElectionMean))),
            Held("compromise + election mode", Blend(Of(ForecastModel.ElectionMode))),
            Held("compromise + spatial", Blend(Of(ForecastModel.Spatial))),
            Held("compromise + Scholz", Blend(Of(ForecastModel.Scholz))),
            Held("compromise + mean", Blend(mean)),
            Held("capability^p × salience", Powered(p => (p, 1))),
            Held("capability × salience^p", Powered(p => (1, p))),
            Held("compromise away from the reference point", [.. shares.Select(s => issues.Select((i, n) =>
                i.Reference is { } r ? Math.Clamp(compromise[n] + (s * (compromise[n] - r)), 0, 100) : compromise[n]).ToArray())]),
            Stacked("compromise + seven models", forecasts, withSpread: false),
            Stacked("compromise + seven models, spread and reference point", forecasts, withSpread: true),
        ];
    }

    private static readonly ForecastModel[] StackedModels =
    [
        ForecastModel.Mean, ForecastModel.SalienceMean, ForecastModel.CapabilityMean, ForecastModel.Median, ForecastModel.ElectionMean, ForecastModel.Spatial, ForecastModel.Scholz,
    ];

    private BacktestScore Stacked(string name, double[][] forecasts, bool withSpread)
    {
        var inputs = issues.Select((issue, n) =>
        {
            var differences = StackedModels.Select(m => forecasts[n][(int)m] - compromise[n]);
            if (!withSpread) return differences.ToArray();
            double[] positions = [.. Enumerable.Range(0, issue.Issue.Actors.Count).Select(a => issue.Issue.Position(a, 0))];
            var spread = Math.Sqrt(positions.Average(p => (p - compromise[n]) * (p - compromise[n])));
            var toward = compromise[n] - 50;
            return [.. differences, toward, toward * spread / 50, positions.Count(p => p is 0) - positions.Count(p => p is 100), (issue.Reference - compromise[n]) ?? 0];
        }).ToArray();
        var corrections = Stacking.HeldOut(inputs, [.. outcome.Zip(compromise, (o, c) => o - c)], Folds());
        return Score(name, [.. compromise.Zip(corrections, (c, d) => Math.Clamp(c + d, 0, 100))]);
    }

    private int[] Folds()
    {
        var numbers = issues.Select(i => i.Proposal).Distinct().Order(StringComparer.Ordinal).Select((p, n) => (p, n)).ToDictionary(p => p.p, p => p.n % 10);
        return [.. issues.Select(i => numbers[i.Proposal])];
    }

    private BacktestScore Held(string name, double[][] candidates)
    {
        var folds = Folds();
        var held = new double[issues.Count];
        for (var fold = 0; fold < 10; fold++)
        {
            var best = candidates.MinBy(c => Enumerable.Range(0, held.Length).Where(i => folds[i] != fold).Sum(i => Math.Abs(c[i] - outcome[i])))!;
            for (var i = 0; i < held.Length; i++)
            {
                if (folds[i] == fold)
                    held[i] = best[i];
            }
        }

        return Score(name, held);
    }

    private double[][] Known(IProgress<double>? progress, CancellationToken cancellationToken) => known ??= Forecasts(Forecaster.Models, progress, cancellationToken);

    private double[][] Forecasts(IReadOnlyList<ForecastModel> models, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var forecasts = new double[issues.Count][];
        var done = 0;
        Parallel.For(0, issues.Count, new() { CancellationToken = cancellationToken }, i =>
        {
            var (forecaster, issue) = (new Forecaster(), issues[i]);
            forecasts[i] = [.. models.Select(m => Forecaster.NeedsDisagreement(m) && issue.Reference is null
                ? double.NaN
                : forecaster.Forecast(issue.Issue, m, issue.Reference, cancellationToken: cancellationToken))];
            progress?.Report(Interlocked.Increment(ref done) / (double)issues.Count);
        });
        return forecasts;
    }

    private BacktestScore Score(string model, double[] forecast)
    {
        int[] scored = [.. Enumerable.Range(0, forecast.Length).Where(i => !double.IsNaN(forecast[i]))];
        double[] errors = [.. scored.Select(i => Math.Abs(forecast[i] - outcome[i]))];
        double[] differences = [.. scored.Select((i, n) => errors[n] - Math.Abs(compromise[i] - outcome[i]))];
        if (errors.Length == 0)
            return new(model, 0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
        var (low, high) = Interval(scored, differences);
        var difference = differences.Average();
        return new(
            model, errors.Length, errors.Average(), Math.Sqrt(errors.Average(e => e * e)), Sensitivity.Quantile([.. errors.Order()], 0.5),
            errors.Count(e => e <= 10) / (double)errors.Length, errors.Average() - difference, difference, low, high);
    }

    /// <summary>The paired interval of a mean difference by a bootstrap of whole proposals.</summary>
    private (double Low, double High) Interval(int[] scored, double[] differences)
    {
        var groups = scored.Zip(differences).GroupBy(p => issues[p.First].Proposal).Select(g => (Sum: g.Sum(p => p.Second), Count: g.Count())).ToList();
        var means = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            var (sum, count) = (0.0, 0);
            for (var g = 0; g < groups.Count; g++)
            {
                var drawn = groups[(int)(Draw.Unit(seed, draw, g) * groups.Count)];
                (sum, count) = (sum + drawn.Sum, count + drawn.Count);
            }

            means[draw] = sum / count;
        }

        Array.Sort(means);
        return (Sensitivity.Quantile(means, 0.025), Sensitivity.Quantile(means, 0.975));
    }

    private static double Weighted(Negotiation issue, (double Capability, double Salience) powers)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var a = 0; a < issue.Actors.Count; a++)
        {
            var weight = Math.Pow(issue.Capability[a], powers.Capability) * Math.Pow(issue.Salience(a, 0), powers.Salience);
            (sum, weights) = (sum + (weight * issue.Position(a, 0)), weights + weight);
        }

        return weights > 0 ? sum / weights : new Estimators(issue).Mean();
    }

    private static string Name(ForecastModel model) => string.Concat(model.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
