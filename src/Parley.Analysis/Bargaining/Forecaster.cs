using System.Collections.Immutable;

namespace Parley.Analysis.Bargaining;

/// <summary>What can forecast the outcome of an issue.</summary>
public enum ForecastModel
{
    /// <summary>Mean weighed by capability × salience: the default, as nothing tested beats it.</summary>
    Compromise,
    Mean,
    SalienceMean,
    CapabilityMean,
    Median,

    /// <summary>The Condorcet winner of a vote weighed by capability × salience.</summary>
    WeightedMedian,

    /// <summary>Mean of the positions by their probability in a probabilistic Condorcet election.</summary>
    ElectionMean,

    /// <summary>The most probable position of that election.</summary>
    ElectionMode,
    Nash,
    KalaiSmorodinsky,

    /// <summary>Weighted mean of the positions when the spatial bargaining model ends.</summary>
    Spatial,

    /// <summary>Their weighted median.</summary>
    SpatialMedian,

    /// <summary>Weighted mean after ten rounds of the expected-utility model, votes divided by those of all pairs.</summary>
    Scholz,

    /// <summary>Its weighted median.</summary>
    ScholzMedian,

    /// <summary>The same with the denominator as printed.</summary>
    ScholzPrinted,
}

/// <summary>Forecasts of one issue by any model, on the scale 0 to 100.</summary>
public sealed class Forecaster
{
    public static ImmutableArray<ForecastModel> Models { get; } = [.. Enum.GetValues<ForecastModel>()];

    /// <summary>Whether a model needs a point that holds if the parties fail to agree.</summary>
    public static bool NeedsDisagreement(ForecastModel model) => model is ForecastModel.Nash or ForecastModel.KalaiSmorodinsky;

    /// <summary>About how many steps a forecast of one issue takes at worst; a step is some ten nanoseconds.</summary>
    public static double Effort(ForecastModel model, int actors)
    {
        var cube = Math.Pow(actors, 3);
        return model switch
        {
            ForecastModel.Spatial or ForecastModel.SpatialMedian => 100 * cube,
            ForecastModel.Scholz or ForecastModel.ScholzMedian or ForecastModel.ScholzPrinted => 10 * cube,
            ForecastModel.ElectionMean or ForecastModel.ElectionMode => cube,
            _ => 100.0 * actors,
        };
    }

    /// <param name="issue">A negotiation over one issue.</param>
    /// <param name="disagreement">What holds without agreement; needed by Nash and Kalai–Smorodinsky.</param>
    public double Forecast(
        Negotiation issue, ForecastModel model, double? disagreement = null, SpatialSettings? spatial = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        var estimators = new Estimators(issue);
        return model switch
        {
            ForecastModel.Compromise => estimators.Compromise(),
            ForecastModel.Mean => estimators.Mean(),
            ForecastModel.SalienceMean => estimators.SalienceMean(),
            ForecastModel.CapabilityMean => estimators.CapabilityMean(),
            ForecastModel.Median => estimators.Median(),
            ForecastModel.WeightedMedian => estimators.WeightedMedian(),
            ForecastModel.ElectionMean => estimators.ElectionMean(new()),
            ForecastModel.ElectionMode => estimators.Election(new()).MaxBy(o => o.Probability).Position,
            ForecastModel.Nash => estimators.Nash(Stated(disagreement)),
            ForecastModel.KalaiSmorodinsky => estimators.KalaiSmorodinsky(Stated(disagreement)),
            ForecastModel.Spatial => new Estimators(Ended(issue, spatial, cancellationToken)).Compromise(),
            ForecastModel.SpatialMedian => new Estimators(Ended(issue, spatial, cancellationToken)).WeightedMedian(),
            ForecastModel.Scholz => new ScholzModel().Run(issue, new(), cancellationToken)[^1].Mean,
            ForecastModel.ScholzMedian => new ScholzModel().Run(issue, new(), cancellationToken)[^1].Median,
            _ => new ScholzModel().Run(issue, new() { Denominator = ScholzDenominator.ThisPair }, cancellationToken)[^1].Mean,
        };
    }

    private static double Stated(double? disagreement) => disagreement ?? throw new BargainingException("expected a disagreement point: what holds if the parties fail to agree");

    private static Negotiation Ended(Negotiation issue, SpatialSettings? settings, CancellationToken cancellationToken)
    {
        var end = new SpatialModel().Run(issue, settings ?? new(), cancellationToken: cancellationToken)[^1].Positions;
        return issue.With(a => issue.Capability[a], (a, k) => Math.Clamp(end[a][k] * 100, 0, 100), issue.Salience);
    }
}
