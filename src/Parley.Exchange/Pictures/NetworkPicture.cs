using Parley.Analysis.Networks;

namespace Parley.Exchange.Pictures;

/// <summary>A node to draw.</summary>
/// <param name="Size">How loud it is; only ratios count.</param>
public sealed record PictureNode(string Label, double Size = 1)
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; init; }

    /// <summary>Words shown with it; its label where null.</summary>
    public string? Detail { get; init; }

    /// <summary>Drawn as a square: an issue beside the parties.</summary>
    public bool Square { get; init; }
}

public enum PictureTieKind
{
    /// <summary>A whole line.</summary>
    Agreement,

    /// <summary>A dashed line with a bar across.</summary>
    Conflict,

    /// <summary>A line of dots and dashes: now one, now the other.</summary>
    Both,

    /// <summary>A whole line in the colour of the text.</summary>
    Neutral,
}

/// <summary>A tie to draw between two nodes, by their places in the list.</summary>
/// <param name="Strength">Not negative; the width of the line.</param>
public sealed record PictureTie(int From, int To, double Strength, PictureTieKind Kind)
{
    public string? Href { get; init; }

    public string? Detail { get; init; }
}

/// <summary>A network drawn: ties as wide as they are strong, whole lines for agreement and dashed ones with a bar for conflict, nodes as large as they are loud.</summary>
public static class NetworkPicture
{
    private const int Width = 900;
    private const int Height = 640;
    private const int Side = 110;
    private const int Top = 70;
    private const int Bottom = 80;

    /// <summary>Draws a network as it was computed.</summary>
    /// <param name="nodeHref">Where a node leads, by its place: rows first, then the columns of a two-mode network.</param>
    /// <param name="tieHref">Where a tie leads.</param>
    public static string Draw(
        Network network, string title, Func<int, string?>? nodeHref = null, Func<Tie, string?>? tieHref = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        var twoMode = network.Mode == NetworkMode.TwoMode;
        var nodes = network.Rows.Select((label, i) => Node(label, network.RowCounts[i], i, square: false));
        if (twoMode)
            nodes = nodes.Concat(network.Columns.Select((label, i) => Node(label, network.ColumnCounts[i], network.Rows.Count + i, square: true)));
        var ties = network.Ties().Select(t => new PictureTie(t.Row, twoMode ? network.Rows.Count + t.Column : t.Column, Math.Abs(t.Weight), KindOf(t.Weight, network.Aggregation))
        {
            Href = tieHref?.Invoke(t),
            Detail = FormattableString.Invariant($"{network.Rows[t.Row]} – {network.Columns[t.Column]}: {t.Weight:0.###}"),
        });
        return Draw(title, [.. nodes], [.. ties], cancellationToken);

        PictureNode Node(string label, int count, int place, bool square) => new(label, count)
        {
            Href = nodeHref?.Invoke(place),
            Detail = $"{label}: {count} {(count == 1 ? "statement" : "statements")}",
            Square = square,
        };
    }

    /// <exception cref="ArgumentException">A tie to a node that is not there.</exception>
    public static string Draw(string title, IReadOnlyList<PictureNode> nodes, IReadOnlyList<PictureTie> ties, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(ties);
        if (ties.FirstOrDefault(t => t.From < 0 || t.To < 0 || t.From >= nodes.Count || t.To >= nodes.Count) is { } astray)
            throw new ArgumentException($"a tie leads from {astray.From} to {astray.To}, but there are {nodes.Count} nodes", nameof(ties));
        var linked = nodes.Any(n => n.Href is not null) || ties.Any(t => t.Href is not null);
        var canvas = new Canvas(Width, Height, title, Description(nodes, ties), linked);
        var laid = new StressLayout().Place(
            nodes.Count, [.. ties.Where(t => t.From != t.To).Select(t => new Tie(t.From, t.To, t.Kind == PictureTieKind.Conflict ? -t.Strength : t.Strength))], cancellationToken);
        (double X, double Y)[] at = [.. laid.Select(p => (Side + (p.X * (Width - (2 * Side))), Top + (p.Y * (Height - Top - Bottom))))];
        var strongest = Math.Max(1e-9, ties.Count == 0 ? 1 : ties.Max(t => t.Strength));
        foreach (var tie in ties.OrderBy(t => t.Strength))
            canvas.Linked(tie.Href, tie.Detail, () => DrawTie(canvas, tie, at[tie.From], at[tie.To], tie.Strength / strongest));
        var loudest = Math.Max(1e-9, nodes.Count == 0 ? 1 : nodes.Max(n => n.Size));
        double[] radius = [.. nodes.Select(n => 5 + (11 * Math.Sqrt(Math.Max(0, n.Size) / loudest)))];
        var labels = new LabelPlaces(Width, Height - Bottom / 2.0);
        for (var i = 0; i < nodes.Count; i++)
            labels.Keep(at[i].X - radius[i], at[i].Y - radius[i], 2 * radius[i], 2 * radius[i]);
        foreach (var i in Enumerable.Range(0, nodes.Count).OrderByDescending(i => nodes[i].Size))
        {
            var node = nodes[i];
            var (x, y, r) = (at[i].X, at[i].Y, radius[i]);
            canvas.Linked(node.Href, node.Detail ?? node.Label, () =>
            {
                if (node.Square)
                    canvas.Rect(x - r, y - r, 2 * r, 2 * r, "picture-issue", Inks.Issue, round: 3);
                else
                    canvas.Circle(x, y, r, "picture-party", Inks.Party);
                var label = Canvas.Short(node.Label, 28);
                var (tx, ty, anchor) = labels.Find(x, y, r, label);
                canvas.Text(tx, ty, label, anchor);
            });
        }

        Legend(canvas, ties);
        return canvas.Finish();
    }

