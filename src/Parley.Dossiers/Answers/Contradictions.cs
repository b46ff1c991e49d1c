using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>Pairs of sentences in which one party stands on both sides of an issue within a few days; the last first.</summary>
/// <param name="Total">How many there are in all; <paramref name="Shown"/> is one page of them.</param>
public sealed record Contradictions(int Days, int Total, ImmutableArray<Contradiction> Shown);

/// <param name="Kind">What may explain it.</param>
public sealed record Contradiction(Named Party, Named Issue, ContradictionKind Kind, PositionShown First, PositionShown Second);

public enum ContradictionKind
{
    /// <summary>Two persons speak for the party.</summary>
    Speakers,

    /// <summary>One person says different things to different audiences.</summary>
    Audiences,

    /// <summary>One person, or the party itself, says both.</summary>
    Same,

    /// <summary>Two reports tell it differently in their own voice.</summary>
    Reports,
}
