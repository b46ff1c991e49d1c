using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Positions;

/// <summary>What each party demands, refuses, offers or calls a red line, and on what.</summary>
public sealed class PositionReader
{
    public (ImmutableArray<Issue> Issues, ImmutableArray<Position> Positions) Read(
        Document document, ActorTable actors, ImmutableArray<DateExpression> dates, ImmutableArray<Statement> statements) => ([], []);
}
