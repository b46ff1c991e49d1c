namespace Parley.Reading.Meetings;

/// <summary>Whether a meeting was, is or shall be, from the words of its clause and its date.</summary>
internal static class MeetingStatusRules
{
    public static MeetingStatus Read(SentenceView s, int first, int end, Trigger trigger, string? date, DateOnly? published)
    {
        if (IsCancelled(s, first, end, trigger) || Says(s, first, end, "called", "off")) return MeetingStatus.Cancelled;
        if (s.Any(first, end, MeetingWords.Postponed) || Says(s, first, end, "put", "off") || Says(s, first, end, "put", "back") || Says(s, first, end, "pushed", "back") || Says(s, first, end, "adjourned", "until") || Says(s, first, end, "moved", "to")) return MeetingStatus.Postponed;
        var ahead = IsoDay.IsAfter(date, published);
        if (WasToBe(s, first, end)) return ahead ? MeetingStatus.Postponed : MeetingStatus.Cancelled;
        if ((date is null || ahead) && (IsUnconfirmed(s, first, end) || s[first] == "that" && s.Any(first - 2, first, MeetingWords.Proposed))) return MeetingStatus.Proposed;
        var head = trigger.Token;
        if (date is not null && IsRevised(s, first, end)) return MeetingStatus.Postponed;
        if ((date is null || ahead) && IsWished(s, first, head)) return MeetingStatus.Proposed;
        var today = published is { } day && IsoDay.Day(date) == day;
        if ((published is null || date is null || ahead || today) && Proposes(s, first, head) && !s.Any(first, head, MeetingWords.Ahead)) return MeetingStatus.Proposed;
        if (s[head] is "invited" or "invites") return MeetingStatus.Proposed;
        if (ahead) return Proposes(s, trigger.End, end) && !s.Any(first, end, MeetingWords.Ahead) ? MeetingStatus.Proposed : MeetingStatus.Scheduled;
        if (date is null || today)
        {
            if (today && trigger.IsVerb && s[head] is "reconvenes" or "reconvene" or "convenes" or "meets" or "resumes" or "opens" or "begins" or "starts" or "gathers" or "returns") return MeetingStatus.Scheduled;
            if (Future(s, first, end, trigger)) return MeetingStatus.Scheduled;
            if (s.Any(trigger.End, end, MeetingWords.UnderWay) || s.Any(head - 2, head, MeetingWords.UnderWay) || Says(s, first, end, "under", "way") || Says(s, first, end, "going", "on") || Says(s, trigger.End, end, "their", "day") || IsLaterDay(s, trigger, end) || trigger.IsVerb && s[head] == "meeting") return MeetingStatus.Ongoing;
        }

        if (s.Any(trigger.End, end, MeetingWords.Begun) && (Says(s, first, end, "to", "last") || Says(s, first, end, "to", "run") || Says(s, first, end, "to", "continue"))) return MeetingStatus.Ongoing;
        var recent = today || (published is { } now && IsoDay.Day(date) is { } met && met.AddDays(2) >= now);
        return !trigger.IsVerb && (date is null || recent) && (Follows(s, trigger, end, MeetingWords.Begun) || s.Any(trigger.Token - 3, trigger.Token, MeetingWords.Begun)) && !s.Any(first, end, MeetingWords.Over) ? MeetingStatus.Ongoing : MeetingStatus.Held;
    }

    /// <summary>What was "shelved" or "scrapped" is the meeting only if no other thing follows: "shelved its demand".</summary>
    private static bool IsCancelled(SentenceView s, int first, int end, Trigger trigger)
    {
        for (var i = first; i < end; i++)
            if (MeetingWords.Cancelled.Contains(s[i]) && (i > trigger.Token ? s[i + 1] is not ("its" or "their" or "his" or "her" or "the" or "a" or "an" or "plans") : !trigger.IsVerb)) return true;
        return false;
    }

    /// <summary>"First announced for Monday, will now open on Tuesday".</summary>
    private static bool IsRevised(SentenceView s, int first, int end)
    {
        for (var i = first; i + 1 < end; i++)
            if (s[i] is "first" or "originally" or "initially" or "previously" && s[i + 1] is "announced" or "planned" or "scheduled" or "set" or "due" or "fixed")
                for (var k = i + 2; k + 1 < end; k++)
                    if (s[k] is "now" or "instead" || s[k] is "moved" && s[k + 1] is "to") return true;
        return false;
    }

