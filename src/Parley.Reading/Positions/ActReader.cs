using System.Globalization;
using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Who a subject is to the one whose words are read: itself, another party, or a thing.</summary>
internal enum Who { Self, Other, Thing }

/// <summary>A sentence with all that rules ask about it.</summary>
internal sealed record SentenceFacts(Document Document, Syntax Syntax, Sentence Sentence, List<Event> Events, List<ConditionClause> Conditions, bool[]? Cues)
{
    public bool IsCue(int token) => Cues?[token] ?? false;
}

/// <summary>Reads the acts in a stretch of a sentence: its triggers under their modality, then what modal verbs alone say.</summary>
internal sealed class ActReader
{
    private readonly EventReader _events;
    private readonly OutcomeReader _outcomes = new();
    private readonly ModalReader _modals;
    private readonly OrderReader _orders;
    private readonly DenialReader _denials;

    public ActReader(TriggerLexicon lexicon) => (_events, _modals, _orders, _denials) = (new(lexicon), new(_outcomes), new(_outcomes), new(_outcomes));

    public SentenceFacts Facts(Document document, Syntax syntax, Sentence sentence, bool[]? isCue = null) =>
        new(document, syntax, sentence, _events.Read(document, syntax, sentence, isCue), Positions.Conditions.In(document, syntax, sentence), isCue);

    /// <summary>The acts within a scope, in text order.</summary>
    /// <param name="who">Who a subject token is to the speaker; -1 asks for an untold subject.</param>
    /// <param name="quoted">Whether the words are a speaker's, else the report's own.</param>
    public List<ReadAct> Read(SentenceFacts facts, Tokens scope, Func<int, Who> who, bool quoted)
    {
        var acts = new List<ReadAct>();
        var taken = new List<Tokens>();
        if (quoted && _orders.Read(facts, scope) is var (order, words) && !facts.IsCue(order.Head))
        {
            acts.Add(order);
            taken.Add(words);
        }

        foreach (var found in facts.Events)
        {
            var read = found;
            if (quoted && read.Group is { Infinitive: true, Modal: Modal.None } && read.Words.First - scope.First <= 3) // "vowed | to close the port"
                read = read with { Group = read.Group with { Modal = read.Group.Perfect ? Modal.None : Modal.Will, Infinitive = false } };
            if (!scope.Contains(read.Head) || quoted && facts.IsCue(read.Head) || IsHeld(read, taken) || IsHypothetical(facts, read.Head)) continue;
            if (Read(facts, read, scope, who, quoted) is { } act)
            {
                acts.Add(act);
                if (read.Trigger.Kind == TriggerKind.Judge) taken.Add(new(read.Words.First, facts.Syntax.GovernedBy(read.Words.First, read.Words.End, scope.End).End));
                else taken.Add(read.Theme.IsEmpty || read.Theme.First < read.Words.First ? read.Words : new(read.Words.First, read.Theme.End));
            }
        }

        foreach (var act in _modals.Read(facts, scope, who, quoted))
            if (!facts.IsCue(act.Head) && !taken.Exists(t => t.Contains(act.Head)) && !IsHypothetical(facts, act.Head)) acts.Add(act);
        if (quoted)
            foreach (var act in _denials.Read(facts, scope, who))
                if (!facts.IsCue(act.Head) && !acts.Exists(a => a.Evidence.Contains(act.Head)) && !taken.Exists(t => t.Contains(act.Head)) && !IsHypothetical(facts, act.Head)) acts.Add(act);
        acts.Sort((a, b) => a.Head.CompareTo(b.Head));
        ConditionTies.Hang(facts, scope, acts);
        return acts;
    }

