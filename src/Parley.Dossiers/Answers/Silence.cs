using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>Live issues on which a party says nothing.</summary>
/// <param name="Today">Day from which the silence is counted back.</param>
/// <param name="Days">A party that has not spoken for so long is silent.</param>
public sealed record Silence(DateOnly? Today, int Days, ImmutableArray<SilentParty> Silent);

/// <param name="Last">Its last word; null where it never spoke on the issue.</param>
/// <param name="Speaking">The parties that did speak on the issue in the meantime, with their last word.</param>
public sealed record SilentParty(Named Party, Named Issue, int? DaysSilent, PositionShown? Last, ImmutableArray<MatrixCell> Speaking);
