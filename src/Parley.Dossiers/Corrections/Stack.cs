using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Corrections;

/// <summary>A report's entries as read and as corrected, side by side, with what is needed to correct them further.</summary>
internal sealed class Stack(EntryFields fields, CorrectionLayer layer, SourceText text, int report, ReportEntries read, ImmutableArray<Correction> corrections)
{
    private const int WordsKept = 500;

    public ReportEntries Read { get; } = read;

    public ReportEntries Corrected { get; } = layer.Lay(report, read, corrections);

    /// <summary>With other corrections on top, or in place of those with their numbers.</summary>
    public ReportEntries With(params ImmutableArray<Correction> others)
    {
        var numbers = others.Select(c => c.Number).ToHashSet();
        return layer.Lay(report, Read, corrections.Where(c => !numbers.Contains(c.Number)).Concat(others).OrderBy(c => c.Number));
    }

    /// <summary>The fields of an entry as it stands.</summary>
    /// <exception cref="DossierException">There is no such entry.</exception>
    public Fields Fields(EntryId id) => id.Kind switch
    {
        EntryKind.Statement => fields.Describe(Find(Corrected.Statements, e => e.Ordinal, id)),
        EntryKind.Position => fields.Describe(Find(Corrected.Positions, e => e.Ordinal, id)),
        EntryKind.Meeting => fields.Describe(Find(Corrected.Meetings, e => e.Ordinal, id)),
        _ => fields.Describe(Find(Corrected.Deadlines, e => e.Ordinal, id)),
    };

    /// <summary>The subject of a correction of an entry: where it stood when it was read, so that all corrections of one entry name the same place.</summary>
    public Subject Subject(EntryId id)
    {
        if (id.Added && corrections.FirstOrDefault(c => c.Number == -id.Ordinal) is { } adding) return adding.Subject with { Ordinal = id.Ordinal };
        var from = id.Added ? Corrected : Read;
        var (span, detail) = id.Kind switch
        {
            EntryKind.Statement => (Find(from.Statements, e => e.Ordinal, id).Content, ""),
            EntryKind.Position => Find(from.Positions, e => e.Ordinal, id) is var p ? (p.Evidence, FieldText.Of(p.Act)) : default,
            EntryKind.Meeting => Find(from.Meetings, e => e.Ordinal, id) is var m ? (m.Evidence, m.Date) : default,
            _ => Find(from.Deadlines, e => e.Ordinal, id) is var d ? (d.Evidence, d.Date) : default,
        };
        return new((SubjectKind)id.Kind, report, span, Words(span), detail, id.Ordinal);
    }

    public string Words(Span span) => text.Slice(new(span.Start, Math.Min(span.End, Math.Min(text.Length, span.Start + WordsKept))));

    private static T Find<T>(ImmutableArray<T> entries, Func<T, int> ordinal, EntryId id)
    {
        foreach (var entry in entries)
            if (ordinal(entry) == id.Ordinal) return entry;
        throw new DossierException($"there is no entry {id}");
    }
}
