using System.Collections.Immutable;
using System.Globalization;
using Parley.Language;

namespace Parley.Exchange.Conllu;

/// <summary>A document as CoNLL-U sentences: <c>newpar</c>, <c>sent_id</c>, <c>text</c>, and <c>SpaceAfter=No</c> where words touch.</summary>
public static class DocumentConllu
{
    /// <param name="document">The document.</param>
    /// <param name="id">Comes before the number in each <c>sent_id</c>; an empty one adds nothing.</param>
    public static IEnumerable<ConlluSentence> Sentences(Document document, string id = "")
    {
        ArgumentNullException.ThrowIfNull(document);
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            var sentence = document.Sentences[s];
            var comments = ImmutableArray.CreateBuilder<string>();
            if (s == 0 || document.Sentences[s - 1].Paragraph != sentence.Paragraph) comments.Add("# newpar");
            comments.Add($"# sent_id = {(id.Length > 0 ? id + "-" : "")}{(s + 1).ToString(CultureInfo.InvariantCulture)}");
            comments.Add($"# text = {OneLine(document.Slice(sentence.Span))}");
            yield return new(comments.DrainToImmutable(), Words(document, sentence), []);
        }
    }

    private static ImmutableArray<ConlluWord> Words(Document document, Sentence sentence)
    {
        var words = ImmutableArray.CreateBuilder<ConlluWord>(sentence.Length);
        for (var i = sentence.First; i < sentence.End; i++)
        {
            var token = document.Tokens[i];
            var touches = i + 1 < document.Tokens.Length && document.Tokens[i + 1].Span.Start == token.Span.End;
            words.Add(new(
                Field(token.Form),
                Field(token.Lemma),
                token.Upos.ToString(),
                Field(token.Xpos),
                Head: token.Head < 0 ? 0 : token.Head - sentence.First + 1,
                Relation: Field(token.Relation),
                Misc: touches ? "SpaceAfter=No" : "_"));
        }

        return words.MoveToImmutable();
    }

    private static string Field(string value) => value.Length == 0 ? "_" : OneLine(value);

    private static string OneLine(string text) => text.AsSpan().ContainsAny("\r\n\t\u0085\u2028\u2029") ? string.Join(' ', text.Split((char[])['\r', '\n', '\t', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)) : text;
}
