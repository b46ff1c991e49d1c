namespace Parley.Analysis.Networks;

/// <summary>How to look for a backbone.</summary>
public enum BackboneMethod
{
    /// <summary>Drop, again and again, the column whose loss changes the network least.</summary>
    Nested,

    /// <summary>The best backbone of a given size, by simulated annealing.</summary>
    Fixed,

    /// <summary>The best backbone of any size, by simulated annealing with a reward for being small.</summary>
    Penalty,
}

public sealed record BackboneSettings
{
    public BackboneMethod Method { get; init; } = BackboneMethod.Nested;

    /// <summary>Columns in a fixed backbone.</summary>
    public int Size { get; init; } = 1;

    /// <summary>The loss is multiplied by exp(−Penalty × the share of columns left out).</summary>
    public double Penalty { get; init; } = 3.5;

    public int Iterations { get; init; } = 10_000;

    public int Seed { get; init; } = 1;
}

/// <summary>One step of a nested search: the column dropped, and what remains.</summary>
public sealed record BackboneStep(int Iteration, string Dropped, double BackboneLoss, double RedundantLoss, int StatementCount);

/// <summary>Columns that carry the network, those that do not, and how far the network of each lies from the whole (0 to 2).</summary>
/// <param name="Steps">The order of dropping in a nested search; empty otherwise.</param>
public sealed record BackboneResult(
    IReadOnlyList<string> Backbone, IReadOnlyList<string> Redundant, double BackboneLoss, double RedundantLoss, IReadOnlyList<BackboneStep> Steps);

/// <summary>
/// Which concepts (columns) suffice to give the same network of actors: the backbone of Leifeld and Henrichsen. The network is one-mode,
/// usually subtract with average; a backbone loses Σ|λ − λ'| of the normalised Laplacian eigenvalues.
/// </summary>
public sealed class Backbone
{
    /// <summary>A nested search evaluates about half the square of the columns; each evaluation is cubic in the rows.</summary>
    /// <exception cref="NetworkException">A two-mode network, or a size that does not fit.</exception>
    public BackboneResult Find(
        StatementTable table, NetworkSettings settings, BackboneSettings backbone, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var evaluator = new BackboneEvaluator(table, settings, cancellationToken);
        if (backbone.Method == BackboneMethod.Nested)
            return Nested(evaluator, progress);
        if (backbone.Method == BackboneMethod.Fixed && (backbone.Size < 1 || backbone.Size >= evaluator.Columns.Count))
            throw new NetworkException($"a backbone of {backbone.Size} columns; expected 1 to {evaluator.Columns.Count - 1}");
        return Anneal(evaluator, backbone, progress);
    }

    private static BackboneResult Nested(BackboneEvaluator evaluator, IProgress<double>? progress)
    {
        var n = evaluator.Columns.Count;
        var inside = Enumerable.Repeat(true, n).ToArray();
        var steps = new List<BackboneStep>();
        for (var iteration = 1; iteration <= n; iteration++)
        {
            var (best, bestLoss) = (-1, double.PositiveInfinity);
            for (var c = 0; c < n; c++)
            {
                if (!inside[c])
                    continue;
                inside[c] = false;
                var loss = evaluator.Loss(inside);
                inside[c] = true;
                if (loss < bestLoss)
                    (best, bestLoss) = (c, loss);
            }

            inside[best] = false;
            var redundant = evaluator.Loss([.. inside.Select(i => !i)]);
            steps.Add(new(iteration, evaluator.Columns[best], bestLoss, redundant, evaluator.StatementCount(inside)));
            progress?.Report(iteration / (double)n);
        }

        var order = steps.Select(s => s.Dropped).Reverse().ToList();
        return new(order, [], 0, 1, steps);
    }

    private static BackboneResult Anneal(BackboneEvaluator evaluator, BackboneSettings settings, IProgress<double>? progress)
    {
        var n = evaluator.Columns.Count;
        var random = new Random(settings.Seed);
        var current = new bool[n];
        var size = settings.Method == BackboneMethod.Fixed ? settings.Size : Math.Max(1, n / 2);
        foreach (var c in Enumerable.Range(0, n).OrderBy(_ => random.Next()).Take(size))
            current[c] = true;
        var penalty = settings.Method == BackboneMethod.Fixed ? 0 : settings.Penalty;
        var loss = evaluator.Penalised(current, penalty);
        var (best, bestLoss) = (current, loss);
        for (var t = 1; t <= settings.Iterations; t++)
        {
            var proposal = Move(current, settings.Method, random);
            var proposed = evaluator.Penalised(proposal, penalty);
            var temperature = 1 - (1 / (1 + Math.Exp(5 - (12.0 * t / settings.Iterations))));
            if (proposed <= loss || random.NextDouble() < Math.Exp(-(proposed - loss)) * temperature)
                (current, loss) = (proposal, proposed);
            if (loss < bestLoss)
                (best, bestLoss) = (current, loss);
            if ((t & 63) == 0)
                progress?.Report(t / (double)settings.Iterations);
        }

        bool[] rest = [.. best.Select(b => !b)];
        return new(evaluator.Names(best), evaluator.Names(rest), evaluator.Loss(best), evaluator.Loss(rest), []);
    }

    private static bool[] Move(bool[] current, BackboneMethod method, Random random)
    {
        bool[] moved = [.. current];
        var inside = Enumerable.Range(0, moved.Length).Where(c => moved[c]).ToList();
        var outside = Enumerable.Range(0, moved.Length).Where(c => !moved[c]).ToList();
        var kind = method == BackboneMethod.Fixed ? 2 : random.Next(3);
        var add = kind is 0 or 2 && outside.Count > 0;
        var remove = kind is 1 or 2 && (inside.Count > 1 || (add && inside.Count > 0));
        if (add)
            moved[outside[random.Next(outside.Count)]] = true;
        if (remove)
            moved[inside[random.Next(inside.Count)]] = false;
        return moved;
    }
}
