using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>Reads when and where a meeting was from the words of its clause.</summary>
internal sealed class OccasionReader(DateOnly? published)
{
    /// <summary>The dates and places of a meeting, in pairs: "in Lisbon on June 8 and in Izmir in September".</summary>
    public List<Occasion> Read(SentenceView s, Trigger trigger, int from, int to)
    {
        var found = new List<Occasion>();
        var (date, place) = ((string?)null, (string?)null);
        DateExpression? last = null;
        if (s[from] == "where") place = Places.Before(s, from);
        var moved = s.Any(from, to, MeetingWords.Postponed) || s.Reaches(from, "off", to - from) || s.Reaches(from, "back", to - from) || s.Reaches(from, "adjourned", to - from) || s.Reaches(from, "moved", to - from);
        var plural = s[trigger.Token] is "rounds" or "meetings" or "sessions" or "summits";
        var bound = moved || plural || trigger.IsVerb ? null : DateBefore(s, trigger.Token);
        for (var i = from; i < to; i++)
        {
            if (s.DateAt(i) is { } other && bound is not null && other != bound) continue; // "Thursday's session" is Thursday's, whatever else the clause dates
            if (s.DateAt(i) is { } expression && expression != last)
            {
                last = expression;
                if (moved && date is not null && s[i - 1] is "to" or "until" or "till" or "for") date = null; // "put off from Thursday to Friday"
                if (IsoDay.Of(expression) is not { } iso || s[i - 1] is "since" || s.Reaches(Math.Max(from, i - 5) - 1, "since", 5) && s[i - 1] is "on" or "in" or "of" || IsLimit(s, i, moved) || (bound is null && IsOfSaying(s, trigger, i, from))) continue;
                if (date is { Length: < 10 } && iso.Length == 10 && !plural) date = null; // "for the third time this month on Tuesday"
                if (date is not null && !plural) continue; // the second of "from 11 to 13 November"
                if (date is not null) Flush();
                date = IsAhead(s, from, i) && published is { } today && IsWeekday(expression.Text) && IsoDay.Day(iso) is { } day && day < today && day.AddDays(7) >= today ? IsoDay.Text(day.AddDays(7)) : iso;
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

    /// <summary>Whether a clause that puts a meeting off names the new day: "to Friday", "will now open on Friday".</summary>
    public static bool IsNew(SentenceView s, int from, int to)
    {
        DateExpression? last = null;
        for (var i = from; i < to; i++)
        {
            if (s.DateAt(i) is not { } date || date == last) continue;
            last = date;
            var lead = s[i - 1] is "the" or "on" ? s[i - 2] : s[i - 1];
            if (lead is "to" or "until" or "till" or "now" || s.Reaches(Math.Max(from, i - 6) - 1, "now", 6) || s[i - 1] is "for" && s[i - 2] is "rescheduled") return true;
            if (s.Any(Math.Max(from, i - 6), i, MeetingWords.Postponed) && s[i - 1] is not "for") return true;
        }

        return false;
    }

    /// <summary>The date a noun carries before it: "Thursday's closing session", "the 4 May round".</summary>
    public static DateExpression? DateBefore(SentenceView s, int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - 5); i--)
            if (s.DateAt(i) is { } date) return IsoDay.Of(date) is null ? null : date;
            else if (!(s[i] is "'s" or "’s" or "'" or "-" || s.Word(i) is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM)) return null;
        return null;
    }

    /// <summary>"By 1 December", "until Friday": the end of a time, not the day they meet.</summary>
    private static bool IsLimit(SentenceView s, int date, bool moved) => !moved && (s[date - 1] is "the" ? s[date - 2] : s[date - 1]) is "by" or "until" or "till" or "before" or "through";

    private static bool IsWeekday(string text)
    {
        var words = text.Split(' ');
        return words.Any(w => w is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday")
            && Array.TrueForAll(words, w => w is not ("last" or "next") && (!char.IsAsciiDigit(w[0]) || w.Contains(':', StringComparison.Ordinal) || w.EndsWith('m') || text.Contains(".m.", StringComparison.Ordinal)));
    }

    /// <summary>"Fixed for Wednesday", "proposed a meeting on Thursday": the weekday lies ahead, whatever the tense.</summary>
    private static bool IsAhead(SentenceView s, int from, int date)
    {
        if (s[date - 1] is "for" && s[date - 2] is "fixed" or "set" or "scheduled" or "pencilled" or "penciled" or "slated" or "booked") return true;
        for (var i = from; i < date; i++)
            if (s[i] is "proposed" or "proposes" or "suggested" or "suggests" or "offered" or "invited" or "invites" or "summoned" or "called" && s[date - 1] is "on" or "for") return s[i] is not "called" || MeetingStatusRules.IsCalled(s, i, date);
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

        for (var i = date + 1; i < trigger.Token; i++)
            if (s[i] is "offered" or "proposed" or "suggested" or "invited") return true; // "on Tuesday the envoy offered to host"
        return date < trigger.Token && date + 3 < s.Length && (MeetingWords.Saying.Contains(s[date + 1]) || MeetingWords.Saying.Contains(s[date + 2])) && s[date + 1] != ",";
    }
}

/// <summary>When and where one meeting of a clause was.</summary>
internal readonly record struct Occasion(string? Date, string? Place);
