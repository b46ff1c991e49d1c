using System.Collections.Immutable;
using Parley.Analysis.Bargaining;

namespace Parley.Exchange.Pictures;

/// <summary>Where everyone stands on each issue, discs as large as capability × salience, with forecasts as lines below.</summary>
public static class PositionsPicture
{
    private const double Width = 900;
    private const double Left = 60;
    private const double Band = 180;

    /// <param name="forecasts">For every issue its forecasts, the compromise first.</param>
    /// <param name="actorHref">Where an actor's disc on an issue leads, by their places.</param>
    public static string Draw(
        string title, Negotiation negotiation, IReadOnlyList<ImmutableArray<(string Name, double Value)>> forecasts, Func<int, int, string?>? actorHref = null)
    {
        ArgumentNullException.ThrowIfNull(negotiation);
        ArgumentNullException.ThrowIfNull(forecasts);
        var canvas = new Canvas(Width, (Band * negotiation.Issues.Count) + 50, title, Description(negotiation, forecasts), actorHref is not null);
        for (var k = 0; k < negotiation.Issues.Count; k++)
        {
            var middle = 40 + (Band * k) + 100;
            canvas.Text(Left, middle - 80, negotiation.Issues[k], "start", "picture-heading", 13);
            canvas.Line(X(0), middle, X(100), middle, new("picture-axis", Inks.Text, 1, 0.5));
            canvas.Text(X(0) - 8, middle + 4, "0", "end");
            canvas.Text(X(100) + 8, middle + 4, "100");
            for (var f = 0; f < forecasts[k].Length; f++)
            {
                var (name, value) = forecasts[k][f];
                var below = middle + 34 + (16 * f);
                canvas.Line(X(value), middle - 16, X(value), below - 12, new($"picture-forecast picture-group-{f}", Inks.Group(f + 1), 2, 1, Inks.Dash(f)));
                canvas.Text(X(value), below, $"{name} {Canvas.F(Math.Round(value, 1))}", value > 85 ? "end" : value < 15 ? "start" : "middle");
            }

            Actors(canvas, negotiation, k, middle, actorHref);
        }

        return canvas.Finish();
    }

    private static void Actors(Canvas canvas, Negotiation negotiation, int issue, double middle, Func<int, int, string?>? href)
    {
        var here = Enumerable.Range(0, negotiation.Actors.Count).Where(a => double.IsFinite(negotiation.Position(a, issue))).OrderBy(a => negotiation.Position(a, issue)).ToList();
        var most = here.Count == 0 ? 1 : Math.Max(1e-9, here.Max(a => Weight(negotiation, a, issue)));
        double[] ends = [double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity];
        foreach (var a in here)
        {
            var x = X(negotiation.Position(a, issue));
            var label = Canvas.Short(negotiation.Actors[a], 24);
            var half = Canvas.Width(label, 11) / 2;
            var row = Math.Max(0, Array.FindIndex(ends, e => e < x - half - 4));
            ends[row] = x + half;
            var detail = FormattableString.Invariant($"{negotiation.Actors[a]}: position {negotiation.Position(a, issue):0.#}, salience {negotiation.Salience(a, issue):0.#}, capability {negotiation.Capability[a]:0.##}");
            canvas.Linked(href?.Invoke(a, issue), detail, () =>
            {
                canvas.Circle(x, middle, 4 + (11 * Math.Sqrt(Weight(negotiation, a, issue) / most)), "picture-party", Inks.Party, opacity: 0.6);
                canvas.Text(x, middle - 22 - (14 * row), label, "middle", size: 11);
            });
        }
    }

    private static string Description(Negotiation negotiation, IReadOnlyList<ImmutableArray<(string Name, double Value)>> forecasts) => string.Join(
        " ", negotiation.Issues.Select((issue, k) => $"{issue}: {string.Join(", ", forecasts[k].Select(f => $"{f.Name} {Canvas.F(Math.Round(f.Value, 1))}"))}."));

    private static double Weight(Negotiation negotiation, int actor, int issue) => negotiation.Capability[actor] * negotiation.Salience(actor, issue);

    private static double X(double position) => Left + (Math.Clamp(position, 0, 100) / 100 * (Width - (2 * Left)));
}
