using System.Collections;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>What both models ask of every token, worked out once for each document: hashes, edges of subtrees, quotation state.</summary>
internal sealed class Traits
{
    private static readonly uint MarkRelation = Hashes.Of("mark");

    private const uint Outside = 7; // stands for the word before the first and after the last
    private const int DepthLimit = 200; // a tree deeper than this is a chain of errors; its edges are cut

    public Traits(Document document, CueLexicon lexicon, BitArray quoted)
    {
        Document = document;
        var tokens = document.Tokens.AsSpan();
        Count = tokens.Length;
        Form = new uint[Count];
        Lemma = new uint[Count];
        Tag = new uint[Count];
        Relation = new uint[Count];
        Suffix = new uint[Count];
        Classes = new uint[Count];
        Mark = new uint[Count];
        Head = new int[Count];
        Left = new int[Count];
        Right = new int[Count];
        Opens = new int[Count];
        Closes = new int[Count];
        Quote = new byte[Count];
        Paragraph = new int[Count];
        CueOdds = new float[Count];
        for (var i = 0; i < Count; i++)
        {
            ref readonly var token = ref tokens[i];
            Form[i] = Hashes.Of(token.Form);
            Lemma[i] = token.Lemma.Length == 0 ? Form[i] : Hashes.Of(token.Lemma);
            Tag[i] = Hashes.Of(token.Xpos);
            Relation[i] = Hashes.Of(token.BareRelation);
            Suffix[i] = Hashes.Of(token.Form.AsSpan(Math.Max(0, token.Form.Length - 3)));
            Classes[i] = lexicon.ClassesOf(token.Lemma, token.Upos);
            Head[i] = token.Head;
            Left[i] = Right[i] = Opens[i] = Closes[i] = i;
            Quote[i] = QuoteOf(token, quoted);
        }

        for (var i = 0; i < Count; i++)
            if (Head[i] >= 0 && Relation[i] == MarkRelation) Mark[Head[i]] = Lemma[i];

        for (var i = 0; i < Count; i++)
            for (int up = Head[i], steps = 0; up >= 0 && steps < DepthLimit; up = Head[up], steps++)
            {
                if (i < Left[up]) Left[up] = i;
                else if (i > Right[up]) Right[up] = i;
                else if (i != up) break;
            }

        for (var i = 0; i < Count; i++)
        {
            // The widest subtree that begins (ends) at a token: only heads outside of it can be wider.
            if (Left[i] != i && Wider(i, Opens[Left[i]])) Opens[Left[i]] = i;
            if (Right[i] != i && Wider(i, Closes[Right[i]])) Closes[Right[i]] = i;
        }

        foreach (var sentence in document.Sentences)
            for (var i = sentence.First; i < sentence.End; i++) Paragraph[i] = sentence.Paragraph;
    }

    public Document Document { get; }

    public int Count { get; }

    public uint[] Form { get; }

    public uint[] Lemma { get; }

    public uint[] Tag { get; }

    /// <summary>The relation to the head, without subtype.</summary>
    public uint[] Relation { get; }

    public uint[] Suffix { get; }

    /// <summary>Lemma of the word that opens the clause of a token ("that", "to", "whether"); 0 where there is none.</summary>
    public uint[] Mark { get; }

    /// <summary>Classes of the lexicon as bits.</summary>
    public uint[] Classes { get; }

    public int[] Head { get; }

    /// <summary>First token of the subtree.</summary>
    public int[] Left { get; }

    /// <summary>Last token of the subtree.</summary>
    public int[] Right { get; }

    /// <summary>0 outside double quotation marks, 1 inside, 2 an opening mark, 3 a closing one.</summary>
    public byte[] Quote { get; }

    /// <summary>Head of the widest subtree that begins at a token; the token itself where none does.</summary>
    public int[] Opens { get; }

    /// <summary>Head of the widest subtree that ends at a token.</summary>
    public int[] Closes { get; }

    public int[] Paragraph { get; }

    /// <summary>Whether a word ends the time of day that opens an entry of a live report.</summary>
    public bool EndsTimeStamp(int token) => Document.SentenceOf(token) is var sentence && Document.Sentences[sentence].End == token + 1 && Document.IsTimeStamp(sentence);

    /// <summary>Log odds that a token heads a cue, as far as known; written by the cue model.</summary>
    public float[] CueOdds { get; }

    /// <summary>A network's view of the document; null where none was asked.</summary>
    public Opinion? Opinion { get; set; }

    public uint LemmaAt(int token) => (uint)token < (uint)Count ? Lemma[token] : Outside;

    public uint TagAt(int token) => (uint)token < (uint)Count ? Tag[token] : Outside;

    public Upos UposOf(int token) => Document.Tokens[token].Upos;

    private bool Wider(int a, int b) => Right[a] - Left[a] > Right[b] - Left[b];

    private static byte QuoteOf(in Token token, BitArray quoted)
    {
        if (token.Span.Start >= quoted.Length || !quoted[token.Span.Start]) return 0;
        if (token.Form.Length > 2 || token.Form[0] is not ('"' or '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '\u201E')) return 1;
        var opens = token.Form[0] is '\u201C' or '\u00AB' or '\u201E'
            || (token.Form[0] == '"' && token.Span.End < quoted.Length && quoted[token.Span.End]
                && (token.Span.Start == 0 || !quoted[token.Span.Start - 1]));
        return (byte)(opens ? 2 : 3);
    }
}
