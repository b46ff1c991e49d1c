using System.Collections.Immutable;

namespace Parley.Reading.Meetings;

/// <summary>Finds the clauses of a sentence that tell of a meeting, with what each says of it.</summary>
internal sealed class MeetingFinder(Participants participants, DateOnly? published, string? here)
{
    private const int Opening = 4; // sentences that tell what happened where the report was written
    private const int MostTriggers = 8; // a sentence of lists tells of none

    private string? _there; // the place named last
    private int _toldIn = -1; // index of the sentence that last told of a meeting

    public IEnumerable<MeetingMention> Find(SentenceView sentence)
    {
        var triggers = Triggers(sentence);
        if (triggers.Count is 0 or > MostTriggers) yield break;
        for (var t = 0; t < triggers.Count; t++)
        {
            var (first, end) = sentence.Clause(triggers[t].Token);
            if (MeetingStatusRules.IsOverturned(sentence, end)) end = sentence.Clause(end + 2).End;
            if (IsHypothetical(sentence, first, triggers[t])) continue;
            var from = t > 0 && triggers[t - 1].Token >= first ? Math.Max(first, Claimed(sentence, triggers[t - 1].Token, triggers[t].Token)) : first;
            var to = t + 1 < triggers.Count && triggers[t + 1].Token < end ? Math.Max(triggers[t].Token + 1, Claimed(sentence, triggers[t].Token, triggers[t + 1].Token)) : end;
            foreach (var mention in Mentions(sentence, triggers[t], first, end, from, to)) yield return mention;
        }
    }

    private IEnumerable<MeetingMention> Mentions(SentenceView sentence, Trigger trigger, int first, int end, int from, int to)
    {
        var occasions = Occasions(sentence, trigger, from, to);
        var round = Round(sentence, trigger, from, to);
        var status = MeetingStatusRules.Read(sentence, first, to, trigger, null, null);
        var told = trigger.IsVerb || sentence.Any(first, end, MeetingWords.Predicates) || round is not null && occasions.Count > 0;
        if (trigger.NeedsDate && (occasions.Count != 1 || occasions[0].Date is null || (trigger.NeedsPlace && occasions[0].Place is null or "there"))) yield break;
        if (trigger is { NeedsDate: true, NeedsPlace: false } && occasions[0].Place is null) occasions[0] = occasions[0] with { Place = "here" };
        if (!told && !trigger.IsVerb && occasions.Count > 0 && !Beside(sentence, trigger, from, to)) yield break;
        if (occasions.Count == 0 && status is MeetingStatus.Held && !(told && (round is not null || trigger.IsVerb || MeetingWords.Over.Contains(sentence[trigger.End])))) yield break;
        if (occasions.Count == 0 && trigger.IsVerb && status is MeetingStatus.Scheduled or MeetingStatus.Proposed) yield break;
        if (!told && occasions.All(o => o.Date is null) && status is MeetingStatus.Held) yield break;
        if (occasions.Count == 0) occasions.Add(new(null, null));
        var (parties, convenor) = participants.Read(sentence, trigger, first, to, status);
        if (occasions.All(o => o is { Date: null, Place: null }) && round is null && Reaches(sentence, from, "since", to - from)) yield break; // "three rounds since November"
        var inherited = occasions.Count == 1 && occasions[0].Date is null ? Inherited(sentence, first, trigger, status) : null;
        foreach (var occasion in occasions)
        {
            var date = occasion.Date ?? inherited;
            var place = occasion.Place == "there" ? _there : occasion.Place == "here" ? here : occasion.Place;
            if (place is null && sentence[trigger.Token].StartsWith("invite", StringComparison.Ordinal)) place = _there;
            _there = place ?? _there;
            var final = MeetingStatusRules.Read(sentence, first, to, trigger, date, published);
            if (final == MeetingStatus.Ongoing && date is null && published is { } day) date = IsoDay.Text(day);
            if (final == MeetingStatus.Ongoing || (inherited is not null && sentence.Index < Opening)) place ??= here;
            if (date is null && place is null && round is null && !(parties.Length > 1 && MeetingWords.Over.Contains(sentence[trigger.End])) && final is not (MeetingStatus.Cancelled or MeetingStatus.Postponed)) continue;
            _toldIn = sentence.Index;
            yield return new(sentence.Index, sentence.SpanOf(first, end), date, place, parties, convenor, round, final);
        }
    }

