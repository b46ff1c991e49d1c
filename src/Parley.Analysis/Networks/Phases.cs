namespace Parley.Analysis.Networks;

/// <summary>How far apart two networks of the same nodes are.</summary>
public enum NetworkDistance
{
    /// <summary>Σ |a − b| over all cells.</summary>
    AbsoluteDifference,

    /// <summary>Σ |λ − λ'| of normalised Laplacian eigenvalues: alike in shape, whoever stands where.</summary>
    Spectral,
}

/// <summary>How windows are grouped.</summary>
public enum PhaseMethod
{
    Single,
    Average,
    Complete,
    Ward,

    /// <summary>k medoids.</summary>
    Medoids,

    /// <summary>k means of the rows of the distance matrix.</summary>
    Means,

    /// <summary>k means of the leading eigenvectors of the normalised similarity.</summary>
    Spectral,
}

public sealed record PhaseSettings
{
    public NetworkDistance Distance { get; init; } = NetworkDistance.AbsoluteDifference;

    public int FewestPhases { get; init; } = 2;

    public int MostPhases { get; init; } = 6;

    /// <summary>The methods to try; all if empty.</summary>
    public IReadOnlyList<PhaseMethod> Methods { get; init; } = [];

    public int Seed { get; init; } = 1;

    public Convention Convention { get; init; } = Convention.Correct;
}

/// <param name="Middles">The moment each window stands for.</param>
/// <param name="Phase">The phase of each window, numbered from 0 in order of first appearance.</param>
/// <param name="Modularity">Of the phases in the network of similarities 1 − distance: higher is clearer, 0 is chance.</param>
/// <param name="Distances">Between windows, divided by the largest.</param>
/// <param name="Positions">Two coordinates a window, by classical scaling of the distances.</param>
public sealed record PhaseResult(
    IReadOnlyList<DateTime> Middles, IReadOnlyList<int> Phase, PhaseMethod Method, double Modularity,
    IReadOnlyList<IReadOnlyList<double>> Distances, IReadOnlyList<(double X, double Y)> Positions);

/// <summary>
/// Groups windows of a debate into phases (after Masuda and Holme): distances between their networks, several clusterings from few to many
/// phases, and of these the one with the highest modularity.
/// </summary>
public sealed class Phases
{
    /// <summary>O(w²·n² + w³) for w windows of n nodes; spectral distance adds O(w·n³).</summary>
    /// <exception cref="NetworkException">Fewer than three windows, or windows of different nodes.</exception>
    public PhaseResult Find(IEnumerable<Network> windows, PhaseSettings settings, CancellationToken cancellationToken = default)
    {
        var networks = windows.ToList();
        if (networks.Count < 3)
            throw new NetworkException($"{networks.Count} windows; phases need at least 3");
        if (networks.Any(n => !n.Rows.SequenceEqual(networks[0].Rows) || !n.Columns.SequenceEqual(networks[0].Columns)))
            throw new NetworkException("phases compare windows of the same nodes: keep isolates");
        if (settings.FewestPhases < 2 || settings.MostPhases < settings.FewestPhases)
            throw new NetworkException($"{settings.FewestPhases} to {settings.MostPhases} phases; expected 2 or more, in ascending order");
        var distances = new WindowDistances(settings).Of(networks, cancellationToken);
        var clustering = new WindowClustering(distances, networks.Count, settings.Seed);
        var methods = settings.Methods.Count > 0 ? settings.Methods : Enum.GetValues<PhaseMethod>();
        var best = (Phase: new int[networks.Count], Method: methods[0], Modularity: double.NegativeInfinity);
        foreach (var method in methods)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var k = settings.FewestPhases; k <= Math.Min(settings.MostPhases, networks.Count - 1); k++)
            {
                var phase = clustering.Into(k, method);
                var modularity = clustering.Modularity(phase);
                if (modularity > best.Modularity + 1e-12)
                    best = (phase, method, modularity);
            }
        }

        var n = networks.Count;
        return new(
            [.. networks.Select(w => w.Middle)], InOrder(best.Phase), best.Method, best.Modularity,
            [.. Enumerable.Range(0, n).Select(i => (IReadOnlyList<double>)distances[(i * n)..((i + 1) * n)])], clustering.Positions());
    }

    private static int[] InOrder(int[] phase)
    {
        var names = new Dictionary<int, int>();
        return [.. phase.Select(p => names.TryGetValue(p, out var name) ? name : names[p] = names.Count)];
    }
}
