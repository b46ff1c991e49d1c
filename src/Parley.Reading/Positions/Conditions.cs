using Parley.Language;

namespace Parley.Reading.Positions;

internal enum ConditionKind { If, Unless, While, Whether }

/// <summary>A clause that something hangs on: "if the list is published", "unless the blockade ends", "in return for aid".</summary>
internal readonly record struct ConditionClause(ConditionKind Kind, Tokens Clause);

/// <summary>Finds what acts hang on.</summary>
internal static class Conditions
{
    private const int Most = 40; // in a sentence

    public static List<ConditionClause> In(Document document, Syntax syntax, Sentence sentence)
    {
        var tokens = document.Tokens.AsSpan();
        var found = new List<ConditionClause>();
        for (var i = sentence.First; i < sentence.End && found.Count < Most; i++)
        {
            if (KindAt(document, i, sentence) is not { } kind) continue;
            var clause = ClauseOf(document, syntax, sentence, i);
            found.Add(new(kind, clause));
            i = Math.Max(i, clause.End - 1);
        }

        return found;
    }

    private static ConditionKind? KindAt(Document document, int at, Sentence sentence)
    {
        var tokens = document.Tokens.AsSpan();
        var next = at + 1 < sentence.End ? tokens[at + 1].Lemma : "";
        var afterNext = at + 2 < sentence.End ? tokens[at + 2].Lemma : "";
        var before = at > sentence.First ? tokens[at - 1].Lemma : "";
        var form = tokens[at].Form;
        if (Same(form, "whether")) return ConditionKind.Whether;
        if (Same(form, "if")) return IsWhether(before) ? ConditionKind.Whether : ConditionKind.If;
        if (Same(form, "unless") || (Same(form, "until") || Same(form, "till")) && before is not "not" || Same(form, "without")) return ConditionKind.Unless;
        if (Same(form, "provided") || Same(form, "providing")) return tokens[at].Upos is Upos.SCONJ or Upos.VERB && (next is "that" || before is "," or "“" or "\"" || at == sentence.First || tokens[at].BareRelation is "mark") ? ConditionKind.If : null;
        if (Same(form, "while")) return before is not "," && tokens[at].BareRelation is "mark" ? ConditionKind.While : null;
        if (Same(form, "as") || Same(form, "so")) return next is "long" or "soon" && afterNext is "as" ? ConditionKind.While : null;
        if (Same(form, "on") || Same(form, "under")) return next is "condition" or "the" && afterNext is "that" or "condition" or "understanding" or "proviso" ? ConditionKind.If : null;
        if (Same(form, "in")) return next is "exchange" or "return" && afterNext is "for" || next is "the" && afterNext is "event" ? ConditionKind.If : next is "the" && afterNext is "absence" ? ConditionKind.Unless : null;
        if (Same(form, "assuming") || Same(form, "supposing") || Same(form, "suppose")) return at == sentence.First || next is "that" || before is "," or "“" or "\"" or "—" ? ConditionKind.If : null;
        if (Same(form, "barring")) return ConditionKind.Unless;
        if (Same(form, "given")) return at == sentence.First || before is "," or "“" or "\"" ? ConditionKind.If : null;
        if (Same(form, "should") || Same(form, "were") || Same(form, "had")) return IsInverted(document, at, sentence) ? ConditionKind.If : null;
        if (Same(form, "once")) return tokens[at].Upos is Upos.SCONJ || tokens[at].BareRelation is "mark" ? ConditionKind.If : null;
        if (Same(form, "before")) return tokens[at].BareRelation is "mark" || tokens[at].Upos is Upos.SCONJ || LeadsClause(document, at, sentence) ? ConditionKind.Unless : null;
        return null;
    }

    /// <summary>Whether a finite predicate follows within its stretch: "before an inclusive cabinet is sworn in".</summary>
    private static bool LeadsClause(Document document, int at, Sentence sentence)
    {
        for (var i = at + 1; i < Math.Min(sentence.End, at + 12) && document.Tokens[i].Form is not ("," or ";"); i++)
            if (document.Tokens[i].Xpos is "VBZ" or "VBP" or "VBD" or "MD") return true;
        return false;
    }

    /// <summary>"Should talks fail", "were Spain to return", "had they signed": an auxiliary before its subject, in no question.</summary>
    private static bool IsInverted(Document document, int at, Sentence sentence)
    {
        var tokens = document.Tokens.AsSpan();
        if (at > sentence.First && tokens[at - 1].Upos is not (Upos.PUNCT or Upos.CCONJ) && !(tokens[at].Lemma is "should" && at + 1 < sentence.End && tokens[at + 1].Upos is Upos.DET or Upos.PROPN && tokens[at - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADV) || tokens[sentence.End - 1].Form is "?") return false;
        var head = tokens[at].Head;
        if (head <= at + 1) return false;
        foreach (var child in document.ChildrenOf(head))
            if (tokens[child].BareRelation is "nsubj" && child > at) return true;
        return false;
    }

    private static bool IsWhether(string before) => before is "ask" or "wonder" or "know" or "see" or "doubt" or "decide" or "clear" or "unclear" or "as" or "even" or "say";

    private static Tokens ClauseOf(Document document, Syntax syntax, Sentence sentence, int marker)
    {
        var tokens = document.Tokens.AsSpan();
        var head = tokens[marker].Head;
        var end = head >= sentence.First && syntax.Left(head) >= marker - 2 && syntax.Right(head) <= sentence.End ? syntax.Right(head) : marker + 1;
        if (end <= marker + 1)
        {
            end = marker + 1;
            while (end < sentence.End && tokens[end].Form is not ("," or ";" or ":" or "." or "—" or "–")) end++;
        }

        if (IsBare(tokens[marker].Form)) // a tree that takes the main clause for a part of this one
            for (var i = marker + 2; i < end; i++)
                if (tokens[i].Form is ",") end = i;
        return new(marker, end);
    }

    private static bool IsBare(string marker) => Same(marker, "should") || Same(marker, "were") || Same(marker, "had") || Same(marker, "assuming") || Same(marker, "supposing") || Same(marker, "suppose") || Same(marker, "given") || Same(marker, "barring");

    private static bool Same(string form, string word) => form.Equals(word, StringComparison.OrdinalIgnoreCase);
}
