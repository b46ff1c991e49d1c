using System.Collections.Immutable;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Folding;
using Parley.Dossiers.Reports;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    /// <summary>Everything the dossier holds. Memory grows with it.</summary>
    public async Task<DossierCopy> CopyAsync(CancellationToken cancellationToken)
    {
        var view = await ViewAsync(cancellationToken);
        var reports = ImmutableArray.CreateBuilder<ReportCopy>();
        foreach (var some in view.Reports.Chunk(50)) reports.AddRange(await ReadAsync(() => CopyAsync(view, some, cancellationToken), cancellationToken));
        var state = view.State;
        return new(
            Info.Name, Info.Created, reports.DrainToImmutable(), [.. state.Actors.OfType<Parties.DossierActor>()], [.. state.Mandates.Values],
            [.. state.Issues.OfType<Codebooks.DossierIssue>()], view.Corrections, view.Judgements);
    }

    private async Task<List<ReportCopy>> CopyAsync(DossierView view, ReportHead[] heads, CancellationToken cancellationToken)
    {
        var copies = new List<ReportCopy>(heads.Length);
        var texts = await _store.TextsAsync([.. heads.Select(r => r.Number)], cancellationToken);
        foreach (var head in heads)
        {
            var reading = ReadingPack.Unpack(await _store.ReadingAsync(head.Number, cancellationToken) ?? throw NoReport(head.Number));
            copies.Add(new(head, texts[head.Number], reading, EntriesCodec.Write(view.Entries(head.Number))));
        }

        return copies;
    }

    /// <summary>Fills an empty dossier from a copy; names, numbers, corrections and judgements stay what they were.</summary>
    /// <exception cref="DossierException">The dossier holds something already.</exception>
    public Task RestoreAsync(DossierCopy copy, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(copy);
        return InWritersTurn(
            async store =>
            {
                if ((await ViewAsync(cancellationToken)).Reports.Any()) throw new DossierException($"{Location} holds reports already; restore into a new dossier");
                var revision = _state.Revision;
                var names = new DossierChange { Actors = copy.Actors, Mandates = copy.Mandates, Issues = copy.Issues, Corrections = copy.Corrections, Judgements = copy.Judgements };
                revision = await store.SaveAsync(names, revision, cancellationToken);
                var renamed = copy.Corrections.Where(c => c.Subject.Kind == SubjectKind.Report && c.After["outlet"] is not null).OrderBy(c => c.Number).ToLookup(c => c.Subject.Number);
                foreach (var some in copy.Reports.Chunk(100))
                    revision = await store.SaveAsync(new() { Reports = [.. some.Select(r => Stored(r, renamed[r.Head.Number].FirstOrDefault()))] }, revision, cancellationToken);
                _writer = null;
                return revision;
            },
            cancellationToken);
    }

    /// <param name="copy">The report.</param>
    /// <param name="renamed">The first correction of its outlet: the report is known again by the one that it came with.</param>
    private static StoredReport Stored(ReportCopy copy, Correction? renamed)
    {
        var text = new SourceText(copy.Text);
        var report = new Report(copy.Head.Id, text) { Outlet = renamed is null ? copy.Head.Outlet : renamed.Before["outlet"] };
        var entries = EntriesCodec.Read(copy.Head.Number, copy.Entries);
        return new(
            copy.Head, ReportKey.Of(report), copy.Text, ReadingPack.Pack(copy.Reading), copy.Entries, Sketch.Of(text.Chars).ToBytes(), EntryText.Of(entries, text));
    }
}
