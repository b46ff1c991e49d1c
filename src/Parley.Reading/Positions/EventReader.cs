using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Finds the triggers of a sentence and what belongs to each: who, what about, under which negation. Linear in the sentence but for tree depth.</summary>
internal sealed class EventReader(TriggerLexicon lexicon)
{
    private const int FarthestCue = 10; // from the comma before its source
    private const int MostEvents = 200; // in a sentence: no sentence that people write holds as many

    /// <param name="isCue">Which tokens attribute a statement; null where that is not known.</param>
    public List<Event> Read(Document document, Syntax syntax, Sentence sentence, bool[]? isCue = null)
    {
        var tokens = document.Tokens.AsSpan();
        var found = new List<Event>();
        for (var i = sentence.First; i < sentence.End && found.Count < MostEvents; i++)
        {
            if (tokens[i].Upos == Upos.PUNCT) continue;
            if (lexicon.MatchAt(tokens, i, sentence.End, isCue?[i] ?? false) is not var (trigger, end)) continue;
            var read = Describe(document, syntax, sentence, trigger, i, end, isCue);
            if (read is null) continue;
            found.Add(read);
            i = end - 1;
        }

        return found;
    }

    private static Event? Describe(Document document, Syntax syntax, Sentence sentence, Trigger trigger, int first, int end, bool[]? isCue)
    {
        var tokens = document.Tokens.AsSpan();
        var head = HeadOf(tokens, trigger, first, end);
        var group = syntax.GroupOf(head, first, sentence.First);
        if (trigger.Kind != TriggerKind.Verb) group = group with { Passive = false }; // "is opposed to"
        if (trigger.Kind == TriggerKind.Judge && !Predicates(document, group, head, first) && syntax.JudgeOf(head) < 0) return null;
        var subject = trigger.Kind == TriggerKind.Noun ? OwnerOf(document, syntax, head) : SubjectOf(document, syntax, first, end);
        var theme = trigger.Kind switch
        {
            TriggerKind.Judge => JudgedBy(document, syntax, sentence, subject, head, group),
            _ when group.Passive && subject >= 0 => new(syntax.Left(subject), Math.Min(syntax.Right(subject), first)),
            _ => BeforeTheNextCue(tokens, isCue, Governed(syntax, first, end, sentence.End)),
        };
        if (trigger.Kind is TriggerKind.Verb && !group.Passive && (theme.IsEmpty || tokens[theme.First].Lemma is "on" or "in" or "at" or "after" or "before" or "during" or "since" or "by") && Within(document, syntax, head, first, end) is { IsEmpty: false } within) theme = within; // "pulled its bid on Monday"
        if (theme.IsEmpty && syntax.CleftOf(head) is >= 0 and var cleft) theme = new(syntax.HasCopula(cleft) && tokens[cleft].Upos is Upos.VERB ? cleft : Math.Max(end, syntax.Left(cleft)), syntax.Right(cleft));
        var not = group.Not ^ group.Never ^ DeniesSubject(tokens, syntax, subject, first);
        if (group.Passive && trigger.Kind != TriggerKind.Judge) subject = syntax.AgentOf(head);
        if (trigger.Kind is TriggerKind.Verb && !theme.IsEmpty && tokens[theme.First].Lemma is "no" or "nothing" or "none" or "neither" && !group.Passive) not = !not;
        var keeps = not && trigger.Meaning.Class == EventClass.Concede && NamesDemand(tokens, first, Math.Min(Math.Max(end, theme.End), Math.Max(end, theme.First + 4)));
        return new(trigger, new(first, end), head, group, theme, subject, not, group.NoLonger) { KeepsDemand = keeps };
    }

    /// <summary>What a row of lemmas governs within itself ("pull | its bid", "turn | the offer | down") or as its predicate ("be after | refunds").</summary>
    private static Tokens Within(Document document, Syntax syntax, int head, int first, int end)
    {
        if (document.Tokens[first] is { BareRelation: "cop", Head: var predicate } && predicate >= end) return new(end, syntax.Right(predicate));
        if (document.Tokens[head].Lemma is "tell" or "give" or "owe" or "remind") return default; // whom
        foreach (var child in document.ChildrenOf(head))
            if (document.Tokens[child].BareRelation is "obj" && child > first && child < end) return new(Math.Max(first + 1, syntax.Left(child)), Math.Min(end, syntax.Right(child)));
        return default;
    }

    private static bool NamesDemand(ReadOnlySpan<Token> tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (tokens[i].Lemma is "demand" or "claim" or "insistence" or "call" && tokens[i].Upos == Upos.NOUN) return true;
        return false;
    }

    /// <summary>A theme up to the comma after which another is let speak: "drop its claim | , negotiators said".</summary>
    private static Tokens BeforeTheNextCue(ReadOnlySpan<Token> tokens, bool[]? isCue, Tokens theme)
    {
        if (isCue is null) return theme;
        for (var (i, comma) = (theme.First, -1); i < theme.End; i++)
        {
            if (tokens[i].Form == ",") comma = i;
            else if (comma > theme.First && isCue[i] && tokens[i].Upos is Upos.VERB && i - comma <= FarthestCue) return new(theme.First, BeforeTheSource(tokens, theme.First, comma));
        }

        var follows = theme.End + 1 < tokens.Length && tokens[theme.End].Form == "," && isCue[theme.End + 1] && tokens[theme.End + 1].Upos is Upos.VERB;
        return follows ? new(theme.First, BeforeTheSource(tokens, theme.First, theme.End)) : theme;
    }

