using System.Collections.Immutable;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Language;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    /// <summary>Vouches for an entry as it stands.</summary>
    /// <exception cref="DossierException">There is no such entry, or someone else corrected it in the meantime.</exception>
    public Task<Correction> ConfirmAsync(EntryId entry, Author author, CancellationToken cancellationToken) =>
        CorrectAsync(entry, CorrectionKind.Confirm, Fields.None, author, cancellationToken);

    /// <summary>Changes fields of an entry (<see cref="FieldRules"/>); an empty value empties a field.</summary>
    /// <exception cref="DossierException">There is no such entry or field, or someone else corrected it in the meantime.</exception>
    public Task<Correction> EditAsync(EntryId entry, Fields changes, Author author, CancellationToken cancellationToken) =>
        CorrectAsync(entry, CorrectionKind.Edit, changes, author, cancellationToken);

    /// <summary>Takes an entry out of every answer; it stays in the history.</summary>
    /// <exception cref="DossierException">There is no such entry, or someone else corrected it in the meantime.</exception>
    public Task<Correction> RejectAsync(EntryId entry, Author author, CancellationToken cancellationToken) =>
        CorrectAsync(entry, CorrectionKind.Reject, Fields.None, author, cancellationToken);

    /// <summary>Puts an entry in that no reader found. Its name is <c>REPORT/p+NUMBER</c> with the number of the correction.</summary>
    /// <exception cref="DossierException">There is no such report or field, or the span lies outside of the report.</exception>
    public Task<Correction> AddEntryAsync(int report, EntryKind kind, Span span, Fields fields, Author author, CancellationToken cancellationToken) => InTurn(
        () => WriteAsync(
            async writer =>
            {
                var (head, stack, text) = await StackAsync(writer, report, cancellationToken);
                FieldRules.Check((SubjectKind)kind, fields, text);
                if (span.Start < 0 || span.IsEmpty || span.End > text.Length) throw new DossierException($"{span} lies outside of report {report}, which has {text.Length} code points");
                var number = NextCorrection();
                var subject = new Subject((SubjectKind)kind, report, span, stack.Words(span), null, -number);
                var after = new Fields { { "span", FieldText.Of(span) } };
                if (kind is EntryKind.Statement or EntryKind.Position && head.Day is { } day) after.Add("date", FieldText.OfDay(day.DayNumber));
                foreach (var (name, value) in fields) after.Add(name, value);
                var correction = new Correction(number, CorrectionKind.Add, subject, Fields.None, after, author.Note, author.By, _clock.GetUtcNow());
                return (ReportChange(head, stack.With(correction), text, correction), correction);
            },
            (_, _) => { },
            cancellationToken),
        cancellationToken);

    /// <summary>Takes a correction back: the given one, or the last that stands. An undone one stays in the history.</summary>
    /// <exception cref="DossierException">There is no such correction, it is undone already, or a later one rests on it.</exception>
    public Task<Correction> UndoAsync(int? number, Author author, CancellationToken cancellationToken) => InTurn(
        () => WriteAsync(
            async writer =>
            {
                await RefreshAsync(cancellationToken);
                var correction = number is { } n
                    ? _state.Corrections.GetValueOrDefault(n) ?? throw new DossierException($"there is no correction {n}")
                    : _state.Corrections.Values.LastOrDefault(c => !c.Undone) ?? throw new DossierException("there is nothing to undo");
                if (correction.Undone) throw new DossierException($"correction {correction.Number} was undone by {correction.UndoneBy} already");
                var undone = correction with { UndoneBy = author.By, UndoneAt = _clock.GetUtcNow() };
                if (!correction.Subject.IsEntry) return (UndoNames(writer, undone), undone);
                var (head, stack, text) = await StackAsync(writer, correction.Subject.Number, cancellationToken);
                return (ReportChange(head, stack.With(undone), text, undone), undone);
            },
            (_, _) => { },
            cancellationToken),
        cancellationToken);

    private Task<Correction> CorrectAsync(EntryId entry, CorrectionKind kind, Fields changes, Author author, CancellationToken cancellationToken) => InTurn(
        () => WriteAsync(
            async writer =>
            {
                var (head, stack, text) = await StackAsync(writer, entry.Report, cancellationToken);
                FieldRules.Check((SubjectKind)entry.Kind, changes, text);
                var before = stack.Fields(entry);
                var subject = stack.Subject(entry);
                if (author.Seen is { } seen && LastCorrection(subject) is { } last && last.Number != seen)
                    throw new DossierConflictException($"{last.By} corrected {entry} in the meantime ({FieldText.Of(last.Kind)}, correction {last.Number})");
                var after = kind switch
                {
                    CorrectionKind.Confirm => before,
                    CorrectionKind.Edit => before.ChangesTo(changes),
                    _ => Fields.None,
                };
                if (kind == CorrectionKind.Edit && after.Count == 0) throw new DossierException($"nothing to change: {entry} reads so already");
                var correction = new Correction(NextCorrection(), kind, subject, before, after, author.Note, author.By, _clock.GetUtcNow());
                return (ReportChange(head, stack.With(correction), text, correction), correction);
            },
            (_, _) => { },
            cancellationToken),
        cancellationToken);

    private async Task<(ReportHead Head, Stack Stack, SourceText Text)> StackAsync(DossierWriter writer, int report, CancellationToken cancellationToken)
    {
        var view = await RefreshAsync(cancellationToken);
        var head = view.Report(report);
        var texts = await _store.TextsAsync([report], cancellationToken);
        var text = new SourceText(texts[report]);
        var reading = ReadingPack.Unpack(await _store.ReadingAsync(report, cancellationToken) ?? throw NoReport(report));
        return (head, new(writer.Fields, writer.Layer, text, report, writer.Linker.Link(report, reading), CorrectionsOf(report)), text);
    }

    private ImmutableArray<Correction> CorrectionsOf(int report) => [.. _state.Corrections.Values.Where(c => c.Subject.IsEntry && c.Subject.Number == report)];

    private Correction? LastCorrection(Subject subject) => _state.Corrections.Values.LastOrDefault(
        c => !c.Undone && c.Subject.IsEntry && c.Subject.Kind == subject.Kind && c.Subject.Number == subject.Number && c.Subject.Span == subject.Span && c.Subject.Detail == subject.Detail);

    private int NextCorrection() => _state.Corrections.Count == 0 ? 1 : _state.Corrections.Last().Key + 1;

    private static DossierChange ReportChange(ReportHead head, ReportEntries entries, SourceText text, Correction correction) => new()
    {
        Updates = [new(head, EntriesCodec.Write(entries)) { Words = EntryText.Of(entries, text) }],
        Corrections = [correction],
    };
}
