using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Actors;

/// <summary>Finds the actors of a report and resolves every mention of them: names, titles, pronouns, capitals, seats of government.</summary>
/// <remarks>
/// Names and descriptions are found word by word with the tables under Data, tied together within the sentence (titles, appositions,
/// owners), and resolved in text order. Kept are those who speak, are spoken for, act or are addressed. Linear in the report's length
/// for a bounded number of actors.
/// </remarks>
public sealed class ActorReader
{
    private readonly ActorLexicon _lexicon = ActorLexicon.Load();
    private readonly Gazetteer _gazetteer = Gazetteer.Load();

    /// <param name="document">The report, analysed.</param>
    /// <param name="attributions">Who is quoted makes an actor of words that no table knows.</param>
    public ActorTable Read(Document document, ImmutableArray<Attribution> attributions)
    {
        if (document.Tokens.IsEmpty) return ActorTable.Empty;
        var words = new Words(document, _lexicon);
        var names = new NameFinder(words, _lexicon, _gazetteer);
        var mentions = new DescriptionFinder(words, _lexicon).Find(names.Find());
        new PhraseLinker(words).Link(mentions);
        var sources = new SourceFinder(words, _lexicon).Find(mentions, attributions);
        return new CastReader(words, _lexicon, _gazetteer, names.Dateline, mentions, sources, attributions).Read();
    }
}