    /// <summary>The act that a trigger performs over a given theme, whatever stands around it: for triggers that are the cue of a statement.</summary>
    public List<ReadAct> ReadCue(SentenceFacts facts, Event cue, Tokens theme)
    {
        if ((cue.Class.IsAct() ? cue.Meaning : Told(cue, Who.Self, quoted: true)) is not { } meaning) return [];
        var tokens = facts.Document.Tokens.AsSpan();
        if (cue.Trigger.CueOnly && !HoldsQuote(tokens, theme)) return [];
        if (cue.Trigger.Text is "consider" && tokens[Math.Max(theme.First, theme.End - 1)].Upos is Upos.ADJ) return []; // "considers it one-sided" weighs nothing
        var governed = theme.First >= cue.Words.End ? new Tokens(cue.Words.End, theme.End) : theme; // "refused to exclude | a truce"
        var outcome = _outcomes.Read(facts, governed, Composition.Turns(meaning.Class));
        var (inner, named) = Inner(facts, governed, outcome);
        if (cue.Trigger.Soft && meaning.Class is EventClass.Offer or EventClass.Demand && Composition.IsFinite(tokens, theme)) return [];
        var (composed, why) = Composition.Of(meaning, inner, outcome, cue.Trigger.Soft && cue.Trigger.Negated is null, IsOwn(facts, inner));
        var evidence = new Tokens(Math.Min(cue.Words.First, theme.First), Math.Max(cue.Words.End, theme.End));
        if (composed.Class == EventClass.Demand && ConditionTies.HasLimit(facts.Document, theme)) (composed, why) = (composed with { Class = EventClass.Ultimatum }, "with a time limit");
        var acts = new List<ReadAct> { new(composed, false, cue.Head, outcome, evidence, Performer.Speaker, -1, named, Why("cue", cue, why), cue.Trigger.Soft ? Rule.SoftCue : Rule.Cue) };
        var leads = facts.Conditions.Count > 0 && facts.Conditions[0].Clause is var clause && clause.First - facts.Sentence.First < 2 && clause.End <= cue.Words.First; // "Unless it moves, he warned, …"
        ConditionTies.Hang(facts, new(leads ? facts.Sentence.First : Math.Min(cue.Words.First, theme.First), facts.Sentence.End), acts);
        return acts;
    }

    /// <summary>An act that no rule reads, over the words it was judged by.</summary>
    public ReadAct ReadLearnt(SentenceFacts facts, Meaning meaning, Tokens theme, float probability)
    {
        var outcome = _outcomes.Read(facts, theme, Composition.Turns(meaning.Class));
        if (Composition.Turns(meaning.Class) && outcome.Not) meaning = meaning.Turned();
        var head = outcome.Heads.Count > 0 ? outcome.Heads[0] : theme.First;
        var why = string.Create(CultureInfo.InvariantCulture, $"learnt from annotated statements, probability {probability:0.00}");
        return new(meaning, meaning.Class == EventClass.Condition, head, outcome, theme, Performer.Speaker, -1, null, why, Rule.Learnt) { Probability = probability };
    }

    private ReadAct? Read(SentenceFacts facts, Event read, Tokens scope, Func<int, Who> who, bool quoted)
    {
        if (read.Trigger.Kind is TriggerKind.Verb && (Stranded(facts, read) || read.Words.First < scope.First)) return null;
        return read.Trigger.Kind switch
        {
            TriggerKind.Judge => Judgement(facts, read, who, quoted),
            TriggerKind.Noun => Owned(facts, read, quoted),
            _ when read.Group.Modal is Modal.Must or Modal.Should => Obligation(facts, read, who),
            _ when read.Class.IsAct() => Performed(facts, read, who, quoted),
            _ => Deed(facts, read, who, quoted),
        };
    }

