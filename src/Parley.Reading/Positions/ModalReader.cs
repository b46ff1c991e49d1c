using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Reads what modal verbs say where no trigger speaks: "the port must stay open", "we will not sign", "no one will be dismissed".</summary>
internal sealed class ModalReader(OutcomeReader outcomes)
{
    public IEnumerable<ReadAct> Read(SentenceFacts facts, Tokens scope, Func<int, Who> who, bool quoted)
    {
        var (document, syntax) = (facts.Document, facts.Syntax);
        for (var i = scope.First; i < scope.End; i++)
        {
            var token = document.Tokens[i];
            if (token.Upos != Upos.VERB && !(token.Upos is Upos.ADJ or Upos.NOUN or Upos.ADV && syntax.HasCopula(i))) continue;
            var group = syntax.GroupOf(i, i, facts.Sentence.First);
            var subject = syntax.SubjectOf(i);
            if (group.Modal == Modal.None && IsAnnounced(facts, token, subject, who, quoted)) group = group with { Modal = Modal.Will };
            if (group.Modal == Modal.None) continue;
            var cleft = syntax.CleftOf(i);
            var end = Math.Min(cleft >= 0 ? syntax.Right(cleft) : syntax.GovernedBy(i, i + 1, facts.Sentence.End).End, scope.End);
            var left = subject >= 0 && subject < i ? syntax.Left(subject) : group.First;
            var first = group.First - left is >= 0 and <= 10 ? left : group.First;
            var bound = who(subject);
            if (bound == Who.Thing && HoldsOnlyIf(facts, i)) bound = Who.Self; // "the truce would hold only if the list is handed over"
            if (Meaning(document, syntax, group, subject, i, bound, quoted) is not var (meaning, rule)) continue;
            if (meaning.Class == EventClass.Refuse && ActReader.IsForGood(facts, i)) meaning = meaning with { Class = EventClass.RedLine, Firmness = Firmness.RedLine };
            var impersonal = who(subject) != Who.Self || group.Passive;
            var theme = impersonal && meaning.Class is EventClass.Demand or EventClass.Refuse or EventClass.RedLine ? new Tokens(first, end) : new Tokens(i, end);
            if (cleft >= 0 && cleft < end) theme = new(cleft, end);
            var outcome = outcomes.Read(facts, theme, meaning.Class == EventClass.Demand, cleft >= 0 ? cleft : i);
            if (meaning.Class == EventClass.Demand && outcome.Not) meaning = meaning.Turned();
            var why = $"modal {group.Modal}{(group.Negative ? " not" : "")}{(outcome.Chain.Length > 0 ? ", " + outcome.Chain : "")}";
            yield return new(meaning, false, i, outcome, new(first, end), quoted ? Performer.Speaker : Performer.Subject, subject, null, why, rule) { Performs = true, Impersonal = bound == Who.Thing };
        }
    }

    private static (Meaning, Rule)? Meaning(Document document, Syntax syntax, PredicateGroup group, int subject, int predicate, Who who, bool quoted)
    {
        var nobody = subject >= 0 && subject < predicate && document.Tokens[syntax.Left(subject)].Lemma is "no" or "nobody" or "none" or "neither";
        var not = group.Not ^ nobody || group.Never;
        if (nobody && group.Modal is Modal.Must or Modal.Should) return null;
        var bound = who == Who.Self || who == Who.Thing && (group.Passive || !not);
        return group.Modal switch
        {
            _ when !quoted && who != Who.Self => null,
            Modal.Must => (new(EventClass.Demand, not ? Stance.Against : Stance.For, Firmness.Firm), Rule.Must),
            Modal.Should => (new(EventClass.Demand, not ? Stance.Against : Stance.For, Firmness.Firm), Rule.Should),
            Modal.Will or Modal.Would or Modal.Can when group.Never && bound => (new(EventClass.RedLine, Stance.Against, Firmness.RedLine), Rule.Never),
            Modal.Will or Modal.Would or Modal.Can when not && bound => (new(EventClass.Refuse, Stance.Against, Firmness.Firm), Rule.Refusal),
            Modal.Will or Modal.Would or Modal.Can when not && who == Who.Thing => (new(EventClass.Refuse, Stance.Against, Firmness.Firm), Rule.Refusal),
            Modal.Will or Modal.Would when !not && bound && document.Tokens[predicate].Upos == Upos.VERB => (new(EventClass.Offer, Stance.For, Firmness.Flexible), Rule.Announcement),
            Modal.May or Modal.Could when !not && subject >= 0 && who == Who.Self && document.Tokens[predicate].Upos == Upos.VERB => (new(EventClass.Offer, Stance.Open, Firmness.Flexible), Rule.Announcement),
            _ => null,
        };
    }

    private static bool HoldsOnlyIf(SentenceFacts facts, int predicate) => facts.Conditions.Exists(c =>
        c.Kind == ConditionKind.If && c.Clause.First > predicate && facts.Document.Tokens[c.Clause.First - 1].Lemma == "only" && facts.Document.Tokens[c.Clause.First].Lemma == "if");

    /// <summary>What one announces in the present on a condition: "if there is no number by Friday, we walk"; of a thing only where the condition is unmet.</summary>
    private static bool IsAnnounced(SentenceFacts facts, Token token, int subject, Func<int, Who> who, bool quoted)
    {
        if (!quoted || subject < 0 || token.Xpos is not ("VBP" or "VBZ") || token.BareRelation is "acl" or "advcl" or "ccomp") return false;
        return facts.Conditions.Exists(c => who(subject) == Who.Self || who(subject) == Who.Thing && ConditionTies.IsUnmet(facts.Document, c));
    }
}
