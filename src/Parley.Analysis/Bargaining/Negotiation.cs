namespace Parley.Analysis.Bargaining;

/// <summary>
/// Who bargains over what: actors with a capability, and for every issue a position and a salience. Positions lie on the scale
/// 0 to 100, saliences are percentages; an actor without a position on an issue has the position NaN and takes no part in it.
/// </summary>
public sealed class Negotiation
{
    private readonly double[] positions;
    private readonly double[] saliences;

    /// <param name="positions">A row for every actor, a value for every issue.</param>
    /// <param name="saliences">As the positions.</param>
    /// <exception cref="BargainingException">A value is missing or out of its range.</exception>
    public Negotiation(
        IReadOnlyList<string> actors, IReadOnlyList<string> issues, IReadOnlyList<double> capability,
        IReadOnlyList<IReadOnlyList<double>> positions, IReadOnlyList<IReadOnlyList<double>> saliences)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(issues);
        ArgumentNullException.ThrowIfNull(capability);
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(saliences);
        if (actors.Count == 0 || issues.Count == 0)
            throw new BargainingException("expected at least one actor and one issue");
        if (capability.Count != actors.Count || positions.Count != actors.Count || saliences.Count != actors.Count)
            throw new BargainingException("expected a capability, positions and saliences for every actor");
        (Actors, Issues, Capability) = (actors, issues, [.. capability]);
        this.positions = new double[actors.Count * issues.Count];
        this.saliences = new double[actors.Count * issues.Count];
        for (var a = 0; a < actors.Count; a++)
        {
            if (capability[a] is not (>= 0 and <= MostCapability))
                throw new BargainingException(FormattableString.Invariant($"{actors[a]}: expected a capability from 0 to {MostCapability:0e0}, found {capability[a]}"));
            if (positions[a].Count != issues.Count || saliences[a].Count != issues.Count)
                throw new BargainingException($"{actors[a]}: expected a position and a salience for each of {issues.Count} issues");
            for (var k = 0; k < issues.Count; k++)
            {
                var (position, salience) = (positions[a][k], saliences[a][k]);
                if (!double.IsNaN(position) && position is not (>= 0 and <= 100))
                    throw new BargainingException(FormattableString.Invariant($"{actors[a]}, {issues[k]}: expected a position from 0 to 100, found {position}"));
                if (salience is not (>= 0 and <= 100))
                    throw new BargainingException(FormattableString.Invariant($"{actors[a]}, {issues[k]}: expected a salience from 0 to 100, found {salience}"));
                this.positions[(a * issues.Count) + k] = position;
                this.saliences[(a * issues.Count) + k] = salience;
            }
        }
    }

    /// <summary>Only ratios count; beyond this, products of weights would overflow.</summary>
    public const double MostCapability = 1e12;

    public IReadOnlyList<string> Actors { get; }

    public IReadOnlyList<string> Issues { get; }

    public IReadOnlyList<double> Capability { get; }

    /// <summary>Whether every actor has a position on every issue.</summary>
    public bool Complete => !positions.Any(double.IsNaN);

    public double Position(int actor, int issue) => positions[(actor * Issues.Count) + issue];

    public double Salience(int actor, int issue) => saliences[(actor * Issues.Count) + issue];

    /// <summary>One issue, with the actors that have a position on it.</summary>
    public Negotiation Only(int issue)
    {
        int[] present = [.. Enumerable.Range(0, Actors.Count).Where(a => !double.IsNaN(Position(a, issue)))];
        if (present.Length == 0)
            throw new BargainingException($"{Issues[issue]}: nobody has a position");
        return new(
            [.. present.Select(a => Actors[a])], [Issues[issue]], [.. present.Select(a => Capability[a])],
            [.. present.Select(a => (IReadOnlyList<double>)[Position(a, issue)])], [.. present.Select(a => (IReadOnlyList<double>)[Salience(a, issue)])]);
    }

    /// <summary>The negotiation without one actor.</summary>
    public Negotiation Without(int actor) => Changed(
        Enumerable.Range(0, Actors.Count).Where(a => a != actor), a => Capability[a], Position, Salience);

    /// <summary>The same actors and issues with other numbers.</summary>
    public Negotiation With(Func<int, double> capability, Func<int, int, double> position, Func<int, int, double> salience) =>
        Changed(Enumerable.Range(0, Actors.Count), capability, position, salience);

    private Negotiation Changed(IEnumerable<int> kept, Func<int, double> capability, Func<int, int, double> position, Func<int, int, double> salience)
    {
        int[] actors = [.. kept];
        return new(
            [.. actors.Select(a => Actors[a])], Issues, [.. actors.Select(capability)],
            [.. actors.Select(a => (IReadOnlyList<double>)[.. Enumerable.Range(0, Issues.Count).Select(k => position(a, k))])],
            [.. actors.Select(a => (IReadOnlyList<double>)[.. Enumerable.Range(0, Issues.Count).Select(k => salience(a, k))])]);
    }
}
