namespace Parley.Analysis.Networks;

/// <summary>Distances between networks of the same nodes, divided by the largest.</summary>
internal sealed class WindowDistances(PhaseSettings settings)
{
    public double[] Of(IReadOnlyList<Network> networks, CancellationToken cancellationToken)
    {
        var n = networks.Count;
        var distances = new double[n * n];
        var points = settings.Distance == NetworkDistance.Spectral
            ? networks.Select(new NetworkSpectrum(settings.Convention).Of).ToList()
            : [.. networks.Select(w => w.Weights)];
        for (var i = 0; i < n; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var j = i + 1; j < n; j++)
                distances[(i * n) + j] = distances[(j * n) + i] = NetworkSpectrum.Distance(points[i], points[j]);
        }

        var largest = distances.Max();
        return largest == 0 ? distances : [.. distances.Select(d => d / largest)];
    }
}
