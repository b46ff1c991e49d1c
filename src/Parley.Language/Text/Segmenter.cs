using System.Collections.Immutable;

namespace Parley.Language.Text;

/// <summary>Cuts a text into paragraphs, sentences, tokens and quotations; tags, trees and lemmas are left for later.</summary>
public sealed class Segmenter
{
    private readonly ParagraphSplitter _paragraphs = new();
    private readonly Tokenizer _tokenizer = new();
    private readonly SentenceSplitter _sentences = new();
    private readonly QuotationReader _quotations = new();

    /// <summary>A document whose tokens have a form and its lower case for a lemma, and no tag or head. Linear in the text.</summary>
    public Document Segment(SourceText text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chars = text.Chars;
        var stretches = _paragraphs.Split(chars);
        var spans = new List<Span>(chars.Length / 5);
        var ends = new List<int>();
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var paragraphs = ImmutableArray.CreateBuilder<Paragraph>(stretches.Count);
        foreach (var stretch in stretches)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var first = spans.Count;
            var firstSentence = sentences.Count;
            _tokenizer.Tokenize(chars, stretch, spans);
            ends.Clear();
            _sentences.Split(chars, spans, first, ends);
            foreach (var end in ends)
            {
                sentences.Add(new(new(spans[first].Start, spans[end - 1].End), first, end, paragraphs.Count));
                first = end;
            }

            paragraphs.Add(new(stretch, firstSentence, sentences.Count));
        }

        return new(text, Tokens(text, spans), sentences.ToImmutable(), paragraphs.ToImmutable(), _quotations.Read(chars, stretches));
    }

    private static ImmutableArray<Token> Tokens(SourceText text, List<Span> spans)
    {
        var pool = new FormPool();
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        foreach (var span in spans)
        {
            var form = pool.Form(text.SliceAsSpan(span));
            tokens.Add(new(span, form, pool.Lower(form), Upos.X, "", -1, "root"));
        }

        return tokens.MoveToImmutable();
    }
}
