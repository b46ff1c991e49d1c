using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>Finds the words of a sentence that may tell of a meeting.</summary>
internal static class TriggerFinder
{
    /// <summary>Where a sentence may tell of a meeting: verbs, and nouns that no such verb goes with.</summary>
    /// <param name="recent">Whether a sentence shortly before told of one, so that "an eighth" counts on.</param>
    public static List<Trigger> Find(SentenceView s, bool recent)
    {
        var found = new List<Trigger>();
        for (var i = 0; i < s.Length; i++)
        {
            if (VerbAt(s, i) is { } verb)
            {
                found.Add(verb);
                i = verb.End - 1;
            }
            else if ((NounAt(s, i) ?? CountedAt(s, i, found.Count > 0 || recent)) is { } noun)
            {
                i = noun.End - 1;
                // "meet for a second round of talks" is one meeting
                if (found.Count > 0 && found[^1] is var last && (last.IsVerb || s[last.End] is "of" or "at") && Together(s, last.End, noun.Token)) found[^1] = last.IsVerb ? last with { Noun = noun.Token } : last;
                else if (found.Count > 0 && found[^1].IsVerb && found[^1].Noun < 0 && Recounts(s, found[^1].End, noun.Token)) found[^1] = found[^1] with { Noun = noun.Token };
                else found.Add(noun);
            }
        }

        return found;
    }

    private static Trigger? VerbAt(SentenceView s, int i)
    {
        var word = s[i];
        if (MeetingPhrase.At(s, i) is var (phrase, end)) return new(i, end, true, -1) { Needs = phrase.Needs };
        if (word is "meeting" && s[i - 1] is "are" or "is" or "were" or "was" or "been" or "be" or "," && Meetable(s, i)) return new(i, i + 1, true, -1);
        if (word is "invited" or "invites" && s[i - 1] is "has" or "have" or "had" or "" or "also" or "," && s.Reaches(i, "back", 6)) return new(i, i + 1, true, -1);
        if (MeetingWords.Verbs.Contains(word))
            return word.StartsWith("gather", StringComparison.Ordinal) ? MeetingPhrase.PeopleBefore(s, i) && s[i + 1] is "in" or "at" or "on" or "for" or "again" ? new(i, i + 1, true, -1) : null
                : word is "met" or "meet" or "meets" && !Meetable(s, i) ? null : new(i, i + 1, true, -1);
        return MeetingWords.Openings.Contains(word) && MeetingPhrase.PeopleBefore(s, i) && !MeetingPhrase.NounBefore(s, i) && (s[i + 1] is "in" or "at" or "on" or "there" or "again" or "here" or "to" || s.DateAt(i + 1) is not null)
            && !(s[i + 1] is "to" && !s.Reaches(i, "table", 5)) ? new(i, i + 1, true, -1) : null;
    }

    /// <summary>"Officials briefed on the talks": whom a noun describes, not what happened.</summary>
    private static bool IsTopic(SentenceView s, int i)
    {
        var at = i - 1;
        while (at > i - 4 && s.Word(at) is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.DET) at--;
        if (s[at] is "for" or "of" or "on" && MeetingWords.Aside.Contains(s[at - 1])) return true;
        return s[at] is "of" && s[at - 1] is "knowledge" || s[at] is "on" && s[at - 1] is "briefed" || s[at] is "with" or "to" or "in" && s[at - 1] is "familiar" or "close" or "involved" or "privy";
    }

    private static Trigger? CallAt(SentenceView s, int i) =>
        s[i] is "call" or "videoconference" && s[i - 1] is "a" or "video" or "phone" or "telephone" or "conference" && s[i + 1] is "between" or "among" or "with" or "on" or "is" or "was" or "planned" or "scheduled" ? new(i, i + 1, false, i) : null;

    /// <summary>"An eighth is due on Monday", "the next one, on Friday, ended": a round counted without its noun, once rounds were told of.</summary>
    private static Trigger? CountedAt(SentenceView s, int i, bool told)
    {
        if (!told) return null;
        if (s[i - 1] is not ("a" or "an" or "the") || !(Counts.Ordinal(s[i]) is not null || s[i] is "next" or "last" or "latest" or "previous")) return null;
        var end = s[i + 1] is "one" ? i + 2 : i + 1;
        if (end == i + 1 && s[i - 2] is "and" or "," or ";" && told && s[end] is "in" or "at" or "on" && s.Any(0, i, MeetingWords.Nouns) && (s.DateAt(end + 1) ?? s.DateAt(end + 2) ?? s.DateAt(end + 3) ?? s.DateAt(end + 4)) is not null) return new(i, end, false, i); // "the first was held in Oslo and the second in Lund in May"
        var goesOn = s[end] is "is" or "was" or "will" or "begins" or "began" or "ended" or "ends" or "starts" or "started" or "opens" or "opened" or "follows" or "takes" or "took" or "has" or "," or "on" or "in";
        if (!goesOn || end == i + 1 && s[end] is "on" or "in" or "," or "has" && s[i] is "next" or "last" or "latest" or "previous" or "first" or "second") return null;
        return s[end] is not "," && s.DateAt(end) is null && !s.Any(end, Math.Min(end + 6, s.Length), MeetingWords.Predicates) ? null
            : s[end] is "," && s.DateAt(end + 1) is null && s.DateAt(end + 2) is null ? null : new(i, end, false, i);
    }

