using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;

namespace Parley.Dossiers.Tests.Made;

/// <summary>A dossier kept in memory; <see cref="Open"/> makes a second connection to it.</summary>
internal sealed class MemoryStore : IDossierStore
{
    private readonly Shelf _shelf;

    public MemoryStore() : this(new()) { }

    private MemoryStore(Shelf shelf) => _shelf = shelf;

    public string Location => "memory";

    public MemoryStore Open() => new(_shelf);

    public Task<IDossierStore> AnotherAsync(CancellationToken cancellationToken) => Task.FromResult<IDossierStore>(Open());

    public Task<DossierInfo> InfoAsync(CancellationToken cancellationToken) => Task.FromResult(new DossierInfo("test", DateTimeOffset.UnixEpoch));

    public Task<long> RevisionAsync(CancellationToken cancellationToken) => Task.FromResult(_shelf.Revision);

    /// <summary>A dossier loads in the background, perhaps while another writes.</summary>
    public Task<DossierChange> LoadAsync(long after, CancellationToken cancellationToken)
    {
        lock (_shelf)
        {
            return Task.FromResult(new DossierChange
            {
                Revision = _shelf.Revision,
                Updates = [.. _shelf.Reports.Values.OrderBy(r => r.Head.Number).Select(r => new ReportUpdate(r.Head, r.Entries))],
                Actors = [.. _shelf.Actors.Values],
                Issues = [.. _shelf.Issues.Values],
                Mandates = [.. _shelf.Mandates.Values],
                Corrections = [.. _shelf.Corrections.Values],
                Judgements = [.. _shelf.Judgements.Values],
            });
        }
    }

    public Task<long> SaveAsync(DossierChange change, long expected, CancellationToken cancellationToken)
    {
        lock (_shelf) return Task.FromResult(Save(change, expected));
    }

    private long Save(DossierChange change, long expected)
    {
        if (_shelf.Revision != expected) throw new RevisionConflictException();
        foreach (var report in change.Reports) _shelf.Reports.Add(report.Head.Number, report);
        foreach (var update in change.Updates)
        {
            var before = _shelf.Reports[update.Head.Number];
            _shelf.Reports[update.Head.Number] = before with
            {
                Head = update.Head, Entries = update.Entries, Reading = update.Reading ?? before.Reading, Words = update.Words ?? before.Words,
            };
        }

        foreach (var a in change.Actors) _shelf.Actors[a.Number] = a;
        foreach (var i in change.Issues) _shelf.Issues[i.Number] = i;
        foreach (var m in change.Mandates) _shelf.Mandates[m.Number] = m;
        foreach (var c in change.Corrections) _shelf.Corrections[c.Number] = c;
        foreach (var j in change.Judgements) _shelf.Judgements[j.Number] = j;
        return ++_shelf.Revision;
    }

    public Task<int> FindReportAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(_shelf.Reports.Values.FirstOrDefault(r => r.Key == key)?.Head.Number ?? 0);

    public Task<IReadOnlyDictionary<int, string>> TextsAsync(IReadOnlyCollection<int> reports, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, string>>(reports.Where(_shelf.Reports.ContainsKey).ToDictionary(r => r, r => _shelf.Reports[r].Text));

    public Task<byte[]?> ReadingAsync(int report, CancellationToken cancellationToken) => Task.FromResult(_shelf.Reports.GetValueOrDefault(report)?.Reading);

    public Task<IReadOnlyList<(int Report, byte[] Sketch)>> SketchesAsync(int after, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(int, byte[])>>([.. _shelf.Reports.Where(r => r.Key > after).Select(r => (r.Key, r.Value.Sketch))]);

    public Task<IReadOnlyList<EntryId>> SearchAsync(string query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<EntryId>>(
        [.. _shelf.Reports.Values.SelectMany(r => r.Words).Where(w => w.Words.Contains(query, StringComparison.OrdinalIgnoreCase)).Select(w => w.Id)]);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Shelf
    {
        public long Revision { get; set; }

        public Dictionary<int, StoredReport> Reports { get; } = [];

        public Dictionary<int, DossierActor> Actors { get; } = [];

        public Dictionary<int, DossierIssue> Issues { get; } = [];

        public Dictionary<int, Mandate> Mandates { get; } = [];

        public SortedDictionary<int, Correction> Corrections { get; } = [];

        public SortedDictionary<int, Judgement> Judgements { get; } = [];
    }
}
