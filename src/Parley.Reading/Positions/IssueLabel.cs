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
                if (token.Xpos is not ("VBG" or "VBN")) word = VerbForms.Gerund(token.Lemma);
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
}
