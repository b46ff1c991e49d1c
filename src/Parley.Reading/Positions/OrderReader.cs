using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>
/// Reads what the shape of a sentence says: orders ("lift the ban"), orders with what follows if they are or are not obeyed ("cut the grant
/// and we leave", "free them by Friday or we leave"), and what is not to be had without something else ("no audit, no loan").
/// </summary>
internal sealed class OrderReader(OutcomeReader outcomes)
{
    private const int FarthestVerb = 9; // from "and" or "or"
    private const int FarthestJoint = 60; // from the head of the sentence

    /// <summary>The act, and the words in which no other is then read; null where the sentence has no such shape.</summary>
    public (ReadAct Act, Tokens Taken)? Read(SentenceFacts facts, Tokens scope)
    {
        var tokens = facts.Document.Tokens.AsSpan();
        var at = scope.First;
        while (at < scope.End && tokens[at].Upos is Upos.PUNCT or Upos.CCONJ) at++;
        var first = at;
        var (please, not) = (false, false);
        for (; at < scope.End && IsLead(tokens[at]); at++)
        {
            please |= tokens[at].Lemma is "please" or "kindly";
            not |= tokens[at].Lemma is "not" or "n't" or "never";
        }

        if (at >= scope.End) return null;
        if (Exchange(tokens, first, scope.End)) return Whole(new(EventClass.Condition, Stance.Against, Firmness.Firm), first, new(first, scope.End), "no … without …");
        if (tokens[first].Lemma is "either" && Joint(tokens, at, scope.End, "or") > 0) return Whole(new(EventClass.Ultimatum, Stance.For, Firmness.Firm), first, new(first, scope.End), "either … or …");
        if (IsRepeated(tokens, first, scope.End) && Joint(tokens, first, scope.End, "and") is > 0 and var then) return Whole(Feared(tokens, then, scope.End), first, new(then + 1, scope.End), "one more … and …");
        var taken = IsMistagged(tokens, at, first, scope.End); // "Lift the embargo", tagged as a name
        if (!taken && !IsOrder(facts, tokens, at, not)) return null;
        if (Joint(tokens, at, scope.End, "or") is > 0 and var or)
        {
            var limited = ConditionTies.HasLimit(facts.Document, new(at, or));
            return Whole(new(limited ? EventClass.Ultimatum : EventClass.Threaten, not ? Stance.Against : Stance.For, Firmness.Firm), at, new(at, limited ? or : scope.End), "an order, or else");
        }

        if (Joint(tokens, at, scope.End, "and") is > 0 and var and)
            return Whole(IsUnwelcome(facts, at, and) || Denies(tokens, and, scope.End) ? Feared(tokens, and, scope.End) : new(EventClass.Condition, Stance.Open, Firmness.Flexible), at, new(at, scope.End), "an order, and what follows");
        var clause = new Tokens(at, taken ? scope.End : Math.Max(at + 1, Math.Min(facts.Syntax.GovernedBy(at, at + 1, scope.End).End, scope.End)));
        var outcome = outcomes.Read(facts, clause, turning: true, taken ? -1 : at);
        var meaning = please ? new Meaning(EventClass.Appeal, Stance.For, null) : new(ConditionTies.HasLimit(facts.Document, clause) ? EventClass.Ultimatum : EventClass.Demand, Stance.For, Firmness.Firm);
        var act = new ReadAct(outcome.Not ^ not ? meaning.Turned() : meaning, false, at, outcome, clause with { First = first }, Performer.Speaker, -1, null, "an order", Rule.Order);
        return (act, clause);

        (ReadAct, Tokens)? Whole(Meaning meaning, int head, Tokens theme, string why) =>
            (new ReadAct(meaning, false, head, outcomes.Read(facts, theme, turning: false), new(first, scope.End), Performer.Speaker, -1, null, why, Rule.Order), new(first, scope.End));
    }

    private static bool IsLead(in Token token) =>
        token.Lemma is "please" or "kindly" or "not" or "n't" or "never" or "just" or "so" or "now" or "first" or "then" or "but" or "again" or "do" or "," or "either" || token.Upos is Upos.INTJ;

