using System.Globalization;
using System.Net;
using System.Text;
using Parley.Analysis.Bargaining;

namespace Parley.Exchange.Forecasts;

/// <summary>Draws where everyone stands on each issue, circles as large as capability × salience, with the forecasts as lines.</summary>
public static class ForecastSvg
{
    private const int Width = 900;
    private const int Left = 60;
    private const int Band = 150;

    /// <param name="forecasts">For every issue the compromise and another forecast.</param>
    public static string Write(Negotiation negotiation, IReadOnlyList<(double Compromise, double Other)> forecasts, string other)
    {
        ArgumentNullException.ThrowIfNull(negotiation);
        ArgumentNullException.ThrowIfNull(forecasts);
        var svg = new StringBuilder();
        var height = (Band * negotiation.Issues.Count) + 40;
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>Positions and forecasts</title>\n<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        for (var k = 0; k < negotiation.Issues.Count; k++)
        {
            var middle = (Band * k) + 90;
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{middle - 55}\" font-weight=\"bold\">{Escaped(negotiation.Issues[k])}</text>\n");
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(0)}\" y1=\"{middle}\" x2=\"{X(100)}\" y2=\"{middle}\" stroke=\"#888888\"/>\n");
            Mark(svg, forecasts[k].Compromise, middle, "#b26a00", "compromise", 42);
            if (Math.Abs(forecasts[k].Other - forecasts[k].Compromise) > 1e-9)
                Mark(svg, forecasts[k].Other, middle, "#7a3fa0", other, 56);
            var most = Enumerable.Range(0, negotiation.Actors.Count).Max(a => Weight(negotiation, a, k));
            for (var a = 0; a < negotiation.Actors.Count; a++)
            {
                if (double.IsNaN(negotiation.Position(a, k)))
                    continue;
                var radius = 3 + (11 * Math.Sqrt(most > 0 ? Weight(negotiation, a, k) / most : 0));
                var x = X(negotiation.Position(a, k));
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x}\" cy=\"{middle}\" r=\"{radius:0.#}\" fill=\"#1f6fb2\" fill-opacity=\"0.5\"><title>{Escaped(negotiation.Actors[a])}</title></circle>\n");
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{middle - 18 - (12 * (a % 2))}\" text-anchor=\"middle\" font-size=\"10\">{Escaped(negotiation.Actors[a])}</text>\n");
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Mark(StringBuilder svg, double at, int middle, string colour, string label, int below) =>
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(at)}\" y1=\"{middle - 14}\" x2=\"{X(at)}\" y2=\"{middle + below - 12}\" stroke=\"{colour}\" stroke-width=\"2\"/>\n")
            .Append(CultureInfo.InvariantCulture, $"<text x=\"{X(at)}\" y=\"{middle + below}\" fill=\"{colour}\" text-anchor=\"middle\">{Escaped(label)} {at:0.#}</text>\n");

    private static double Weight(Negotiation negotiation, int actor, int issue) => negotiation.Capability[actor] * negotiation.Salience(actor, issue);

    private static double X(double position) => Math.Round(Left + (position / 100 * (Width - (2 * Left))), 1);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