    private ReadAct? Performed(SentenceFacts facts, Event read, Func<int, Who> who, bool quoted)
    {
        if (read.Meaning is not { } meaning) return null;
        var exists = facts.Document.Tokens[read.Words.First].Lemma is "there";
        var performer = exists ? Who.Self : who(read.Subject);
        if (read.Passive && read.Subject < 0 && !read.Theme.IsEmpty && who(read.Theme.End - 1) == Who.Self) return null; // "we were promised"
        if (meaning.Class == EventClass.Accept && read.Group.Modal == Modal.May) meaning = new(EventClass.Offer, Stance.Open, Firmness.Flexible);
        var told = performer == Who.Thing && quoted && meaning.Class is EventClass.Outlook or EventClass.Warn; // "the talks have reached an impasse"
        if (performer == Who.Thing && !told || IsNobody(facts, read)) return null;
        if (read.Trigger.Ahead && (performer == Who.Self || !quoted || !IsFuture(read.Group))) return null;
        if (read.Trigger.Text.StartsWith("never", StringComparison.Ordinal) && read.Group.Modal == Modal.None && facts.Document.Tokens[read.Head].Xpos is "VBD" or "VBN") meaning = new(EventClass.Deny, Stance.Against, Firmness.Firm); // "we never agreed"
        if (read.Trigger.Past && (performer != Who.Other || read.Group.Modal != Modal.None)) return null;
        if (performer == Who.Other && read.Group.Modal != Modal.None && quoted && !read.Trigger.Ahead) return null;
        var outcome = _outcomes.Read(facts, read.Theme, Composition.Turns(meaning.Class));
        if (read.Not && !read.Theme.IsEmpty && facts.Document.Tokens[read.Theme.First].Lemma is "no" or "nothing" or "none" or "neither") outcome = outcome with { Not = false }; // counted in "wants no | talks"
        var (inner, named) = Inner(facts, read.Theme, outcome);
        var (composed, why) = Composition.Of(meaning, inner, outcome);
        if (named is EventClass.Consult && read.Trigger is { Soft: true, Kind: TriggerKind.Verb } && !quoted) return null;
        if (composed.Class == EventClass.Refuse && (read.Group.Never && read.Group.Modal != Modal.None || IsForGood(facts, read.Head))) composed = composed with { Class = EventClass.RedLine, Firmness = Firmness.RedLine };
        var given = meaning.Class == EventClass.Ultimatum && read.Trigger.Pattern[0].Words is ["have"]; // "Chile has until Friday": set by who says so
        var byTrigger = exists || told || given || read.Trigger.Ahead || read.Trigger.Past && quoted; // "they break their word" accuses
        var ahead = read.Trigger.Ahead && read.Group.Modal is Modal.Will or Modal.Would;
        return Make(facts, read, outcome, composed, byTrigger ? Performer.Speaker : Performer.Subject, named, Why("trigger", read, why), performer == Who.Other && quoted ? Rule.TriggerOfOther : Rule.Trigger) with { Performs = ahead, Impersonal = ahead };
    }

    private ReadAct Obligation(SentenceFacts facts, Event read, Func<int, Who> who)
    {
        var self = who(read.Subject) == Who.Self && !read.Passive;
        var own = self && read.Class.IsAct() ? read.Meaning : null; // "we must refuse"
        var theme = own is not null && !read.Theme.IsEmpty ? read.Theme : Clause(facts, read);
        var outcome = _outcomes.Read(facts, theme, turning: true, own is null ? read.Head : -1);
        var meaning = own ?? new Meaning(EventClass.Demand, outcome.Not ^ read.Not ? Stance.Against : Stance.For, Firmness.Firm);
        return Make(facts, read with { Theme = theme }, outcome, meaning, Performer.Speaker, read.Class, Why("must", read, outcome.Chain), Rule.Owed);
    }

    /// <summary>A predicate with its subject and what it governs: what shall be where it is owed.</summary>
    private static Tokens Clause(SentenceFacts facts, Event read)
    {
        var end = Math.Max(read.Words.End, facts.Syntax.GovernedBy(read.Words.First, read.Words.End, facts.Sentence.End).End);
        var subject = facts.Syntax.SubjectOf(read.Head);
        var near = subject >= 0 && subject < read.Words.First && read.Words.First - facts.Syntax.Left(subject) <= 20;
        return new(near ? facts.Syntax.Left(subject) : read.Words.First, end);
    }

    private ReadAct? Deed(SentenceFacts facts, Event read, Func<int, Who> who, bool quoted)
    {
        var performer = who(read.Subject);
        if (read.Passive && read.Subject < 0) performer = Who.Self;
        var whole = new Tokens(read.Words.First, Math.Max(read.Words.End, read.Theme.End));
        var theme = read.Passive && !read.Theme.IsEmpty ? new Tokens(Math.Min(read.Theme.First, read.Words.First), whole.End) : whole;
        var future = IsFuture(read.Group);
        var meaning = Told(read, performer, quoted);
        if (meaning is null) return null;
        var speaker = performer != Who.Self || read.Passive;
        if (meaning.Class == EventClass.Refuse && IsForGood(facts, read.Head)) meaning = meaning with { Class = EventClass.RedLine, Firmness = Firmness.RedLine };
        var why = Why(future ? "future deed" : "deed", read, "");
        return Make(facts, read with { Theme = theme }, Outcome.Of(theme), meaning, speaker ? Performer.Speaker : Performer.Subject, read.Class, why, future ? Rule.FutureDeed : Rule.Deed);
    }