    /// <summary>Where a sentence may tell of a meeting: verbs, and nouns that no such verb goes with.</summary>
    private List<Trigger> Triggers(SentenceView s)
    {
        var found = new List<Trigger>();
        for (var i = 0; i < s.Length; i++)
        {
            if (VerbAt(s, i) is { } verb)
            {
                found.Add(verb);
                i = verb.End - 1;
            }
            else if ((NounAt(s, i) ?? CountedAt(s, i, found.Count > 0)) is { } noun)
            {
                i = noun.End - 1;
                // "meet for a second round of talks" is one meeting
                if (found.Count > 0 && found[^1] is var last && (last.IsVerb || s[last.End] is "of" or "at") && Together(s, last.End, noun.Token)) found[^1] = last with { Noun = noun.Token };
                else if (found.Count > 0 && found[^1].IsVerb && found[^1].Noun < 0 && Recounts(s, found[^1].End, noun.Token)) found[^1] = found[^1] with { Noun = noun.Token };
                else found.Add(noun);
            }
        }

        return found;
    }

    private static Trigger? VerbAt(SentenceView s, int i)
    {
        var word = s[i];
        if (word is "sit" or "sits" or "sat" or "sitting" && s[i + 1] is "down" or "together") return new(i, i + 2, true, -1);
        if (word is "sit" or "sits" && s[i + 1] is "again" || word is "return" or "returns" or "returned" && s[i + 1] == "to" && Reaches(s, i, "table", 5)) return new(i, i + 1, true, -1);
        if (word is "sit" or "sits" or "sat" && Reaches(s, i, "table", 4)) return new(i, i + 1, true, -1);
        if (word is "adopted" && (Reaches(s, i, "communiqué", 4) || Reaches(s, i, "communique", 4) || Reaches(s, i, "declaration", 4) || Reaches(s, i, "statement", 4) || Reaches(s, i, "text", 4))) return new(i, i + 1, true, -1) { NeedsDate = true };
        if (word is "agreed" or "settled" or "accepted" && s[i + 1] != "to" && s[i + 1] != "that") return new(i, i + 1, true, -1) { NeedsDate = true, NeedsPlace = true };
        if (word is "get" or "got" or "gets" && s.Says(i + 1, "together") || word is "get" or "gets" && s.Says(i + 1, "back", "in", "the", "room")) return new(i, i + 2, true, -1);
        if (word is "meeting" && s[i - 1] is "are" or "is" or "were" or "was" or "been" or "be" && Meetable(s, i)) return new(i, i + 1, true, -1);
        if (word is "invited" or "invites" && s[i - 1] is "has" or "have" or "had" or "" or "also" or "," && Reaches(s, i, "back", 6)) return new(i, i + 1, true, -1);
        if (word is "see" or "saw" or "face" or "faced" && s.Says(i + 1, "each", "other") && s[i + 3] is "again" or "in" or "on" or "at" or "for" or "next" or "") return new(i, i + 3, true, -1);
        if (word is "back" && s[i + 1] is "round" or "around" or "at" && Reaches(s, i, "table", 4)) return new(i, i + 1, true, -1);
        if (word is "back" && s[i - 1] is "be" && PeopleBefore(s, i) && s[i + 1] is "in" or "at" or "here" or "there") return new(i, i + 1, true, -1);
        if (word is "spent" && s.DateAt(i + 1) is not null && Reaches(s, i, "with", 9)) return new(i, i + 1, true, -1);
        if (MeetingWords.Verbs.Contains(word))
            return word.StartsWith("gather", StringComparison.Ordinal) ? PeopleBefore(s, i) && s[i + 1] is "in" or "at" or "on" or "for" ? new(i, i + 1, true, -1) : null
                : word is "met" or "meet" or "meets" && !Meetable(s, i) ? null : new(i, i + 1, true, -1);
        return MeetingWords.Openings.Contains(word) && PeopleBefore(s, i) && !NounBefore(s, i) && (s[i + 1] is "in" or "at" or "on" or "there" or "again" or "here" or "to" || s.DateAt(i + 1) is not null)
            && !(s[i + 1] is "to" && !Reaches(s, i, "table", 5)) ? new(i, i + 1, true, -1) : null;
    }

    /// <summary>"Officials briefed on the talks": whom a noun describes, not what happened.</summary>
    private static bool IsTopic(SentenceView s, int i)
    {
        var at = s[i - 1] is "the" or "those" or "these" ? i - 2 : i - 1;
        return s[at] is "of" && s[at - 1] is "knowledge" || s[at] is "on" && s[at - 1] is "briefed" || s[at] is "with" or "to" or "in" && s[at - 1] is "familiar" or "close" or "involved" or "privy";
    }

