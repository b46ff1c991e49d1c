namespace Parley.Exchange.Pictures;

/// <summary>A bar of a tornado or interval chart.</summary>
/// <param name="Low">The forecast at the low end of the input, or the lower bound.</param>
/// <param name="High">The forecast at the high end of the input, or the upper bound; may lie below <paramref name="Low"/>.</param>
public sealed record IntervalRow(string Label, double Low, double High)
{
    /// <summary>Marked within the bar; null for none.</summary>
    public double? Middle { get; init; }

    public string? Href { get; init; }

    public string? Detail { get; init; }
}

/// <summary>Intervals on one scale around a value: a tornado, or the spread of forecasts.</summary>
public static class IntervalPicture
{
    private const double Width = 900;
    private const double Left = 260;
    private const double Right = 60;
    private const double Top = 70;
    private const double Height = 24;

    /// <param name="reference">The value that all are compared with, such as the compromise; none is drawn where its label is empty.</param>
    /// <param name="scale">First and last value of the scale; what the rows span where null.</param>
    /// <param name="key">What the stroke and the dot stand for; the ends of an input or an interval where null.</param>
    public static string Draw(string title, IReadOnlyList<IntervalRow> rows, double reference, string referenceLabel, (double First, double Last)? scale = null, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var height = Top + (Height * rows.Count) + 60;
        var shown = rows.Where(r => double.IsFinite(r.Low) && double.IsFinite(r.High)).ToList();
        var values = shown.SelectMany(r => new[] { r.Low, r.High, r.Middle ?? r.Low }).Concat(referenceLabel.Length > 0 ? [reference] : Array.Empty<double>()).Where(double.IsFinite).ToList();
        var (first, last) = scale ?? (values.Count == 0 ? (0, 100) : (values.Min(), values.Max()));
        if (last - first < 1e-9)
            (first, last) = (first - 1, last + 1);
        double X(double value) => Left + ((Width - Left - Right) * Math.Clamp((value - first) / (last - first), 0, 1));
        var canvas = new Canvas(Width, height, title, Description(shown, reference, referenceLabel), rows.Any(r => r.Href is not null));
        var foot = Top + (Height * rows.Count) + 8;
        canvas.Line(Left, foot, Width - Right, foot, new("picture-axis", Inks.Text, 1, 0.5));
        for (var t = 0; t <= 4; t++)
        {
            var value = first + (t / 4.0 * (last - first));
            canvas.Line(X(value), Top - 6, X(value), foot + 4, new("picture-grid", Inks.Text, 1, 0.15));
            canvas.Text(X(value), foot + 18, Number(value), "middle");
        }

        if (referenceLabel.Length > 0)
        {
            canvas.Line(X(reference), Top - 12, X(reference), foot + 4, new("picture-forecast", Inks.Forecast, 2));
            canvas.Text(X(reference), Top - 16, $"{referenceLabel} {Number(reference)}", "middle");
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var (row, y) = (rows[i], Top + (Height * i) + (Height / 2));
            canvas.Linked(row.Href, row.Detail ?? $"{row.Label}: {Number(row.Low)} to {Number(row.High)}", () =>
            {
                canvas.Text(Left - 12, y + 4, Canvas.Short(row.Label, 38), "end");
                if (!double.IsFinite(row.Low) || !double.IsFinite(row.High))
                    return;
                canvas.Rect(Math.Min(X(row.Low), X(row.High)), y - 6, Math.Max(1, Math.Abs(X(row.High) - X(row.Low))), 12, "picture-interval", Inks.Party, opacity: 0.45);
                canvas.Line(X(row.Low), y - 8, X(row.Low), y + 8, new("picture-low", Inks.Text, 1.5));
                canvas.Circle(X(row.High), y, 4, "picture-high", Inks.Text);
                if (row.Middle is { } middle)
                    canvas.Rect(X(middle) - 3, y - 3, 6, 6, "picture-middle", Inks.Text);
            });
        }

        canvas.Text(16, height - 12, key ?? (rows.Any(r => r.Middle is not null) ? "stroke: lower bound · dot: upper bound · square: middle" : "stroke: input at its low end · dot: input at its high end"));
        return canvas.Finish();
    }

    private static string Description(List<IntervalRow> rows, double reference, string label) =>
        $"{(label.Length > 0 ? $"{label} {Number(reference)}. " : "")}{string.Join(" ", rows.Select(r => $"{r.Label}: {Number(r.Low)} to {Number(r.High)}."))}";

    private static string Number(double value) => Canvas.F(Math.Round(value, Math.Abs(value) < 1 ? 2 : 1));
}
