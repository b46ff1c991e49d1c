using System.Globalization;
using System.Net;
using System.Text;
using Parley.Exchange.Networks;

namespace Parley.Exchange.Pictures;

/// <summary>
/// Writes one SVG. No script, style attribute, style element or id, so that a page with a strict content security policy can hold any
/// number of pictures; colours are presentation attributes, which a style sheet overrides by class; lines and words take the colour of the text.
/// </summary>
internal sealed class Canvas
{
    private readonly StringBuilder _svg = new();

    /// <param name="title">What the picture shows.</param>
    /// <param name="description">How to read it, for those who cannot see it; may be empty.</param>
    /// <param name="linked">Whether parts of it are links, which a reading program must then be able to reach.</param>
    public Canvas(double width, double height, string title, string description, bool linked)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 {F(width)} {F(height)}\" width=\"{F(width)}\" height=\"{F(height)}\" ");
        _svg.Append(CultureInfo.InvariantCulture, $"font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"none\" stroke=\"none\" role=\"{(linked ? "group" : "img")}\" aria-label=\"{Escaped(title)}\">\n");
        _svg.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(title)}</title>\n<desc>{Escaped(description)}</desc>\n");
        if (title.Length > 0)
            Text(16, 24, title, "start", "picture-title", size: 15);
    }

    public string Finish() => _svg.Append("</svg>\n").ToString();

    public void Text(double x, double y, string text, string anchor = "start", string kind = "picture-label", double size = 12, string? rotate = null)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{F(x)}\" y=\"{F(y)}\" text-anchor=\"{anchor}\" fill=\"currentColor\"");
        if (size != 12)
            _svg.Append(CultureInfo.InvariantCulture, $" font-size=\"{F(size)}\"");
        if (rotate is not null)
            _svg.Append(CultureInfo.InvariantCulture, $" transform=\"rotate({rotate} {F(x)} {F(y)})\"");
        _svg.Append(CultureInfo.InvariantCulture, $">{Escaped(text)}</text>\n");
    }

    public void Line(double x1, double y1, double x2, double y2, Stroke stroke) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{F(x1)}\" y1=\"{F(y1)}\" x2=\"{F(x2)}\" y2=\"{F(y2)}\"{stroke}/>\n");

    public void Path(string data, Stroke stroke) => _svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\"{stroke}/>\n");

    public void Fill(string data, string kind, string colour) => _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"{data}\" fill=\"{colour}\"/>\n");

    public void Circle(double x, double y, double radius, string kind, string? fill, Stroke? stroke = null, double opacity = 1) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<circle{Kind(kind, stroke)} cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"{F(radius)}\"{Paint(fill, opacity)}{stroke?.Attributes}/>\n");

    public void Rect(double x, double y, double width, double height, string kind, string? fill, Stroke? stroke = null, double opacity = 1, double round = 0) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect{Kind(kind, stroke)} x=\"{F(x)}\" y=\"{F(y)}\" width=\"{F(width)}\" height=\"{F(height)}\"{(round > 0 ? $" rx=\"{F(round)}\"" : "")}{Paint(fill, opacity)}{stroke?.Attributes}/>\n");

    /// <summary>Draws something that may be a link, with words that a pointer and a reading program find.</summary>
    public void Linked(string? href, string? detail, Action draw)
    {
        var target = PictureLink.Safe(href);
        _svg.Append(target is null ? "<g>" : $"<a href=\"{Escaped(target)}\">");
        if (!string.IsNullOrEmpty(detail))
            _svg.Append(CultureInfo.InvariantCulture, $"<title>{Escaped(detail)}</title>");
        _svg.Append('\n');
        draw();
        _svg.Append(target is null ? "</g>\n" : "</a>\n");
    }

    /// <summary>An arrow's head at the end of a line.</summary>
    public void Head(double x, double y, double dx, double dy, string kind, string colour)
    {
        var length = Math.Max(1e-9, Math.Sqrt((dx * dx) + (dy * dy)));
        var (ux, uy) = (dx / length, dy / length);
        Fill(FormattableString.Invariant($"M{F(x)} {F(y)}L{F(x - (9 * ux) - (4 * uy))} {F(y - (9 * uy) + (4 * ux))}L{F(x - (9 * ux) + (4 * uy))} {F(y - (9 * uy) - (4 * ux))}Z"), kind, colour);
    }

    public static string F(double value) => (double.IsFinite(value) ? value : 0).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A name that fits its place; the whole of it stands in the detail.</summary>
    public static string Short(string text, int most)
    {
        var runes = text.EnumerateRunes().ToList();
        return runes.Count <= most ? text : string.Concat(runes.Take(most - 1).Select(r => r.ToString())).TrimEnd() + "…";
    }

    /// <summary>About how wide a text is drawn.</summary>
    public static double Width(string text, double size = 12) => text.Length * size * 0.55;

    private static string Kind(string kind, Stroke? stroke) => $" class=\"{(stroke is null ? kind : $"{kind} {stroke.Kind}")}\"";

    private static string Paint(string? fill, double opacity) => (fill is null ? "" : $" fill=\"{fill}\"") + (opacity < 1 ? $" fill-opacity=\"{F(opacity)}\"" : "");

    private static string Escaped(string text) => WebUtility.HtmlEncode(XmlText.Clean(text));
}

/// <summary>How a line is drawn.</summary>
/// <param name="Kind">Its class.</param>
/// <param name="Dashes">As SVG writes them; null for a whole line.</param>
internal sealed record Stroke(string Kind, string Colour, double Width = 1, double Opacity = 1, string? Dashes = null)
{
    public string Attributes =>
        $" stroke=\"{Colour}\" stroke-width=\"{Canvas.F(Width)}\"{(Opacity < 1 ? $" stroke-opacity=\"{Canvas.F(Opacity)}\"" : "")}{(Dashes is null ? "" : $" stroke-dasharray=\"{Dashes}\"")}";

    public override string ToString() => $" class=\"{Kind}\"{Attributes}";
}
