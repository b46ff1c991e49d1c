using System.Collections.Immutable;
using Parley.Analysis.Bargaining;
using Parley.Exchange.Forecasts;
using Parley.Exchange.Pictures;
using Parley.Workbench.Parts;

namespace Parley.Workbench.Asking;

/// <summary>What one party brings to a forecast.</summary>
internal sealed record ForecastInput(string Actor, double Capability, string Issue, double Position, double Salience);

/// <summary>Forecasts of one issue on the scale 0 to 100. A model, not a finding.</summary>
internal sealed record ForecastResult(string Issue, double Compromise, ImmutableArray<ForecastValue> Others, ImmutableArray<ForecastSwing> Sensitivity, string Record)
{
    public const int MostActors = 40;

    /// <summary>What the models have been worth where the outcome is known; measured by <c>parley forecast backtest</c>.</summary>
    public const string Tested = "On 351 decided issues of the European Union (DEU III) the compromise missed the outcome by 23.05 points of 100 on average; nothing tested so far beats it. Those inputs came from interviews with experts. These rest on what reports say, by a rule of thumb that has not been measured against outcomes.";

    /// <exception cref="FormatException">Inputs that cannot be computed with.</exception>
    public static (ForecastResult Result, string Tornado, string Positions) Of(IReadOnlyList<ForecastInput> inputs, CancellationToken cancellationToken)
    {
        if (inputs.Count is < 2 or > MostActors) throw new FormatException($"expected 2 to {MostActors} parties, found {inputs.Count}");
        if (inputs.Select(i => i.Issue).Distinct(StringComparer.Ordinal).Count() != 1) throw new FormatException("expected one issue");
        if (inputs.GroupBy(i => i.Actor, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new FormatException($"{twice.Key} stands twice");
        try
        {
            var negotiation = new Negotiation(
                [.. inputs.Select(i => i.Actor)], [inputs[0].Issue], [.. inputs.Select(i => i.Capability)],
                [.. inputs.Select(i => (IReadOnlyList<double>)[i.Position])], [.. inputs.Select(i => (IReadOnlyList<double>)[i.Salience])]);
            var compromise = new Estimators(negotiation).Compromise();
            if (!double.IsFinite(compromise)) throw new FormatException("nobody has weight: capability times salience is zero for all");
            var others = Forecaster.Models.Where(m => m != ForecastModel.Compromise && !Forecaster.NeedsDisagreement(m))
                .Select(m => new ForecastValue(Show.Name(m), new Forecaster().Forecast(negotiation, m, cancellationToken: cancellationToken))).Where(v => double.IsFinite(v.Value)).ToImmutableArray();
            var swings = new Sensitivity(new(), n => new Estimators(n).Compromise()).Tornado(negotiation, cancellationToken)
                .Select(s => new ForecastSwing(inputs[s.Actor].Actor, Show.Name(s.Input), s.Low, s.High)).ToImmutableArray();
            var tornado = IntervalPicture.Draw("What moves the compromise", [.. swings.Take(15).Select(s => new IntervalRow($"{s.Actor}: {s.Input}", s.Low, s.High))], compromise, "compromise");
            return (new(inputs[0].Issue, compromise, others, swings, Tested), tornado, PositionsPicture.Draw("Where the parties stand", negotiation, [[("compromise", compromise)]]));
        }
        catch (Exception e) when (e is BargainingException or ForecastFileException)
        {
            throw new FormatException(e.Message, e);
        }
    }
}

internal sealed record ForecastValue(string Model, double Value);

/// <param name="Low">The compromise with the input at its low end.</param>
internal sealed record ForecastSwing(string Actor, string Input, double Low, double High);
