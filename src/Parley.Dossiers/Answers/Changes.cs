using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>What moved: by day, then party and issue.</summary>
/// <param name="Moves">New lines, and lines that took the place of others.</param>
/// <param name="Repeated">Lines that were only said again.</param>
/// <param name="Moved">How many lines moved in all; <paramref name="Moves"/> is one page of them.</param>
/// <param name="SaidAgain">How many were said again in all; <paramref name="Repeated"/> is one page of them.</param>
public sealed record Changes(DateOnly? Since, DateOnly? AsOf, ImmutableArray<Change> Moves, ImmutableArray<Change> Repeated, int Moved, int SaidAgain);

/// <param name="Date">Day on which the line after was first reported, or last said again.</param>
/// <param name="Before">The line that it took the place of; null for a first word.</param>
public sealed record Change(Named Party, Named Issue, Movement Movement, DateOnly? Date, PositionShown? Before, PositionShown After);
