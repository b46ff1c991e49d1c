using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Positions;

/// <summary>Reads the acts of a statement: its cue over its content, or its content alone where the cue only says.</summary>
internal sealed class StatementActs(ActReader acts, ActJudge? judge, TriggerLexicon lexicon, SentenceFacts[] facts, Cast cast)
{
    private const float Likely = 0.5f; // from which a learnt act is taken
    private const float Sure = 0.7f; // from which it may turn the stance that rules read

    private readonly FeatureList _features = new(ActFeatures.Capacity);

    /// <summary>The acts that rules read; where the words make another likelier than not, that one, and none where they make none likely.</summary>
    public List<ReadAct> Read(Document document, Statement statement)
    {
        var scopes = Scopes(document, statement.Content);
        if (scopes.Count == 0 || IsSupposed(document, statement, scopes[0])) return [];
        var ruled = ByRule(document, statement, scopes);
        return judge is null ? ruled : Judged(judge, document, statement, scopes, ruled);
    }

    private List<ReadAct> Judged(ActJudge judge, Document document, Statement statement, List<Tokens> scopes, List<ReadAct> ruled)
    {
        Span<float> odds = stackalloc float[ActJudge.Outputs];
        Judge(CollectionsMarshal.AsSpan(scopes), odds);
        var act = odds.IndexOf(Most(odds));
        if (odds[act] < Likely || ruled.Exists(r => (int)r.Meaning.Class == act)) return ruled;
        if (act == ActJudge.None) return [];
        var probability = odds[act];
        var (best, most) = (scopes[0], 0f);
        foreach (var scope in scopes)
        {
            Judge([scope], odds);
            if (odds[act] > most) (best, most) = (scope, odds[act]);
        }

        var learnt = acts.ReadLearnt(facts[document.SentenceOf(best.First)], lexicon.Classes[(EventClass)act].Meaning, best, probability);
        return probability < Sure && ruled.Exists(r => Opposes(r.Meaning.Stance, learnt.Meaning.Stance)) ? ruled : [learnt];

        void Judge(ReadOnlySpan<Tokens> words, Span<float> into)
        {
            ActFeatures.Extract(document, facts, statement, words, ruled, _features);
            judge.Judge(_features.Items, into);
        }
    }

    private static bool Opposes(Stance? one, Stance? other) => one is Stance.For && other is Stance.Against || one is Stance.Against && other is Stance.For;

    private static float Most(ReadOnlySpan<float> values)
    {
        var most = values[0];
        foreach (var value in values) most = Math.Max(most, value);
        return most;
    }

    /// <summary>Whether the statement stands in an if-clause: "if Togo rejected the plan".</summary>
    private bool IsSupposed(Document document, Statement statement, Tokens content)
    {
        var (cue, sentence) = CueWords(document, statement);
        return sentence >= 0 && facts[sentence].Conditions.Exists(c => c.Clause.Contains(cue.First) && c.Clause.Contains(content.First));
    }

    private static (Tokens Words, int Sentence) CueWords(Document document, Statement statement)
    {
        if (statement.Cue.IsEmpty) return (new(-1, -1), -1);
        var (first, end) = document.TokensIn(statement.Cue[0].Union(statement.Cue[^1]));
        return (new(first, end), first < 0 || first >= document.Tokens.Length ? -1 : document.SentenceOf(first));
    }

    /// <summary>The acts that rules read in these parts of the content.</summary>
    public List<ReadAct> ByRule(Document document, Statement statement, List<Tokens> scopes)
    {
        var (cueWords, cueSentence) = CueWords(document, statement);
        var found = new List<ReadAct>();
        var cue = cueSentence < 0 ? null : CueOf(facts[cueSentence], cueWords);
        var reported = cast.IsBystander(statement); // "according to two sources, Gaborone would waive the fee": Gaborone acts
        Who WhoIs(int token) => reported && cast.IsNamed(token) ? Who.Self : cast.WhoIs(token, statement);
        foreach (var scope in scopes)
        {
            var sentence = document.SentenceOf(scope.First);
            var read = acts.Read(facts[sentence], scope, WhoIs, quoted: !reported);
            found.AddRange(cue is { Trigger.Soft: false } && !reported && sentence == cueSentence ? read.Where(a => IsJoined(document, a.Head, cue.Head)) : read);
        }

        if (cue is { Class: EventClass.Warn }) found.RemoveAll(a => a is { Performs: true, Impersonal: true, Meaning.Class: EventClass.Offer or EventClass.Condition }); // "warned that the wells would run dry"
        if (cue is { Class: EventClass.Warn or EventClass.Threaten }) // "warned that it would review the treaty"
            for (var i = 0; i < found.Count; i++)
                if (found[i] is { Performs: true, Meaning.Class: EventClass.Offer or EventClass.Condition, Meaning.Stance: not Stance.Against })
                    found[i] = found[i] with { Meaning = new(EventClass.Threaten, Stance.For, Firmness.Firm), Rule = Rule.WarnedThreat };
        if (cue is null || (cue.Trigger.Soft || reported) && found.Count > 0) return found;
        var theme = scopes.Find(s => document.SentenceOf(s.First) == cueSentence);
        if (theme.IsEmpty) theme = scopes[0];
        found.AddRange(acts.ReadCue(facts[cueSentence], cue, theme));
        return found;
    }

    /// <summary>The trigger in the cue: one that decides before one that leaves it to the content.</summary>
    private static Event? CueOf(SentenceFacts facts, Tokens cue)
    {
        Event? soft = null;
        foreach (var read in facts.Events)
        {
            if (!read.Class.IsAct() && read.Group.Modal == Modal.None || read.Words.First >= cue.End || read.Words.End <= cue.First || !cue.Contains(read.Head)) continue;
            if (!read.Trigger.Soft) return read;
            soft ??= read;
        }

        return soft;
    }

    /// <summary>Whether a predicate stands beside the cue, not below it: "agreed to a truce but will not withdraw".</summary>
    private static bool IsJoined(Document document, int head, int cue) => document.Tokens[head] is var token && token.BareRelation is "conj" && token.Head == cue;

    /// <summary>The tokens of the content, sentence by sentence.</summary>
    public static List<Tokens> Scopes(Document document, ImmutableArray<Span> content)
    {
        var scopes = new List<Tokens>();
        foreach (var span in content)
        {
            var (first, end) = document.TokensIn(span);
            if (IsComplementizer(document, first, end)) first++;
            while (first < end)
            {
                var sentence = document.SentenceOf(first);
                var stop = Math.Min(end, document.Sentences[sentence].End);
                if (scopes.Count > 0 && document.SentenceOf(scopes[^1].First) == sentence) scopes[^1] = scopes[^1] with { End = stop }; // "unless …, he said, …"
                else scopes.Add(new(first, stop));
                first = stop;
            }
        }

        return scopes;
    }

    /// <summary>"That night work …" after a cue: no part of what is said, unless a verb makes it the subject.</summary>
    private static bool IsComplementizer(Document document, int first, int end) =>
        first + 1 < end && document.Tokens[first].Form == "that" && document.Tokens[first + 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM && document.Tokens[first].Upos is Upos.DET;
}
