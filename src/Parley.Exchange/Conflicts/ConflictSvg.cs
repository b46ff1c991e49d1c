using System.Globalization;
using System.Net;
using System.Text;
using Parley.Analysis.Stability;

namespace Parley.Exchange.Conflicts;

/// <summary>A conflict as a picture: states on a ring, each party's improvements as arrows in its colour, equilibria ringed twice.</summary>
public static class ConflictSvg
{
    /// <summary>Most states a picture can show and still be read.</summary>
    public const int MostStates = 64;

    private static readonly string[] Colours = ["#0b5cad", "#b3420a", "#1a7f37", "#8250df", "#9a6700", "#bf3989"];

    /// <param name="graph">At most <see cref="MostStates"/> states.</param>
    /// <param name="equilibria">States that hold for everyone.</param>
    /// <param name="title">What the conflict is called.</param>
    public static string Write(ConflictGraph graph, IReadOnlySet<int> equilibria, string title)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(equilibria);
        if (graph.States.Length > MostStates) throw new ArgumentException($"a picture shows at most {MostStates} states, this conflict has {graph.States.Length}", nameof(graph));
        const int size = 760;
        const double radius = 300;
        var svg = new StringBuilder($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size + 40}\" font-family=\"system-ui,sans-serif\" font-size=\"12\">");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>").Append($"<text x=\"16\" y=\"24\" font-size=\"16\" font-weight=\"600\">{Text(title)}</text><defs>");
        for (var i = 0; i < graph.Parties.Length; i++)
            svg.Append($"<marker id=\"m{i}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"{Colour(i)}\"/></marker>");
        svg.Append("</defs>");
        for (var i = 0; i < graph.Parties.Length; i++)
        {
            svg.Append($"<text x=\"16\" y=\"{44 + 16 * i}\" fill=\"{Colour(i)}\">→ {Text(graph.Parties[i].Name)} gains</text>");
            for (var s = 0; s < graph.States.Length; s++)
            {
                foreach (var to in graph.Parties[i].Moves[s])
                {
                    if (!graph.Parties[i].Prefers(to, s)) continue;
                    var ((x1, y1), (x2, y2)) = (Place(s), Place(to));
                    var length = Math.Max(1, Math.Sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1)));
                    var (ex, ey) = (x2 - (x2 - x1) / length * 16, y2 - (y2 - y1) / length * 16);
                    svg.Append($"<path d=\"M{F(x1)} {F(y1)} Q{F((x1 + x2) / 2 + (y2 - y1) / 12)} {F((y1 + y2) / 2 - (x2 - x1) / 12)} {F(ex)} {F(ey)}\" fill=\"none\" stroke=\"{Colour(i)}\" stroke-opacity=\".55\" marker-end=\"url(#m{i})\"/>");
                }
            }
        }

        for (var s = 0; s < graph.States.Length; s++)
        {
            var (x, y) = Place(s);
            if (equilibria.Contains(s)) svg.Append($"<circle cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"18\" fill=\"none\" stroke=\"#1b1f24\" stroke-width=\"2\"/>");
            svg.Append($"<circle cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"14\" fill=\"#fff\" stroke=\"#1b1f24\"/><text x=\"{F(x)}\" y=\"{F(y + 4)}\" text-anchor=\"middle\" font-size=\"{(graph.States[s].Length > 5 ? 7 : 9)}\">{Text(graph.States[s])}</text>");
        }

        return svg.Append("</svg>").ToString();

        (double X, double Y) Place(int s)
        {
            var angle = 2 * Math.PI * s / graph.States.Length - Math.PI / 2;
            return (size / 2.0 + radius * Math.Cos(angle), size / 2.0 + 40 + radius * Math.Sin(angle));
        }
    }

    private static string Colour(int party) => Colours[party % Colours.Length];

    private static string F(double value) => value.ToString("F1", CultureInfo.InvariantCulture);

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
