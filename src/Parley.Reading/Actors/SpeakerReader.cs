using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Actors;

/// <summary>Who made each attribution, to whom and when: attributions become statements.</summary>
public sealed class SpeakerReader
{
    public ImmutableArray<Statement> Read(
        Document document, ActorTable actors, ImmutableArray<DateExpression> dates, ImmutableArray<Attribution> attributions) =>
        [.. attributions.Select((a, i) => new Statement($"s{i + 1}", null, a.Source, a.Cue, a.Content, a.Mode, a.Kind, null, null, a.Confidence))];
}
