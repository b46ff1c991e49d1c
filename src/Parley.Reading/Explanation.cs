using System.Collections.Immutable;

namespace Parley.Reading;

/// <summary>Why one statement or position of a reading was read so.</summary>
/// <param name="Id">Of the statement or position.</param>
/// <param name="Reasons">What decided and by which words, one reason a line, in the order of the decisions.</param>
public sealed record Explanation(string Id, ImmutableArray<string> Reasons);
