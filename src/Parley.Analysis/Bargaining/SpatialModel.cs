using System.Collections.Immutable;

namespace Parley.Analysis.Bargaining;

/// <summary>Where everyone stands after a turn.</summary>
/// <param name="Positions">A row for every actor, a value from 0 to 1 for every issue.</param>
/// <param name="Ideals">What every actor would like best, as the positions.</param>
/// <param name="Risk">Every actor's attitude to risk: the weaker its position, the more it dares.</param>
/// <param name="Distinct">The first actor at each position that differs by more than 0.001.</param>
/// <param name="Probability">Of each distinct position in an election among them.</param>
public sealed record SpatialTurn(
    ImmutableArray<ImmutableArray<double>> Positions, ImmutableArray<ImmutableArray<double>> Ideals, ImmutableArray<double> Risk,
    ImmutableArray<int> Distinct, ImmutableArray<double> Probability);

/// <summary>
/// The spatial bargaining model: each turn every actor challenges whom it gains most by challenging, the two strike a bargain, and
/// everyone takes the bargain that would win an election among those on its table. After Bueno de Mesquita's expected utility model
/// as restated by Wise, Lester and Efird (2015); the steps are in docs/bargaining.md.
/// </summary>
public sealed class SpatialModel
{
    private const double StopRatio = 0.02;

    /// <summary>All turns, the start first. O(actors³) a turn.</summary>
    /// <exception cref="BargainingException">An actor has no position on some issue, or there are fewer than two actors.</exception>
    public IReadOnlyList<SpatialTurn> Run(Negotiation negotiation, SpatialSettings settings, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(negotiation);
        ArgumentNullException.ThrowIfNull(settings);
        if (!negotiation.Complete)
            throw new BargainingException("the spatial model needs a position of every actor on every issue; compute the issues one by one");
        var state = new SpatialState(negotiation, settings);
        var turns = new List<SpatialTurn>();
        double first = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            turns.Add(state.Describe());
            if (turns.Count > settings.MostTurns)
                break;
            var moved = state.Move(turns.Count - 1, cancellationToken);
            progress?.Report(turns.Count / (double)settings.MostTurns);
            if (turns.Count == 1)
                first = moved;
            else if (moved / (first + 1e-4) < StopRatio)
            {
                turns.Add(state.Describe());
                break;
            }
        }

        return turns;
    }
}
