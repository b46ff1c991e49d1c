using System.Collections.Immutable;
using Parley.Language.Text;

namespace Parley.Language;

/// <summary>Turns English text into a <see cref="Document"/>. Loads its models once; thread-safe.</summary>
public sealed class EnglishLanguage
{
    private readonly Segmenter _segmenter = new();

    /// <summary>The language with the models built into this assembly.</summary>
    public static EnglishLanguage Load() => new();

    /// <summary>Names and versions of the models in use, for the reader's record.</summary>
    public ImmutableArray<string> Models { get; } = [];

    /// <summary>Analyses a text. Time and memory are linear in its length.</summary>
    public Document Analyze(SourceText text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _segmenter.Segment(text, cancellationToken);
    }
}
