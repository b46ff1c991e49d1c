using System.Collections.Immutable;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Language;
using Parley.Reading;

namespace Parley.Workbench.Asking;

/// <summary>A report with all that was read out of it, in the order of its text.</summary>
/// <param name="Last">The correction of this report that an undo takes back; null where none stands.</param>
internal sealed record ReportSheet(ReportHead Report, SourceText Text, ImmutableArray<TextRun> Runs, ImmutableArray<MarginEntry> Entries, Correction? Last)
{
    /// <summary>Entries for which an analyst has vouched, one way or the other.</summary>
    public int Reviewed => Entries.Count(e => e.Sheet.Mark != EntryMark.Read);

    /// <exception cref="DossierException">There is no such report.</exception>
    public static async Task<ReportSheet> OfAsync(Dossier dossier, int report, CancellationToken cancellationToken)
    {
        var view = await dossier.ViewAsync(cancellationToken);
        var head = view.Report(report);
        var text = await dossier.TextAsync(report, cancellationToken);
        var reading = await dossier.ReadingAsync(report, cancellationToken);
        var entries = view.Entries(report);
        var ids = entries.Statements.Select(s => s.Id).Concat(entries.Positions.Select(p => p.Id)).Concat(entries.Meetings.Select(m => m.Id)).Concat(entries.Deadlines.Select(d => d.Id));
        var sheets = ids.Select(id => new MarginEntry(EntrySheet.Of(view, text, id), WhyRead.Of(reading, text, id)))
            .OrderBy(e => e.Sheet.Span.Start).ThenBy(e => e.Sheet.Id.Kind).ThenBy(e => Math.Abs(e.Sheet.Id.Ordinal)).ToImmutableArray();
        var marks = sheets.Where(e => e.Sheet.Mark != EntryMark.Rejected).SelectMany(e => Marks(e.Sheet, reading)).ToList();
        return new(
            head, text, TextRun.Cut(text, marks), sheets,
            view.Corrections.LastOrDefault(c => !c.Undone && c.Subject.IsEntry && c.Subject.Number == report));
    }

    /// <summary>The words of an entry part by part where its reading still tells them apart, else as one.</summary>
    private static IEnumerable<TextMark> Marks(EntrySheet sheet, ReportReading reading)
    {
        var (id, at) = (sheet.Id, sheet.Id.Ordinal - 1);
        switch (id.Kind)
        {
            case EntryKind.Statement when at >= 0 && at < reading.Statements.Length && Hull(reading.Statements[at].Content) == sheet.Span:
                var said = reading.Statements[at];
                return said.Source.Select(s => new TextMark(s, "source", id)).Concat(said.Cue.Select(s => new TextMark(s, "cue", id))).Concat(said.Content.Select(s => new TextMark(s, "content", id)));
            case EntryKind.Position when at >= 0 && at < reading.Positions.Length && Hull(reading.Positions[at].Evidence) == sheet.Span:
                return reading.Positions[at].Evidence.Select(s => new TextMark(s, "position", id));
            default:
                return sheet.Span.IsEmpty ? [] : [new(sheet.Span, id.Kind == EntryKind.Statement ? "content" : FieldText.Of(id.Kind), id)];
        }
    }

    private static Span Hull(ImmutableArray<Span> spans) => spans.IsEmpty ? default : new(spans.Min(s => s.Start), spans.Max(s => s.End));
}

/// <summary>An entry in the margin.</summary>
/// <param name="Why">Null for what an analyst put in.</param>
internal sealed record MarginEntry(EntrySheet Sheet, WhyRead? Why);
