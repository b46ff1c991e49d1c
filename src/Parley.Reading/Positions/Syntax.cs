using Parley.Language;

namespace Parley.Reading.Positions;

internal enum Modal { None, Will, Would, Can, Could, May, Must, Should }

/// <summary>The words before a predicate that say how it is meant: negation, modal, voice, tense.</summary>
/// <param name="First">Index of the group's first token.</param>
internal readonly record struct PredicateGroup(
    int First, bool Not, bool Never, bool NoLonger, Modal Modal, bool Passive, bool Perfect, bool Infinitive, bool Copula, bool Finite)
{
    public bool Negative => Not || Never || NoLonger;
}

/// <summary>What the rules ask of tags and trees: predicate groups, subjects, extents, clauses. One for each document; all look-ups are O(depth).</summary>
internal sealed class Syntax
{
    private const int Farthest = 12;
    private readonly Document _document;
    private readonly int[] _left;
    private readonly int[] _right; // the last token below, inclusive

    public Syntax(Document document)
    {
        _document = document;
        (_left, _right) = Extents(document);
    }

    /// <summary>First token of the subtree of a token.</summary>
    public int Left(int token) => _left[token];

    /// <summary>Index after the last token of the subtree of a token.</summary>
    public int Right(int token) => _right[token] + 1;

    /// <summary>Reads leftward from a predicate over auxiliaries, adverbs, particles, a copula and quotation marks.</summary>
    /// <param name="predicate">The verb, adjective or noun that predicates.</param>
    /// <param name="from">The first token of the trigger that holds it; reading starts left of that.</param>
    /// <param name="first">The first token of the sentence.</param>
    public PredicateGroup GroupOf(int predicate, int from, int first)
    {
        var tokens = _document.Tokens.AsSpan();
        var (not, never, noLonger, perfect, infinitive, copula) = (false, false, false, false, false, false);
        var modal = Modal.None;
        var be = false;
        var start = from;
        var xpos = tokens[predicate].Xpos;
        var verbal = tokens[predicate].Upos is Upos.VERB or Upos.AUX;
        var finite = xpos is "VBD" or "VBZ" or "VBP" or "MD";
        for (var i = from - 1; i >= first && from - i <= Farthest; i--)
        {
            ref readonly var token = ref tokens[i];
            switch (token.Lemma)
            {
                case "not" or "n't" or "neither" or "nor" or "hardly" or "scarcely" or "barely":
                    not = !not || token.Lemma is not ("not" or "n't");
                    break;
                case "never":
                    never = true;
                    break;
                case "no" when i + 1 < tokens.Length && tokens[i + 1].Lemma is "longer" or "long":
                    noLonger = true;
                    break;
                case "will" or "wo" or "shall" or "'ll" or "’ll":
                    (modal, finite) = (Modal.Will, true);
                    break;
                case "would" or "'d" or "’d" when token.Xpos == "MD":
                    (modal, finite) = (Modal.Would, true);
                    break;
                case "can" or "ca":
                    (modal, finite) = (Modal.Can, true);
                    break;
                case "could":
                    (modal, finite) = (Modal.Could, true);
                    break;
                case "may" or "might":
                    (modal, finite) = (Modal.May, true);
                    break;
                case "must":
                    (modal, finite) = (Modal.Must, true);
                    break;
                case "should":
                    (modal, finite) = (Modal.Should, true);
                    break;
                case "ought" or "need" when infinitive:
                    (modal, finite, infinitive) = (token.Lemma == "ought" ? Modal.Should : Modal.Must, true, false);
                    break;
                case "to" when token.Upos is Upos.PART || token.Xpos == "TO":
                    infinitive = true;
                    break;
                case "go" when infinitive && token.Form.Equals("going", StringComparison.OrdinalIgnoreCase):
                    (modal, infinitive) = (Modal.Will, false);
                    break;
                case "have" when infinitive:
                    (modal, finite, infinitive) = (Modal.Must, true, false);
                    break;
                case "have" when token.Upos == Upos.AUX || xpos is "VBN":
                    perfect = true;
                    finite |= token.Xpos is not ("VB" or "VBG");
                    break;
                case "be" or "get":
                    if (infinitive && modal == Modal.None) (modal, infinitive) = (Modal.Will, false); // "are to free"
                    if (verbal) be = true;
                    else copula = true;
                    finite |= token.Xpos is not ("VB" or "VBN" or "VBG");
                    break;
                case "think" or "believe" or "expect" or "suppose" or "understand" or "know" or "say" or "likely" or "report" when infinitive && token.Xpos is "VBN" or "VBD" or "JJ":
                    (infinitive, copula, finite) = (false, true, true); // "is not thought to be willing": the negation is of what is thought
                    break;
                case "do" when token.Upos == Upos.AUX:
                    finite = true;
                    break;
                case "remain" or "seem" or "look" or "become" or "stay" or "appear" or "sound" or "feel" or "prove" when !verbal && !copula:
                    (copula, finite) = (true, true);
                    break;
                default:
                    if (infinitive && !copula) goto done;
                    if (token.Upos is Upos.ADV or Upos.PART || token.Upos == Upos.PUNCT && IsMark(token.Form)) continue;
                    if (!verbal && !copula && from - i < 5 && token.Upos is Upos.DET or Upos.ADJ or Upos.ADP or Upos.NUM) continue;
                    goto done;
            }

            start = i;
        }

    done:
        (not, never) = UnderDeniedNoun(predicate, not, never);
        var passive = verbal && be && xpos is "VBN" or "VBD";
        return new(start, not, never, noLonger, modal, passive, perfect, infinitive, copula, finite);
    }

