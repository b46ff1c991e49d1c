using System.Collections.Immutable;
using Parley.Language.Lemmas;
using Parley.Language.Names;
using Parley.Language.Text;

namespace Parley.Language;

/// <summary>Turns English text into a <see cref="Document"/>. Loads its models once; thread-safe.</summary>
public sealed class EnglishLanguage
{
    private readonly Segmenter _segmenter = new();
    private readonly Lemmatizer _lemmas = Lemmatizer.Load();
    private readonly NameTagger _names;

    private EnglishLanguage() => _names = NameTagger.Load(_lemmas);

    /// <summary>The language with the models built into this assembly.</summary>
    public static EnglishLanguage Load() => new();

    /// <summary>Names and versions of the models in use, for the reader's record.</summary>
    public ImmutableArray<string> Models { get; } = [];

    /// <summary>Analyses a text. Time and memory are linear in its length.</summary>
    public Document Analyze(SourceText text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = _segmenter.Segment(text, cancellationToken);
        return new(text, document.Tokens, document.Sentences, document.Paragraphs, document.Quotations)
        {
            Names = _names.Tag(document.Tokens, document.Sentences),
        };
    }
}
