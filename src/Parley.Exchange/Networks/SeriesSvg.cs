using System.Globalization;
using System.Net;

namespace Parley.Exchange.Networks;

/// <summary>Simple charts as SVG: a line over time, or bars by level.</summary>
public static class SeriesSvg
{
    private const int Width = 900;
    private const int Height = 360;
    private const int Margin = 60;

    /// <summary>A line through values over time, from 0 or the lowest; points in the colour of their group.</summary>
    public static void WriteLine(string title, IReadOnlyList<(DateTime Time, double Value, int Group)> points, TextWriter writer)
    {
        Begin(title, Height, writer);
        if (points.Count > 0)
        {
            var (first, last) = (points[0].Time, points[^1].Time);
            var (low, high) = (Math.Min(0, points.Min(p => p.Value)), points.Max(p => p.Value));
            double X(DateTime time) => Margin + ((Width - (2 * Margin)) * (last == first ? 0.5 : (time - first) / (last - first)));
            double Y(double value) => Height - Margin - ((Height - (2 * Margin)) * (high == low ? 0.5 : (value - low) / (high - low)));
            var path = string.Join(' ', points.Select(p => $"{Number(X(p.Time))},{Number(Y(p.Value))}"));
            writer.Write($"<polyline points=\"{path}\" fill=\"none\" stroke=\"#57606a\"/>\n");
            foreach (var (time, value, group) in points)
                writer.Write($"<circle cx=\"{Number(X(time))}\" cy=\"{Number(Y(value))}\" r=\"3\" fill=\"{Hue(group)}\"/>\n");
            Label(writer, Margin, Height - 30, "start", NetworkTime.Day(first));
            Label(writer, Width - Margin, Height - 30, "end", NetworkTime.Day(last));
            Label(writer, Margin - 8, Y(low), "end", Number(low));
            Label(writer, Margin - 8, Y(high), "end", Number(high));
        }

        writer.Write("</svg>\n");
    }

    /// <summary>For each label a bar for each level, from a common zero.</summary>
    public static void WriteBars(string title, IReadOnlyList<string> labels, IReadOnlyList<string> levels, IReadOnlyList<IReadOnlyList<int>> counts, TextWriter writer)
    {
        const int bar = 14;
        const int labelWidth = 260;
        var height = (2 * Margin) + (labels.Count * ((levels.Count * bar) + 8));
        Begin(title, height, writer);
        var most = Math.Max(1, counts.Count == 0 ? 1 : counts.Max(c => c.Max()));
        double y = Margin;
        for (var i = 0; i < labels.Count; i++)
        {
            Label(writer, labelWidth - 8, y + (levels.Count * bar / 2.0) + 4, "end", labels[i]);
            for (var k = 0; k < levels.Count; k++, y += bar)
            {
                var width = (Width - labelWidth - Margin) * counts[i][k] / (double)most;
                writer.Write($"<rect x=\"{labelWidth}\" y=\"{Number(y)}\" width=\"{Number(width)}\" height=\"{bar - 2}\" fill=\"{Hue(k)}\"/>\n");
                Label(writer, labelWidth + width + 4, y + 10, "start", $"{counts[i][k]} ({levels[k]})");
            }

            y += 8;
        }

        writer.Write("</svg>\n");
    }

    private static void Begin(string title, int height, TextWriter writer)
    {
        writer.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n");
        writer.Write($"<title>{Escaped(title)}</title>\n<rect width=\"{Width}\" height=\"{height}\" fill=\"#ffffff\"/>\n");
        Label(writer, Width / 2.0, 30, "middle", title);
    }

    private static void Label(TextWriter writer, double x, double y, string anchor, string text) =>
        writer.Write($"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{Escaped(text)}</text>\n");

    private static string Hue(int group) => string.Create(CultureInfo.InvariantCulture, $"hsl({(205 + (group * 137)) % 360} 60% 42%)");

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => WebUtility.HtmlEncode(XmlText.Clean(text));
}
