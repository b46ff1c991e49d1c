using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>Names of places after "in" and "at".</summary>
internal static class Places
{
    /// <summary>The place that begins at a token; "there" and "here" as they stand; null where none does.</summary>
    public static string? At(SentenceView s, int i, Trigger trigger)
    {
        if (s[i] == "there" && s[i + 1] is not ("is" or "was" or "are" or "were" or "will" or "would" or "has" or "had") && i > trigger.Token) return "there";
        if (s[i] is "here" && i > trigger.Token) return "here";
        if (s[i] is "in" or "at" && s[i + 1] is "this" or "the" && s[i + 1] == "this" && (s[i + 2] is "city" or "capital" or "town" or "port" || s[i + 3] is "city" or "capital" or "town")) return "here";
        if (trigger.IsVerb && i > trigger.Token && i <= trigger.Token + 3 && s[i - 1] is "to" or "for" && s.IsCapital(i) && s.DateAt(i) is null && MeetingWords.Going.Contains(s[trigger.Token])) return Name(s, i);
        return IsPlace(s, i) ? Name(s, i) : null;
    }

    /// <summary>The place that "where" points back to: "Lindau, where they met".</summary>
    public static string? Before(SentenceView s, int where)
    {
        var end = s[where - 1] == "," ? where - 1 : where;
        var first = end;
        while (first > 0 && s.IsCapital(first - 1) && s.DateAt(first - 1) is null) first--;
        if (s[first] is "in" or "at" or "from") first++;
        return first < end ? s.Text(first, end) : null;
    }

    /// <summary>Whether a name stands here that a preposition makes a place.</summary>
    public static bool IsPlace(SentenceView s, int i)
    {
        if (!s.IsCapital(i) || s.DateAt(i) is not null || s.IsCapital(i - 1) && s.DateAt(i - 1) is null && s[i - 1] is not ("in" or "at" or "the")) return false;
        for (var back = i - 1; back >= Math.Max(0, i - 6); back--)
        {
            if (s[back] is "for" && back == i - 1 && s[back - 1] is "set" or "scheduled" or "planned" or "slated" or "due" or "pencilled" or "penciled" or "called" or "announced" || s[back] is "for" && back == i - 1 && s[back - 1] is "in" && s[back - 2] is "pencilled" or "penciled") return true; // "a round is set for Lisbon"
            if (s[back] is "in" or "at") return s[back] is "in" || s[back + 1] is not ("a" or "an") && s[i - 1] is not "of" || s[i - 1] is "of" or "in";
            if (s[back] is "of" or "the" or "city" or "town" or "port" or "capital" or "resort" or "village" or "neutral" or "neighbouring" or "neighboring" or "nearby" or "northern" or "southern" or "eastern" or "western" or "central" or "," or "hotel" or "a" or "lakeside" or "border" or "coastal") continue;
            if (s.IsCapital(back) && s[back + 1] is "port" or "capital" or "city" or "town" or "resort" or "village" or "lakeside") continue; // "the Peruvian port of Paita"
            if (s[back] is "'s" or "’s" && back == i - 1 && IsOffice(s[End(s, i)])) // "at the board's Lisbon offices"
            {
                back--;
                continue;
            }

            if (s.Word(back) is Upos.ADJ or Upos.NOUN && s[back + 1] is "port" or "capital" or "city" or "town" or "resort" or "village") continue; // "the lagoon town of Munda"
            return false;
        }

        return false;
    }

    private static int End(SentenceView s, int from)
    {
        while (s.IsCapital(from)) from++;
        return from;
    }

    private static bool IsOffice(string word) => word is "office" or "offices" or "headquarters" or "hq" or "hotel" or "embassy" or "residence" or "building" or "palace" or "hall" or "centre" or "center" or "airport" or "courthouse" or "base";

    /// <summary>"At the board's Lisbon offices": the city before them, else the one after.</summary>
    private static string? Office(SentenceView s, int from)
    {
        var end = from;
        while (s.IsCapital(end) && !IsOffice(s[end])) end++;
        return IsOffice(s[end]) ? end > from ? s.Text(from, end) : InCity(s, end) : null;
    }

    private static string? InCity(SentenceView s, int office) => s[office + 1] is "in" && s.IsCapital(office + 2) && s.DateAt(office + 2) is null ? Name(s, office + 2) : null;

    private static string? Name(SentenceView s, int i)
    {
        if (s[i + 1] is "port" or "capital" or "city" or "town" or "resort" or "village" or "lakeside") return null;
        var end = i + 1;
        while (end < s.Length && s.DateAt(end) is null && (s.IsCapital(end) || (s[end] is "de" or "la" or "el" or "al" or "of" or "the" or "-" or "-i-" or "-e-" or "du" or "des" && s.IsCapital(end + 1) && s[end] is not "the") || s[end] is "-" && s[end + 2] is "-" && s.IsCapital(end + 3) || s[end - 1] is "-" && s[end + 1] is "-" && s.IsCapital(end + 2))) end++;
        if (end < s.Length && s[end] is "'s" or "’s") return s.Word(end + 1) is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM ? Office(s, end + 1) : s.Text(i, end + 1); // "at Grantley's"
        if (s.Word(end) is Upos.NOUN && s.DateAt(end) is null && s[end - 1] is not ",") return IsOffice(s[end]) ? InCity(s, end) ?? s.Text(i, end) : null; // "at the Baptist chapel"
        if (s.Text(i, end).Any(char.IsAsciiDigit)) return null;
        if (s[i] is "round" or "phase" or "day" or "parliament" or "congress" or "english" || s.Token(i).Form.Contains('.', StringComparison.Ordinal)) return null; // "in Round 2", "at U.N. talks"
        return s.Text(i, end);
    }
}
