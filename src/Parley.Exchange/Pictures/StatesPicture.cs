using Parley.Analysis.Stability;

namespace Parley.Exchange.Pictures;

/// <summary>A conflict drawn: states on a ring, each party's gains as arrows with the party's number, equilibria ringed twice, today marked, a path in bold.</summary>
public static class StatesPicture
{
    /// <summary>Most states a picture can show and still be read.</summary>
    public const int MostStates = 64;

    private const double Size = 760;
    private const double Radius = 290;

    /// <param name="graph">At most <see cref="MostStates"/> states.</param>
    /// <param name="equilibria">States that hold for everyone.</param>
    /// <param name="today">Where things stand; null where unknown.</param>
    /// <param name="path">Moves from today, drawn in bold.</param>
    /// <param name="asked">The state asked about, with the moves that lead away from it in bold; null for none.</param>
    /// <param name="departures">Those moves.</param>
    /// <param name="describe">What a state is in words; its pattern where null.</param>
    /// <param name="href">Where a state leads.</param>
    public static string Draw(
        string title, ConflictGraph graph, IReadOnlySet<int> equilibria, int? today = null, IReadOnlyList<Step>? path = null,
        Func<int, string>? describe = null, Func<int, string?>? href = null, int? asked = null, IReadOnlyList<Step>? departures = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(equilibria);
        if (graph.States.Length > MostStates)
            throw new ArgumentException($"a picture shows at most {MostStates} states, this conflict has {graph.States.Length}", nameof(graph));
        string Words(int s) => describe is null ? graph.States[s] : $"{graph.States[s]}: {describe(s)}";
        var held = equilibria.Order().Select(Words).ToList();
        var description = $"{graph.States.Length} states. {(held.Count == 0 ? "None holds for everyone." : $"Holding for everyone: {string.Join("; ", held)}.")}";
        var canvas = new Canvas(Size, Size + 60, title, description, href is not null);
        for (var i = 0; i < graph.Parties.Length; i++)
        {
            canvas.Line(16, 44 + (18 * i), 46, 44 + (18 * i), new($"picture-group-{i}", Inks.Group(i), 1.5, 1, Inks.Dash(i)));
            canvas.Text(52, 48 + (18 * i), $"{i + 1} {graph.Parties[i].Name} gains");
            for (var s = 0; s < graph.States.Length; s++)
                foreach (var to in graph.Parties[i].Moves[s])
                    if (graph.Parties[i].Prefers(to, s))
                        Arrow(canvas, i, Place(s), Place(to), bold: false, $"{graph.Parties[i].Name} gains by moving from {graph.States[s]} to {graph.States[to]}");
        }

        var at = today;
        foreach (var step in path ?? [])
        {
            if (at is { } from)
                Arrow(canvas, step.Mover, Place(from), Place(step.State), bold: true, $"{graph.Parties[step.Mover].Name} moves to {graph.States[step.State]}");
            at = step.State;
        }

        foreach (var step in departures ?? [])
            if (asked is { } from) Arrow(canvas, step.Mover, Place(from), Place(step.State), bold: true, $"{graph.Parties[step.Mover].Name} would leave for {graph.States[step.State]}");

        for (var s = 0; s < graph.States.Length; s++)
        {
            var (x, y) = Place(s);
            canvas.Linked(href?.Invoke(s), $"{Words(s)}{(equilibria.Contains(s) ? ", holds for everyone" : "")}{(s == today ? ", today" : "")}", () =>
            {
                if (equilibria.Contains(s))
                    canvas.Circle(x, y, 20, "picture-equilibrium", "transparent", new("picture-ring", Inks.Text, 2));
                canvas.Circle(x, y, 15, "picture-state", "transparent", new("picture-edge", Inks.Text, s == today ? 3 : 1));
                canvas.Text(x, y + 4, graph.States[s], "middle", size: graph.States[s].Length > 5 ? 7 : 9);
                if (s == today || s == asked)
                    canvas.Text(x, y + 34, s == today && s == asked ? "today, asked about" : s == today ? "today" : "asked about", "middle", size: 10);
            });
        }

        canvas.Text(16, Size + 48, "double ring: holds for everyone · arrows: gains of the party with that number" + (path is { Count: > 0 } ? " · bold: the path from today" : departures is { Count: > 0 } ? " · bold: gains that nothing deters" : ""));
        return canvas.Finish();

        (double X, double Y) Place(int s)
        {
            var angle = (2 * Math.PI * s / graph.States.Length) - (Math.PI / 2);
            return ((Size / 2) + (Radius * Math.Cos(angle)), (Size / 2) + 40 + (Radius * Math.Sin(angle)));
        }
    }

    private static void Arrow(Canvas canvas, int party, (double X, double Y) a, (double X, double Y) b, bool bold, string detail)
    {
        // Bent to one side, so that there and back do not cover each other.
        var (cx, cy) = (((a.X + b.X) / 2) + ((b.Y - a.Y) / 10), ((a.Y + b.Y) / 2) - ((b.X - a.X) / 10));
        var (sx, sy) = Toward(a, (cx, cy), 16);
        var (ex, ey) = Toward(b, (cx, cy), 22);
        canvas.Linked(null, detail, () =>
        {
            canvas.Path(
                $"M{Canvas.F(sx)} {Canvas.F(sy)}Q{Canvas.F(cx)} {Canvas.F(cy)} {Canvas.F(ex)} {Canvas.F(ey)}",
                new($"picture-group-{party}", Inks.Group(party), bold ? 4 : 1.2, bold ? 1 : 0.6, bold ? null : Inks.Dash(party)));
            canvas.Head(ex, ey, ex - cx, ey - cy, $"picture-group-{party}", Inks.Group(party));
            canvas.Text(((sx + (2 * cx) + ex) / 4) + 3, (sy + (2 * cy) + ey) / 4, $"{party + 1}", size: bold ? 13 : 9);
        });
    }

    private static (double X, double Y) Toward((double X, double Y) from, (double X, double Y) to, double far)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = Math.Max(1e-9, Math.Sqrt((dx * dx) + (dy * dy)));
        return (from.X + (dx / length * far), from.Y + (dy / length * far));
    }
}