    private static Trigger? NounAt(SentenceView s, int i)
    {
        if (CallAt(s, i) is { } call) return call;
        if (!MeetingWords.Nouns.Contains(s[i])) return null;
        if (IsTopic(s, i)) return null;
        if (s[i] is "round" or "rounds" && s.Word(i) != Upos.NOUN) return null; // "came round"
        if (s[i] is "conference" or "conferences" or "assembly" && s.Any(i - 5, i, MeetingWords.Addressed)) return null; // an audience
        if (MeetingWords.Social.Contains(s[i]) && !IsOccasion(s, i)) return null;
        if (MeetingWords.Other.Contains(s[i - 1]) && s[i] != "assembly" || (s[i - 1] is "-" && MeetingWords.Other.Contains(s[i - 2]))) return null;
        if (s[i] is "talks" && s.IsCapital(i - 1) && s[i - 2] is not ("in" or "at" or "the" or "in") && s.DateAt(i + 1) is null && s[i + 1] is "to" or "about" or "like") return null; // a person talks
        var end = i + 1;
        if (s[i + 1] == "of" && MeetingWords.Nouns.Contains(s[i + 2])) end = i + 3;
        else if (MeetingWords.Nouns.Contains(s[i + 1])) end = i + 2;
        else if (s[i + 1] == "of" && MeetingWords.Nouns.Contains(s[i + 3]) && s[i + 2] is not ("the" or "a")) end = i + 4;
        if (end == i + 1 && MeetingWords.Doubtful.Contains(s[i]) && Counts.OrdinalBefore(s, i) is null && s[i + 1] is not ("in" or "on" or "at" or "," or "will" or "is" or "was" or "between" or "with" or "ceremony") && Counts.Number(s[i + 1]) is null && s[i - 1] is not ("technical" or "closed" or "full" or "plenary" or "next" or "'s" or "’s")
            && s.DateAt(i + 1) is null && s.DateAt(i - 1) is null && !MeetingWords.Predicates.Contains(s[i + 1])) return null;
        return new(i, end, false, i) { Needs = MeetingWords.Social.Contains(s[i]) ? Needed.Date : Needed.Nothing };
    }

    /// <summary>A dinner, a hearing, a ballot is a meeting where it is arranged, or is told with those who come.</summary>
    private static bool IsOccasion(SentenceView s, int i) =>
        s[i + 1] is "between" or "with" or "of" or "before" or "among" || s[i + 1] is "in" or "at" && s.Reaches(i, "between", 5) || s[i] is "assembly" && (s[i - 1] is "general" or "annual" || s.DateAt(i + 2) is not null) || s.Any(i + 1, s.Length, MeetingWords.Arranged);

    /// <summary>Whether what is met is a counterpart, not a demand.</summary>
    private static bool Meetable(SentenceView s, int verb)
    {
        if (s[verb - 1] == "to" && s.Word(verb - 2) == Upos.ADJ && s[verb - 2] is not ("due" or "ready" or "keen" or "willing" or "set" or "eager" or "happy" or "scheduled")) return false; // "hard to meet in winter"
        for (var i = verb + 1; i < Math.Min(verb + 6, s.Length); i++)
        {
            if (MeetingWords.Unmeetable.Contains(s[i])) return false;
            if (s[i] is "," or "in" or "on" or "at" or "for" || s.DateAt(i) is not null) return true;
            if (s[i] is "with" && i == verb + 1 && s[i + 1] is not ("the" or "his" or "her" or "its" or "their" or "a" or "an") && !s.IsCapital(i + 1)) return false;
        }

        return true;
    }

    /// <summary>"… met in Lund, the sixth such meeting this year": a noun beside a verb that counts what the verb tells.</summary>
    private static bool Recounts(SentenceView s, int from, int noun)
    {
        var comma = noun - 1;
        while (comma > Math.Max(from, noun - 5) && s[comma] != ",") comma--;
        return s[comma] == "," && s[comma + 1] is "the" or "their" or "its" or "a" && Counts.OrdinalBefore(s, noun) is not null;
    }

    /// <summary>Whether a verb and a noun after it are one event: nothing that parts them stands between.</summary>
    private static bool Together(SentenceView s, int from, int noun)
    {
        if (noun - from > 14) return false;
        for (var i = from; i < noun; i++)
            if (s[i] is "," or ";" or ":" or "—" or "after" or "before" or "ahead" or "since" || MeetingWords.Coordinators.Contains(s[i]) && s[i] != "and" || s[i] is "-" or "–" && s.IsSpaced(i) || MeetingWords.Subordinators.Contains(s[i])) return false;
        return true;
    }
}
