using System.Text;

namespace Parley.Language;

/// <summary>A report's text, addressed in Unicode code points.</summary>
/// <remarks>
/// <see cref="Chars"/> holds exactly one <see cref="char"/> for each code point: what lies outside the basic plane (emoji, rare
/// scripts) and lone surrogates stand there as U+FFFC. An index, a regex match or a slice of <see cref="Chars"/> is therefore
/// already a code-point offset, and no stage below ever converts. <see cref="Slice"/> gives back the text as it was.
/// </remarks>
public sealed class SourceText
{
    private const char Stand = '\uFFFC';
    private readonly int[]? _utf16; // code point index -> UTF-16 index; null where the two are the same

    public SourceText(string original)
    {
        ArgumentNullException.ThrowIfNull(original);
        Original = original;
        if (!original.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            Chars = original;
            return;
        }

        var chars = new StringBuilder(original.Length);
        var starts = new List<int>(original.Length + 1);
        for (var i = 0; i < original.Length; i++)
        {
            starts.Add(i);
            var paired = char.IsHighSurrogate(original[i]) && i + 1 < original.Length && char.IsLowSurrogate(original[i + 1]);
            chars.Append(char.IsSurrogate(original[i]) ? Stand : original[i]);
            if (paired) i++;
        }

        starts.Add(original.Length);
        Chars = chars.ToString();
        _utf16 = [.. starts];
    }

    /// <summary>The text exactly as given.</summary>
    public string Original { get; }

    /// <summary>The text with one <see cref="char"/> for each code point.</summary>
    public string Chars { get; }

    /// <summary>Length in code points.</summary>
    public int Length => Chars.Length;

    public Span All => new(0, Length);

    /// <summary>The original text of a span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within the text.</exception>
    public string Slice(Span span)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(span.Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(span.End, span.Start);
        return _utf16 is null ? Original[span.Start..span.End] : Original[_utf16[span.Start].._utf16[span.End]];
    }

    /// <summary>The original text of a span, without a copy. The span must lie within the text.</summary>
    public ReadOnlySpan<char> SliceAsSpan(Span span) =>
        _utf16 is null ? Original.AsSpan(span.Start, span.Length) : Original.AsSpan(_utf16[span.Start].._utf16[span.End]);

    public override string ToString() => Original;
}
