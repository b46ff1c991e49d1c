namespace Parley.Analysis.Bargaining;

/// <summary>What one actor does to a forecast.</summary>
/// <param name="Share">Of all capability × salience.</param>
/// <param name="Without">The forecast if the actor were not there.</param>
/// <param name="Pull">The forecast less that.</param>
public sealed record ActorInfluence(int Actor, double Share, double Without, double Pull);

/// <summary>How far every actor pulls a forecast, by leaving one out at a time.</summary>
public sealed class Influence(Func<Negotiation, double> forecast)
{
    /// <summary>Every actor, the strongest pull first. One forecast an actor, in parallel.</summary>
    public IReadOnlyList<ActorInfluence> Measure(Negotiation issue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(issue);
        if (issue.Actors.Count < 2)
            throw new BargainingException("influence needs at least two actors");
        var all = forecast(issue);
        double[] weight = [.. Enumerable.Range(0, issue.Actors.Count).Select(a => issue.Capability[a] * issue.Salience(a, 0))];
        var sum = weight.Sum();
        var found = new ActorInfluence[weight.Length];
        Parallel.For(0, found.Length, new() { CancellationToken = cancellationToken }, a =>
        {
            var without = forecast(issue.Without(a));
            found[a] = new(a, sum == 0 ? 0 : weight[a] / sum, without, all - without);
        });
        return [.. found.OrderByDescending(i => Math.Abs(i.Pull))];
    }
}