    private static Trigger? CallAt(SentenceView s, int i) =>
        s[i] is "call" or "videoconference" && s[i - 1] is "a" or "video" or "phone" or "telephone" or "conference" && s[i + 1] is "between" or "among" or "with" or "on" or "is" or "was" or "planned" or "scheduled" ? new(i, i + 1, false, i) : null;

    /// <summary>"An eighth is due on Monday", "the next one, on Friday, ended": a round counted without its noun, once rounds were told of.</summary>
    private Trigger? CountedAt(SentenceView s, int i, bool told)
    {
        if (!told && (s.Index - _toldIn > 2 || _toldIn < 0)) return null;
        if (s[i - 1] is not ("a" or "an" or "the") || !(Array.IndexOf(Ordinals, s[i]) >= 0 || s[i] is "next" or "last" or "latest" or "previous")) return null;
        var end = s[i + 1] is "one" ? i + 2 : i + 1;
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
        if (MeetingWords.Other.Contains(s[i - 1]) || (s[i - 1] is "-" && MeetingWords.Other.Contains(s[i - 2]))) return null;
        if (s[i] is "talks" && s.IsCapital(i - 1) && s[i - 2] is not ("in" or "at" or "the" or "in") && s.DateAt(i + 1) is null && s[i + 1] is "to" or "about" or "like") return null; // a person talks
        var end = i + 1;
        if (s[i + 1] == "of" && MeetingWords.Nouns.Contains(s[i + 2])) end = i + 3;
        else if (MeetingWords.Nouns.Contains(s[i + 1])) end = i + 2;
        else if (s[i + 1] == "of" && MeetingWords.Nouns.Contains(s[i + 3]) && s[i + 2] is not ("the" or "a")) end = i + 4;
        if (end == i + 1 && MeetingWords.Doubtful.Contains(s[i]) && Ordinal(s, i) is null && s[i + 1] is not ("in" or "on" or "at" or "," or "will" or "is" or "was" or "between" or "with" or "ceremony") && Number(s[i + 1]) is null && s[i - 1] is not ("technical" or "closed" or "full" or "plenary" or "next" or "'s" or "’s")
            && s.DateAt(i + 1) is null && s.DateAt(i - 1) is null && !MeetingWords.Predicates.Contains(s[i + 1])) return null;
        return new(i, end, false, i);
    }

    /// <summary>Whether what is met is a counterpart, not a demand.</summary>
    private static bool Meetable(SentenceView s, int verb)
    {
        for (var i = verb + 1; i < Math.Min(verb + 6, s.Length); i++)
        {
            if (MeetingWords.Unmeetable.Contains(s[i])) return false;
            if (s[i] is "," or "in" or "on" or "at" or "for" || s.DateAt(i) is not null) return true;
            if (s[i] is "with" && i == verb + 1 && s[i + 1] is not ("the" or "his" or "her" or "its" or "their" or "a" or "an") && !s.IsCapital(i + 1)) return false;
        }

        return true;
    }

