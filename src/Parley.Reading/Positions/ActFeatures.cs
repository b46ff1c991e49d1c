using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Positions;

/// <summary>What a learned judgement of a statement's act looks at: cue, words, predicates with their mood and subject, and the triggers that stand in it.</summary>
internal static class ActFeatures
{
    public const int Capacity = 1200;
    private const int Longest = 90; // tokens of content looked at
    private static readonly CueLexicon s_cues = CueLexicon.Load();

    private enum Set : uint { Bias, CueWord, CueWords, CueClass, CueAndFirst, Mode, Word, Pair, Denied, Predicate, Mood, Subject, SubjectAndMood, SubjectAndPredicate, Event, EventAndSubject, Opening, Length, Ends, Speaker, Ruled, RuledBy }

    /// <param name="scopes">The tokens of the content, or of one sentence of it.</param>
    /// <param name="ruled">The acts that rules read in the statement.</param>
    public static void Extract(Document document, SentenceFacts[] facts, Statement statement, ReadOnlySpan<Tokens> scopes, List<ReadAct> ruled, FeatureList list)
    {
        list.Clear();
        Ruled(ruled, list);
        Put(list, Set.Bias, 1);
        var first = scopes.Length > 0 ? Key(document.Tokens[scopes[0].First]) : 0;
        Cue(document, statement, first, list);
        Put(list, Set.Mode, (uint)statement.Mode, (uint)statement.Kind);
        var seen = 0;
        foreach (var scope in scopes)
        {
            if (seen >= Longest) break;
            Words(document, scope, Longest - seen, list);
            Predicates(document, facts[document.SentenceOf(scope.First)], scope, list);
            Events(document, facts[document.SentenceOf(scope.First)], scope, list);
            seen += scope.End - scope.First;
        }

        Put(list, Set.Length, seen switch { <= 3 => 0u, <= 6 => 1, <= 12 => 2, <= 25 => 3, <= 50 => 4, _ => 5 });
        if (scopes.Length > 0) Put(list, Set.Ends, Hashes.Of(document.Tokens[Math.Min(scopes[^1].End, document.Tokens.Length) - 1].Form));
    }

    private static void Ruled(List<ReadAct> ruled, FeatureList list)
    {
        if (ruled.Count == 0) Put(list, Set.Ruled, ActJudge.None);
        foreach (var act in ruled)
        {
            var kind = (uint)act.Meaning.Class;
            Put(list, Set.Ruled, kind);
            Put(list, Set.Ruled, kind, (uint)ruled.Count);
            Put(list, Set.RuledBy, kind, (uint)act.Rule);
        }
    }

    private static void Cue(Document document, Statement statement, uint first, FeatureList list)
    {
        if (statement.Cue.IsEmpty) Put(list, Set.CueWords, 0);
        var all = 0u;
        foreach (var span in statement.Cue)
        {
            var (from, end) = document.TokensIn(span);
            for (var i = from; i < end; i++)
            {
                ref readonly var token = ref document.Tokens.AsSpan()[i];
                var key = Key(token);
                all = Hashes.Of(all, key);
                Put(list, Set.CueWord, key);
                Put(list, Set.CueAndFirst, key, first);
                Put(list, Set.CueClass, s_cues.ClassesOf(token.Lemma, token.Upos));
            }
        }

        Put(list, Set.CueWords, all);
    }

    private static void Words(Document document, Tokens scope, int most, FeatureList list)
    {
        var before = 0u;
        var denied = 0;
        for (var i = scope.First; i < Math.Min(scope.End, scope.First + most); i++)
        {
            ref readonly var token = ref document.Tokens.AsSpan()[i];
            if (token.Upos is Upos.PUNCT && token.Form is not "?" and not "!") continue;
            var key = Key(token);
            Put(list, Set.Word, key);
            Put(list, Set.Pair, before, key);
            if (denied > 0) Put(list, Set.Denied, key);
            denied = token.Lemma is "not" or "n't" or "no" or "never" or "nothing" or "none" or "nobody" or "neither" or "nor" or "without" or "hardly" ? 4 : denied - 1;
            if (i < scope.First + 3) Put(list, Set.Opening, (uint)(i - scope.First), key);
            before = key;
        }
    }

    private static void Predicates(Document document, SentenceFacts facts, Tokens scope, FeatureList list)
    {
        var tokens = document.Tokens.AsSpan();
        for (var i = scope.First; i < scope.End; i++)
        {
            var root = !scope.Contains(tokens[i].Head);
            if (tokens[i].Upos is not Upos.VERB && !root) continue;
            if (tokens[i].Upos is Upos.PUNCT or Upos.DET or Upos.ADP or Upos.SCONJ or Upos.PART) continue;
            var group = facts.Syntax.GroupOf(i, i, facts.Sentence.First);
            var mood = (uint)group.Modal * 8 + (group.Negative ? 4u : 0) + (group.Infinitive ? 2u : 0) + (group.Perfect ? 1u : 0);
            var subject = SubjectKind(document, facts.Syntax.SubjectOf(i));
            var key = Hashes.Of(tokens[i].Lemma);
            var place = root ? 1u : 0;
            Put(list, Set.Predicate, key, mood);
            Put(list, Set.Mood, mood, Hashes.Of(tokens[i].Xpos));
            Put(list, Set.Subject, subject, place);
            Put(list, Set.SubjectAndMood, Hashes.Of(subject, mood), place);
            Put(list, Set.SubjectAndPredicate, subject, key);
        }
    }

    private static void Events(Document document, SentenceFacts facts, Tokens scope, FeatureList list)
    {
        foreach (var read in facts.Events)
        {
            if (!scope.Contains(read.Head)) continue;
            var kind = (uint)read.Class * 4 + (read.Not ? 1u : 0) + (read.NoLonger ? 2u : 0);
            Put(list, Set.Event, kind);
            Put(list, Set.Event, kind, (uint)read.Group.Modal + 1);
            Put(list, Set.EventAndSubject, kind, SubjectKind(document, read.Subject));
        }
    }

    private static uint SubjectKind(Document document, int token)
    {
        if (token < 0) return 0;
        ref readonly var subject = ref document.Tokens.AsSpan()[token];
        return subject.Upos switch
        {
            Upos.PRON => 16 + Hashes.Of(subject.Lemma),
            Upos.PROPN => 1,
            Upos.NOUN => 2,
            _ => 3,
        };
    }

    /// <summary>A word as far as it can recur in other disputes: names and figures are all one.</summary>
    private static uint Key(in Token token) => token.Upos switch
    {
        Upos.PROPN => 11,
        Upos.NUM => 12,
        _ => Hashes.Of(token.Lemma),
    };

    private static void Put(FeatureList list, Set set, uint a) => list.AddToSet(64 + (uint)set, a);

    private static void Put(FeatureList list, Set set, uint a, uint b) => list.AddToSet(64 + (uint)set, a, b);
}
