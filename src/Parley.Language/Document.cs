using System.Collections.Immutable;
using Parley.Language.Text;
using Parley.Language.Names;

namespace Parley.Language;

/// <summary>A run of text between blank lines or line ends.</summary>
/// <param name="Span">Without surrounding white space.</param>
/// <param name="FirstSentence">Index of its first sentence.</param>
/// <param name="EndSentence">Index after its last sentence.</param>
public readonly record struct Paragraph(Span Span, int FirstSentence, int EndSentence);

/// <summary>A sentence: the slice <c>[First, End)</c> of <see cref="Document.Tokens"/>, never empty.</summary>
public readonly record struct Sentence(Span Span, int First, int End, int Paragraph)
{
    public int Length => End - First;
}

/// <summary>A stretch of quoted speech or scare quotes.</summary>
/// <param name="Span">With its quotation marks; where the closing mark is missing, to the end of the paragraph.</param>
/// <param name="Inner">Between the marks.</param>
/// <param name="Depth">0 for an outer quotation, 1 for one inside it, and so on.</param>
/// <param name="Closed">Whether a closing mark was found in the same paragraph.</param>
/// <param name="Continues">Whether it carries on a quotation left open at the end of the paragraph before.</param>
/// <param name="Double">Whether the marks are double (straight, curly, guillemets), else single.</param>
public readonly record struct Quotation(Span Span, Span Inner, int Depth, bool Closed, bool Continues, bool Double);

/// <summary>An analysed English text: flat arrays of tokens, sentences, paragraphs and quotations. Immutable, safe to share.</summary>
public sealed class Document
{
    private readonly int[] _childStart; // children of token i: _children[_childStart[i].._childStart[i + 1]]
    private readonly int[] _children;
    private readonly int[] _sentenceOf;

    public Document(
        SourceText text,
        ImmutableArray<Token> tokens,
        ImmutableArray<Sentence> sentences,
        ImmutableArray<Paragraph> paragraphs,
        ImmutableArray<Quotation> quotations)
    {
        Text = text;
        Tokens = tokens;
        Sentences = sentences;
        Paragraphs = paragraphs;
        Quotations = quotations;
        (_childStart, _children) = Children(tokens);
        _sentenceOf = new int[tokens.Length];
        for (var s = 0; s < sentences.Length; s++)
            Array.Fill(_sentenceOf, s, sentences[s].First, sentences[s].Length);
    }

    public SourceText Text { get; }

    /// <summary>The text with one char for each code point: indexes are offsets. See <see cref="SourceText.Chars"/>.</summary>
    public string Chars => Text.Chars;

    public ImmutableArray<Token> Tokens { get; }

    public ImmutableArray<Sentence> Sentences { get; }

    public ImmutableArray<Paragraph> Paragraphs { get; }

    /// <summary>In order of their start; an inner quotation follows the one that holds it.</summary>
    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Names of persons, organizations, places and other things, in order, none overlapping.</summary>
    public ImmutableArray<Name> Names { get; init; } = [];

    /// <summary>Direct dependents of a token, in text order.</summary>
    public ReadOnlySpan<int> ChildrenOf(int token) => _children.AsSpan(_childStart[token].._childStart[token + 1]);

    /// <summary>Index of the sentence that holds a token.</summary>
    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>Whether a sentence is but the time of day that opens an entry of a live report: "14.20".</summary>
    public bool IsTimeStamp(int sentence) =>
        Paragraphs[Sentences[sentence].Paragraph] is var paragraph && paragraph.FirstSentence == sentence && paragraph.EndSentence > sentence + 1 && TimeStamp.Is(TokensOf(Sentences[sentence]));

    /// <summary>The tokens of a sentence.</summary>
    public ReadOnlySpan<Token> TokensOf(Sentence sentence) => Tokens.AsSpan().Slice(sentence.First, sentence.Length);

    /// <summary>Index of the first token that ends after a position; <c>Tokens.Length</c> if none. O(log n).</summary>
    public int TokenAt(int position)
    {
        var (low, high) = (0, Tokens.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Index of the sentence that holds a position, or the nearest one before it; -1 where there is none. O(log n).</summary>
    public int SentenceAt(int position)
    {
        var (low, high) = (0, Sentences.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Sentences[middle].Span.Start <= position) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    /// <summary>The indexes <c>[first, end)</c> of the tokens that overlap a span. O(log n).</summary>
    public (int First, int End) TokensIn(Span span)
    {
        var first = TokenAt(span.Start);
        var end = first;
        while (end < Tokens.Length && Tokens[end].Span.Start < span.End) end++;
        return (first, end);
    }

    /// <summary>The indexes of a token and everything below it in its tree, in text order.</summary>
    public int[] Subtree(int token)
    {
        var found = new List<int> { token };
        for (var i = 0; i < found.Count; i++)
            foreach (var child in ChildrenOf(found[i]))
                found.Add(child);
        found.Sort();
        return [.. found];
    }

    /// <summary>The original text of a span.</summary>
    public string Slice(Span span) => Text.Slice(span);

    private static (int[] Start, int[] Children) Children(ImmutableArray<Token> tokens)
    {
        var start = new int[tokens.Length + 1];
        foreach (ref readonly var token in tokens.AsSpan())
            if (token.Head >= 0) start[token.Head + 1]++;
        for (var i = 0; i < tokens.Length; i++) start[i + 1] += start[i];
        var next = start.AsSpan().ToArray();
        var children = new int[start[^1]];
        for (var i = 0; i < tokens.Length; i++)
            if (tokens[i].Head >= 0) children[next[tokens[i].Head]++] = i;
        return (start, children);
    }
}
