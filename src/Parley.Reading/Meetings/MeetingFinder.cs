using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>Finds the clauses of a sentence that tell of a meeting, with what each says of it.</summary>
internal sealed class MeetingFinder(Participants participants, DateOnly? published, string? here)
{
    private const int Opening = 4; // sentences that tell what happened where the report was written
    private const int MostTriggers = 8; // a sentence of lists tells of none

    private readonly OccasionReader _occasions = new(published);

    private string? _there; // the place named last
    private int _toldIn = -1; // index of the sentence that last told of a meeting

    public IEnumerable<MeetingMention> Find(SentenceView sentence)
    {
        var triggers = TriggerFinder.Find(sentence, _toldIn >= 0 && sentence.Index - _toldIn <= 2);
        if (triggers.Count is 0 && Agenda(sentence) is { } line) yield return line;
        if (triggers.Count is 0 or > MostTriggers) yield break;
        for (var t = 0; t < triggers.Count; t++)
        {
            var (first, end) = sentence.Clause(triggers[t].Token);
            end = WithRelative(sentence, triggers[t], end);
            if (MeetingStatusRules.IsOverturned(sentence, end)) end = sentence.Clause(end + 2).End;
            if (IsHypothetical(sentence, first, triggers[t])) continue;
            var from = t > 0 && triggers[t - 1].Token >= first ? Math.Max(first, Claimed(sentence, triggers[t - 1].Token, triggers[t].Token)) : first;
            var to = t + 1 < triggers.Count && triggers[t + 1].Token < end ? Math.Max(triggers[t].Token + 1, Claimed(sentence, triggers[t].Token, triggers[t + 1].Token)) : end;
            foreach (var mention in Mentions(sentence, triggers[t], first, end, from, to)) yield return mention;
        }
    }

    private IEnumerable<MeetingMention> Mentions(SentenceView sentence, Trigger trigger, int first, int end, int from, int to)
    {
        var occasions = _occasions.Read(sentence, trigger, from, to);
        var round = Round(sentence, trigger, from, to);
        var status = MeetingStatusRules.Read(sentence, first, to, trigger, null, null);
        var told = trigger.IsVerb || sentence.Any(first, end, MeetingWords.Predicates) || round is not null && occasions.Count > 0 || IsMeasured(sentence, trigger.Token) || sentence.Any(trigger.End, end, MeetingWords.Arranged);
        if (trigger.Needs != Needed.Nothing && (occasions.Count != 1 || occasions[0].Date is null || (trigger.Needs == Needed.DateAndPlace && trigger.Noun < 0 && occasions[0].Place is null or "there"))) yield break;
        if (!told && !trigger.IsVerb && occasions.Count > 0 && !Beside(sentence, trigger, from, to)) yield break;
        if (occasions.Count == 0 && status is MeetingStatus.Held && !(told && (round is not null || trigger.IsVerb || MeetingWords.Over.Contains(sentence[trigger.End])))) yield break;
        if (occasions.Count == 0 && trigger.IsVerb && status is MeetingStatus.Scheduled or MeetingStatus.Proposed) yield break;
        if (!told && occasions.All(o => o.Date is null) && status is MeetingStatus.Held) yield break;
        if (occasions.Count == 0) occasions.Add(new(null, null));
        var (parties, convenor) = participants.Read(sentence, trigger, first, to, status);
        if (occasions.All(o => o is { Date: null, Place: null }) && round is null && sentence.Reaches(from, "since", to - from)) yield break; // "three rounds since November"
        var inherited = occasions.Count == 1 && occasions[0].Date is null ? Inherited(sentence, first, trigger, status) : null;
        if (inherited is null && sentence.Index < Opening && sentence[trigger.Token - 2] is "hours" && IsMeasured(sentence, trigger.Token) && published is { } now) inherited = IsoDay.Text(now); // "after two hours of talks"
        foreach (var occasion in occasions)
        {
            var date = occasion.Date ?? inherited;
            var place = occasion.Place == "there" ? _there : occasion.Place == "here" ? here : occasion.Place;
            if (place is null && sentence[trigger.Token].StartsWith("invite", StringComparison.Ordinal)) place = _there;
            _there = place ?? _there;
            if (trigger is { Needs: Needed.DateAndPlace, Noun: < 0 } && IsoDay.IsAfter(date, published)) continue; // "can be signed in Turin in May"
            var final = MeetingStatusRules.Read(sentence, first, to, trigger, date, published);
            if (final == MeetingStatus.Ongoing && date is null && published is { } day) date = IsoDay.Text(day);
            if (final == MeetingStatus.Ongoing || (inherited is not null && sentence.Index < Opening) || (final == MeetingStatus.Held && (sentence.Index < Opening || trigger.Needs == Needed.Date) && IsFresh(date))) place ??= here;
            if (date is null && place is null && round is null && !(parties.Length > 1 && MeetingWords.Over.Contains(sentence[trigger.End])) && final is not (MeetingStatus.Cancelled or MeetingStatus.Postponed)) continue;
            if (final == MeetingStatus.Postponed && date is { Length: 10 } && !OccasionReader.IsNew(sentence, from, to)) date = null; // the day given up
            _toldIn = sentence.Index;
            yield return new(sentence.Index, sentence.SpanOf(first, end), date, place, parties, convenor, round, final) { IsKnown = !trigger.IsVerb && (sentence[trigger.Token - 1] is "the" || sentence[trigger.Token - 2] is "the" || sentence.Says(trigger.Token - 4, "the") && sentence[trigger.Token - 2] == "-") };
        }
    }

