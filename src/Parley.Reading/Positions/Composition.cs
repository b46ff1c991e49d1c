using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Puts an act and what it governs together: "refused to rule out" offers, "promised never to sign" draws a red line.</summary>
internal static class Composition
{
    /// <summary>The meaning of an act over its theme, and the rule that gave it.</summary>
    public static (Meaning Meaning, string Why) Of(Meaning outer, Event? inner, bool themeNegated, bool themeNever, bool soft = false)
    {
        var innerClass = inner?.Class;
        var innerMeaning = inner?.Meaning;
        switch (outer.Class)
        {
            case EventClass.Refuse when innerClass is EventClass.Refuse && inner!.Trigger.Kind == TriggerKind.Verb:
                return (new(EventClass.Offer, Stance.Open, Firmness.Flexible), "refuses to refuse");
            case EventClass.Refuse when innerClass is EventClass.Concede && inner!.Trigger.Text.Contains("demand", StringComparison.Ordinal):
                return (new(EventClass.Demand, Stance.For, Firmness.Firm), "refuses to drop a demand");
            case EventClass.Offer or EventClass.Accept when innerClass is EventClass.Refuse && !themeNegated && inner!.Trigger.Kind == TriggerKind.Verb:
                return (new(EventClass.Refuse, Stance.Against, Firmness.Firm), "ready to refuse");
            case EventClass.Offer or EventClass.Accept when innerClass is EventClass.Concede && !themeNegated && innerMeaning is { Class: EventClass.Concede } && inner!.Trigger.Kind == TriggerKind.Verb:
                return (new(EventClass.Concede, Drops(inner) ? Stance.Against : innerMeaning.Stance, Firmness.Flexible), "agrees to concede");
            case EventClass.Offer when themeNever:
                return (new(EventClass.RedLine, Stance.Against, Firmness.RedLine), "promises never");
            case EventClass.Deny when innerClass is EventClass.Refuse && inner!.Trigger.Kind == TriggerKind.Verb:
                return (outer with { Stance = Stance.Open }, "denies refusing");
            case EventClass.Demand or EventClass.Appeal when inner is not null && Drops(inner):
                return (themeNegated ? outer : outer.Turned(), "asks that it be dropped");
            case EventClass.Demand or EventClass.Appeal when innerClass is EventClass.Refuse && inner!.Trigger.Kind == TriggerKind.Verb && !Leaves(inner):
                return (themeNegated ? outer : outer.Turned(), "asks that it be refused");
            case EventClass.Offer when themeNegated && soft:
                return (new(EventClass.Refuse, Stance.Against, Firmness.Firm), "hints at a refusal");
            case EventClass.Demand or EventClass.Appeal or EventClass.Offer or EventClass.Accept or EventClass.Condition or EventClass.Ultimatum when themeNegated:
                return (outer.Turned(), "over a negated theme");
            default:
                return (outer, "");
        }
    }

    /// <summary>Whether a theme is worded as what shall not be: a negation before its first verb.</summary>
    public static (bool Negated, bool Never) Negation(ReadOnlySpan<Token> tokens, Tokens theme)
    {
        for (var i = theme.First; i < theme.End; i++)
        {
            switch (tokens[i].Lemma)
            {
                case "not" or "n't" when i + 1 >= theme.End || tokens[i + 1].Lemma is not "only":
                    return (true, false);
                case "never":
                    return (true, true);
                case "no" or "nothing" or "nobody" or "none" when i - theme.First < 3:
                    return (true, false);
                case "leave" or "exclude" or "keep" or "drop" or "scrap" when i + 1 < theme.End && tokens[i].Upos is Upos.VERB && tokens[i].Xpos is "VBN":
                    return (IsLeftOut(tokens, i, theme.End), false);
            }

            if (tokens[i].Lemma is "stop" or "cease" or "refrain" or "avoid" or "desist" or "end" or "halt" && tokens[i].Upos == Upos.VERB) return (true, false); // what is to stop, one is against
            if (tokens[i].Form is "gone" || tokens[i].Lemma is "go" or "remove" or "scrap" or "abolish" or "drop" && tokens[i].Xpos is "VBN") return (true, false); // "wants it gone"
            if (tokens[i].Upos == Upos.VERB && tokens[i].Xpos is not ("VBG" or "VBN")) return (false, false);
        }

        return (false, false);
    }

    /// <summary>Whether a theme is a clause with a finite verb: then what it says decides.</summary>
    public static bool IsFinite(ReadOnlySpan<Token> tokens, Tokens theme)
    {
        for (var i = theme.First; i < theme.End; i++)
            if (tokens[i].Upos is Upos.VERB or Upos.AUX && tokens[i].Xpos is "VBD" or "VBZ" or "MD" && tokens[i].BareRelation is not "acl") return true;
        return false;
    }

    private static bool IsLeftOut(ReadOnlySpan<Token> tokens, int at, int end)
    {
        if (tokens[at].Lemma is "exclude" or "drop" or "scrap") return true;
        for (var i = at + 1; i < end && i < at + 6; i++)
            if (tokens[i].Lemma is "out" or "off") return true;
        return false;
    }

    /// <summary>"Walk out" refuses, yet is itself what one may be asked for or against.</summary>
    private static bool Leaves(Event inner) => inner.Trigger.Pattern[0].Words[0] is "walk" or "storm" or "pull" or "boycott" or "slam" or "close" or "shut" or "stay" or "shun" or "withhold";

    private static bool Drops(Event inner)
    {
        if (inner.Not || inner.Trigger.Kind != TriggerKind.Verb) return false;
        var first = inner.Trigger.Pattern[0].Words[0];
        return first is "drop" or "scrap" or "abandon" or "cancel" or "revoke" or "repeal" or "rescind" or "give" or "waive" or "shelve" or "relinquish" or "forgo" or "discard";
    }
}
