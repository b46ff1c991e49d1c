using System.Text;
using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Words an issue as the outcome itself, without negation: "not to close the port" becomes "Closing the port".</summary>
internal static class IssueLabel
{
    private const int Longest = 16;

    public static string Of(Document document, Tokens theme, Span evidence)
    {
        if (theme.IsEmpty) return document.Slice(evidence);
        var tokens = document.Tokens.AsSpan();
        var label = new StringBuilder();
        var (verbSeen, nounSeen) = (false, false);
        var end = Math.Min(theme.End, theme.First + Longest);
        for (var i = theme.First; i < end; i++)
        {
            var token = tokens[i];
            if (token.Lemma is "not" or "n't" or "never" || Syntax.IsMark(token.Form)) continue;
            if (!verbSeen && (token.Upos == Upos.AUX || token.Upos == Upos.PART && !nounSeen)) continue;
            nounSeen |= token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON;
            var word = token.Form;
            if (!verbSeen && token.Upos == Upos.VERB)
            {
                verbSeen = true;
                if (token.Xpos is not ("VBG" or "VBN")) word = Gerund(token.Lemma);
            }

            if (label.Length > 0 && (i == theme.First || tokens[i - 1].Span.End < token.Span.Start || label[^1] != ' ') && !IsJoined(document, i)) label.Append(' ');
            label.Append(word);
        }

        if (label.Length == 0) return document.Slice(evidence);
        label[0] = char.ToUpperInvariant(label[0]);
        return label.ToString();
    }

    private static bool IsJoined(Document document, int token) =>
        token > 0 && document.Tokens[token - 1].Span.End == document.Tokens[token].Span.Start;

    private static string Gerund(string verb)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal)) return verb[..^2] + "ying";
        if (verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && verb.Length > 2) return verb[..^1] + "ing";
        return Doubles(verb) ? verb + verb[^1] + "ing" : verb + "ing";
    }

    /// <summary>One vowel between two consonants in a word of one syllable doubles the last: cut, cutting.</summary>
    private static bool Doubles(string verb) =>
        verb.Length is 3 or 4 && IsVowel(verb[^2]) && !IsVowel(verb[^1]) && !IsVowel(verb[^3]) && verb[^1] is not ('w' or 'x' or 'y') || verb is "admit" or "begin" or "permit" or "commit" or "refer";

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
