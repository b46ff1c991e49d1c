using System.Globalization;
using System.Net;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>A network drawn as SVG: ties as wide as their weight, green for agreement and red for conflict, nodes as large as they are loud.</summary>
public static class NetworkSvg
{
    private const int Width = 900;
    private const int Height = 700;
    private const int Margin = 80;

    public static void Write(Network network, NetworkSettings settings, IReadOnlyList<(double X, double Y)> positions, TextWriter writer)
    {
        var nodes = NodeList.Of(network, settings);
        var ties = network.Ties().ToList();
        var strongest = ties.Count == 0 ? 1 : ties.Max(t => Math.Abs(t.Weight));
        var loudest = Math.Max(1, nodes.Nodes.Count == 0 ? 1 : nodes.Nodes.Max(n => n.Count));
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n");
        writer.Write($"<title>{Escaped($"{settings.Rows} by {settings.Columns}, {NetworkTime.Day(network.Start)} to {NetworkTime.Day(network.Stop)}")}</title>\n");
        writer.Write($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#ffffff\"/>\n");
        foreach (var tie in ties.OrderBy(t => Math.Abs(t.Weight)))
        {
            var (a, b) = (At(positions[tie.Row]), At(positions[nodes.ColumnOffset + tie.Column]));
            var share = Math.Abs(tie.Weight) / strongest;
            writer.Write(
                $"<line x1=\"{a.X}\" y1=\"{a.Y}\" x2=\"{b.X}\" y2=\"{b.Y}\" stroke=\"{Colour(tie.Weight, network.Aggregation)}\" " +
                $"stroke-width=\"{Number(0.5 + (5 * share))}\" stroke-opacity=\"{Number(0.15 + (0.6 * share))}\"/>\n");
        }

        for (var i = 0; i < nodes.Nodes.Count; i++)
        {
            var (x, y) = At(positions[i]);
            var (label, _, count, isRow) = nodes.Nodes[i];
            var radius = 4 + (10 * Math.Sqrt(count / (double)loudest));
            var shape = isRow
                ? $"<circle cx=\"{x}\" cy=\"{y}\" r=\"{Number(radius)}\" fill=\"#1f6fb2\"/>"
                : $"<rect x=\"{x}\" y=\"{y}\" width=\"{Number(radius * 2)}\" height=\"{Number(radius * 2)}\" transform=\"translate({Number(-radius)} {Number(-radius)})\" rx=\"3\" fill=\"#b26a00\"/>";
            writer.Write($"{shape}<text x=\"{x}\" y=\"{y}\" dy=\"{Number(-radius - 3)}\" text-anchor=\"middle\">{Escaped(label)}</text>\n");
        }

        writer.Write("</svg>\n");
    }

    private static string Colour(double weight, Aggregation aggregation) => NodeList.Colour(weight, aggregation) switch
    {
        "#00ff00" => "#1a7f37",
        "#ff0000" => "#cf222e",
        "#0000ff" => "#0550ae",
        _ => "#57606a",
    };

    private static (string X, string Y) At((double X, double Y) unit) =>
        (Number(Margin + (unit.X * (Width - (2 * Margin)))), Number(Margin + (unit.Y * (Height - (2 * Margin)))));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => WebUtility.HtmlEncode(XmlText.Clean(text));
}
