using Parley.Dossiers.Entries;
using Parley.Dossiers.Folding;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    private const int Attempts = 20;
    private DossierWriter? _writer;

    /// <summary>Number of a report that the dossier holds already, by <see cref="ReportKey"/>; 0 where it is new. Ask before reading it.</summary>
    public Task<int> FindAsync(Report report, CancellationToken cancellationToken) =>
        ReadAsync(() => _store.FindReportAsync(ReportKey.Of(report), cancellationToken), cancellationToken);

    /// <summary>Adds a report with its reading, in one short transaction; a report that is there already is left as it is.</summary>
    public Task<Addition> AddAsync(Report report, ReportReading reading, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(reading);
        var key = ReportKey.Of(report);
        var sketch = Sketch.Of(report.Text.Chars);
        var packed = ReadingPack.Pack(reading);
        return WriteAsync(
            async (writer, store) =>
            {
                if (await store.FindReportAsync(key, cancellationToken) is var known and > 0) return (null, new Addition(known, false, 0));
                var number = writer.LastReport + 1;
                var copyOf = (await CopiesAsync(writer, store, cancellationToken)).Find(sketch);
                var head = new ReportHead(
                    number, FreeId(writer, report.Id), report.Title ?? reading.Report.Title, report.Outlet, report.Url,
                    report.Published?.Iso ?? reading.Report.Published, report.Text.Length, _clock.GetUtcNow(),
                    $"{reading.Reader.Name} {reading.Reader.Version}", copyOf);
                var entries = writer.Linker.Link(number, reading);
                var stored = new StoredReport(
                    head, key, report.Text.Original, packed, EntriesCodec.Write(entries), sketch.ToBytes(), EntryText.Of(entries, report.Text));
                return (new DossierChange { Reports = [stored] }, new Addition(number, true, copyOf));
            },
            (writer, addition) =>
            {
                if (!addition.Added) return;
                writer.LastReport = addition.Report;
                writer.Copies?.Add(addition.Report, sketch);
            },
            cancellationToken);
    }

    /// <summary>
    /// Makes a change and saves it together with the actors and issues it entered. Where someone else wrote in between, what they wrote is
    /// taken in and the change made anew.
    /// </summary>
    private Task<T> WriteAsync<T>(
        Func<DossierWriter, IDossierStore, Task<(DossierChange? Change, T Result)>> make, Action<DossierWriter, T> done, CancellationToken cancellationToken) =>
        InWritersTurn(store => WriteAsync(store, make, done, cancellationToken), cancellationToken);

    private async Task<T> WriteAsync<T>(
        IDossierStore store, Func<DossierWriter, IDossierStore, Task<(DossierChange? Change, T Result)>> make, Action<DossierWriter, T> done,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var writer = _writer ??= await NewWriterAsync(cancellationToken);
            try
            {
                var (change, result) = await make(writer, store);
                if (change is not null)
                {
                    var actors = change.Actors.Concat(writer.Actors.TakeChanged()).DistinctBy(a => a.Number);
                    var issues = change.Issues.Concat(writer.Codebook.TakeChanged()).DistinctBy(i => i.Number);
                    writer.Revision = await store.SaveAsync(change with { Actors = [.. actors], Issues = [.. issues] }, writer.Revision, cancellationToken);
                }

                done(writer, result);
                return result;
            }
            catch (RevisionConflictException) when (attempt < Attempts)
            {
                _writer = null;
            }
            catch (DossierConflictException) when (!writer.HasEntered)
            {
                throw; // two coders at work meet this often, and a new writer costs a second
            }
            catch
            {
                _writer = null; // names entered for a change that was not kept must not live on
                throw;
            }
        }
    }

    private async Task<DossierWriter> NewWriterAsync(CancellationToken cancellationToken)
    {
        await ViewAsync(cancellationToken);
        return new(_state);
    }

    /// <summary>Loaded with the first report that is added: corrections do without.</summary>
    private static async Task<CopyFinder> CopiesAsync(DossierWriter writer, IDossierStore store, CancellationToken cancellationToken)
    {
        if (writer.Copies is { } copies) return copies;
        copies = new();
        foreach (var (report, sketch) in await store.SketchesAsync(0, cancellationToken)) copies.Add(report, Sketch.FromBytes(sketch));
        return writer.Copies = copies;
    }

    private static string FreeId(DossierWriter writer, string wanted)
    {
        var id = wanted;
        for (var n = 2; !writer.Ids.Add(id); n++) id = $"{wanted}-{n}";
        return id;
    }
}

/// <summary>What became of a report that was to be added.</summary>
/// <param name="Report">Its number in the dossier.</param>
/// <param name="Added">False where the dossier held it already.</param>
/// <param name="CopyOf">Number of the report that it repeats; 0 for an original.</param>
public readonly record struct Addition(int Report, bool Added, int CopyOf);
