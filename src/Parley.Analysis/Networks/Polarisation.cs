namespace Parley.Analysis.Networks;

public enum PolarisationAlgorithm
{
    /// <summary>Swap two nodes as long as that helps.</summary>
    Greedy,

    /// <summary>Breed partitions: the best tenth survives, others are crossed and mutated.</summary>
    Genetic,
}

public sealed record PolarisationSettings
{
    public int Clusters { get; init; } = 2;

    public PolarisationAlgorithm Algorithm { get; init; } = PolarisationAlgorithm.Greedy;

    /// <summary>How often a greedy search starts from a new random partition.</summary>
    public int Restarts { get; init; } = 10;

    public int Parents { get; init; } = 50;

    public double Elite { get; init; } = 0.1;

    /// <summary>Share of the nodes that swap clusters in a child.</summary>
    public double Mutation { get; init; } = 0.1;

    public int Iterations { get; init; } = 1000;

    public int Seed { get; init; } = 1;

    /// <summary>Divide by the highest possible score, so that networks of different size compare.</summary>
    public bool Normalise { get; init; } = true;

    public Convention Convention { get; init; } = Convention.Correct;
}

/// <param name="Score">How clearly the nodes fall into clusters that agree within and conflict between; 0 to 1 if normalised.</param>
/// <param name="Clusters">The cluster of each row, from 0.</param>
/// <param name="History">The best score after each round of the search that found it.</param>
public sealed record PolarisationResult(double Score, IReadOnlyList<int> Clusters, IReadOnlyList<double> History);

/// <summary>Polarisation of a debate: the balanced partition of the actors that best fits congruence within and conflict between clusters.</summary>
public sealed class Polarisation
{
    /// <summary>Greedy: O(n²) a round, and O(n) a swap made. Genetic: O(parents × n²) a generation.</summary>
    /// <exception cref="NetworkException">Networks of different nodes, or more clusters than nodes.</exception>
    public PolarisationResult Measure(Network congruence, Network conflict, PolarisationSettings settings, CancellationToken cancellationToken = default)
    {
        if (!congruence.Rows.SequenceEqual(conflict.Rows))
            throw new NetworkException("polarisation needs congruence and conflict networks of the same nodes");
        var n = congruence.Rows.Count;
        if (n == 0)
            return new(0, [], []);
        if (settings.Clusters < 2 || settings.Clusters > n)
            throw new NetworkException($"{settings.Clusters} clusters of {n} nodes; expected 2 to {n}");
        var quality = new PartitionQuality(congruence, conflict, settings.Clusters, settings.Normalise, settings.Convention);
        var random = new Random(settings.Seed);
        if (settings.Algorithm == PolarisationAlgorithm.Genetic)
            return new GeneticPartition(quality, settings, random).Search(cancellationToken);
        PolarisationResult? best = null;
        for (var start = 0; start < Math.Max(1, settings.Restarts); start++)
        {
            var found = Climb(quality, Balanced(n, settings.Clusters, random), cancellationToken);
            best = best is null || found.Score > best.Score ? found : best;
        }

        return best!;
    }

    /// <summary>About how many steps a measurement takes; a step is some ten nanoseconds.</summary>
    public static double Effort(int nodes, PolarisationSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // Greedy searches end after some ten rounds; genetic ones mostly after a tenth of the generations allowed.
        var rounds = settings.Algorithm == PolarisationAlgorithm.Greedy ? 10.0 * settings.Restarts * settings.Clusters : settings.Parents * (double)settings.Iterations / 10;
        return rounds * nodes * nodes;
    }

    internal static int[] Balanced(int n, int clusters, Random random)
    {
        int[] partition = [.. Enumerable.Range(0, n).Select(i => i % clusters)];
        random.Shuffle(partition);
        return partition;
    }

    private static PolarisationResult Climb(PartitionQuality quality, int[] partition, CancellationToken cancellationToken)
    {
        var history = new List<double> { quality.Of(partition) };
        var gains = quality.Swaps(partition);
        for (var improved = true; improved; gains.Renew())
        {
            improved = false;
            for (var i = 0; i < partition.Length; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var j = i + 1; j < partition.Length; j++)
                {
                    if (partition[i] == partition[j] || gains.Of(i, j) <= 1e-12)
                        continue;
                    gains.Swap(i, j);
                    improved = true;
                }
            }

            history.Add(quality.Of(partition));
        }

        return new(history[^1], partition, history);
    }
}
