using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Language;

namespace Parley.Workbench.Asking;

/// <summary>What some words of a report are to an entry.</summary>
/// <param name="Part">source, cue, content, position, meeting or deadline.</param>
internal readonly record struct TextMark(Span Span, string Part, EntryId Entry);

/// <summary>A piece of a report's text throughout which the same marks hold. All runs joined are the text.</summary>
/// <param name="Parts">Without repetition; empty where nothing was read.</param>
/// <param name="Entries">The entry with the fewest words first.</param>
internal sealed record TextRun(string Words, ImmutableArray<string> Parts, ImmutableArray<EntryId> Entries)
{
    /// <summary>Cuts a text wherever a mark begins or ends.</summary>
    public static ImmutableArray<TextRun> Cut(SourceText text, IReadOnlyCollection<TextMark> marks)
    {
        var cuts = new SortedSet<int> { 0, text.Length };
        foreach (var mark in marks)
        {
            cuts.Add(Math.Clamp(mark.Span.Start, 0, text.Length));
            cuts.Add(Math.Clamp(mark.Span.End, 0, text.Length));
        }

        var runs = ImmutableArray.CreateBuilder<TextRun>(cuts.Count);
        var (start, first) = (0, true);
        foreach (var cut in cuts)
        {
            if (!first) runs.Add(Between(start, cut));
            (start, first) = (cut, false);
        }

        return runs.DrainToImmutable();

        TextRun Between(int from, int to)
        {
            var held = marks.Where(m => m.Span.Start <= from && m.Span.End >= to).OrderBy(m => m.Span.Length).ThenBy(m => m.Entry).ToList();
            return new(text.Slice(new(from, to)), [.. held.Select(m => m.Part).Distinct()], [.. held.Select(m => m.Entry).Distinct()]);
        }
    }
}
