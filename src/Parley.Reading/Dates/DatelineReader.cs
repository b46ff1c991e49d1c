using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>What the head of a report says about itself: place of writing and, where the report carries one, its date.</summary>
/// <remarks>
/// Knows three shapes on the first lines: a dateline ("GENEVA, March 3 (Wire) —", "Moscow -"), a label ("Published: 3 March 2024",
/// "Last updated 14:05, 3 March 2024") and a line that is nothing but a date. Looks at the first <see cref="Lines"/> lines only.
/// </remarks>
public sealed class DatelineReader(DateReader dates)
{
    private const int Lines = 12;
    private const int LongestPlace = 60;
    private const int LongestDateline = 110;
    private const int LongestDateLine = 80;
    private static readonly string[] Labels = ["last updated", "last modified", "published", "updated", "posted", "date", "issued", "released", "for immediate release", "press release", "transcript"];

    /// <returns>The dateline, and the day the report says it was published; each null where not found.</returns>
    public (Dateline? Dateline, DateOnly? Published) Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Chars;
        Dateline? dateline = null;
        DateOnly? labelled = null, own = null, alone = null;
        var start = 0;
        for (var line = 0; line < Lines && start < text.Length; start = EndOfLine(text, start) + 1)
        {
            var (from, to) = Trim(text, start, EndOfLine(text, start));
            if (from >= to) continue;
            line++;
            if (dateline is null && Opening(text, from, to) is { } opening)
            {
                dateline = opening.Dateline;
                own = opening.Day;
            }

            dateline ??= Byline(text, from, to);
            if (to - from > LongestDateLine) continue;
            var words = text[from..to];
            if (Label(words) is { } label) labelled ??= FullDay(label);
            else if (IsOnlyADate(words)) alone ??= FullDay(words);
        }

        return (dateline, labelled ?? alone ?? own);
    }

    /// <summary>"GENEVA, March 3, 2024 (Wire) —" at the start of a line.</summary>
    private (Dateline Dateline, DateOnly? Day)? Opening(string text, int from, int to)
    {
        var dash = Dash(text, from, Math.Min(to, from + LongestDateline));
        if (dash < 0) return null;
        var head = text[from..dash];
        var place = head;
        if (head.IndexOf('(') is var bracket and >= 0)
        {
            if (head.IndexOf(')', bracket) < 0) return null;
            place = head[..bracket];
        }

        DateOnly? day = null;
        var found = dates.Find(place, null);
        foreach (var date in found)
        {
            if (date.Timex.Type != TimexType.Date) continue;
            day ??= DateOnly.TryParseExact(date.Timex.Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var d) ? d : null;
            place = place[..Math.Min(place.Length, date.Span.Start)];
        }

        place = place.TrimEnd(' ', ',', '.', ';', '/', '|', '\u00A0');
        return IsPlace(place) ? (new(Cased(place.Split(',')[0].Trim()), new(from, from + place.Length)), day) : null;
    }

    /// <summary>"By Harriet Lowndes in Geneva".</summary>
    private static Dateline? Byline(string text, int from, int to)
    {
        if (to - from > LongestDateLine || !text.AsSpan(from, to - from).StartsWith("By ", StringComparison.OrdinalIgnoreCase)) return null;
        var at = text.LastIndexOf(" in ", to - 1, to - from, StringComparison.Ordinal);
        return at > 0 && IsPlace(text[(at + 4)..to]) ? new(Cased(text[(at + 4)..to].Split(',')[0]), new(at + 4, to)) : null;
    }

    /// <summary>"GENEVA" as "Geneva"; names in mixed case and abbreviations as they are.</summary>
    private static string Cased(string place)
    {
        if (place.Length < 4 || place.Contains('.') || place.Any(char.IsLower)) return place;
        var chars = place.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < chars.Length; i++)
            if (i == 0 || !char.IsLetter(chars[i - 1]) && chars[i - 1] is not ('\'' or '’')) chars[i] = char.ToUpperInvariant(chars[i]);
        return new(chars);
    }

    /// <summary>Where a dash with a space after it ends the head of a line; -1 where none does.</summary>
    private static int Dash(string text, int from, int to)
    {
        for (var i = from + 2; i + 1 < to; i++)
        {
            if (text[i] is '—' or '–' && (text[i + 1] == ' ' || text[i] == '—' || text[i - 1] is ' ' or ')')) return i;
            if (text[i] == '-' && text[i + 1] is ' ' or '-' && text[i - 1] is ' ' or ')' or '-') return text[i - 1] == '-' ? i - 1 : i;
            if (text[i] is '.' or '?' or '!' or ':' && i + 1 < to && text[i + 1] == ' ' && i > from + 4 && !Abbreviated(text, from, i)) return -1;
        }

        return -1;
    }

    /// <summary>"Sept." and "U.S." end no sentence here.</summary>
    private static bool Abbreviated(string text, int from, int stop)
    {
        var start = stop;
        while (start > from && text[start - 1] != ' ') start--;
        return stop - start <= 4;
    }

    /// <summary>One to five words that all begin like a name, and no more than two commas: a city and its country.</summary>
    private static bool IsPlace(string place)
    {
        if (place.Length is < 3 or > LongestPlace) return false;
        var words = place.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 6 || place.Count(c => c == ',') > 2) return false;
        foreach (var word in words)
        {
            if (word is "of" or "de" or "la" or "al" or "and" or "du" or "the" or "upon") continue;
            if (!char.IsUpper(word[0])) return false;
            foreach (var c in word)
                if (!char.IsLetter(c) && c is not ('.' or ',' or '-' or '\'' or '’' or '/')) return false;
        }

        // one capitalised word before a dash is a place only if nothing else opens sentences so
        return words.Length > 0 && words[0] is not ("The" or "A" or "An" or "In" or "On" or "At" or "But" or "And" or "By" or "It" or "He" or "She" or "Update" or "Analysis" or "Opinion" or "Exclusive" or "Breaking" or "Live" or "Video" or "Watch" or "Note" or "Q" or "Question" or "Yes" or "No");
    }

    private static string? Label(string line)
    {
        foreach (var label in Labels)
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && line.Length > label.Length && !char.IsLetter(line[label.Length])) return line[label.Length..];
        return null;
    }

    private DateOnly? FullDay(string words)
    {
        foreach (var date in dates.Find(words, null))
            if (date.Timex.Value is { Length: >= 10 } value && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)) return day;
        return null;
    }

    /// <summary>Whether dates and clock times make up all of a line but marks.</summary>
    private bool IsOnlyADate(string line)
    {
        if (!line.Any(char.IsAsciiDigit)) return false;
        var covered = 0;
        var found = dates.Find(line, null);
        foreach (var date in found) covered += line[date.Span.Start..date.Span.End].Count(char.IsLetterOrDigit);
        return covered > 0 && line.Count(char.IsLetterOrDigit) - covered <= 4;
    }

    private static int EndOfLine(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;

    private static (int From, int To) Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return (from, to);
    }
}