    private static void DrawTie(Canvas canvas, PictureTie tie, (double X, double Y) a, (double X, double Y) b, double share)
    {
        var stroke = Line(tie.Kind, 1 + (5 * share), 0.35 + (0.55 * share));
        canvas.Line(a.X, a.Y, b.X, b.Y, stroke);
        if (tie.Kind == PictureTieKind.Conflict)
            Bar(canvas, a, b, stroke);
        if (tie.Href is not null)
            canvas.Line(a.X, a.Y, b.X, b.Y, new("picture-reach", "transparent", 14)); // a thin line is hard to hit
    }

    private static void Bar(Canvas canvas, (double X, double Y) a, (double X, double Y) b, Stroke stroke)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = Math.Max(1e-9, Math.Sqrt((dx * dx) + (dy * dy)));
        var (nx, ny, mx, my) = (-dy / length * 7, dx / length * 7, (a.X + b.X) / 2, (a.Y + b.Y) / 2);
        canvas.Line(mx - nx, my - ny, mx + nx, my + ny, stroke with { Dashes = null, Width = 2 });
    }

    private static Stroke Line(PictureTieKind kind, double width, double opacity) => kind switch
    {
        PictureTieKind.Agreement => new("picture-agreement", Inks.Agreement, width, opacity),
        PictureTieKind.Conflict => new("picture-conflict", Inks.Conflict, width, opacity, "9 5"),
        PictureTieKind.Both => new("picture-both", Inks.Both, width, opacity, "10 4 2 4"),
        _ => new("picture-tie", Inks.Text, width, opacity),
    };

    private static PictureTieKind KindOf(double weight, Aggregation aggregation) => aggregation switch
    {
        Aggregation.Combine => weight switch { 1 => PictureTieKind.Agreement, 2 => PictureTieKind.Conflict, 3 => PictureTieKind.Both, _ => PictureTieKind.Neutral },
        Aggregation.Subtract => weight > 0 ? PictureTieKind.Agreement : PictureTieKind.Conflict,
        Aggregation.Congruence => PictureTieKind.Agreement,
        Aggregation.Conflict => PictureTieKind.Conflict,
        _ => PictureTieKind.Neutral,
    };

    private static void Legend(Canvas canvas, IReadOnlyList<PictureTie> ties)
    {
        double x = 16;
        const double y = Height - 16;
        foreach (var kind in ties.Select(t => t.Kind).Distinct().Order())
        {
            var stroke = Line(kind, 3, 0.9);
            canvas.Line(x, y - 4, x + 44, y - 4, stroke);
            if (kind == PictureTieKind.Conflict)
                Bar(canvas, (x, y - 4), (x + 44, y - 4), stroke);
            canvas.Text(x + 52, y, Word(kind));
            x += 70 + Canvas.Width(Word(kind));
        }

        if (ties.Count > 0)
            canvas.Text(x, y, "wider is stronger; distances are a layout");
    }

    private static string Description(IReadOnlyList<PictureNode> nodes, IReadOnlyList<PictureTie> ties)
    {
        var strongest = ties.OrderByDescending(t => t.Strength).Take(5).Select(t => $"{nodes[t.From].Label} and {nodes[t.To].Label}, {Word(t.Kind)}");
        return $"{nodes.Count} nodes, {ties.Count} ties.{(ties.Count > 0 ? $" The strongest: {string.Join("; ", strongest)}." : "")}";
    }

    private static string Word(PictureTieKind kind) => kind switch
    {
        PictureTieKind.Agreement => "agreement",
        PictureTieKind.Conflict => "conflict",
        PictureTieKind.Both => "both",
        _ => "tie",
    };
}