    /// <summary>Whether words propose: "called for talks", not "called a session for Monday".</summary>
    private static bool Proposes(SentenceView s, int first, int end)
    {
        for (var i = Math.Max(first, 0); i < Math.Min(end, s.Length); i++)
            if (MeetingWords.Proposed.Contains(s[i]) && s.DateAt(i) is null && !(s[i] is "call" or "calls" or "called" && s[i + 1] is not ("for" or "on"))) return true;
        return false;
    }

    /// <summary>"Called the fifth session for Friday", unlike "called for a session on Friday".</summary>
    public static bool IsCalled(SentenceView s, int verb, int date) => s[verb + 1] is "a" or "an" or "the" or "another" && s.Reaches(verb, "for", date - verb) && !s.Reaches(verb, "off", date - verb);

    /// <summary>"Met for a second day": it goes on.</summary>
    private static bool IsLaterDay(SentenceView s, Trigger trigger, int end)
    {
        for (var i = trigger.End; i + 1 < end; i++)
            if (Counts.Ordinal(s[i]) > 1 && s[i + 1] is "day") return true;
        return false;
    }

    /// <summary>"Is still unconfirmed", "though none of them has confirmed".</summary>
    private static bool IsUnconfirmed(SentenceView s, int first, int end)
    {
        if (s[end] is "though" or "although" or "but" || s[end + 1] is "though" or "although" or "but") end = s.Length;
        for (var i = first; i < end; i++)
            if (s[i] is "unconfirmed" || s[i] is "confirmed" or "accepted" or "replied" or "answer" && (s.Any(Math.Max(first, i - 7), i, MeetingWords.Negations) || s.Reaches(i - 8, "none", 7) || s.Reaches(i - 4, "yet", 3))) return true;
        return false;
    }

    /// <summary>"Were to have met on Tuesday": they did not.</summary>
    private static bool WasToBe(SentenceView s, int first, int end)
    {
        for (var i = first; i < end; i++)
            if (s[i] is "was" or "were" && s.Says(i + 1, "to", "have")) return true;
        return false;
    }

    /// <summary>"Would like to meet", "hope to meet", "are keen to meet".</summary>
    private static bool IsWished(SentenceView s, int first, int head)
    {
        for (var i = first; i < head; i++)
            if (s[i] is "like" or "love" && s[i - 1] is "would" or "’d" or "'d" || s[i] is "hope" or "hopes" or "hoped" or "wish" or "wishes" or "keen" or "eager" && s[i + 1] is "to") return true;
        return false;
    }

    /// <summary>Whether the clause after a meeting's takes it back: "… but was delayed by the war".</summary>
    public static bool IsOverturned(SentenceView s, int end)
    {
        var at = s[end] == "," ? end + 1 : end;
        return s[at] is "but" or "and" && s[at + 1] is "was" or "were" or "has" or "have" or "had" or "is"
            && (s.Any(at + 2, at + 6, MeetingWords.Postponed) || s.Any(at + 2, at + 6, MeetingWords.Cancelled) || Says(s, at, at + 6, "put", "off") || Says(s, at, at + 6, "pushed", "back") || Says(s, at, at + 6, "called", "off"));
    }

    /// <summary>"will meet", "are to meet", "the next round", "is due on".</summary>
    private static bool Future(SentenceView s, int first, int end, Trigger trigger)
    {
        for (var i = first; i < end; i++)
            if (MeetingWords.Ahead.Contains(s[i]) && (i < trigger.Token && (trigger.IsVerb || s.Any(i, trigger.Token, MeetingWords.Predicates) || s[i] is "next" or "upcoming" or "planned" or "scheduled") || i > trigger.Token && s[i] is "will" or "is" or "due" or "set" or "scheduled" or "planned" or "expected" or "slated" or "shall") && !(s[i] == "agreed" && s[i + 1] != "to")) return true;
        for (var i = first; i < trigger.Token; i++)
            if (s[i] is "called" or "calls" && IsCalled(s, i, end)) return true;
        return trigger.IsVerb && s[trigger.Token - 1] == "to" && s[trigger.Token - 2] is "are" or "is" or "due" or "set";
    }

    private static bool Follows(SentenceView s, Trigger trigger, int end, System.Collections.Frozen.FrozenSet<string> words) => s.Any(trigger.End, Math.Min(end, trigger.End + 12), words);

    private static bool Says(SentenceView s, int first, int end, string one, string two)
    {
        for (var i = first; i + 1 < end; i++)
            if (s[i] == one && (s[i + 1] == two || s[i + 2] == two)) return true;
        return false;
    }
}
