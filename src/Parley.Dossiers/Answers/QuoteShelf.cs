using System.Collections.Concurrent;
using Parley.Dossiers.Entries;
using Parley.Language;

namespace Parley.Dossiers.Answers;

/// <summary>Words that were fetched lately. A report's text never changes, so they outlive every correction; a span that does makes a quote of its own.</summary>
internal sealed class QuoteShelf
{
    /// <summary>Some 30 MB of sentences with what stands around them.</summary>
    private const int Most = 32_768;
    private readonly ConcurrentDictionary<(EntryId, Span), (string Words, string Context)> _quotes = new();
    private int _count;

    /// <summary>Gives evidence its words; false where they must be fetched.</summary>
    public bool Fill(Evidence evidence)
    {
        if (!_quotes.TryGetValue((evidence.Id, evidence.Span), out var quote)) return false;
        (evidence.Words, evidence.Context) = quote;
        return true;
    }

    public void Keep(Evidence evidence)
    {
        if (Interlocked.Increment(ref _count) > Most)
        {
            _quotes.Clear();
            _count = 1;
        }

        _quotes[(evidence.Id, evidence.Span)] = (evidence.Words, evidence.Context);
    }
}
