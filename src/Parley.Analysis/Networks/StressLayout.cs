namespace Parley.Analysis.Networks;

/// <summary>
/// Positions of the nodes of a network in the unit square, so that the distances drawn come near the distances in the network: parties that
/// agree stand close, parties in conflict far apart. The same network always gives the same picture.
/// </summary>
/// <remarks>Method: stress majorisation, Gansner, Koren and North (2004), one node at a time, from a spiral.</remarks>
public sealed class StressLayout
{
    private const int MostRounds = 200;
    private const double Still = 1e-4;
    private const double ConflictLength = 3;
    private const double ApartLength = 4;

    /// <summary>Rows come first, then the columns of a two-mode network. O(rounds × n² + n × ties).</summary>
    public IReadOnlyList<(double X, double Y)> Place(Network network, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (network.Mode == NetworkMode.OneMode)
            return Place(network.Rows.Count, [.. network.Ties()], cancellationToken);
        var offset = network.Rows.Count;
        return Place(offset + network.Columns.Count, [.. network.Ties().Select(t => new Tie(t.Row, offset + t.Column, Math.Abs(t.Weight)))], cancellationToken);
    }

    /// <param name="nodes">How many there are.</param>
    /// <param name="ties">Between them; a negative weight is conflict.</param>
    public IReadOnlyList<(double X, double Y)> Place(int nodes, IReadOnlyList<Tie> ties, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var length = Lengths(nodes, ties, cancellationToken);
        var at = Enumerable.Range(0, nodes).Select(i => (X: Math.Sqrt(i + 1) * Math.Cos(2.4 * i), Y: Math.Sqrt(i + 1) * Math.Sin(2.4 * i))).ToArray();
        for (var round = 0; round < MostRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = 0.0;
            for (var i = 0; i < nodes; i++)
                moved = Math.Max(moved, Settle(at, length[i], i));
            if (moved < Still)
                break;
        }

        return Fitted(at);
    }

    /// <summary>Puts one node where the stress of its ties is least, by the majorising bound; tells how far it went.</summary>
    private static double Settle((double X, double Y)[] at, float[] length, int i)
    {
        var (x, y, sum) = (0.0, 0.0, 0.0);
        for (var j = 0; j < at.Length; j++)
        {
            if (j == i)
                continue;
            var (dx, dy) = (at[i].X - at[j].X, at[i].Y - at[j].Y);
            var distance = Math.Max(1e-9, Math.Sqrt((dx * dx) + (dy * dy)));
            double ideal = length[j];
            var weight = 1 / (ideal * ideal);
            x += weight * (at[j].X + (ideal * dx / distance));
            y += weight * (at[j].Y + (ideal * dy / distance));
            sum += weight;
        }

        if (sum == 0)
            return 0;
        var (oldX, oldY) = at[i];
        at[i] = (x / sum, y / sum);
        return Math.Max(Math.Abs(at[i].X - oldX), Math.Abs(at[i].Y - oldY));
    }

    /// <summary>A tie is the shorter the stronger it is, from 1 to 2; without one, as many ties as lie between, at most a fixed length.</summary>
    private static float[][] Lengths(int nodes, IReadOnlyList<Tie> ties, CancellationToken cancellationToken)
    {
        var friends = new List<int>[nodes];
        for (var i = 0; i < nodes; i++)
            friends[i] = [];
        foreach (var tie in ties)
        {
            if (tie.Weight <= 0)
                continue;
            friends[tie.Row].Add(tie.Column);
            friends[tie.Column].Add(tie.Row);
        }

        var length = new float[nodes][];
        for (var i = 0; i < nodes; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            length[i] = Hops(friends, i);
        }

        var strongest = ties.Count == 0 ? 1 : ties.Max(t => Math.Abs(t.Weight));
        foreach (var tie in ties)
        {
            var drawn = tie.Weight < 0 ? ConflictLength + (Math.Abs(tie.Weight) / strongest) : 2 - (tie.Weight / strongest);
            length[tie.Row][tie.Column] = length[tie.Column][tie.Row] = (float)drawn;
        }

        return length;
    }

    private static float[] Hops(List<int>[] friends, int start)
    {
        var hops = new float[friends.Length];
        Array.Fill(hops, (float)ApartLength);
        var known = new bool[friends.Length];
        known[start] = true;
        var queue = new List<(int Node, int Hops)> { (start, 0) };
        for (var at = 0; at < queue.Count && queue.Count < friends.Length; at++)
        {
            foreach (var next in friends[queue[at].Node])
            {
                if (known[next])
                    continue;
                known[next] = true;
                hops[next] = (float)(1.5 * (queue[at].Hops + 1));
                queue.Add((next, queue[at].Hops + 1));
            }
        }

        return hops;
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
