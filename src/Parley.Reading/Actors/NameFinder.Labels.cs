using System.Globalization;

namespace Parley.Reading.Actors;

/// <content>Labels of transcripts, in capitals before a colon: "FOREIGN MINISTER DOE:".</content>
internal sealed partial class NameFinder
{
    private const int LongestLabel = 7;

    /// <returns>The colon's index, or the start where no label begins there.</returns>
    private int LabelEnd(int first)
    {
        var end = first;
        while (end < words.Count && end - first < LongestLabel && words[end].Sentence == words[first].Sentence && IsCapitals(words[end].Text)) end++;
        return end > first && end < words.Count && words[end].Text is ":" && words[end - 1].Text.Length > 2 && words[end - 1].Known.Role is null && gazetteer.Match(words.Document.Chars, words[end - 1].Span.Start, out _) is null ? end : first;
    }

    private static bool IsCapitals(string text) => char.IsUpper(text[0]) && !text.AsSpan().ContainsAnyInRange('a', 'z');

    /// <summary>The holder, spelled as the report spells him; his office is told where he is named in full.</summary>
    private int AddLabel(int first, int end)
    {
        var start = end - 1;
        while (start > first && words[start - 1].Known is { Role: null } known && !known.Is(WordClass.Honorific | WordClass.Rank | WordClass.Portfolio)) start--;
        _spelled ??= Spelled(words);
        var isNamed = _spelled.ContainsKey(words[end - 1].Text);
        if (start > first && !isNamed) AddTitle(first, start, of: null);
        _names.Add(new(isNamed ? words.SpanOf(first, end) : words.SpanOf(start, end), isNamed ? first : start, end)
        {
            Name = string.Join(' ', Enumerable.Range(start, end - start).Select(i => _spelled.GetValueOrDefault(words[i].Text, Cased(words[i].Text)))),
            Kind = start > first ? ActorKind.Person : null,
            Titled = start > first,
            Head = end - 1,
        });
        return end;
    }

    private static string Cased(string text) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());

    /// <summary>Capitalised words by their spelling in capitals.</summary>
    private static Dictionary<string, string> Spelled(Words words)
    {
        var spelled = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
            if (words[i].Capital && words[i].Text.Length > 2 && !IsCapitals(words[i].Text)) spelled.TryAdd(words[i].Text.ToUpperInvariant(), words[i].Text);
        return spelled;
    }
}
