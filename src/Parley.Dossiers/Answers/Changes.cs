using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>What moved: by day, then party and issue.</summary>
/// <param name="Moves">New lines, and lines that took the place of others.</param>
/// <param name="Repeated">Lines that were only said again.</param>
public sealed record Changes(DateOnly? Since, DateOnly? AsOf, ImmutableArray<Change> Moves, ImmutableArray<Change> Repeated);

/// <param name="Date">Day on which the line after was first reported, or last said again.</param>
/// <param name="Before">The line that it took the place of; null for a first word.</param>
public sealed record Change(Named Party, Named Issue, Movement Movement, DateOnly? Date, PositionShown? Before, PositionShown After);
