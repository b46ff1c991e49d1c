using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Language;

namespace Parley.Workbench.Asking;

/// <summary>All there is to say of one entry: its words in their paragraph, its fields, who vouches for it, what became of it.</summary>
/// <param name="Paragraph">The paragraph around the words, cut in three: before, words, after.</param>
/// <param name="Fields">As they stand, in the order of <see cref="FieldRules"/>.</param>
/// <param name="Carried">Positions of a statement; the statement of a position.</param>
/// <param name="Confidence">Percent; null where the reader gives none.</param>
internal sealed record EntrySheet(
    EntryId Id,
    ReportHead Report,
    Span Span,
    (string Before, string Words, string After) Paragraph,
    ImmutableArray<(string Name, string Value)> Fields,
    ImmutableArray<EntryId> Carried,
    ImmutableArray<ReportHead> Copies,
    ImmutableArray<Correction> History,
    EntryMark Mark,
    int? Confidence)
{
    /// <summary>Number of the last correction that stands; 0 for none. Sent back with an edit, so that nobody overwrites what he has not seen.</summary>
    public int Seen => History.LastOrDefault(c => !c.Undone)?.Number ?? 0;

    /// <exception cref="DossierException">There is no such entry.</exception>
    public static async Task<EntrySheet> OfAsync(Dossier dossier, EntryId id, CancellationToken cancellationToken)
    {
        var view = await dossier.ViewAsync(cancellationToken);
        _ = view.Report(id.Report);
        return Of(view, await dossier.TextAsync(id.Report, cancellationToken), id);
    }

    /// <exception cref="DossierException">There is no such entry.</exception>
    public static EntrySheet Of(DossierView view, SourceText text, EntryId id)
    {
        var head = view.Report(id.Report);
        var (fields, mark, confidence, carried) = Describe(view, id);
        var span = view.SpanOf(id);
        return new(
            id, head, span, Cut(text, span), [.. FieldRules.Of((SubjectKind)id.Kind).Where(n => n is not ("span" or "content")).Select(n => (n, fields[n] ?? ""))],
            carried, [.. view.CopiesOf(id.Report).Select(view.Report)], view.HistoryOf(id), mark, confidence);
    }

    /// <summary>The value of a field; empty where it has none.</summary>
    public string this[string field] => Fields.FirstOrDefault(f => f.Name == field).Value ?? "";

    /// <summary>The entry's name within its report: "s5", "p+7".</summary>
    public string Short => Id.ToString()[(Id.ToString().IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static (Fields, EntryMark, int?, ImmutableArray<EntryId>) Describe(DossierView view, EntryId id)
    {
        var entries = view.Entries(id.Report);
        switch (id.Kind)
        {
            case EntryKind.Statement when entries.Statements.FirstOrDefault(e => e.Ordinal == id.Ordinal) is { Ordinal: not 0 } s:
                return (
                    new()
                    {
                        { "speaker", Actor(view, s.Speaker) }, { "party", Actor(view, view.PartyOf(s)) }, { "addressee", Actor(view, s.Addressee) }, { "date", FieldText.OfDay(s.Day) },
                        { "mode", FieldText.Of(s.Mode) }, { "kind", FieldText.Of(s.Kind) },
                    },
                    s.Mark, null, [.. entries.Positions.Where(p => p.Statement == s.Ordinal).Select(p => p.Id)]);
            case EntryKind.Position when entries.Positions.FirstOrDefault(e => e.Ordinal == id.Ordinal) is { Ordinal: not 0 } p:
                return (
                    new()
                    {
                        { "party", Actor(view, view.PartyOf(p)) }, { "speaker", Actor(view, p.Speaker) }, { "issue", p.Issue > 0 ? view.IssueLabel(p.Issue) : null }, { "target", Actor(view, p.Target) },
                        { "date", FieldText.OfDay(p.Day) }, { "act", FieldText.Of(p.Act) }, { "stance", FieldText.Of(view.StanceOf(p)) }, { "firmness", FieldText.Of(p.Firmness) },
                        { "polarity", FieldText.Of(p.Polarity) }, { "conditional", p.Conditional ? "true" : "false" }, { "negated", p.Negated ? "true" : "false" },
                    },
                    p.Mark, p.Confidence, p.Statement != 0 ? [new EntryId(id.Report, EntryKind.Statement, p.Statement)] : []);
            case EntryKind.Meeting when entries.Meetings.FirstOrDefault(e => e.Ordinal == id.Ordinal) is { } m:
                return (
                    new()
                    {
                        { "date", m.Date }, { "place", m.Place }, { "participants", string.Join("; ", m.Participants.Select(view.ActorName)) }, { "convenor", Actor(view, m.Convenor) },
                        { "round", m.Round?.ToString(CultureInfo.InvariantCulture) }, { "status", FieldText.Of(m.Status) },
                    },
                    m.Mark, null, []);
            case EntryKind.Deadline when entries.Deadlines.FirstOrDefault(e => e.Ordinal == id.Ordinal) is { } d:
                return (new() { { "date", d.Date }, { "what", d.What }, { "setBy", Actor(view, d.SetBy) } }, d.Mark, null, []);
            default:
                throw new DossierException($"there is no entry {id}");
        }
    }

    private static string? Actor(DossierView view, int actor) => actor > 0 ? view.ActorName(actor) : null;

    private static (string, string, string) Cut(SourceText text, Span span)
    {
        if (span.IsEmpty || span.End > text.Length) return ("", "", "");
        var start = text.Chars.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1;
        var end = text.Chars.IndexOf('\n', Math.Max(span.Start, span.End - 1));
        return (text.Slice(new(Math.Min(start, span.Start), span.Start)), text.Slice(span), text.Slice(new(span.End, Math.Max(span.End, end < 0 ? text.Length : end))));
    }
}
