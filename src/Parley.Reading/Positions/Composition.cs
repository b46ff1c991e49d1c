using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Puts an act and the outcome it is about together: "refused to rule out" offers, "promised never to sign" draws a red line.</summary>
internal static class Composition
{
    /// <summary>Whether an act asks for something or promises it: then what shall be dropped is the outcome, and unwanted.</summary>
    public static bool Turns(EventClass act) => act is EventClass.Demand or EventClass.Appeal or EventClass.Ultimatum or EventClass.Condition or EventClass.Offer or EventClass.Accept;

    /// <summary>The meaning of an act over its outcome, and the rule that gave it.</summary>
    /// <param name="inner">The trigger on the way to the outcome, where there is one.</param>
    /// <param name="own">Whether a pronoun that can be the one who acts does what the inner trigger tells.</param>
    /// <param name="soft">Whether the act only hints.</param>
    public static (Meaning Meaning, string Why) Of(Meaning outer, Event? inner, Outcome outcome, bool soft = false, bool own = false)
    {
        var verb = inner is { Trigger.Kind: TriggerKind.Verb, Not: false };
        switch (outer.Class)
        {
            case EventClass.Refuse when verb && inner!.Class is EventClass.Refuse:
                return (new(EventClass.Offer, Stance.Open, Firmness.Flexible), "refuses to refuse");
            case EventClass.Refuse when inner?.Class is EventClass.Concede && inner.Trigger.Text.Contains("demand", StringComparison.Ordinal):
                return (new(EventClass.Demand, Stance.For, Firmness.Firm), "refuses to drop a demand");
            case EventClass.Offer or EventClass.Accept when verb && inner!.Class is EventClass.Refuse:
                return (new(EventClass.Refuse, Stance.Against, Firmness.Firm), "ready to refuse");
            case EventClass.Offer or EventClass.Accept when verb && inner!.Meaning is { Class: EventClass.Concede } concession:
                return (new(EventClass.Concede, outcome.Not ? Stance.Against : concession.Stance, Firmness.Flexible), "agrees to concede");
            case EventClass.Offer when outcome.Never:
                return (new(EventClass.RedLine, Stance.Against, Firmness.RedLine), "promises never");
            case EventClass.Offer when outcome.Not && soft:
                return (new(EventClass.Refuse, Stance.Against, Firmness.Firm), "hints at a refusal");
            case EventClass.Warn when inner is { Not: false, Group.Modal: Modal.Will or Modal.Would } && inner.Class.IsHarm() && own:
                return (new(EventClass.Threaten, Stance.For, Firmness.Firm), "of one's own harm");
            case EventClass.Deny when verb && inner!.Class is EventClass.Refuse:
                return (outer with { Stance = Stance.Open }, "denies refusing");
            case EventClass.Refuse or EventClass.RedLine or EventClass.Concede or EventClass.Accuse or EventClass.Outlook:
                return (outer, "");
            default:
                return outcome.Not ? (outer.Turned(), "over what shall not be") : (outer, "");
        }
    }

    /// <summary>Whether a theme is a clause with a finite verb: then what it says decides.</summary>
    public static bool IsFinite(ReadOnlySpan<Token> tokens, Tokens theme)
    {
        for (var i = theme.First; i < theme.End; i++)
            if (tokens[i].Upos is Upos.VERB or Upos.AUX && tokens[i].Xpos is "VBD" or "VBZ" or "MD" && tokens[i].BareRelation is not "acl") return true;
        return false;
    }
}
