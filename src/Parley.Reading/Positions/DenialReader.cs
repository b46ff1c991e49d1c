using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Reads as a denial what a speaker says his own side did not do: "we never paid", "it had not opened a single gate", "nobody was shelled".</summary>
internal sealed class DenialReader(OutcomeReader outcomes)
{
    public IEnumerable<ReadAct> Read(SentenceFacts facts, Tokens scope, Func<int, Who> who)
    {
        var (document, syntax) = (facts.Document, facts.Syntax);
        for (var i = scope.First; i < scope.End; i++)
        {
            var token = document.Tokens[i];
            if (token.Upos != Upos.VERB || token.Xpos is not ("VBD" or "VBN" or "VB") || IsOfMind(token.Lemma) || token.BareRelation is "acl" or "advcl" or "xcomp" or "amod") continue;
            var group = syntax.GroupOf(i, i, facts.Sentence.First);
            var subject = syntax.SubjectOf(i);
            if (group.Modal != Modal.None || group.Infinitive || !IsPast(document, group, i) || !Denied(document, syntax, group, subject, i)) continue;
            var performer = who(subject);
            if (performer == Who.Other || performer == Who.Thing && !(group.Passive && IsNone(document, syntax, subject))) continue;
            var end = Math.Min(syntax.GovernedBy(i, i + 1, facts.Sentence.End).End, scope.End);
            var left = subject >= 0 && subject < i ? syntax.Left(subject) : group.First;
            var first = group.First - left is >= 0 and <= 10 ? left : group.First;
            var outcome = outcomes.Read(facts, new(i, Math.Max(i + 1, end)), turning: false, i);
            yield return new(new(EventClass.Deny, Stance.Against, Firmness.Firm), false, i, outcome, new(first, Math.Max(i + 1, end)), Performer.Speaker, subject, null, "denies what is told of its own side", Rule.Denial);
        }
    }

    private static bool IsPast(Document document, PredicateGroup group, int verb)
    {
        if (document.Tokens[verb].Xpos is "VBD") return true;
        foreach (var child in document.ChildrenOf(verb))
            if (document.Tokens[child] is { BareRelation: "aux" } aux && (aux.Form.ToLowerInvariant() is "did" or "had" or "was" or "were" || group.Never && aux.Form.ToLowerInvariant() is "has" or "have")) return true;
        return group.Passive;
    }

    private static bool Denied(Document document, Syntax syntax, PredicateGroup group, int subject, int verb)
    {
        if (group.Never || group.Not && document.Tokens[verb].Upos is Upos.VERB || subject < verb && IsNone(document, syntax, subject)) return true;
        foreach (var child in document.ChildrenOf(verb))
            if (child > verb && document.Tokens[child].BareRelation is "obj" && IsNone(document, syntax, child)) return true;
        return false;
    }

    private static bool IsNone(Document document, Syntax syntax, int token) =>
        token >= 0 && document.Tokens[syntax.Left(token)].Lemma.ToLowerInvariant() is "no" or "nobody" or "none" or "nothing" or "neither" or "not";

    /// <summary>What one has not yet heard, settled or said denies nothing.</summary>
    private static bool IsOfMind(string lemma) => lemma is "decide" or "receive" or "hear" or "see" or "know" or "reach" or "discuss" or "finish" or "agree" or "think" or "expect" or "want"
        or "mean" or "set" or "respond" or "reply" or "comment" or "say" or "name" or "elaborate" or "understand" or "believe" or "change" or "read" or "sleep" or "complete" or "settle" or "resolve"
        or "conclude" or "find" or "answer" or "come" or "get" or "have" or "make" or "leave" or "go" or "give" or "wait" or "use" or "set" or "lose" or "win" or "forget" or "tell" or "start" or "begin"
        or "come" or "arrive" or "return" or "feel" or "like" or "need" or "move" or "succeed" or "accept" or "support" or "vote" or "rule" or "stop" or "exclude" or "intend" or "plan" or "publish" or "confirm" or "specify"
        or "keep" or "take" or "rain" or "snow" or "happen" or "work" or "help" or "improve" or "produce" or "yield" or "end" or "bring" or "grow" or "fall" or "rise";
}