    /// <summary>"A round, which opened on Monday", "a ceremony that many had pencilled in for May": what a clause beside the noun tells of it.</summary>
    private static int WithRelative(SentenceView s, Trigger trigger, int end)
    {
        if (trigger.IsVerb || end - trigger.End > 6) return end;
        var pronoun = s[end] is "," ? end + 1 : end;
        if (s[pronoun] is not ("which" or "that") || pronoun + 1 >= s.Length) return end;
        for (var i = trigger.End; i < end; i++)
            if (s.Word(i) is Upos.VERB or Upos.AUX) return end;
        var next = s.Clause(pronoun + 1).End;
        return s.Any(pronoun + 1, Math.Min(pronoun + 5, next), MeetingWords.Predicates) ? next : end;
    }

    /// <summary>"3 March: General Council, Geneva": a line of a list of what is to come.</summary>
    private MeetingMention? Agenda(SentenceView s)
    {
        var at = 0;
        while (s[at] is "-" or "–" or "•" or "on") at++;
        if (s.DateAt(at) is not { } date || IsoDay.Of(date) is not { Length: 10 } day || !(published is { } today && IsoDay.Day(day) >= today)) return null;
        while (s.DateAt(at) is not null || s[at] is "-" or "–") at++;
        if (s[at] != ":" || s.Length - at > 16) return null;
        string? place = null;
        for (var i = at + 1; i < s.Length; i++)
        {
            if (s.Word(i) is Upos.VERB or Upos.AUX) return null;
            if (s[i - 1] == "," && s.IsCapital(i) && s[Name(s, i)] is "." or "" or ",") place = s.Text(i, Name(s, i));
        }

        if (place is null && !s.Any(at, s.Length, MeetingWords.Bodies) && !s.Any(at, s.Length, MeetingWords.Nouns) && !s.Any(at, s.Length, MeetingWords.People)) return null;
        var (parties, convenor) = participants.Read(s, new(at, at + 1, false, at), 0, s.Length, MeetingStatus.Scheduled);
        return new(s.Index, s.SpanOf(0, s.Length), day, place, parties, convenor, null, MeetingStatus.Scheduled);
    }

    private static int Name(SentenceView s, int from)
    {
        while (s.IsCapital(from)) from++;
        return from;
    }

    /// <summary>"After eleven days of talks": talks that lasted so long were held.</summary>
    private static bool IsMeasured(SentenceView s, int noun) => s[noun - 1] is "of" && s[noun - 2] is "days" or "hours" or "weeks" or "months" && s[noun - 3] is not "few" && s[noun - 4] is "after" or "following" or "through";

    /// <summary>Whether a day is that of the report or the one before.</summary>
    private bool IsFresh(string? date) => published is { } today && IsoDay.Day(date) is { } day && day <= today && day.AddDays(1) >= today;

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

    /// <summary>Whether the date or place stands beside the noun, with no other verb between.</summary>
    private static bool Beside(SentenceView s, Trigger trigger, int from, int to)
    {
        if (OccasionReader.DateBefore(s, trigger.Token) is not null) return true;
        for (var i = trigger.End; i < Math.Min(to, trigger.End + 12); i++)
            if (s.DateAt(i) is not null || Places.IsPlace(s, i)) return true;
            else if (MeetingWords.Saying.Contains(s[i]) || s[i] is "their" or "his" or "her" or "its" or "was" or "were" or "had" or "has" or "have" || (s[i].Length > 4 && s[i].EndsWith("ed", StringComparison.Ordinal) && s[i] is not ("held" or "facilitated" or "hosted" or "brokered" or "mediated" or "convened" or "chaired" or "organised" or "organized" or "attended" or "moderated"))) break;
        for (var i = trigger.Token - 1; i >= Math.Max(from, trigger.Token - 4); i--)
            if (s.DateAt(i) is not null) return true;
            else if (s[i] is not ("'s" or "’s" or "round" or "first" or "second" or "third" or "latest" or "evening" or "morning" or "emergency" or "the" or "'" or "technical" or "night")) break;
        return false;
    }

    /// <summary>"said on Monday, as talks resumed": the date of the main clause holds for one that goes with it.</summary>
    private string? Inherited(SentenceView s, int first, Trigger trigger, MeetingStatus status)
    {
        if (first > 1 && s[first] is "before" or "after" && s[first - 1] is "day" or "days" && Backwards(s, first - 2) is { } told && IsoDay.Day(told) is { } day)
            return IsoDay.Text(day.AddDays((s[first] == "before" ? 1 : -1) * (Counts.Number(s[first - 2]) ?? 1)));
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
        if ((s[noun + 1] is "since" && Counts.OrdinalBefore(s, noun) == 1) || (s[noun + 1] is "in" && Counts.Number(s[noun + 2]) is not null)) return null; // "the first summit in two years"
        if (trigger.End == noun + 1 && Counts.Ordinal(s[noun]) is { } counted) return counted;
        if (s[noun] is "round" && Counts.Number(s[noun + 1]) is { } after) return after;
        return s[noun] is "round" or "session" or "meeting" or "summit" ? Counts.OrdinalBefore(s, noun) : null;
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> Nobody = System.Collections.Frozen.FrozenSet.Create(StringComparer.Ordinal, "nobody", "none");
}

/// <summary>The words that tell of a meeting: tokens <c>[Token, End)</c>, and the noun that goes with a verb, -1 for none.</summary>
internal readonly record struct Trigger(int Token, int End, bool IsVerb, int Noun)
{
    /// <summary>What must go with it: "adopted a communiqué on Friday", "agreed in Bergen on Friday".</summary>
    public Needed Needs { get; init; }
}
