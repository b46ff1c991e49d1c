using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Ties conditions to the acts that hang on them.</summary>
internal static class ConditionTies
{
    /// <summary>Ties each condition to the act nearest before it, else the first after it; adds the ultimatum in a condition with a time limit.</summary>
    public static void Hang(SentenceFacts facts, Tokens scope, List<ReadAct> acts)
    {
        foreach (var condition in facts.Conditions)
        {
            if (condition.Kind == ConditionKind.Whether || !Near(condition.Clause, scope) || acts.Count == 0) continue;
            var at = acts.FindLastIndex(a => a.Head < condition.Clause.First);
            if (at < 0) at = acts.FindIndex(a => a.Head >= condition.Clause.End);
            if (at < 0) continue;
            var act = acts[at];
            var marker = facts.Document.Tokens[condition.Clause.First].Lemma;
            var unless = condition.Kind == ConditionKind.Unless;
            var refuses = act.Meaning.Class is EventClass.Refuse or EventClass.RedLine;
            if (marker == "without" && Comma(facts, act.Head, condition.Clause.First)) continue; // "rejected the text, as the day closed without a deal"
            if (!refuses && (unless && marker is not ("unless" or "without") || marker == "while")) continue;
            var unmet = IsUnmet(facts.Document, condition) && act.Meaning.Stance != Stance.Against;
            var meaning = act.Meaning.Class switch
            {
                EventClass.Offer when act is { Impersonal: true, Performs: true } && marker == "without" => act.Meaning,
                EventClass.Warn when act.Performs && marker is "unless" => new Meaning(EventClass.Threaten, Stance.For, Firmness.Firm),
                EventClass.Offer when (unmet || IsUnwelcome(facts.Document, condition.Clause) && act.Meaning.Stance != Stance.Open) && act.Performs => new Meaning(EventClass.Threaten, Stance.For, Firmness.Firm),
                EventClass.Warn when marker is "unless" && Announces(facts, act.Theme) => new(EventClass.Threaten, Stance.For, Firmness.Firm),
                EventClass.Concede when act.Future && condition.Kind == ConditionKind.If => new(EventClass.Condition, Stance.Open, Firmness.Flexible),
                EventClass.Offer or EventClass.Accept or EventClass.Endorse when !unless => new(EventClass.Condition, Stance.Open, Firmness.Flexible),
                EventClass.Refuse or EventClass.RedLine when condition.Kind is not ConditionKind.If => new(EventClass.Condition, Stance.Against, Firmness.Firm),
                _ => act.Meaning,
            };
            var end = condition.Clause.First >= act.Evidence.First ? Math.Max(act.Evidence.End, condition.Clause.End) : act.Evidence.End;
            acts[at] = act with { Meaning = meaning, Conditional = true, Evidence = act.Evidence with { End = end }, Why = $"{act.Why} + {condition.Kind.ToString().ToLowerInvariant()}" };
            if (meaning.Class is EventClass.Threaten && (unmet || act.Meaning.Class is EventClass.Warn) && HasLimit(facts.Document, condition.Clause)) acts.Insert(at, Ultimatum(act, condition));
        }

        acts.RemoveAll(a => a.Performs && !a.Conditional && a.Meaning.Class == EventClass.Offer); // "I'll bring the coffee"
    }

    /// <summary>Within a scope or set against its edge, behind a comma: "…, he said, provided the list is published".</summary>
    private static bool Near(Tokens clause, Tokens scope) => scope.Contains(clause.First) || clause.First - scope.End is 0 or 1 || scope.First - clause.End is 0 or 1;

    private static bool Comma(SentenceFacts facts, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (facts.Document.Tokens[i].Form == ",") return true;
        return false;
    }

