using System.Collections.Immutable;
using System.Globalization;
using Parley.Reading;

namespace Parley.Exchange.Pictures;

/// <summary>One lane: a party on an issue, or an issue of a party.</summary>
public sealed record Lane(string Label, ImmutableArray<LaneMark> Marks)
{
    public string? Href { get; init; }
}

/// <summary>A stance held from a day on.</summary>
/// <param name="Until">Last day on which it was borne out; the same day where null.</param>
public sealed record LaneMark(DateOnly Date, Stance Stance, Firmness? Firmness = null, DateOnly? Until = null)
{
    public string? Href { get; init; }

    public string? Detail { get; init; }
}

/// <summary>Stances over time, a lane each: for stands high with a disc, against low with a bar, open between with a ring; a red line is framed.</summary>
public static class LanePicture
{
    private const double Width = 900;
    private const double Left = 220;
    private const double Right = 30;
    private const double Head = 50;
    private const double Height = 46;

    public static string Draw(string title, IReadOnlyList<Lane> lanes)
    {
        ArgumentNullException.ThrowIfNull(lanes);
        var marks = lanes.SelectMany(l => l.Marks).ToList();
        var top = title.Length > 0 ? Head : 12;
        var height = top + (Height * lanes.Count) + 60;
        var canvas = new Canvas(Width, height, title, Description(lanes), lanes.Any(l => l.Href is not null) || marks.Exists(m => m.Href is not null));
        if (marks.Count == 0)
        {
            canvas.Text(16, top + 16, "Nothing found.");
            return canvas.Finish();
        }

        var (first, last) = (marks.Min(m => m.Date.DayNumber), marks.Max(m => (m.Until ?? m.Date).DayNumber));
        double X(DateOnly day) => Left + 12 + ((Width - Left - Right - 24) * (last == first ? 0.5 : (day.DayNumber - first) / (double)(last - first)));
        for (var i = 0; i < lanes.Count; i++)
        {
            var middle = top + (Height * i) + (Height / 2);
            canvas.Line(Left, middle, Width - Right, middle, new("picture-axis", Inks.Text, 1, 0.25));
            canvas.Linked(lanes[i].Href, lanes[i].Label, () => canvas.Text(Left - 10, middle + 4, Canvas.Short(lanes[i].Label, 32), "end"));
            var ordered = lanes[i].Marks.OrderBy(m => m.Date).ToList();
            for (var k = 0; k < ordered.Count; k++)
                DrawMark(canvas, ordered[k], k + 1 < ordered.Count ? ordered[k + 1] : null, X, middle);
        }

        var foot = top + (Height * lanes.Count) + 16;
        if (first == last)
        {
            canvas.Text(X(DateOnly.FromDayNumber(first)), foot, Day(DateOnly.FromDayNumber(first)), "middle");
        }
        else
        {
            canvas.Text(Left, foot, Day(DateOnly.FromDayNumber(first)));
            canvas.Text(Width - Right, foot, Day(DateOnly.FromDayNumber(last)), "end");
        }

        canvas.Text(16, foot + 26, "disc above: for · ring: open · bar below: against · framed: red line · line: how long it was borne out");
        return canvas.Finish();
    }

    private static void DrawMark(Canvas canvas, LaneMark mark, LaneMark? next, Func<DateOnly, double> place, double middle)
    {
        var (x, y, end) = (place(mark.Date), Level(mark.Stance, middle), place(mark.Until ?? mark.Date));
        var (kind, colour) = mark.Stance switch
        {
            Stance.For => ("picture-agreement", Inks.Agreement),
            Stance.Against => ("picture-conflict", Inks.Conflict),
            _ => ("picture-open", Inks.Both),
        };
        if (next is not null && next.Stance != mark.Stance)
            canvas.Line(end, y, place(next.Date), Level(next.Stance, middle), new("picture-move", Inks.Text, 1, 0.5, "2 3"));
        canvas.Linked(mark.Href, mark.Detail ?? $"{Day(mark.Date)}: {Word(mark)}", () =>
        {
            canvas.Line(x, y, Math.Max(end, x + 1), y, new(kind, colour, mark.Firmness == Firmness.Flexible ? 1.5 : 3));
            if (mark.Stance == Stance.For)
                canvas.Circle(x, y, 6, kind, colour);
            else if (mark.Stance == Stance.Against)
                canvas.Rect(x - 7, y - 3.5, 14, 7, kind, colour);
            else
                canvas.Circle(x, y, 5, "picture-ring", "transparent", new(kind, colour, 2.5));
            if (mark.Firmness == Firmness.RedLine)
                canvas.Rect(x - 10, y - 9, 20, 18, "picture-red-line", "transparent", new("picture-frame", Inks.Text, 1.5), round: 2);
        });
    }

    private static double Level(Stance stance, double middle) => stance switch { Stance.For => middle - 11, Stance.Against => middle + 11, _ => middle };

    private static string Description(IReadOnlyList<Lane> lanes) => string.Join(
        " ", lanes.Select(l => $"{l.Label}: {(l.Marks.IsEmpty ? "nothing found" : string.Join(", ", l.Marks.OrderBy(m => m.Date).Select(m => $"{Day(m.Date)} {Word(m)}")))}."));

    private static string Word(LaneMark mark) => mark.Stance.ToString().ToLowerInvariant() + (mark.Firmness switch { Firmness.RedLine => ", red line", Firmness.Firm => ", firm", Firmness.Flexible => ", flexible", _ => "" });

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
