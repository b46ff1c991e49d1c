using System.Collections.Immutable;

namespace Parley.Analysis.Bargaining;

/// <summary>Positions as they stand, and the step from one turn to the next.</summary>
internal sealed class SpatialState
{
    private const double Same = 1e-3;
    private readonly SpatialSettings settings;
    private readonly CondorcetElection election;
    private readonly int n;
    private readonly int issues;
    private readonly double[] capability;
    private readonly double[] salience; // actor × issue, 0 to 1
    private readonly double[] total; // of each actor's saliences
    private readonly double[] norm;
    private readonly double[] ideal;
    private double[] position;

    public SpatialState(Negotiation negotiation, SpatialSettings settings)
    {
        this.settings = settings;
        election = new(settings.Voting, settings.Victory, settings.Election);
        (n, issues) = (negotiation.Actors.Count, negotiation.Issues.Count);
        if (settings.IdealAdjustment is { } adjustment && (adjustment.Count != n || adjustment.Any(row => row.Count != n)))
            throw new BargainingException($"expected an adjustment of ideals of {n} × {n} numbers");
        capability = [.. negotiation.Capability];
        (salience, position) = (new double[n * issues], new double[n * issues]);
        (total, norm) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < issues; k++)
            {
                var s = salience[(i * issues) + k] = negotiation.Salience(i, k) / 100;
                position[(i * issues) + k] = negotiation.Position(i, k) / 100;
                total[i] += s;
                norm[i] += s * s;
            }
        }

        ideal = [.. position];
    }

    public SpatialTurn Describe()
    {
        var distances = Distances();
        var risk = Risk(distances);
        var distinct = new List<int>();
        for (var i = 0; i < n; i++)
        {
            if (!distinct.Exists(d => Apart(d, i) < Same))
                distinct.Add(i);
        }

        var utilities = new double[distinct.Count * n];
        for (var d = 0; d < distinct.Count; d++)
        {
            for (var i = 0; i < n; i++)
                utilities[(d * n) + i] = Utility(distances[(i * n) + distinct[d]], risk[i]);
        }

        var probability = election.Probabilities(utilities, capability, distinct.Count);
        return new(Rows(position), Rows(ideal), [.. risk], [.. distinct], [.. probability]);
    }

    /// <summary>Takes one turn and returns how far all positions moved together.</summary>
    public double Move(int turn, CancellationToken cancellationToken)
    {
        var distances = Distances();
        var risk = Risk(distances);
        var bargains = new Bargains(settings, capability, salience, total, position, issues).Strike(distances, risk, cancellationToken);
        var values = Values(bargains, distances, risk);
        var next = new double[position.Length];
        for (var k = 0; k < n; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var taken = Choose(turn, k, bargains, values);
            for (var dim = 0; dim < issues; dim++)
            {
                next[(k * issues) + dim] = taken is null ? position[(k * issues) + dim]
                    : taken.Initiator == k ? taken.InitiatorPosition[dim] : taken.ReceiverPosition[dim];
            }
        }

        var moved = 0.0;
        for (var i = 0; i < n; i++)
        {
            var square = 0.0;
            for (var k = 0; k < issues; k++)
            {
                var step = next[(i * issues) + k] - position[(i * issues) + k];
                square += step * step;
            }

            moved += Math.Sqrt(square);
        }

        position = next;
        AdjustIdeals();
        return moved;
    }

    internal static double Utility(double distance, double risk) =>
        distance <= 1 ? (1 - distance) * (1 + (distance * risk)) : (1 - distance) * (1 + risk);

    /// <summary>How far position j lies from what i would like, as i weighs the issues.</summary>
    private double[] Distances()
    {
        var distances = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                distances[(i * n) + j] = Distance(i, position.AsSpan(j * issues, issues));
        }

        return distances;
    }

    private double Distance(int actor, ReadOnlySpan<double> at)
    {
        if (norm[actor] == 0)
            return 0;
        var sum = 0.0;
        for (var k = 0; k < at.Length; k++)
        {
            var part = salience[(actor * issues) + k] * (ideal[(actor * issues) + k] - at[k]);
            sum += part * part;
        }

        return Math.Sqrt(sum / norm[actor]);
    }

    private double[] Risk(double[] distances)
    {
        var utilities = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                utilities[(j * n) + i] = Utility(distances[(i * n) + j], 0);
        }

        var p = election.Probabilities(utilities, capability, n);
        var (most, least) = (p.Max(), p.Min());
        var span = most - least;
        // all equally likely: nobody is more exposed than another
        if (!(span > 0))
            return new double[n];
        return settings.RiskRange switch
        {
            RiskRange.Min => [.. p.Select(x => (x - least) / span)],
            RiskRange.Max => [.. p.Select(x => ((2 * x) - most - least) / span)],
            _ => [.. p.Select(x => ((3 * x) - most - (2 * least)) / (2 * span))],
        };
    }

    /// <summary>What each bargain would be worth to each actor: the mean of its utilities once the two have moved. The last row is that nobody moves.</summary>
    private double[] Values(List<Bargain> bargains, double[] distances, double[] risk)
    {
        var values = new double[(bargains.Count + 1) * n];
        var now = new double[n];
        for (var a = 0; a < n; a++)
        {
            for (var j = 0; j < n; j++)
                now[j] = Utility(distances[(a * n) + j], risk[a]);
            for (var b = 0; b <= bargains.Count; b++)
            {
                var bargain = b < bargains.Count ? bargains[b] : null;
                var (first, second) = (bargain?.Initiator ?? -1, bargain?.Receiver ?? -1);
                var (u, v) = (0.0, 0.0);
                if (bargain is not null)
                {
                    u = Utility(Distance(a, bargain.InitiatorPosition), risk[a]);
                    v = Utility(Distance(a, bargain.ReceiverPosition), risk[a]);
                }

                var sum = 0.0;
                for (var j = 0; j < n; j++)
                    sum += j == first ? u : j == second ? v : now[j];
                values[(b * n) + a] = sum / n;
            }
        }

        return values;
    }

    private Bargain? Choose(int turn, int actor, List<Bargain> bargains, double[] values)
    {
        List<int> table = [bargains.Count];
        for (var b = 0; b < bargains.Count; b++)
        {
            if (bargains[b].Initiator == actor || bargains[b].Receiver == actor)
                table.Add(b);
        }

        if (table.Count == 1)
            return null;
        var utilities = new double[table.Count * n];
        for (var b = 0; b < table.Count; b++)
            values.AsSpan(table[b] * n, n).CopyTo(utilities.AsSpan(b * n));
        var p = election.Probabilities(utilities, capability, table.Count);
        var chosen = settings.Transitions == Transitions.Stochastic ? Draw.Choose(p, Draw.Unit(settings.Seed, turn, actor)) : First(p);
        return table[chosen] == bargains.Count ? null : bargains[table[chosen]];
    }

    private static int First(double[] p)
    {
        var best = 0;
        for (var b = 1; b < p.Length; b++)
        {
            if (p[b] > p[best])
                best = b;
        }

        return best;
    }

    private void AdjustIdeals()
    {
        if (settings.IdealAdjustment is not { } adjustment)
        {
            position.CopyTo(ideal, 0);
            return;
        }

        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < issues; k++)
            {
                var (sum, shares) = (0.0, 0.0);
                for (var j = 0; j < n; j++)
                {
                    sum += adjustment[i][j] * position[(j * issues) + k];
                    shares += adjustment[i][j];
                }

                ideal[(i * issues) + k] = sum + ((1 - shares) * ideal[(i * issues) + k]);
            }
        }
    }

    private double Apart(int a, int b)
    {
        var square = 0.0;
        for (var k = 0; k < issues; k++)
        {
            var d = position[(a * issues) + k] - position[(b * issues) + k];
            square += d * d;
        }

        return Math.Sqrt(square);
    }

    private ImmutableArray<ImmutableArray<double>> Rows(double[] flat) =>
        [.. Enumerable.Range(0, n).Select(i => flat.AsSpan(i * issues, issues).ToImmutableArray())];
}
