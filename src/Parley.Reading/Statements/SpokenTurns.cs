using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>
/// The answers of an interview or transcript: paragraphs that open with the speaker's name and a colon ("Hallam: They switched us off. …").
/// All that follows the colon is his, without quotation marks; whoever asks most of his turns is the interviewer and is left out.
/// </summary>
internal static partial class SpokenTurns
{
    private const int LeastTurns = 3;
    private const double Sure = 0.95; // the layout leaves no doubt

    public static ImmutableArray<Attribution> In(Document document)
    {
        var turns = new List<(string Label, Span Source, Span Colon, Span Words, bool Asks)>();
        foreach (var paragraph in document.Paragraphs)
        {
            var text = document.Chars.AsSpan(paragraph.Span.Start, paragraph.Span.Length);
            var length = LabelLength(text);
            if (length == 0) continue;
            var start = length + 1;
            while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
            var end = text.TrimEnd().Length;
            if (end <= start) continue;
            var at = paragraph.Span.Start;
            turns.Add((text[..length].ToString(), new(at, at + length), new(at + length, at + length + 1), new(at + start, at + end), text[end - 1] == '?'));
        }

        if (turns.Count < LeastTurns || turns.Select(t => t.Label).Distinct().Count() is 1 or > 8) return [];
        var askers = turns.GroupBy(t => t.Label).Where(g => Asking().IsMatch(g.Key) || g.Count(t => t.Asks) * 2 >= g.Count()).Select(g => g.Key).ToHashSet();
        if (askers.Count == 0) return [];
        return [.. turns.Where(t => !askers.Contains(t.Label)).Select(t => new Attribution(
            [t.Source], [t.Colon], [t.Words], StatementMode.Indirect, StatementKind.Speech, Sure))];
    }

    /// <summary>The attributions read, those within a turn replaced by the turn; a turn in which another name or "he said" attributes is left as it was read.</summary>
    public static List<(Attribution Attribution, int Read)> Put(Document document, ImmutableArray<Attribution> read)
    {
        var kept = read.Select((attribution, index) => (attribution, index)).ToList();
        foreach (var turn in In(document))
        {
            var whole = turn.Source[0].Union(turn.Content[0]);
            var inside = kept.Where(k => k.attribution.Content.Any(whole.Overlaps)).ToList();
            if (inside.Exists(k => k.attribution.Source.Any(s => !turn.Source[0].Overlaps(s)) && IsNarrated(document, k.attribution))) continue;
            kept.RemoveAll(inside.Contains);
            kept.Add((turn, -1));
        }

        kept.Sort((a, b) => First(a.attribution).CompareTo(First(b.attribution)));
        return kept;
    }

    private static int First(Attribution attribution) => attribution.Source.Concat(attribution.Cue).Concat(attribution.Content).Min(s => s.Start);

    /// <summary>"…, he said": the report speaks, not the one who answers.</summary>
    private static bool IsNarrated(Document document, Attribution attribution) =>
        attribution.Source.Length > 0 && document.Slice(attribution.Source[0]) is "he" or "she" or "they" or "He" or "She" or "They" && attribution.Content[^1].End <= attribution.Cue.FirstOrDefault().Start;

    private static int LabelLength(ReadOnlySpan<char> text)
    {
        foreach (var match in Label().EnumerateMatches(text)) return match.Length - 1;
        return 0;
    }

    [GeneratedRegex(@"^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}:(?=\s)")]
    private static partial Regex Label();

    [GeneratedRegex("^(?:Q|Question|QUESTION|Reporter|REPORTER|Moderator|MODERATOR|Host|Interviewer)$")]
    private static partial Regex Asking();
}
