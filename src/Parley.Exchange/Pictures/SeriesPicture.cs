using Parley.Exchange.Networks;

namespace Parley.Exchange.Pictures;

/// <summary>A point of a series.</summary>
/// <param name="Group">Its phase or camp, counted from 0.</param>
public readonly record struct SeriesPoint(DateTime Time, double Value, int Group);

/// <summary>Values over time as a line, or counts by level as bars.</summary>
public static class SeriesPicture
{
    private const double Width = 900;
    private const double Left = 80;
    private const double Right = 40;
    private const double Top = 60;
    private const double Foot = 320;
    private const double Bar = 14;

    /// <summary>A line from 0 or the lowest value to the highest; points numbered and coloured by group where there are several.</summary>
    public static string Line(string title, IReadOnlyList<SeriesPoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var groups = points.Select(p => p.Group).Distinct().Count();
        var canvas = new Canvas(Width, Foot + 50, title, Description(points, groups), linked: false);
        if (points.Count == 0) return canvas.Finish();
        var (first, last) = (points[0].Time, points[^1].Time);
        var (low, high) = (Math.Min(0, points.Min(p => p.Value)), points.Max(p => p.Value));
        double X(DateTime time) => Left + ((Width - Left - Right) * (last == first ? 0.5 : (time - first) / (last - first)));
        double Y(double value) => Foot - ((Foot - Top) * (high == low ? 0.5 : (value - low) / (high - low)));
        foreach (var tick in new[] { low, (low + high) / 2, high }.Distinct())
        {
            canvas.Line(Left, Y(tick), Width - Right, Y(tick), new("picture-grid", Inks.Text, 1, 0.15));
            canvas.Text(Left - 10, Y(tick) + 4, Canvas.F(tick), "end");
        }

        canvas.Text(Left, Foot + 30, NetworkTime.Day(first));
        if (last > first) canvas.Text(Width - Right, Foot + 30, NetworkTime.Day(last), "end");
        canvas.Path("M" + string.Join('L', points.Select(p => $"{Canvas.F(X(p.Time))} {Canvas.F(Y(p.Value))}")), new("picture-line", Inks.Text, 1, 0.6));
        foreach (var point in points)
        {
            canvas.Linked(null, $"{NetworkTime.Day(point.Time)}: {Canvas.F(point.Value)}{(groups > 1 ? $", group {point.Group + 1}" : "")}", () =>
                canvas.Circle(X(point.Time), Y(point.Value), 4, $"picture-group-{point.Group}", Inks.Group(point.Group)));
        }

        // The number stands where a group begins, so that colour is not needed to tell them apart.
        for (var i = 0; i < points.Count && groups > 1; i++)
            if (i == 0 || points[i].Group != points[i - 1].Group) canvas.Text(X(points[i].Time), Y(points[i].Value) - 9, $"{points[i].Group + 1}", "middle");
        return canvas.Finish();
    }

    /// <summary>For each label a bar for each level, from a common zero.</summary>
    public static string Bars(string title, IReadOnlyList<string> labels, IReadOnlyList<string> levels, IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(counts);
        const double start = 280;
        var description = string.Join(" ", labels.Select((label, i) => $"{label}: {string.Join(", ", levels.Select((level, k) => $"{counts[i][k]} ({level})"))}."));
        var canvas = new Canvas(Width, Top + (labels.Count * ((levels.Count * Bar) + 8)) + 20, title, description, linked: false);
        var most = Math.Max(1, counts.SelectMany(c => c).DefaultIfEmpty().Max());
        var y = Top;
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            canvas.Linked(null, label, () => canvas.Text(start - 12, y + (levels.Count * Bar / 2) + 4, Canvas.Short(label, 42), "end"));
            for (var k = 0; k < levels.Count; k++, y += Bar)
            {
                var width = (Width - start - 140) * counts[i][k] / most;
                canvas.Rect(start, y, width, Bar - 2, $"picture-group-{k}", Inks.Group(k));
                canvas.Text(start + width + 6, y + 10, $"{counts[i][k]} ({levels[k]})");
            }

            y += 8;
        }

        return canvas.Finish();
    }

    private static string Description(IReadOnlyList<SeriesPoint> points, int groups)
    {
        if (points.Count == 0) return "No point.";
        var (low, high) = (points.MinBy(p => p.Value), points.MaxBy(p => p.Value));
        return $"{points.Count} points from {NetworkTime.Day(points[0].Time)} to {NetworkTime.Day(points[^1].Time)}; lowest {Canvas.F(low.Value)} on {NetworkTime.Day(low.Time)}, "
            + $"highest {Canvas.F(high.Value)} on {NetworkTime.Day(high.Time)}{(groups > 1 ? $"; {groups} groups, numbered where each begins" : "")}.";
    }
}