    private static bool IsMistagged(ReadOnlySpan<Token> tokens, int at, int first, int end)
    {
        if (at != first || at + 2 >= end || tokens[at].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ) || tokens[at].Xpos is "NNS" or "NNPS") return false;
        return tokens[at + 1] is { Upos: Upos.DET } or { Xpos: "PRP$" } && tokens[at + 1].Form.Equals(tokens[at + 1].Form.ToLowerInvariant(), StringComparison.Ordinal);
    }

    /// <summary>A bare verb without a subject at the head of its sentence, and none that only keeps talk going ("look", "believe me").</summary>
    private static bool IsOrder(SentenceFacts facts, ReadOnlySpan<Token> tokens, int at, bool not)
    {
        var token = tokens[at];
        if (token.Upos is not Upos.VERB && !(not && token.Upos is Upos.AUX) || token.Xpos is not ("VB" or "VBP") || !token.Form.Equals(token.Lemma, StringComparison.OrdinalIgnoreCase)) return false;
        if (token.Lemma is "look" or "listen" or "say" or "ask" or "believe" or "remember" or "imagine" or "trust" or "forgive" or "excuse" or "suppose" or "mark" or "thank" or "see" or "wait"
            or "call" or "tell" or "note" or "watch" or "judge" or "guess" or "consider" or "think" or "forget" or "hope" or "wish" or "welcome" or "know" or "mind" or "worry" or "seem" or "be" && !not) return false;
        if (token.Lemma is "make" or "take" or "put" && tokens[Math.Min(at + 1, tokens.Length - 1)].Lemma is "no" or "it") return false; // "make no mistake", "put it this way"
        if (token.Lemma is "let" && tokens[Math.Min(at + 1, tokens.Length - 1)].Upos is not (Upos.DET or Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.NUM)) return false;
        foreach (var child in facts.Document.ChildrenOf(at))
            if (tokens[child].BareRelation is "nsubj" or "csubj" or "aux" && tokens[child].Lemma is not "do" || tokens[child].BareRelation is "mark") return false;
        return token.BareRelation is not ("amod" or "compound" or "nsubj" or "obl");
    }

    /// <summary>"No audit, no loan": two things denied, without a verb.</summary>
    private static bool Exchange(ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (tokens[first].Lemma is not ("no" or "without")) return false;
        for (var i = first + 1; i < Math.Min(end - 1, first + 12); i++)
        {
            if (tokens[i].Upos is Upos.VERB or Upos.AUX) return false;
            if (tokens[i].Form is "," or ":" or ";" or "—" or "–") return tokens[i + 1].Lemma is "no" && tokens[first].Lemma is "no" && !Lists(tokens, i + 2, end);
        }

        return false;
    }

    private static bool Lists(ReadOnlySpan<Token> tokens, int from, int end)
    {
        for (var i = from; i < end; i++)
            if (tokens[i].Form is "," or ":" && i + 1 < end && tokens[i + 1].Upos is not Upos.PUNCT || tokens[i].Upos is Upos.VERB or Upos.AUX) return true;
        return false;
    }

    /// <summary>"One more raid and", "another such vote, and".</summary>
    private static bool IsRepeated(ReadOnlySpan<Token> tokens, int first, int end)
    {
        if (first + 2 >= end || tokens[first].Lemma is not "another" && !(tokens[first].Lemma is "one" or "a" or "any" && tokens[first + 1].Lemma is "more" or "further" or "single")) return false;
        for (var i = first; i < Math.Min(end, first + FarthestJoint) && tokens[i].Lemma is not "and"; i++)
            if (tokens[i].Upos is Upos.AUX || tokens[i].Upos is Upos.VERB && tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "VB") return false;
        return true;
    }

    /// <summary>The "and" or "or" behind which a clause tells what will be; -1 where there is none.</summary>
    private static int Joint(ReadOnlySpan<Token> tokens, int from, int end, string word)
    {
        for (var i = from + 1; i < Math.Min(end - 1, from + FarthestJoint); i++)
        {
            if (!tokens[i].Lemma.Equals(word, StringComparison.OrdinalIgnoreCase)) continue;
            if (word is "or" && tokens[i + 1].Lemma is "else" or "face" or "forget" or "lose" or "risk" or "suffer" or "expect" or "pay" or "clear") return i;
            for (var j = i + 1; j < Math.Min(end, i + FarthestVerb); j++)
            {
                if (tokens[j].Form is "," or ";") break;
                if (tokens[j].Xpos is "MD" || tokens[j].Lemma is "'ll" or "’ll" or "need" || word is "and" && tokens[j].Xpos is "VBP" or "VBZ" && j > i + 1 && tokens[i + 1].Upos is Upos.PRON or Upos.DET) return i;
            }
        }

        return -1;
    }

    /// <summary>What follows is the speaker's own doing, a threat, or befalls all: a warning.</summary>
    private static Meaning Feared(ReadOnlySpan<Token> tokens, int joint, int end)
    {
        for (var i = joint + 1; i < Math.Min(end, joint + 4); i++)
            if (tokens[i].Lemma is "you" or "there" || tokens[i].Lemma is "all" or "everyone" or "everybody" or "nobody" or "whole" or "every") return new(EventClass.Warn, Stance.Against, null);
        return new(EventClass.Threaten, Stance.For, Firmness.Firm);
    }

    private static bool IsUnwelcome(SentenceFacts facts, int at, int end)
    {
        var tokens = facts.Document.Tokens.AsSpan();
        if (ConditionTies.IsUnwelcome(facts.Document, new(at, end))) return true;
        if (facts.Events.Exists(e => e.Head == at && (e.Class.IsHarm() || e.Class is EventClass.Refuse or EventClass.Accuse))) return true;
        return tokens[at].Lemma is "sign" or "pass" or "send" or "impose" or "tax" or "put" or "sever" or "strip" or "pull" or "let" or "keep" or "lay" or "raise";
    }

    private static bool Denies(ReadOnlySpan<Token> tokens, int joint, int end)
    {
        for (var i = joint + 1; i < Math.Min(end, joint + FarthestVerb); i++)
            if (tokens[i].Lemma is "not" or "n't" or "never" or "no" or "nobody" or "nothing") return true;
        return false;
    }
}
