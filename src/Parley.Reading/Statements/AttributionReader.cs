using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>Finds who said what in the report's own words: source, cue and content.</summary>
public sealed class AttributionReader
{
    public ImmutableArray<Attribution> Read(Document document) => [];
}
