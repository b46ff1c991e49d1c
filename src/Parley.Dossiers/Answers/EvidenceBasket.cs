using Parley.Dossiers.Entries;
using Parley.Language;

namespace Parley.Dossiers.Answers;

/// <summary>Gathers the evidence of an answer, so that its words are fetched in one go.</summary>
internal sealed class EvidenceBasket(DossierView view)
{
    private readonly Dictionary<EntryId, Evidence> _taken = [];
    private readonly List<Evidence> _wanted = [];

    public Evidence Take(in StatementEntry s) => Take(s.Id, s.Extent, s.Day, s.Speaker, s.Mark);

    public Evidence Take(in PositionEntry p) => Take(p.Id, p.Evidence, p.Day, p.Speaker, p.Mark);

    public Evidence Take(MeetingEntry m) => Take(m.Id, m.Evidence, 0, 0, m.Mark);

    public Evidence Take(DeadlineEntry d) => Take(d.Id, d.Evidence, 0, 0, d.Mark);

    /// <summary>Takes evidence that another basket made.</summary>
    public void Take(Evidence evidence) => _taken[evidence.Id] = evidence;

    /// <summary>Takes the words that were fetched before; gives the reports whose texts are still needed.</summary>
    public IReadOnlyCollection<int> Fill(QuoteShelf shelf)
    {
        foreach (var evidence in _taken.Values)
            if (!shelf.Fill(evidence)) _wanted.Add(evidence);
        return [.. _wanted.Select(e => e.Report.Number).Distinct()];
    }

    /// <summary>Takes the other words out of the texts, and keeps them.</summary>
    public void Fill(IReadOnlyDictionary<int, string> texts, QuoteShelf shelf)
    {
        foreach (var group in _wanted.GroupBy(e => e.Report.Number))
        {
            if (!texts.TryGetValue(group.Key, out var original)) continue;
            var text = new SourceText(original);
            foreach (var evidence in group)
            {
                var span = new Span(Math.Min(evidence.Span.Start, text.Length), Math.Min(evidence.Span.End, text.Length));
                evidence.Words = text.Slice(span);
                evidence.Context = text.Slice(Around(text.Chars, span));
                shelf.Keep(evidence);
            }
        }
    }

    private Evidence Take(EntryId id, Span span, int day, int speaker, EntryMark mark)
    {
        if (_taken.TryGetValue(id, out var evidence)) return evidence;
        evidence = _taken[id] = new(id, view.Report(id.Report), span, day, speaker > 0 ? view.ActorName(speaker) : null, mark);
        return evidence;
    }

    /// <summary>From the end of the sentence before to the end of this one, within the line and not farther than 300 code points.</summary>
    private static Span Around(string chars, Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && span.Start - start < 300 && chars[start - 1] != '\n' && !Stops(chars, start - 1)) start--;
        while (end < chars.Length && end - span.End < 300 && chars[end] != '\n' && !(end > 0 && Stops(chars, end - 1))) end++;
        while (start < span.Start && char.IsWhiteSpace(chars[start])) start++;
        return new(start, end);
    }

    private static bool Stops(string chars, int at) =>
        chars[at] is '.' or '!' or '?' && at + 1 < chars.Length && char.IsWhiteSpace(chars[at + 1]) && at >= 2 && !char.IsUpper(chars[at - 1])
        || chars[at] is '”' or '"' && at >= 1 && chars[at - 1] is '.' or '!' or '?' && at + 1 < chars.Length && char.IsWhiteSpace(chars[at + 1]);
}
