using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Language.Lemmas;
using Parley.Language.Names;
using Parley.Language.Parsing;
using Parley.Language.Tagging;
using Parley.Language.Text;

namespace Parley.Language;

/// <summary>Turns English text into a <see cref="Document"/>. Loads its models once; thread-safe.</summary>
public sealed class EnglishLanguage
{
    private readonly Segmenter _segmenter = new();
    private readonly Tagger _tagger;
    private readonly Parser _parser;
    private readonly Lemmatizer _lemmas = Lemmatizer.Load();
    private readonly NameTagger _names;

    private EnglishLanguage()
    {
        var parser = Task.Run(Parser.Load); // the models are unpacked side by side
        var names = Task.Run(() => NameTagger.Load(_lemmas));
        _tagger = Tagger.Load();
        (_parser, _names) = (parser.GetAwaiter().GetResult(), names.GetAwaiter().GetResult());
    }

    /// <summary>The language with the models built into this assembly.</summary>
    public static EnglishLanguage Load() => new();

    /// <summary>Names and versions of the models in use, for the reader's record.</summary>
    public ImmutableArray<string> Models { get; } = ["tagger", "parser", "lemmas", "names"];

    /// <summary>Analyses a text. Time and memory are linear in its length.</summary>
    public Document Analyze(SourceText text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = _segmenter.Segment(text, cancellationToken);
        var tokens = Annotate(document, cancellationToken);
        return new(text, tokens, document.Sentences, document.Paragraphs, document.Quotations)
        {
            Names = _names.Tag(tokens, document.Sentences),
        };
    }

    /// <summary>Fills in the tags, lemmas, heads and relations of one sentence's tokens, of which only the form is looked at.</summary>
    /// <param name="sentence">The tokens.</param>
    /// <param name="first">Index of the first of them in its document, to which heads are counted.</param>
    public void Annotate(Span<Token> sentence, int first)
    {
        _tagger.Tag(sentence);
        foreach (ref var token in sentence)
        {
            // The treebanks name few places, so the tagger judges the rest by their endings: Norway is no adverb.
            if (token.Upos != Upos.PROPN && _names.IsPlace(token.Form)) token = token with { Upos = Upos.PROPN, Xpos = "NNP" };
            else if (token.Xpos == "NNS" && VerbsOnly.Contains(token.Form)) token = token with { Upos = Upos.VERB, Xpos = "VBZ" };
            token = token with { Lemma = _lemmas.Lemma(token.Form, token.Upos, token.Xpos) };
        }

        _parser.Parse(sentence, first);
    }

    private ImmutableArray<Token> Annotate(Document document, CancellationToken cancellationToken)
    {
        var tokens = document.Tokens.ToArray();
        foreach (var sentence in document.Sentences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Annotate(tokens.AsSpan(sentence.First, sentence.Length), sentence.First);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(tokens);
    }
}
