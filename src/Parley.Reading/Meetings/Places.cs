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
        return IsPlace(s, i) ? Name(s, i) : null;
    }

    /// <summary>The place that "where" points back to: "Lindau, where they met".</summary>
    public static string? Before(SentenceView s, int where)
    {
        var end = s[where - 1] == "," ? where - 1 : where;
        var first = end;
        while (first > 0 && s.IsCapital(first - 1) && s.DateAt(first - 1) is null) first--;
        return first < end ? s.Text(first, end) : null;
    }

    /// <summary>Whether a name stands here that a preposition makes a place.</summary>
    public static bool IsPlace(SentenceView s, int i)
    {
        if (!s.IsCapital(i) || s.DateAt(i) is not null || s.IsCapital(i - 1) && s.DateAt(i - 1) is null && s[i - 1] is not ("in" or "at" or "the")) return false;
        for (var back = i - 1; back >= Math.Max(0, i - 6); back--)
        {
            if (s[back] is "for" && back == i - 1 && s[back - 1] is "set" or "scheduled" or "planned" or "slated" or "due" or "pencilled") return true; // "a round is set for Lisbon"
            if (s[back] is "in" or "at") return s[back] is "in" || s[back + 1] is not ("a" or "an") && s[i - 1] is not "of" || s[i - 1] is "of" or "in";
            if (s[back] is "of" or "the" or "city" or "town" or "port" or "capital" or "resort" or "village" or "neutral" or "neighbouring" or "neighboring" or "nearby" or "northern" or "southern" or "eastern" or "western" or "central" or "," or "hotel" or "a" or "lakeside" or "border" or "coastal") continue;
            if (s.IsCapital(back) && s[back + 1] is "port" or "capital" or "city" or "town" or "resort" or "village" or "lakeside") continue; // "the Peruvian port of Paita"
            return false;
        }

        return false;
    }

    private static string? Name(SentenceView s, int i)
    {
        if (s[i + 1] is "port" or "capital" or "city" or "town" or "resort" or "village" or "lakeside") return null;
        var end = i + 1;
        while (end < s.Length && s.DateAt(end) is null && (s.IsCapital(end) || (s[end] is "de" or "la" or "el" or "al" or "of" or "the" or "-" or "-e-" or "du" or "des" && s.IsCapital(end + 1) && s[end] is not "the"))) end++;
        if (end < s.Length && s[end] is "'s" or "’s") return null;
        if (s[i] is "round" or "phase" or "day" or "parliament" or "congress" or "english" || s.Token(i).Form.Contains('.', StringComparison.Ordinal)) return null; // "in Round 2", "at U.N. talks"
        return s.Text(i, end);
    }
}
