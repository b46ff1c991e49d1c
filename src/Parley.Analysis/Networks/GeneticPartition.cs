namespace Parley.Analysis.Networks;

/// <summary>Breeds balanced partitions. A child takes each node's cluster from either parent after their labels are matched.</summary>
internal sealed class GeneticPartition(PartitionQuality quality, PolarisationSettings settings, Random random)
{
    /// <summary>The search ends when the best has not changed for so many generations.</summary>
    private const int Patience = 10;

    public PolarisationResult Search(CancellationToken cancellationToken)
    {
        var population = Enumerable.Range(0, Math.Max(2, settings.Parents))
            .Select(_ => Scored(Polarisation.Balanced(quality.Nodes, settings.Clusters, random))).OrderByDescending(p => p.Score).ToList();
        var elite = Math.Clamp((int)(settings.Elite * population.Count), 1, population.Count - 1);
        var history = new List<double> { population[0].Score };
        for (var (generation, still) = (0, 0); generation < settings.Iterations && still < Patience; generation++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var next = population.Take(elite).ToList();
            while (next.Count < population.Count)
                next.Add(Scored(Child(Parent(population), Parent(population))));
            population = [.. next.OrderByDescending(p => p.Score)];
            still = population[0].Score > history[^1] + 1e-12 ? 0 : still + 1;
            history.Add(population[0].Score);
        }

        return new(population[0].Score, population[0].Partition, history);
    }

    private (int[] Partition, double Score) Scored(int[] partition) => (partition, quality.Of(partition));

    /// <summary>The better of two drawn at random.</summary>
    private int[] Parent(List<(int[] Partition, double Score)> population) =>
        population[Math.Min(random.Next(population.Count), random.Next(population.Count))].Partition;

    private int[] Child(int[] mother, int[] father)
    {
        var names = Matched(mother, father);
        var child = new int[mother.Length];
        for (var i = 0; i < child.Length; i++)
            child[i] = random.Next(2) == 0 ? mother[i] : names[father[i]];
        Rebalance(child);
        for (var swaps = (int)Math.Round(settings.Mutation * child.Length / 2); swaps > 0; swaps--)
        {
            var (i, j) = (random.Next(child.Length), random.Next(child.Length));
            (child[i], child[j]) = (child[j], child[i]);
        }

        return child;
    }

    /// <summary>For each of the father's clusters the mother's that it overlaps most, each taken once.</summary>
    private int[] Matched(int[] mother, int[] father)
    {
        var k = settings.Clusters;
        var overlap = new int[k, k];
        for (var i = 0; i < mother.Length; i++)
            overlap[father[i], mother[i]]++;
        var names = Enumerable.Repeat(-1, k).ToArray();
        var pairs = Enumerable.Range(0, k * k).Select(p => (Father: p / k, Mother: p % k)).OrderByDescending(p => overlap[p.Father, p.Mother]);
        foreach (var (f, m) in pairs)
        {
            if (names[f] < 0 && !names.Contains(m))
                names[f] = m;
        }

        return names;
    }

    private void Rebalance(int[] partition)
    {
        var k = settings.Clusters;
        var wanted = Enumerable.Range(0, k).Select(c => (partition.Length / k) + (c < partition.Length % k ? 1 : 0)).ToArray();
        foreach (var c in partition)
            wanted[c]--;
        foreach (var i in Enumerable.Range(0, partition.Length).OrderBy(_ => random.Next()))
        {
            if (wanted[partition[i]] >= 0)
                continue;
            wanted[partition[i]]++;
            partition[i] = Array.FindIndex(wanted, w => w > 0);
            wanted[partition[i]]--;
        }
    }
}
