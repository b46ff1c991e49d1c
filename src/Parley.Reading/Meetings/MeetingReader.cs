using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Meetings;

/// <summary>When and where they met or will meet, and by when something is due.</summary>
public sealed class MeetingReader
{
    private const int LongestSentence = 400; // what is longer is a table, and would take time by the square of its length

    /// <param name="document">The report, analysed.</param>
    /// <param name="published">The day a date is past or to come from; null where unknown.</param>
    /// <param name="here">The place of the dateline, which "in this city" means.</param>
    public (ImmutableArray<Meeting> Meetings, ImmutableArray<Deadline> Deadlines) Read(
        Document document, ActorTable actors, ImmutableArray<DateExpression> dates, ImmutableArray<Statement> statements, DateOnly? published = null, string? here = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(actors);
        var dateOfToken = DateOfToken(document, dates);
        var finder = new MeetingFinder(new(document, actors, statements), published, here);
        var due = new DeadlineFinder(actors, statements, published);
        var (mentions, deadlines) = (new List<MeetingMention>(), new List<Deadline>());
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            if (document.Sentences[i].Length > LongestSentence) continue;
            var sentence = new SentenceView(document, i, dates, dateOfToken);
            mentions.AddRange(finder.Find(sentence));
            deadlines.AddRange(due.Find(sentence));
        }

        return (MeetingMerger.Merge(mentions), DeadlineFinder.Merge(deadlines));
    }

    private static int[] DateOfToken(Document document, ImmutableArray<DateExpression> dates)
    {
        var found = new int[document.Tokens.Length];
        Array.Fill(found, -1);
        for (var d = 0; d < dates.Length; d++)
        {
            var (first, end) = document.TokensIn(dates[d].Span);
            Array.Fill(found, d, first, end - first);
        }

        return found;
    }
}
