using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>An event as PLOVER classes it.</summary>
/// <param name="Class">One of PLOVER's classes, "ASSAULT" or "AGREE".</param>
/// <param name="Words">The words that tell of it.</param>
/// <param name="Why">The rule that read it.</param>
public sealed record PloverEvent(string Class, string? Cameo, Span Words, string Why);

/// <summary>Reads the main event of a text as PLOVER classes it, material events included, from the same triggers as positions.</summary>
public sealed class PloverReader
{
    private readonly TriggerLexicon _lexicon = TriggerLexicon.Load();
    private readonly EventReader _events;

    public PloverReader() => _events = new(_lexicon);

    /// <summary>The event that matters most: high in the tree, its subject within <paramref name="source"/> where that is known; null where there is none.</summary>
    public PloverEvent? Read(Document document, Span? source = null)
    {
        var syntax = new Syntax(document);
        PloverEvent? best = null;
        var bestRank = double.MaxValue;
        foreach (var sentence in document.Sentences)
        {
            var events = _events.Read(document, syntax, sentence);
            foreach (var read in events)
            {
                if (Classify(document, read, events) is not var (found, why)) continue;
                var rank = Rank(document, syntax, read, events, source);
                if (rank >= bestRank) continue;
                bestRank = rank;
                var words = document.Tokens[read.Words.First].Span.Union(document.Tokens[read.Words.End - 1].Span);
                best = new(found, _lexicon.Classes[read.Class].Cameo, words, $"{why} \"{read.Trigger.Text}\"");
            }
        }

        return best;
    }

    private (string Class, string Why)? Classify(Document document, Event read, List<Event> events)
    {
        var future = read.Group.Modal is Modal.Will or Modal.Would or Modal.May or Modal.Could;
        if (read.Class.IsAct())
        {
            if (read.Trigger.Soft && read.Class is EventClass.Offer or EventClass.Warn && events.Exists(e => e != read && read.Theme.Contains(e.Head))) return null;
            if (read.Meaning is not { } meaning || _lexicon.Classes[meaning.Class].Plover is not { } act) return null;
            if (read.Class is EventClass.Concede or EventClass.Accept && future && !read.Not) return ("AGREE", "future act");
            return (act, "act");
        }

        var outer = events.FindLast(e => e.Class.IsAct() && e.Theme.Contains(read.Head) && !e.Trigger.Soft);
        if (outer is not null) return null;
        if (read.Not) return read.Class.IsGift() ? ("REJECT", "withheld deed") : null;
        if (read.Group.Modal is Modal.Must or Modal.Should) return ("REQUEST", "owed deed");
        if (future) return (read.Class.IsHarm() ? "THREATEN" : read.Class is EventClass.Yield ? "CONCEDE" : "AGREE", "future deed");
        return (_lexicon.Classes[read.Class].Plover!, "deed");
    }

    private static double Rank(Document document, Syntax syntax, Event read, List<Event> events, Span? source)
    {
        var depth = 0.0;
        for (var at = read.Head; document.Tokens[at].Head >= 0 && depth < 20; at = document.Tokens[at].Head) depth++;
        if (read.Trigger.Kind == TriggerKind.Noun) depth += 1.5;
        if (read.Trigger.Kind == TriggerKind.Judge) depth += 2;
        if (read.Trigger.Soft) depth += 1;
        if (read.Class is EventClass.Outlook) depth += 1;
        if (read.Trigger.Pattern.Length > 1) depth -= 0.5;
        if (source is { } span)
        {
            if (read.Subject >= 0 && document.Tokens[read.Subject].Span.Overlaps(span)) depth -= 3;
            else if (document.Tokens[read.Head].Span.Start < span.Start && !read.Passive) depth += 1;
        }

        return depth + (read.Head * 1e-6);
    }
}
