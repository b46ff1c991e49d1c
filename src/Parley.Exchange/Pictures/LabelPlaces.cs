namespace Parley.Exchange.Pictures;

/// <summary>Finds labels a place beside their nodes where they cover nothing; the first of the places tried where all are taken.</summary>
internal sealed class LabelPlaces(double width, double height)
{
    private const double Line = 14;
    private readonly List<(double X, double Y, double Width, double Height)> _taken = [];

    public void Keep(double x, double y, double w, double h) => _taken.Add((x, y, w, h));

    /// <returns>Where the text starts, its baseline, and how it is anchored.</returns>
    public (double X, double Y, string Anchor) Find(double x, double y, double radius, string label)
    {
        var length = Canvas.Width(label);
        (double X, double Y, string Anchor, double Left)[] places =
        [
            (x, y - radius - 5, "middle", x - (length / 2)),
            (x, y + radius + Line, "middle", x - (length / 2)),
            (x + radius + 5, y + 4, "start", x + radius + 5),
            (x - radius - 5, y + 4, "end", x - radius - 5 - length),
            (x, y - radius - 5 - Line, "middle", x - (length / 2)),
            (x, y + radius + (2 * Line), "middle", x - (length / 2)),
        ];
        foreach (var place in places)
        {
            var box = (X: place.Left, Y: place.Y - 11, Width: length, Height: Line);
            if (box.X < 2 || box.X + box.Width > width - 2 || box.Y < 30 || box.Y + box.Height > height || _taken.Exists(t => Overlaps(t, box)))
                continue;
            _taken.Add(box);
            return (place.X, place.Y, place.Anchor);
        }

        return (places[0].X, places[0].Y, places[0].Anchor);
    }

    private static bool Overlaps((double X, double Y, double Width, double Height) a, (double X, double Y, double Width, double Height) b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;
}