    /// <summary>"Is not something we will ever discuss": the negation of the noun is that of the clause that describes it.</summary>
    private (bool Not, bool Never) UnderDeniedNoun(int predicate, bool not, bool never)
    {
        var tokens = _document.Tokens.AsSpan();
        var noun = tokens[predicate].Head;
        if (noun < 0 || noun >= predicate || tokens[predicate].BareRelation is not "acl" || tokens[noun].Lemma is not ("something" or "anything" or "thing" or "matter" or "subject" or "one" or "issue" or "topic" or "idea" or "price" or "step")) return (not, never);
        var (denied, ever) = (false, false);
        foreach (var child in _document.ChildrenOf(noun)) denied |= tokens[child].Lemma is "not" or "n't" or "never";
        foreach (var child in _document.ChildrenOf(predicate)) ever |= tokens[child].Lemma is "ever";
        return !denied ? (not, never) : ever ? (not, true) : (!not, never);
    }

    /// <summary>What stands for "what" in "what we will not do is lay down our arms"; -1 where the predicate hangs in no such clause.</summary>
    public int CleftOf(int predicate)
    {
        var tokens = _document.Tokens.AsSpan();
        var what = tokens[predicate].BareRelation is "acl" ? tokens[predicate].Head : predicate;
        if (what < 0 || tokens[what].Head < 0 || what != predicate && tokens[what].Lemma is not ("what" or "all" or "thing")) return -1;
        if (what == predicate && tokens[_left[predicate]].Lemma is not "what") return -1;
        return tokens[what].BareRelation is "nsubj" or "csubj" && tokens[what].Head > predicate && HasCopula(tokens[what].Head) ? tokens[what].Head : -1;
    }

    /// <summary>Whether a copula stands with a word.</summary>
    public bool HasCopula(int token)
    {
        foreach (var child in _document.ChildrenOf(token))
            if (_document.Tokens[child].BareRelation is "cop") return true;
        return false;
    }

    /// <summary>The subject of a predicate, its controller where it has none of its own; -1 where there is none.</summary>
    public int SubjectOf(int predicate)
    {
        var tokens = _document.Tokens.AsSpan();
        var at = predicate;
        for (var step = 0; step < 6 && at >= 0; step++)
        {
            foreach (var child in _document.ChildrenOf(at))
                if (tokens[child].BareRelation is "nsubj" or "csubj")
                    return tokens[child].Lemma is "who" or "which" or "that" && tokens[at].BareRelation is "acl" ? tokens[at].Head : child;
            if (tokens[at].Head < 0) return -1;
            switch (tokens[at].BareRelation)
            {
                case "acl":
                    return tokens[at].Head;
                case "xcomp":
                    foreach (var sibling in _document.ChildrenOf(tokens[at].Head))
                        if (tokens[sibling].BareRelation is "obj" or "iobj" && sibling < at) return sibling;
                    break;
            }

            if (tokens[at].BareRelation is not ("conj" or "xcomp" or "advcl" or "obl" or "nmod" or "ccomp" or "cop" or "aux" or "obj" or "parataxis" or "amod" or "compound" or "case" or "advmod")) return -1;
            at = tokens[at].Head;
        }

        return -1;
    }

