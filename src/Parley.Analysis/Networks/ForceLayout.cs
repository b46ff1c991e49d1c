namespace Parley.Analysis.Networks;

/// <summary>
/// Positions of the nodes of a network in the unit square: ties of positive weight pull, all nodes push (Fruchterman and Reingold, 1991).
/// Starts from a circle, so the same network always gives the same picture. Rows come first, then the columns of a two-mode network.
/// </summary>
public sealed class ForceLayout
{
    private const int Rounds = 300;

    /// <summary>O(rounds × n²).</summary>
    public IReadOnlyList<(double X, double Y)> Place(Network network, CancellationToken cancellationToken = default)
    {
        var offset = network.Mode == NetworkMode.OneMode ? 0 : network.Rows.Count;
        var n = network.Rows.Count + (offset > 0 ? network.Columns.Count : 0);
        var ties = network.Ties().ToList();
        var strongest = ties.Count == 0 ? 1 : ties.Max(t => Math.Abs(t.Weight));
        var at = Enumerable.Range(0, n).Select(i => (X: Math.Cos(2.4 * i) * (0.3 + (0.2 * i / n)), Y: Math.Sin(2.4 * i) * (0.3 + (0.2 * i / n)))).ToArray();
        var move = new (double X, double Y)[n];
        var ideal = Math.Sqrt(1.0 / Math.Max(1, n));
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Push(at, move, ideal);
            foreach (var tie in ties)
            {
                if (tie.Weight > 0 || network.Mode == NetworkMode.TwoMode)
                    Pull(at, move, tie.Row, offset + tie.Column, Math.Abs(tie.Weight) / strongest / ideal);
            }

            var heat = 0.1 * (1 - (round / (double)Rounds));
            for (var i = 0; i < n; i++)
            {
                var length = Math.Max(1e-9, Math.Sqrt((move[i].X * move[i].X) + (move[i].Y * move[i].Y)));
                var step = Math.Min(length, heat) / length;
                at[i] = (at[i].X + (move[i].X * step), at[i].Y + (move[i].Y * step));
            }
        }

        return Fitted(at);
    }

    private static void Push((double X, double Y)[] at, (double X, double Y)[] move, double ideal)
    {
        for (var i = 0; i < at.Length; i++)
        {
            // A little gravity keeps parts that no tie connects in the picture.
            double x = -at[i].X * 0.5, y = -at[i].Y * 0.5;
            for (var j = 0; j < at.Length; j++)
            {
                var (dx, dy) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
                var force = i == j ? 0 : ideal * ideal / Math.Max(1e-9, (dx * dx) + (dy * dy));
                x += dx * force;
                y += dy * force;
            }

            move[i] = (x, y);
        }
    }

    private static void Pull((double X, double Y)[] at, (double X, double Y)[] move, int a, int b, double strength)
    {
        var (dx, dy) = (at[a].X - at[b].X, at[a].Y - at[b].Y);
        var force = strength * Math.Sqrt((dx * dx) + (dy * dy));
        move[a] = (move[a].X - (dx * force), move[a].Y - (dy * force));
        move[b] = (move[b].X + (dx * force), move[b].Y + (dy * force));
    }

    private static IReadOnlyList<(double X, double Y)> Fitted((double X, double Y)[] at)
    {
        if (at.Length == 0)
            return at;
        var (left, right, top, bottom) = (at.Min(p => p.X), at.Max(p => p.X), at.Min(p => p.Y), at.Max(p => p.Y));
        double Scaled(double value, double low, double high) => high - low < 1e-9 ? 0.5 : (value - low) / (high - low);
        return [.. at.Select(p => (Scaled(p.X, left, right), Scaled(p.Y, top, bottom)))];
    }
}
