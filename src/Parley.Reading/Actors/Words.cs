using System.Collections.Immutable;
using Parley.Language;
using Parley.Language.Names;

namespace Parley.Reading.Actors;

/// <summary>A word as names and titles are built of: tokens joined by hyphens ("vice-minister", "Okafor-Lund") are one.</summary>
/// <param name="Token">Index of its first token.</param>
/// <param name="Known">What the lexicon knows of it, whatever its case.</param>
internal readonly record struct Word(Span Span, string Text, int Token, int Sentence, Upos Upos, WordFacts Known)
{
    /// <summary>Whether it begins with a capital, "al-" and the like left aside.</summary>
    public bool Capital => char.IsUpper(Text[0]) || Text.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 3 and var hyphen && hyphen + 1 < Text.Length && char.IsUpper(Text[hyphen + 1]) && char.IsLower(Text[0]);

    public bool Is(string text) => string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);

    public bool IsComma => Text is ",";

    public bool IsGenitive => Text is "'s" or "’s" or "'" or "’" or "'S";

    public bool IsLetters => char.IsLetter(Text[0]);

    /// <summary>"Rotterdam-based", "Houthi-run": what stands before the hyphen is no actor here.</summary>
    public bool IsCompoundAdjective =>
        Text.IndexOf('-', StringComparison.Ordinal) is > 0 and var hyphen && Text[(hyphen + 1)..] is "based" or "born" or "headquartered" or "led" or "backed" or "owned" or "run" or "listed" or "controlled" or "brokered" or "held" or "educated" or "funded" or "sponsored" or "mediated";
}

/// <summary>The words of a document, with the quotation and paragraph each stands in.</summary>
internal sealed class Words
{
    private readonly List<Word> _words;
    private readonly bool[] _quoted;
    private readonly bool[] _heading;
    private readonly Name?[] _names;
    private readonly int[] _told; // by sentence: how many up to it are no time stamps

    public Words(Document document, ActorLexicon lexicon)
    {
        Document = document;
        _words = Join(document, lexicon);
        _quoted = Quoted(document);
        _names = Names(document, _words);
        _told = Told(document);
        _heading = [.. document.Paragraphs.Select(p => IsHeading(document, p))];
    }

    public Document Document { get; }

    public int Count => _words.Count;

    public Word this[int index] => _words[index];

    public Span SpanOf(int first, int end) => new(_words[first].Span.Start, _words[end - 1].Span.End);

    public string Slice(int first, int end) => Document.Slice(SpanOf(first, end));

    public int ParagraphOf(int word) => Document.Sentences[_words[word].Sentence].Paragraph;

    /// <summary>How many sentences on a word stands from an earlier one; the time that opens an entry is none.</summary>
    public int SentencesApart(int word, int earlier) => _told[_words[word].Sentence] - _told[_words[earlier].Sentence];

    public bool StartsSentence(int word) =>
        word == 0 || _words[word - 1].Sentence != _words[word].Sentence || IsNumber(word - 1) || (!_words[word - 1].IsLetters && !char.IsDigit(_words[word - 1].Text[0]) && Opens(word - 1));

    public bool IsQuoted(int word) => _quoted[_words[word].Span.Start];

    /// <summary>The name that the language found over a word, or null.</summary>
    public Name? NameAt(int word) => _names[word];

    /// <summary>The dependency relation of a word to its governor.</summary>
    public string RelationOf(int word) => Document.Tokens[_words[word].Token].Relation;

    /// <summary>Whether a word is the subject of its sentence's main verb.</summary>
    public bool IsMainSubject(int word)
    {
        var token = Document.Tokens[_words[word].Token];
        return token.Head >= 0 && Document.Tokens[token.Head].Head < 0 && token.BareRelation is "nsubj";
    }

    /// <summary>Whether a word is the subject of any verb.</summary>
    public bool IsSubject(int word) => Document.Tokens[_words[word].Token].BareRelation is "nsubj";

    /// <summary>Whether a word is the subject of a verb among these lemmas.</summary>
    public bool IsSubjectOf(int word, params ReadOnlySpan<string> verbs)
    {
        var token = Document.Tokens[_words[word].Token];
        return token.Head >= 0 && token.BareRelation is "nsubj" && verbs.Contains(Document.Tokens[token.Head].Lemma);
    }

    public bool StartsParagraph(int word) => word == 0 || ParagraphOf(word - 1) != ParagraphOf(word);

