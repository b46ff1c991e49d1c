using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>How the statements that a question finds spread over parties, speakers, issues, acts, modes and outlets; the most frequent first.</summary>
public sealed record Facets(
    ImmutableArray<Facet> Parties,
    ImmutableArray<Facet> Speakers,
    ImmutableArray<Facet> Issues,
    ImmutableArray<Facet> Acts,
    ImmutableArray<Facet> Modes,
    ImmutableArray<Facet> Outlets);

/// <param name="Value">As a question names it.</param>
public readonly record struct Facet(string Value, int Count);