    /// <summary>Whether what is warned of is announced ("pickets will spread"), not feared ("the talks could fail").</summary>
    private static bool Announces(SentenceFacts facts, Tokens theme)
    {
        var announced = false;
        for (var i = theme.First; i < theme.End; i++)
        {
            var lemma = facts.Document.Tokens[i].Lemma;
            announced |= lemma is "will" or "would";
            if (lemma is "could" or "may" or "might" or "can" or "collapse" or "fail" or "die" or "lose" or "suffer" or "starve") return false;
        }

        return announced;
    }

    private static ReadAct Ultimatum(ReadAct act, ConditionClause condition) => act with
    {
        Meaning = new(EventClass.Ultimatum, Stance.For, Firmness.Firm),
        Head = condition.Clause.First,
        Outcome = Outcome.Of(new(condition.Clause.First + 1, condition.Clause.End)),
        Evidence = condition.Clause,
        Why = "a time limit in what a threat hangs on",
        Rule = Rule.TimeLimit,
    };

    /// <summary>"Unless an answer comes", "without an answer", "if they do not sign".</summary>
    public static bool IsUnmet(Document document, ConditionClause condition)
    {
        var clause = condition.Clause;
        if (document.Tokens[clause.First].Lemma is "unless" or "without") return true;
        if (condition.Kind != ConditionKind.If) return false;
        for (var i = clause.First; i < clause.End; i++)
            if (document.Tokens[i].Lemma is "not" or "n't" or "no" or "nobody" or "nothing" or "fail") return true;
        return false;
    }

    /// <summary>Whether what a clause tells of is nothing to be glad of: "if they touch the fund", "once more", "so much as".</summary>
    public static bool IsUnwelcome(Document document, Tokens clause)
    {
        var tokens = document.Tokens.AsSpan();
        for (var i = clause.First; i < clause.End; i++)
        {
            if (tokens[i].Lemma is "touch" or "block" or "seize" or "attack" or "withhold" or "violate" or "break" or "breach" or "dare" or "refuse" or "reject" or "ignore" or "obstruct" or "persist"
                or "expel" or "arrest" or "shoot" or "bomb" or "invade" or "interfere" or "meddle" or "escalate" or "harm" or "hurt" or "renege" or "provoke" or "trample" or "flout" && tokens[i].Upos is Upos.VERB) return true;
            if (i + 1 < clause.End && (tokens[i].Lemma is "once" or "one" && tokens[i + 1].Lemma is "more" || tokens[i].Lemma is "so" && tokens[i + 1].Lemma is "much")) return true;
            if (tokens[i].Lemma is "continue" or "go" or "keep" && tokens[i].Upos is Upos.VERB && i + 1 < clause.End && tokens[i + 1].Lemma is "on" or "to" or "sell" || tokens[i].Lemma is "continue" && i + 1 == clause.End) return true;
        }

        return false;
    }

    /// <summary>Whether words hold a time by which something must be: "by Friday", "before 1 March", "tonight".</summary>
    public static bool HasLimit(Document document, Tokens clause)
    {
        for (var i = clause.First + 1; i < clause.End; i++)
        {
            var word = document.Tokens[i].Lemma;
            if (word is "tonight" or "tomorrow" or "today" or "immediately") return true;
            if (word is "by" or "before" or "within" && i + 1 < clause.End && IsTime(document.Tokens[i + 1]) | (i + 2 < clause.End && IsTime(document.Tokens[i + 2]))) return true;
        }

        return false;
    }

    private static bool IsTime(Token token) => token.Upos == Upos.NUM || char.IsAsciiDigit(token.Form[0]) || token.Lemma.ToLowerInvariant() is
        "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "january" or "february" or "march" or "april" or "may" or "june"
        or "july" or "august" or "september" or "october" or "november" or "december" or "midnight" or "noon" or "tonight" or "tomorrow" or "week" or "month" or "year"
        or "day" or "hour" or "end" or "spring" or "summer" or "autumn" or "winter" or "easter" or "christmas" or "fortnight" or "sunset" or "sunrise" or "sundown" or "ramadan" or "first" or "dawn" or "morning" or "weekend" or "deadline";
}
