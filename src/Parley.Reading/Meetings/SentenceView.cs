using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>A sentence's tokens in lower case with the dates among them, and its clauses.</summary>
internal sealed class SentenceView
{
    private readonly Document _document;
    private readonly string[] _words;
    private readonly int[] _dates; // index of the date that covers a token, -1 for none

    public SentenceView(Document document, int index, IReadOnlyList<DateExpression> dates, int[] dateOfToken)
    {
        (_document, Index, Sentence) = (document, index, document.Sentences[index]);
        Dates = dates;
        _words = new string[Sentence.Length];
        _dates = new int[Sentence.Length];
        for (var i = 0; i < Sentence.Length; i++)
        {
            _words[i] = document.Tokens[Sentence.First + i].Form.ToLowerInvariant();
            _dates[i] = dateOfToken[Sentence.First + i];
        }
    }

    public int Index { get; }

    public Sentence Sentence { get; }

    public int Length => _words.Length;

    public IReadOnlyList<DateExpression> Dates { get; }

    /// <summary>A token's form in lower case; empty beyond the sentence.</summary>
    public string this[int i] => i >= 0 && i < _words.Length ? _words[i] : "";

    /// <summary>The date that covers a token; null for none.</summary>
    public DateExpression? DateAt(int i) => i >= 0 && i < _dates.Length && _dates[i] >= 0 ? Dates[_dates[i]] : null;

    public Token Token(int i) => _document.Tokens[Sentence.First + i];

    /// <summary>A token's word class; X beyond the sentence.</summary>
    public Upos Word(int i) => i >= 0 && i < Length ? Token(i).Upos : Upos.X;

    public bool IsCapital(int i) => i >= 0 && i < Length && char.IsUpper(Token(i).Form[0]);

    public string Text(int first, int end) => _document.Slice(SpanOf(first, end));

    public Span SpanOf(int first, int end) => new(Token(first).Span.Start, Token(end - 1).Span.End);

    /// <summary>Whether one of the words stands in <c>[first, end)</c>.</summary>
    public bool Any(int first, int end, System.Collections.Frozen.FrozenSet<string> words)
    {
        for (var i = Math.Max(first, 0); i < Math.Min(end, Length); i++)
            if (words.Contains(_words[i])) return true;
        return false;
    }

    /// <summary>Whether words stand one after another, from the first on.</summary>
    public bool Says(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (this[at + i] != words[i]) return false;
        return true;
    }

    /// <summary>Whether a word stands within so many tokens after one.</summary>
    public bool Reaches(int from, string word, int steps)
    {
        for (var i = from + 1; i <= from + steps; i++)
            if (this[i] == word) return true;
        return false;
    }

    /// <summary>The clause around a token, as <c>[first, end)</c>.</summary>
    public (int First, int End) Clause(int token)
    {
        var (first, end) = (token, token + 1);
        while (first > 0 && !Begins(first)) first--;
        while (end < Length && !Begins(end)) end++;
        while (first < token && (this[first] is "," or ";" or ":" or "-" or "–" or "—" or "\"" or "“" or "•" || MeetingWords.Coordinators.Contains(this[first]))) first++;
        while (end > token + 1 && this[end - 1] is "," or ";" or ":" or "." or "-" or "–" or "—" or "!" or "?" or "\"" or "”") end--;
        return (first, Math.Max(end, token + 1));
    }

    private bool Begins(int i)
    {
        var word = this[i];
        if (word is ";" or "—" || (word is "-" or "–" && IsSpaced(i))) return true;
        if (word is "\"" or "”" && this[i - 1] is "," or "?" or "!" && MeetingWords.Saying.Contains(this[i + 2])) return true; // … ," he said at a conference
        if (word == ":") return !OnlyADateBefore(i);
        if (word is "that" or "which" && this[i + 1] is "had" or "has" or "was" or "were" or "is" && i > 0 && !MeetingWords.Saying.Contains(this[i - 1])) return false; // "a meeting that had been planned for Monday was …"
        if (word is "before" && MeetingWords.Nouns.Contains(this[i - 1])) return false; // "a hearing before the judge"
        if (word is "that" && Word(i - 1) == Upos.ADP) return false; // "argued over that for hours"
        if (MeetingWords.Subordinators.Contains(word)) return DateAt(i) is null && DateAt(i + 1) is null && !(word == "that" && i == 0) && this[i - 1] != "such";
        if (word == "," && MeetingWords.Coordinators.Contains(this[i + 1])) return DateAt(i + 2) is null || Finite(i + 2);
        return MeetingWords.Coordinators.Contains(word) && (this[i + 1] is "he" or "she" or "it" or "they" or "we" or "will" or "is" or "are" or "was" or "were" or "has" or "have" || MeetingWords.Verbs.Contains(this[i + 1]) || this[i + 1] is "sit" or "sat");
    }

    private bool Finite(int from)
    {
        for (var i = from; i < Math.Min(from + 8, Length); i++)
            if (this[i] is "will" or "is" or "are" or "was" or "were" or "has" or "have" || MeetingWords.Verbs.Contains(this[i])) return true;
        return false;
    }

    /// <summary>Whether a dash stands apart from the words beside it.</summary>
    public bool IsSpaced(int i) => i > 0 && i + 1 < Length && Token(i - 1).Span.End < Token(i).Span.Start && Token(i).Span.End < Token(i + 1).Span.Start;

    private bool OnlyADateBefore(int colon)
    {
        for (var i = 0; i < colon; i++)
            if (DateAt(i) is null && this[i] is not ("•" or "-" or ",")) return false;
        return colon > 0;
    }
}