    /// <summary>What telling of a deed means, by who did or will do it.</summary>
    private static Meaning? Told(Event read, Who performer, bool quoted) => (read.Class.IsHarm(), IsFuture(read.Group), performer) switch
    {
        (true, true, Who.Self) when read.Not => new(EventClass.Offer, Stance.Against, Firmness.Flexible),
        (true, true, Who.Self) => new(EventClass.Threaten, Stance.For, Firmness.Firm),
        (false, true, Who.Self) when read.Not && read.Group.Never => new(EventClass.RedLine, Stance.Against, Firmness.RedLine),
        (false, true, Who.Self) when read.Not => new(EventClass.Refuse, Stance.Against, Firmness.Firm),
        (false, true, Who.Self) when read.Class.IsGift() => new(EventClass.Offer, Stance.For, Firmness.Flexible),
        (true, false, Who.Other) when quoted && !read.Not => new(EventClass.Accuse, Stance.Against, null),
        (true, true, Who.Other or Who.Thing) when quoted && !read.Not => new(EventClass.Warn, Stance.Against, null),
        (false, false, Who.Self) when read.Class is EventClass.Yield && !read.Not => new(EventClass.Concede, Stance.For, Firmness.Flexible),
        _ => null,
    };

    private static bool IsFuture(PredicateGroup group) => group.Modal is Modal.Will or Modal.Would or Modal.Can or Modal.Could or Modal.May;

    private ReadAct? Judgement(SentenceFacts facts, Event read, Func<int, Who> who, bool quoted)
    {
        if (read.Meaning is not { } meaning) return null;
        var tokens = facts.Document.Tokens.AsSpan();
        var judge = facts.Syntax.JudgeOf(read.Head);
        if (judge < 0 && !quoted && read.Trigger.Pattern.Length < 2) return null;
        if (meaning.Class is EventClass.Accuse && read.Subject >= 0 && who(read.Subject) == Who.Self && judge < 0) return null;
        var theme = judge >= 0 && read.Subject == judge ? ObjectOf(facts, read) : read.Theme;
        var first = theme.IsEmpty ? read.Group.First : Math.Min(theme.First, read.Group.First);
        var evidence = new Tokens(first, read.Words.End);
        if (read.Trigger.Text is "off the table" && read.Words.First > 0 && tokens[read.Words.First - 1].Lemma is "come" or "go") // what comes off at a time is withdrawn
            meaning = new(ConditionTies.HasLimit(facts.Document, new(read.Words.End - 1, facts.Sentence.End)) ? EventClass.Ultimatum : EventClass.Threaten, Stance.For, Firmness.Firm);
        return new(meaning, false, read.Head, _outcomes.Read(facts, theme, turning: false), evidence, judge >= 0 ? Performer.Subject : Performer.Speaker, judge, null, Why("judgement", read, ""), judge >= 0 || quoted ? Rule.Judgement : Rule.Remark);
    }

    private ReadAct? Owned(SentenceFacts facts, Event read, bool quoted)
    {
        if (read.Meaning is not { } meaning || !read.Class.IsAct() || read.Subject < 0 || read.Words.First > 1 && facts.Document.Tokens[Math.Max(0, facts.Syntax.Left(read.Head))].Lemma is "at") return null;
        var outcome = _outcomes.Read(facts, read.Theme, Composition.Turns(meaning.Class));
        var (inner, named) = Inner(facts, read.Theme, outcome);
        var (composed, why) = Composition.Of(meaning, inner, outcome, own: IsOwn(facts, inner));
        return Make(facts, read, outcome, composed, Performer.Subject, named, Why("owned", read, why), Rule.Owned);
    }

    private static ReadAct Make(SentenceFacts facts, Event read, Outcome outcome, Meaning meaning, Performer performer, EventClass? inner, string why, Rule rule)
    {
        var first = read.Group.First;
        if (read.Subject >= 0 && read.Subject < first && first - facts.Syntax.Left(read.Subject) <= 8 && !Parted(facts.Document, read.Subject, first)) first = facts.Syntax.Left(read.Subject);
        if (read.Passive && !read.Theme.IsEmpty) first = Math.Min(first, read.Theme.First);
        var evidence = new Tokens(Math.Max(first, facts.Sentence.First), Math.Max(read.Words.End, read.Theme.End));
        return new(meaning, false, read.Head, outcome, evidence, performer, read.Subject, inner, why, rule) { Future = IsFuture(read.Group) };
    }

