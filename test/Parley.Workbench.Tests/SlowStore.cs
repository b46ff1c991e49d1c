using Parley.Dossiers;
using Parley.Dossiers.Entries;

namespace Parley.Workbench.Tests;

/// <summary>A store that is never done at once, as one in a database across the room.</summary>
internal sealed class SlowStore(IDossierStore store) : IDossierStore
{
    public string Location => store.Location;

    public async Task<IDossierStore> AnotherAsync(CancellationToken cancellationToken) => new SlowStore(await store.AnotherAsync(cancellationToken));

    public Task<DossierInfo> InfoAsync(CancellationToken cancellationToken) => LaterAsync(() => store.InfoAsync(cancellationToken));

    public Task<long> RevisionAsync(CancellationToken cancellationToken) => LaterAsync(() => store.RevisionAsync(cancellationToken));

    public Task<DossierChange> LoadAsync(long after, CancellationToken cancellationToken) => LaterAsync(() => store.LoadAsync(after, cancellationToken));

    public Task<long> SaveAsync(DossierChange change, long expected, CancellationToken cancellationToken) => LaterAsync(() => store.SaveAsync(change, expected, cancellationToken));

    public Task<int> FindReportAsync(string key, CancellationToken cancellationToken) => LaterAsync(() => store.FindReportAsync(key, cancellationToken));

    public Task<IReadOnlyDictionary<int, string>> TextsAsync(IReadOnlyCollection<int> reports, CancellationToken cancellationToken) => LaterAsync(() => store.TextsAsync(reports, cancellationToken));

    public Task<byte[]?> ReadingAsync(int report, CancellationToken cancellationToken) => LaterAsync(() => store.ReadingAsync(report, cancellationToken));

    public Task<IReadOnlyList<(int Report, byte[] Sketch)>> SketchesAsync(int after, CancellationToken cancellationToken) => LaterAsync(() => store.SketchesAsync(after, cancellationToken));

    public Task<IReadOnlyList<EntryId>> SearchAsync(string query, CancellationToken cancellationToken) => LaterAsync(() => store.SearchAsync(query, cancellationToken));

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private static async Task<T> LaterAsync<T>(Func<Task<T>> work)
    {
        await Task.Delay(2);
        return await work();
    }
}
