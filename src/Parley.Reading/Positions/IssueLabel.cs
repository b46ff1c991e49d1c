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
        var shown = -1; // the last token taken into the label
        for (var i = theme.First; i < end; i++)
        {
            var token = tokens[i];
            if (token.Lemma is "not" or "n't" or "never" || Syntax.IsMark(token.Form)) continue;
            if (!verbSeen && (token.Upos == Upos.AUX || token.Upos == Upos.PART && (!nounSeen || token.Lemma == "to"))) continue;
            nounSeen |= token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON;
            var word = token.Form;
            if (!verbSeen && token.Upos == Upos.VERB && !DescribesNoun(token, theme))
            {
                verbSeen = true;
                if (token.Xpos is not ("VBG" or "VBN") && !(i > theme.First && char.IsUpper(word[0]))) word = VerbForms.Gerund(token.Lemma);
            }

            if (label.Length > 0 && (shown < i - 1 || tokens[shown].Span.End < token.Span.Start)) label.Append(' ');
            label.Append(word);
            shown = i;
        }

        if (label.Length == 0) return document.Slice(evidence);
        label[0] = char.ToUpperInvariant(label[0]);
        return label.ToString();
    }

    /// <summary>Whether a verb belongs to a clause that describes a noun of the theme: "anything that leaves families without a wage".</summary>
    private static bool DescribesNoun(Token verb, Tokens theme) => verb.Head >= theme.First && verb.Head < theme.End && verb.BareRelation is "acl";
}