    private static bool PeopleBefore(SentenceView s, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 6); i--)
            if (MeetingWords.People.Contains(s[i])) return true;
            else if (s[i] is "," or ";" or "." or "-") return false;
        return false;
    }

    private static bool NounBefore(SentenceView s, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 6); i--)
            if (MeetingWords.Nouns.Contains(s[i])) return true;
        return false;
    }

    private static bool Reaches(SentenceView s, int from, string word, int steps)
    {
        for (var i = from + 1; i <= from + steps; i++)
            if (s[i] == word) return true;
        return false;
    }

    /// <summary>"… met in Lund, the sixth such meeting this year": a noun beside a verb that counts what the verb tells.</summary>
    private static bool Recounts(SentenceView s, int from, int noun)
    {
        var comma = noun - 1;
        while (comma > Math.Max(from, noun - 5) && s[comma] != ",") comma--;
        return s[comma] == "," && s[comma + 1] is "the" or "their" or "its" or "a" && Ordinal(s, noun) is not null;
    }

    /// <summary>Whether a verb and a noun after it are one event: nothing that parts them stands between.</summary>
    private static bool Together(SentenceView s, int from, int noun)
    {
        if (noun - from > 14) return false;
        for (var i = from; i < noun; i++)
            if (s[i] is "," or ";" or ":" or "-" or "—" or "after" or "before" or "ahead" or "since" || MeetingWords.Coordinators.Contains(s[i]) && s[i] != "and" || MeetingWords.Subordinators.Contains(s[i])) return false;
        return true;
    }

    /// <summary>"If they meet", "would not meet", "refused to sit down": no meeting is told of.</summary>
    private static bool IsHypothetical(SentenceView s, int first, Trigger trigger)
    {
        if (s[first] is "if" or "unless" or "whether" or "until" && trigger.IsVerb) return true;
        if (!trigger.IsVerb) return s[trigger.Token - 1] is "no" or "without" || s[trigger.Token - 2] is "without" or "no" || s.Any(Math.Max(first, trigger.Token - 5), trigger.Token, Nobody);
        for (var i = Math.Max(first, trigger.Token - 6); i < trigger.Token; i++)
            if (MeetingWords.Negations.Contains(s[i])) return true;
        return false;
    }

    /// <summary>The end of what belongs to the trigger before: after its last date or place.</summary>
    private static int Claimed(SentenceView s, int trigger, int next)
    {
        for (var i = next - 1; i > trigger; i--)
            if (s.DateAt(i) is not null || Places.IsPlace(s, i)) return i + 1;
        return trigger + 1;
    }

    /// <summary>The dates and places of a meeting, in pairs: "in Lisbon on June 8 and in Izmir in September".</summary>
    private List<Occasion> Occasions(SentenceView s, Trigger trigger, int from, int to)
    {
        var found = new List<Occasion>();
        var (date, place) = ((string?)null, (string?)null);
        DateExpression? last = null;
        if (s[from] == "where") place = Places.Before(s, from);
        var moved = s.Any(from, to, MeetingWords.Postponed) || Reaches(s, from, "off", to - from) || Reaches(s, from, "back", to - from) || Reaches(s, from, "adjourned", to - from) || Reaches(s, from, "moved", to - from);
        var plural = s[trigger.Token] is "rounds" or "meetings" or "sessions" or "summits";
        for (var i = from; i < to; i++)
        {
            if (s.DateAt(i) is { } expression && expression != last)
            {
                last = expression;
                if (moved && date is not null && s[i - 1] is "to" or "until" or "till" or "for") date = null; // "put off from Thursday to Friday"
                if (IsoDay.Of(expression) is not { } iso || s[i - 1] is "since" || IsOfSaying(s, trigger, i, from)) continue;
                if (date is { Length: < 10 } && iso.Length == 10 && !plural) date = null; // "for the third time this month on Tuesday"
                if (date is not null && !plural) continue; // the second of "from 11 to 13 November"
                if (date is not null) Flush();
                date = IsAhead(s, from, i) && published is { } today && expression.Text.All(char.IsLetter) && IsoDay.Day(iso) is { } day && day < today && day.AddDays(7) >= today ? IsoDay.Text(day.AddDays(7)) : iso;
            }
            else if (Places.At(s, i, trigger) is { } name)
            {
                if (place is not null && (date is null || !plural)) continue;
                if (place is not null) Flush();
                place = name;
            }
        }

        if (date is not null || place is not null) Flush();
        return found;

        void Flush()
        {
            found.Add(new(date, place));
            (date, place) = (null, null);
        }
    }

    /// <summary>"Fixed for Wednesday", "proposed a meeting on Thursday": the weekday lies ahead, whatever the tense.</summary>
    private static bool IsAhead(SentenceView s, int from, int date)
    {
        if (s[date - 1] is "for" && s[date - 2] is "fixed" or "set" or "scheduled" or "pencilled" or "slated" or "booked") return true;
        for (var i = from; i < date; i++)
            if (s[i] is "proposed" or "proposes" or "suggested" or "suggests" or "offered" && s[date - 1] is "on" or "for") return true;
        return false;
    }

    /// <summary>Whether a date tells when something was said, not when they met.</summary>
    private static bool IsOfSaying(SentenceView s, Trigger trigger, int date, int from)
    {
        for (var i = date - 1; i >= Math.Max(from, date - 5); i--)
        {
            if (i >= trigger.Token && i < trigger.End) return false;
            if (MeetingWords.Saying.Contains(s[i])) return true;
        }

        return date < trigger.Token && date + 3 < s.Length && (MeetingWords.Saying.Contains(s[date + 1]) || MeetingWords.Saying.Contains(s[date + 2])) && s[date + 1] != ",";
    }

    /// <summary>Whether the date or place stands beside the noun, with no other verb between.</summary>
    private static bool Beside(SentenceView s, Trigger trigger, int from, int to)
    {
        for (var i = trigger.End; i < Math.Min(to, trigger.End + 12); i++)
            if (s.DateAt(i) is not null || Places.IsPlace(s, i)) return true;
            else if (MeetingWords.Saying.Contains(s[i]) || s[i] is "their" or "his" or "her" or "its" or "was" or "were" or "had" or "has" or "have" || (s[i].Length > 4 && s[i].EndsWith("ed", StringComparison.Ordinal) && s[i] != "held")) break;
        for (var i = trigger.Token - 1; i >= Math.Max(from, trigger.Token - 4); i--)
            if (s.DateAt(i) is not null) return true;
            else if (s[i] is not ("'s" or "’s" or "round" or "first" or "second" or "third" or "latest" or "evening" or "morning" or "emergency" or "the" or "'" or "technical" or "night")) break;
        return false;
    }

    /// <summary>"said on Monday, as talks resumed": the date of the main clause holds for one that goes with it.</summary>
    private string? Inherited(SentenceView s, int first, Trigger trigger, MeetingStatus status)
    {
        if (first > 1 && s[first] is "before" or "after" && s[first - 1] is "day" or "days" && Backwards(s, first - 2) is { } told && IsoDay.Day(told) is { } day)
            return IsoDay.Text(day.AddDays((s[first] == "before" ? 1 : -1) * (Number(s[first - 2]) ?? 1)));
        if (status is not (MeetingStatus.Held or MeetingStatus.Ongoing) || first == 0 || s[first] is not ("as" or "after" or "while" or "when")) return null;
        for (var i = first - 1; i >= 0; i--)
            if (s.DateAt(i) is { } date && IsoDay.Of(date) is { } iso) return iso;
        return s[first] is "after" or "as" && !trigger.IsVerb && (s.Any(trigger.End, trigger.End + 3, MeetingWords.Over) || s.Any(trigger.End, trigger.End + 3, MeetingWords.Begun)) && published is { } today ? IsoDay.Text(today) : null;
    }

    /// <summary>The date told last before a token.</summary>
    private static string? Backwards(SentenceView s, int from)
    {
        for (var i = from; i >= 0; i--)
            if (s.DateAt(i) is { } date && IsoDay.Of(date) is { } iso) return iso;
        return null;
    }

    private static int? Round(SentenceView s, Trigger trigger, int from, int to)
    {
        var noun = trigger.Noun >= 0 ? trigger.Noun : trigger.Token;
        if (trigger.Noun < 0) return null;
        if (s[noun + 1] is "since" || (s[noun + 1] is "in" && Number(s[noun + 2]) is not null)) return null; // "the first summit in two years"
        if (s[noun] is "round" && Number(s[noun + 1]) is { } after) return after;
        return s[noun] is "round" or "session" or "meeting" or "summit" ? Ordinal(s, noun) : null;
    }

    private static int? Ordinal(SentenceView s, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 3); i--)
            if (Array.IndexOf(Ordinals, s[i]) is var n and >= 0) return (n % 12) + 1;
            else if (s[i].Length is 3 or 4 && char.IsAsciiDigit(s[i][0]) && s[i][^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(s[i][..^2], out var number)) return number;
            else if (s[i] is "," or "of" or "in" or "day") return null;
        return null;
    }

    private static int? Number(string word) => Array.IndexOf(Numbers, word) is var n and >= 0 ? n + 1 : int.TryParse(word, out var number) && number < 100 ? number : null;

    private static readonly System.Collections.Frozen.FrozenSet<string> Nobody = System.Collections.Frozen.FrozenSet.Create(StringComparer.Ordinal, "nobody", "none");

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

    private static readonly string[] Numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
}

/// <summary>The words that tell of a meeting: tokens <c>[Token, End)</c>, and the noun that goes with a verb, -1 for none.</summary>
internal readonly record struct Trigger(int Token, int End, bool IsVerb, int Noun)
{
    /// <summary>Tells of a meeting only where a date goes with it: "adopted a communiqué on Friday".</summary>
    public bool NeedsDate { get; init; }

    /// <summary>… and only where a place does too: "agreed in Bergen on Friday".</summary>
    public bool NeedsPlace { get; init; }
}

/// <summary>When and where one meeting of a clause was.</summary>
internal readonly record struct Occasion(string? Date, string? Place);