    /// <summary>Whether another predicate stands between a subject and a predicate joined to it: "Mali vowed to stay and dismissed …".</summary>
    private static bool Parted(Document document, int subject, int first)
    {
        for (var i = subject + 1; i < first; i++)
            if (document.Tokens[i].Upos is Upos.VERB && document.Tokens[i].Xpos is "VBD" or "VBZ" or "VBP") return true;
        return false;
    }

    private static Tokens ObjectOf(SentenceFacts facts, Event read)
    {
        var tokens = facts.Document.Tokens.AsSpan();
        var verb = tokens[read.Head].Head;
        for (var step = 0; step < 3 && verb >= 0; step++, verb = tokens[verb].Head)
            foreach (var child in facts.Document.ChildrenOf(verb))
                if (tokens[child].BareRelation is "obj") return new(facts.Syntax.Left(child), Math.Min(facts.Syntax.Right(child), Math.Max(read.Words.First, facts.Syntax.Left(child) + 1)));
        return read.Theme;
    }

    /// <summary>Whether an infinitive stands under no trigger but under a verb that says nothing of whether it was done.</summary>
    private static bool Stranded(SentenceFacts facts, Event read)
    {
        if (!read.Group.Infinitive || read.Group.Modal != Modal.None) return false;
        var head = facts.Document.Tokens[read.Head].Head;
        return head < 0 || facts.Document.Tokens[head].Lemma is not ("continue" or "begin" or "start" or "move" or "go" or "proceed" or "choose" or "decide" or "vote" or "come");
    }

    /// <summary>"Nobody wants this": no party acts.</summary>
    private static bool IsNobody(SentenceFacts facts, Event read) =>
        read.Subject >= 0 && read.Subject < read.Head && facts.Document.Tokens[facts.Syntax.Left(read.Subject)].Lemma is "nobody" or "no" or "none";

    /// <summary>"Today or ever", "under any circumstances", "at any price": a refusal for good.</summary>
    public static bool IsForGood(SentenceFacts facts, int head)
    {
        var tokens = facts.Document.Tokens.AsSpan();
        for (var i = head + 1; i < facts.Sentence.End; i++)
        {
            if (tokens[i].Lemma is "ever" && i > head + 1) return true;
            if (tokens[i].Lemma is "any" && tokens[i - 1].Lemma is "under" or "at" && i + 1 < facts.Sentence.End && tokens[i + 1].Lemma is "circumstance" or "condition" or "price" or "government") return true;
        }

        return false;
    }

    private static bool HoldsQuote(ReadOnlySpan<Token> tokens, Tokens range)
    {
        for (var i = Math.Max(0, range.First - 1); i < range.End; i++)
            if (Syntax.IsMark(tokens[i].Form)) return true;
        return false;
    }

    private static bool IsHeld(Event read, List<Tokens> taken) => taken.Exists(t => t.Contains(read.Head));

    private static bool IsHypothetical(SentenceFacts facts, int head) => facts.Conditions.Exists(c => c.Clause.Contains(head));

    private static bool IsOwn(SentenceFacts facts, Event? inner) =>
        inner is { Subject: >= 0 } && facts.Document.Tokens[inner.Subject].Lemma is "it" or "they" or "he" or "she" or "we" or "i";

    /// <summary>The trigger on the way to an outcome, which the act is put together with, and the first named in the theme, which tells what it is about.</summary>
    private static (Event? OnTheWay, EventClass? Named) Inner(SentenceFacts facts, Tokens theme, Outcome outcome)
    {
        Event? passed = null;
        EventClass? named = null;
        foreach (var read in facts.Events)
        {
            if (!theme.Contains(read.Words.First)) continue;
            named ??= read.Class;
            if (passed is null && outcome.Passes(read)) passed = read;
        }

        return (passed, passed?.Class ?? named);
    }

    private static string Why(string rule, Event read, string more) => $"{rule} \"{read.Trigger.Text}\"{(read.Not ? " negated" : "")}{(more.Length > 0 ? ", " + more : "")}";
}