    /// <summary>Back over the appositions of a source: "…, its trade minister, Ann Otieno, said".</summary>
    private static int BeforeTheSource(ReadOnlySpan<Token> tokens, int first, int comma)
    {
        for (var i = comma - 1; i > first && comma - i < FarthestCue; i--)
        {
            if (tokens[i].Form != ",") continue;
            if (tokens[i + 1] is not ({ Upos: Upos.PROPN or Upos.DET } or { Xpos: "PRP$" })) break;
            comma = i;
        }

        return comma;
    }

    private static Tokens Governed(Syntax syntax, int first, int end, int limit)
    {
        var (from, to) = syntax.GovernedBy(first, end, limit);
        return new(from, to);
    }

    /// <summary>The verb, noun or adjective of a trigger: the first word of the part of speech its kind names (of a judgement, that hangs outside it), else its first word.</summary>
    private static int HeadOf(ReadOnlySpan<Token> tokens, Trigger trigger, int first, int end)
    {
        var found = -1;
        for (var i = first; i < end; i++)
        {
            var upos = tokens[i].Upos;
            var fits = trigger.Kind switch
            {
                TriggerKind.Verb => upos is Upos.VERB,
                TriggerKind.Noun => upos is Upos.NOUN or Upos.PROPN,
                _ => upos is Upos.ADJ or Upos.NOUN or Upos.VERB,
            };
            if (!fits) continue;
            if (trigger.Kind != TriggerKind.Judge || upos is Upos.NOUN || tokens[i].Head < first || tokens[i].Head >= end) return i; // "a bad | joke"
            if (found < 0) found = i;
        }

        return found >= 0 ? found : first;
    }

    /// <summary>A judgement is predicated ("is unacceptable", "called it unacceptable") or stands as an object's complement; "an unacceptable delay" is none.</summary>
    private static bool Predicates(Document document, PredicateGroup group, int head, int first)
    {
        var token = document.Tokens[head];
        if (group.Copula || document.Tokens[first].Upos is Upos.AUX or Upos.VERB) return true;
        if (token.BareRelation is "xcomp" or "root" or "ccomp" or "parataxis" or "advcl" or "obl") return true;
        return token.BareRelation is "conj" && token.Head >= 0 && document.Tokens[token.Head].BareRelation is "xcomp" or "root" or "ccomp";
    }

    private static int SubjectOf(Document document, Syntax syntax, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (syntax.SubjectOf(i) is >= 0 and var subject && (subject < first || subject >= end)) return subject;
        return document.Tokens[first] is { BareRelation: "cop", Head: >= 0 and var predicate } && syntax.SubjectOf(predicate) is >= 0 and var own && own < first ? own : -1; // "are after | refunds"
    }

    /// <summary>Whose demand, offer or refusal it is: a possessor, an adjective of nation, or the one who makes it.</summary>
    private static int OwnerOf(Document document, Syntax syntax, int noun)
    {
        var tokens = document.Tokens.AsSpan();
        foreach (var child in document.ChildrenOf(noun))
            if (child < noun && (tokens[child].Relation is "nmod:poss" || tokens[child].Upos == Upos.PROPN || tokens[child].BareRelation is "amod" && char.IsUpper(tokens[child].Form[0]))) return child;
        foreach (var child in document.ChildrenOf(noun))
            foreach (var grandchild in document.ChildrenOf(child))
                if (child > noun && tokens[grandchild].Lemma is "by" or "from") return child;
        var head = tokens[noun].Head;
        var made = head >= 0 && tokens[noun].BareRelation is "obj" && tokens[head].Lemma is "make" or "present" or "table" or "submit" or "issue" or "have" or "send" or "renew" or "repeat" or "express" or "voice" or "put" or "bring" or "hold" or "raise" or "reaffirm";
        return made ? syntax.SubjectOf(head) : -1;
    }

    /// <summary>What a judgement judges: its subject, or the object of "called … unacceptable".</summary>
    private static Tokens JudgedBy(Document document, Syntax syntax, Sentence sentence, int subject, int head, PredicateGroup group)
    {
        if (subject < 0) return new(head, head);
        var first = Math.Max(sentence.First, syntax.Left(subject));
        if (first > sentence.First && first < subject && document.Tokens[first].Form == "that" && document.Tokens[first - 1].Upos is Upos.VERB) first++; // "said that | night work is"
        return new(first, Math.Min(syntax.Right(subject), Math.Max(group.First, first + 1)));
    }

    private static bool DeniesSubject(ReadOnlySpan<Token> tokens, Syntax syntax, int subject, int before)
    {
        if (subject < 0 || subject >= before) return false;
        var first = tokens[syntax.Left(subject)].Lemma;
        return first is "no" or "nobody" or "none" or "neither" or "nothing";
    }
}
