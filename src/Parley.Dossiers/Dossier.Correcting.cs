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
    public async Task<Correction> AddEntryAsync(int report, EntryKind kind, Span span, Fields fields, Author author, CancellationToken cancellationToken) =>
        (await AddEntriesAsync(report, [new(kind, span, fields, author)], cancellationToken))[0];

    /// <summary>Puts entries into a report in one write: all or none of them. A coding of many entries would else write its report as often.</summary>
    /// <exception cref="DossierException">There is no such report or field, or a span lies outside of the report.</exception>
    public Task<ImmutableArray<Correction>> AddEntriesAsync(int report, IReadOnlyCollection<NewEntry> entries, CancellationToken cancellationToken) => WriteAsync(
        async (writer, store) =>
        {
            var (head, stack, text) = await StackAsync(writer, store, report, cancellationToken);
            var (first, now) = (NextCorrection(), _clock.GetUtcNow());
            var corrections = entries.Select((e, n) => Adding(e, head, stack, text, first + n, now)).ToImmutableArray();
            return (ReportChange(head, stack.With(corrections), text, corrections), corrections);
        },
        (_, _) => { },
        cancellationToken);

    /// <summary>Takes a correction back: the given one, or the last that stands. An undone one stays in the history.</summary>
    /// <exception cref="DossierException">There is no such correction, it is undone already, or a later one rests on it.</exception>
    public Task<Correction> UndoAsync(int? number, Author author, CancellationToken cancellationToken) => WriteAsync(
        async (writer, store) =>
        {
            await ViewAsync(cancellationToken);
            var correction = number is { } n
                ? _state.Corrections.GetValueOrDefault(n) ?? throw new DossierException($"there is no correction {n}")
                : _state.Corrections.Values.LastOrDefault(c => !c.Undone) ?? throw new DossierException("there is nothing to undo");
            if (correction.Undone) throw new DossierException($"correction {correction.Number} was undone by {correction.UndoneBy} already");
            var undone = correction with { UndoneBy = author.By, UndoneAt = _clock.GetUtcNow() };
            if (!correction.Subject.IsEntry) return (UndoNames(writer, undone), undone);
            var (head, stack, text) = await StackAsync(writer, store, correction.Subject.Number, cancellationToken);
            return (ReportChange(head, stack.With(undone), text, undone), undone);
        },
        (_, _) => { },
        cancellationToken);

    private Task<Correction> CorrectAsync(EntryId entry, CorrectionKind kind, Fields changes, Author author, CancellationToken cancellationToken) => WriteAsync(
        async (writer, store) =>
        {
            var (head, stack, text) = await StackAsync(writer, store, entry.Report, cancellationToken);
            FieldRules.Check((SubjectKind)entry.Kind, changes, text);
            var before = stack.Fields(entry);
            var subject = stack.Subject(entry);
            if (author.Seen is { } seen) CheckSeen(await ViewAsync(cancellationToken), entry, seen);
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
        cancellationToken);

    private static Correction Adding(NewEntry entry, ReportHead head, Stack stack, SourceText text, int number, DateTimeOffset now)
    {
        var (kind, span, fields, author) = entry;
        FieldRules.Check((SubjectKind)kind, fields, text);
        if (span.Start < 0 || span.IsEmpty || span.End > text.Length) throw new DossierException($"{span} lies outside of report {head.Number}, which has {text.Length} code points");
        var subject = new Subject((SubjectKind)kind, head.Number, span, stack.Words(span), null, -number);
        var after = new Fields { { "span", FieldText.Of(span) } };
        if (kind is EntryKind.Statement or EntryKind.Position && head.Day is { } day) after.Add("date", FieldText.OfDay(day.DayNumber));
        foreach (var (name, value) in fields) after.Add(name, value);
        return new(number, CorrectionKind.Add, subject, Fields.None, after, author.Note, author.By, now);
    }

    private async Task<(ReportHead Head, Stack Stack, SourceText Text)> StackAsync(DossierWriter writer, IDossierStore store, int report, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(cancellationToken);
        var head = view.Report(report);
        var texts = await store.TextsAsync([report], cancellationToken);
        var text = new SourceText(texts[report]);
        var reading = ReadingPack.Unpack(await store.ReadingAsync(report, cancellationToken) ?? throw NoReport(report));
        var entries = EntryNumbers.AsHeld(writer.Linker.Link(report, reading), view.Entries(report));
        return (head, new(writer.Fields, writer.Layer, text, report, entries, CorrectionsOf(report)), text);
    }

    private ImmutableArray<Correction> CorrectionsOf(int report) => [.. _state.Corrections.Values.Where(c => c.Subject.IsEntry && c.Subject.Number == report)];

    /// <summary>Whoever corrects an entry must have had before his eyes what stands now.</summary>
    private static void CheckSeen(DossierView view, EntryId entry, int seen)
    {
        var history = view.HistoryOf(entry);
        if ((history.LastOrDefault(c => !c.Undone)?.Number ?? 0) == seen) return;
        throw new DossierConflictException(history.LastOrDefault(c => !c.Undone) is { } last
            ? $"{last.By} corrected {entry} in the meantime ({FieldText.Of(last.Kind)}, correction {last.Number})"
            : $"correction {seen} of {entry} was undone in the meantime{(history.LastOrDefault(c => c.Number == seen)?.UndoneBy is { } by ? $" by {by}" : "")}");
    }

    private int NextCorrection() => _state.Corrections.Count == 0 ? 1 : _state.Corrections.Last().Key + 1;

    private static DossierChange ReportChange(ReportHead head, ReportEntries entries, SourceText text, params ImmutableArray<Correction> corrections) => new()
    {
        Updates = [new(head, EntriesCodec.Write(entries)) { Words = EntryText.Of(entries, text) }],
        Corrections = corrections,
    };
}

/// <summary>An entry that an analyst puts in.</summary>
public sealed record NewEntry(EntryKind Kind, Span Span, Fields Fields, Author Author);
