using Parley.Analysis.Bargaining;

namespace Parley.Exchange.Pictures;

/// <summary>Where everyone stands on each issue turn by turn: a line for every actor, the compromise across.</summary>
public static class TurnsPicture
{
    private const double Width = 900;
    private const double Left = 70;
    private const double Right = 220;
    private const double Panel = 300;
    private const double Inner = 220;

    /// <param name="turns">The turns of one run, the start first.</param>
    /// <param name="compromise">For every issue, the value to compare with.</param>
    public static string Draw(string title, Negotiation negotiation, IReadOnlyList<SpatialTurn> turns, IReadOnlyList<double> compromise)
    {
        ArgumentNullException.ThrowIfNull(negotiation);
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(compromise);
        var canvas = new Canvas(Width, (Panel * negotiation.Issues.Count) + 50, title, Description(negotiation, turns, compromise), linked: false);
        double X(int turn) => Left + ((Width - Left - Right) * turn / Math.Max(1, turns.Count - 1));
        for (var k = 0; k < negotiation.Issues.Count; k++)
        {
            var (issue, top) = (k, 70 + (Panel * k));
            double Y(double position) => top + (Inner * (1 - (Math.Clamp(position, 0, 100) / 100)));
            canvas.Text(Left, top - 14, negotiation.Issues[k], "start", "picture-heading", 13);
            foreach (var tick in new[] { 0, 50, 100 })
            {
                canvas.Line(Left, Y(tick), Width - Right, Y(tick), new("picture-grid", Inks.Text, 1, 0.15));
                canvas.Text(Left - 10, Y(tick) + 4, $"{tick}", "end");
            }

            canvas.Text(Left, top + Inner + 20, "turn 0");
            if (turns.Count > 1) canvas.Text(Width - Right, top + Inner + 20, $"turn {turns.Count - 1}", "end");
            canvas.Line(Left, Y(compromise[k]), Width - Right, Y(compromise[k]), new("picture-forecast", Inks.Forecast, 2, 1, "6 3"));
            var labels = new List<(double At, string Text, double From)> { (compromise[k], $"compromise {Number(compromise[k])}", Y(compromise[k])) };
            for (var a = 0; a < negotiation.Actors.Count; a++)
            {
                var actor = a;
                double Position(int turn) => turns[turn].Positions[actor][issue] * 100;
                if (!double.IsFinite(Position(0))) continue;
                canvas.Linked(null, $"{negotiation.Actors[a]}: from {Number(Position(0))} to {Number(Position(turns.Count - 1))}", () =>
                {
                    canvas.Path("M" + string.Join('L', Enumerable.Range(0, turns.Count).Select(t => $"{Canvas.F(X(t))} {Canvas.F(Y(Position(t)))}")), new($"picture-group-{actor}", Inks.Group(actor), 2, 1, Inks.Dash(actor)));
                    canvas.Circle(X(0), Y(Position(0)), 4, $"picture-group-{actor}", Inks.Group(actor));
                });
                labels.Add((Position(turns.Count - 1), $"{negotiation.Actors[a]} {Number(Position(turns.Count - 1))}", Y(Position(turns.Count - 1))));
            }

            Labels(canvas, labels, top);
        }

        return canvas.Finish();
    }

    /// <summary>Names beside the ends of the lines, moved apart where they would cover each other.</summary>
    private static void Labels(Canvas canvas, List<(double At, string Text, double From)> labels, double top)
    {
        var lowest = top - 6;
        foreach (var (_, text, from) in labels.OrderByDescending(l => l.At))
        {
            lowest = Math.Max(from + 4, lowest + 13);
            canvas.Line(Width - Right + 3, from, Width - Right + 16, lowest - 4, new("picture-grid", Inks.Text, 1, 0.4));
            canvas.Text(Width - Right + 20, lowest, Canvas.Short(text, 30), size: 11);
        }
    }

    private static string Description(Negotiation negotiation, IReadOnlyList<SpatialTurn> turns, IReadOnlyList<double> compromise) => string.Join(
        " ", negotiation.Issues.Select((issue, k) => $"{issue}, {turns.Count - 1} turns, compromise {Number(compromise[k])}: {string.Join(", ", negotiation.Actors.Select((actor, a) => $"{actor} from {Number(turns[0].Positions[a][k] * 100)} to {Number(turns[^1].Positions[a][k] * 100)}"))}."));

    private static string Number(double value) => Canvas.F(Math.Round(value, 1));
}
