using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Meetings;

/// <summary>When and where they met or will meet, and by when something is due.</summary>
public sealed class MeetingReader
{
    public (ImmutableArray<Meeting> Meetings, ImmutableArray<Deadline> Deadlines) Read(
        Document document, ActorTable actors, ImmutableArray<DateExpression> dates, ImmutableArray<Statement> statements) => ([], []);
}
