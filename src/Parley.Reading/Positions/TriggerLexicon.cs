using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>The triggers of <c>Data/triggers.tsv</c>, found by their first word.</summary>
internal sealed class TriggerLexicon
{
    private const int LongestGap = 5;
    private readonly Dictionary<string, Trigger[]> _byFirst;

    private TriggerLexicon(ImmutableDictionary<EventClass, ClassDefaults> classes, Dictionary<string, Trigger[]> byFirst) => (Classes, _byFirst) = (classes, byFirst);

    public ImmutableDictionary<EventClass, ClassDefaults> Classes { get; }

    /// <summary>The lexicon built into this assembly.</summary>
    public static TriggerLexicon Load()
    {
        var classes = LexiconFile.Rows("acts.tsv").ToImmutableDictionary(r => LexiconFile.Class(r[0]), LexiconFile.Defaults);
        var byFirst = new Dictionary<string, List<Trigger>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in LexiconFile.Rows("triggers.tsv"))
            foreach (var trigger in LexiconFile.Triggers(row, classes))
                foreach (var word in trigger.Pattern[0].Words)
                    foreach (var form in Forms(trigger, word))
                    {
                        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(byFirst, form, out _);
                        known ??= [];
                        if (known.Count == 0 || !ReferenceEquals(known[^1], trigger)) known.Add(trigger);
                    }

        return new(classes, byFirst.ToDictionary(g => g.Key, g => g.Value.OrderByDescending(t => t.Pattern.Length).ToArray(), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The longest trigger that starts at a token and ends before <paramref name="end"/>, for each kind at most one.</summary>
    /// <param name="cue">Whether the token attributes a statement: then it is a verb, whatever its tag.</param>
    /// <returns>The trigger and the index after its last token; null where none starts here.</returns>
    public (Trigger Trigger, int End)? MatchAt(ReadOnlySpan<Token> tokens, int at, int end, bool cue)
    {
        (Trigger, int End)? best = null;
        Try(tokens[at].Lemma, tokens, at, end, cue, ref best);
        if (!tokens[at].Form.Equals(tokens[at].Lemma, StringComparison.OrdinalIgnoreCase)) Try(tokens[at].Form, tokens, at, end, cue, ref best);
        return best;
    }

    /// <summary>A verb is found by its regular forms too, so that a wrong lemma does not hide it.</summary>
    private static string[] Forms(Trigger trigger, string word) =>
        trigger.Kind == TriggerKind.Verb && word.Length > 3 ? [word, VerbForms.Third(word), VerbForms.Past(word), VerbForms.Gerund(word)] : [word];

    private void Try(string first, ReadOnlySpan<Token> tokens, int at, int end, bool cue, ref (Trigger Trigger, int End)? best)
    {
        if (!_byFirst.TryGetValue(first, out var candidates)) return;
        foreach (var trigger in candidates)
        {
            if (best is { } b && b.Trigger.Pattern.Length >= trigger.Pattern.Length) break;
            if (trigger.CueOnly && !cue || !Fits(trigger, tokens, at, cue)) continue;
            var stop = Match(trigger.Pattern.AsSpan(), 1, tokens, at + 1, end);
            if (stop >= 0 && Follows(trigger.Needs, tokens, stop, end)) best = (trigger, stop);
        }
    }

    /// <summary>A single word must be of the part of speech its kind asks for; a longer row speaks for itself but for nouns read as verbs.</summary>
    private static bool Fits(Trigger trigger, ReadOnlySpan<Token> tokens, int at, bool cue)
    {
        ref readonly var token = ref tokens[at];
        return trigger.Kind switch
        {
            TriggerKind.Verb when trigger.Pattern.Length == 1 => token.Upos is Upos.VERB || cue && token.Upos is not (Upos.ADV or Upos.ADP or Upos.DET) && !(token.Upos is Upos.NOUN && at > 0 && tokens[at - 1].Upos is Upos.ADP) || IsMistagged(tokens, at),
            TriggerKind.Verb when token.Upos is Upos.ADJ && !trigger.Meaning.Class.IsAct() => false, // "an open border"
            TriggerKind.Verb => cue || token.Upos is not (Upos.NOUN or Upos.PROPN) || token.Xpos.StartsWith('V'),
            TriggerKind.Noun => token.Upos is Upos.NOUN or Upos.PROPN,
            TriggerKind.Adj when trigger.Pattern.Length == 1 => token.Upos is Upos.ADJ or Upos.VERB,
            TriggerKind.Judge when trigger.Pattern.Length == 1 => token.Upos is not Upos.VERB || token.Xpos is "VBN" or "VBG",
            _ => true,
        };
    }

    /// <summary>"Town backs the plan": a word in -s between a name or noun and a new noun phrase is a verb, though tagged as a plural.</summary>
    private static bool IsMistagged(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at].Xpos is "NNS" && at > 0 && at + 1 < tokens.Length && tokens[at - 1].Upos is Upos.PROPN or Upos.NOUN
        && tokens[at + 1] is { Upos: Upos.DET or Upos.PRON } or { Xpos: "VBG" or "PRP$" };

    private static bool Follows(string? needs, ReadOnlySpan<Token> tokens, int at, int end) =>
        needs is null || (at < end && tokens[at].Form.Equals(needs, StringComparison.OrdinalIgnoreCase)) || needs == "to" && at > 0 && tokens[at - 1].Lemma == "to";

    private static int Match(ReadOnlySpan<PatternElement> pattern, int element, ReadOnlySpan<Token> tokens, int at, int end)
    {
        for (; element < pattern.Length; element++)
        {
            switch (pattern[element].Place)
            {
                case PatternPlace.Last:
                    return at >= end || tokens[at].Upos == Upos.PUNCT ? at : -1;
                case PatternPlace.Any:
                    if (at >= end || tokens[at].Upos == Upos.PUNCT) return -1;
                    at++;
                    break;
                case PatternPlace.Gap:
                    for (var skip = 0; skip <= LongestGap && at + skip < end; skip++)
                    {
                        if (skip > 0 && EndsClause(tokens[at + skip - 1])) return -1;
                        var stop = Match(pattern, element + 1, tokens, at + skip, end);
                        if (stop >= 0) return stop;
                    }

                    return -1;
                default:
                    while (at < end && IsQuote(tokens[at])) at++;
                    if (at >= end || !Is(tokens[at], pattern[element].Words)) return -1;
                    at++;
                    break;
            }
        }

        return at;
    }

    private static bool Is(in Token token, ImmutableArray<string> words)
    {
        foreach (var word in words)
            if (token.Lemma.Equals(word, StringComparison.OrdinalIgnoreCase) || token.Form.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool IsQuote(in Token token) => token.Upos == Upos.PUNCT && token.Form is "\"" or "“" or "”" or "'" or "‘" or "’" or "``" or "''";

    private static bool EndsClause(in Token token) => token.Upos == Upos.SCONJ || token.Upos == Upos.PUNCT && token.Form is "," or ";" or ":" or "." or "?" or "!" or "—" or "–";
}