    /// <summary>The agent of a passive ("by the council"); -1 where none is told.</summary>
    public int AgentOf(int predicate)
    {
        var tokens = _document.Tokens.AsSpan();
        foreach (var child in _document.ChildrenOf(predicate))
        {
            if (tokens[child].BareRelation is not ("obl" or "nmod") || child < predicate) continue;
            foreach (var grandchild in _document.ChildrenOf(child))
                if (tokens[grandchild].Lemma == "by") return child;
        }

        return -1;
    }

    /// <summary>Who judges in "called it unacceptable", "regards it as a provocation"; -1 where no verb of judging governs the word.</summary>
    public int JudgeOf(int word)
    {
        var tokens = _document.Tokens.AsSpan();
        for (var (at, step) = (word, 0); step < 3 && tokens[at].Head >= 0; step++)
        {
            at = tokens[at].Head;
            if (tokens[at].Lemma is "call" or "consider" or "deem" or "find" or "brand" or "label" or "describe" or "regard" or "view" or "see" or "term"
                or "dub" or "dismiss" or "think" or "declare" or "denounce" or "hail" or "condemn" or "reject") return SubjectOf(at);
        }

        return -1;
    }

    /// <summary>The words a trigger governs, to the right of it: what hangs below its tokens, but for what is joined on or hangs by a condition.</summary>
    public (int First, int End) GovernedBy(int first, int end, int limit)
    {
        var tokens = _document.Tokens.AsSpan();
        var stop = end;
        for (var i = first; i < end; i++)
        {
            foreach (var child in _document.ChildrenOf(i))
            {
                if (child < end || Right(child) > limit) continue;
                if (tokens[child].BareRelation is "nsubj" && tokens[i].Lemma != "be") continue; // "there is no truce" has its subject behind it
                if (tokens[child].BareRelation is "conj" or "cc" or "punct" or "parataxis" or "discourse" or "vocative") continue;
                if (tokens[child].BareRelation is "advcl" && IsApart(child)) continue;
                stop = Math.Max(stop, Right(child));
            }
        }

        while (stop > end && tokens[stop - 1].Upos == Upos.PUNCT && !IsMark(tokens[stop - 1].Form)) stop--;
        return (end, stop);
    }

    /// <summary>Whether a clause is led by a word that sets it apart (if, unless, because) or stands behind a comma.</summary>
    private bool IsApart(int clause)
    {
        var tokens = _document.Tokens.AsSpan();
        foreach (var child in _document.ChildrenOf(clause))
            if (tokens[child].BareRelation is "mark" && tokens[child].Lemma is not ("to" or "that")) return true;
        return Left(clause) > 0 && tokens[Left(clause) - 1].Form == ",";
    }

    /// <summary>Quotation marks and brackets, which rules look through.</summary>
    public static bool IsMark(string form) => form is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''" or "(" or ")" or "«" or "»";

    private static (int[] Left, int[] Right) Extents(Document document)
    {
        var tokens = document.Tokens.AsSpan();
        var (left, right, waiting) = (new int[tokens.Length], new int[tokens.Length], new int[tokens.Length]);
        var ready = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            (left[i], right[i], waiting[i]) = (i, i, document.ChildrenOf(i).Length);
            if (waiting[i] == 0) ready.Push(i);
        }

        while (ready.TryPop(out var i))
        {
            var head = tokens[i].Head;
            if (head < 0) continue;
            (left[head], right[head]) = (Math.Min(left[head], left[i]), Math.Max(right[head], right[i]));
            if (--waiting[head] == 0) ready.Push(head);
        }

        return (left, right);
    }
}