    /// <summary>Whether a word is written in capitals throughout and too long for an ordinary acronym.</summary>
    public bool IsShouted(int word)
    {
        var text = _words[word].Text;
        return text.Length >= 4 && text.All(c => char.IsUpper(c) || c is '-' or '\'' or '’');
    }

    /// <summary>Whether a word stands in a headline in which capitals say nothing.</summary>
    public bool InHeading(int word) => _heading[ParagraphOf(word)];

    /// <summary>Index of the first word that ends after a position. O(log n).</summary>
    public int At(int position)
    {
        var (low, high) = (0, _words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_words[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>"14." before the first word of a numbered paragraph.</summary>
    private bool IsNumber(int word) =>
        char.IsDigit(_words[word].Text[0]) && _words[word].Text.AsSpan().IndexOfAny('.', ':') > 0 && (word == 0 || _words[word - 1].Sentence != _words[word].Sentence);

    private static int[] Told(Document document)
    {
        var told = new int[document.Sentences.Length];
        for (var s = 0; s < told.Length; s++) told[s] = (s == 0 ? 0 : told[s - 1]) + (document.IsTimeStamp(s) ? 0 : 1);
        return told;
    }

    private bool Opens(int mark) =>
        _words[mark].Text is "\"" or "“" or "‘" or "«" or "„" or "'" or "•" or "-" or "–" or "*" or ":" or "(" && (mark == 0 || _words[mark - 1].Sentence != _words[mark].Sentence || _words[mark - 1].Text is ":" or ",");

    private static List<Word> Join(Document document, ActorLexicon lexicon)
    {
        var tokens = document.Tokens;
        var words = new List<Word>(tokens.Length);
        for (var i = 0; i < tokens.Length;)
        {
            var end = i + 1;
            while (end + 1 < tokens.Length && tokens[end].Form is "-" or "‑" or "–" && Touch(end - 1) && Touch(end)
                && char.IsLetter(tokens[end - 1].Form[^1]) && char.IsLetterOrDigit(tokens[end + 1].Form[0]) && document.SentenceOf(i) == document.SentenceOf(end + 1))
                end += 2;
            var span = tokens[i].Span.Union(tokens[end - 1].Span);
            var text = end == i + 1 ? tokens[i].Form : document.Chars[span.Start..span.End];
            words.Add(new(span, text, i, document.SentenceOf(i), UposOf(i, end), lexicon.Find(text)));
            i = end;
        }

        return words;

        Upos UposOf(int first, int end) => tokens[end - 1].Upos is var last && last is Upos.NOUN or Upos.PROPN ? last : tokens[first].Upos; // "secretary-general" is a noun
        bool Touch(int token) => tokens[token].Span.End == tokens[token + 1].Span.Start;
    }

    private static Name?[] Names(Document document, List<Word> words)
    {
        var names = new Name?[words.Count];
        var word = 0;
        foreach (var name in document.Names)
        {
            while (word < words.Count && words[word].Span.End <= name.Span.Start) word++;
            for (var i = word; i < words.Count && words[i].Span.Start < name.Span.End; i++) names[i] = name;
        }

        return names;
    }

    private static bool[] Quoted(Document document)
    {
        var quoted = new bool[document.Text.Length + 1];
        foreach (var quotation in document.Quotations)
            if (quotation.Depth == 0) quoted.AsSpan(quotation.Span.Start, quotation.Span.Length).Fill(true);
        return quoted;
    }

    private static bool IsHeading(Document document, Paragraph paragraph)
    {
        var text = document.Chars.AsSpan(paragraph.Span.Start, paragraph.Span.Length);
        if (text.Length is > 0 and < 200 && !text.ContainsAnyInRange('a', 'z')) return true;
        if (text.Length > 200 || text.Length == 0) return false;
        var ends = text[^1] is '.' or '?' or '!' or '”' or '"';
        var (capital, all) = (0, 0);
        for (var s = paragraph.FirstSentence; s < paragraph.EndSentence; s++)
        {
            foreach (ref readonly var token in document.TokensOf(document.Sentences[s]))
            {
                if (token.Form.Length < 4 || !char.IsLetter(token.Form[0])) continue;
                all++;
                if (char.IsUpper(token.Form[0])) capital++;
            }
        }

        return ends ? all >= 5 && capital * 10 >= all * 9 : all >= 3 && capital * 10 >= all * 7;
    }
}
