using System.Data.Common;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers;

/// <summary>One negotiation: reports, readings, corrections, parties, issues, positions over time. Answers questions with the sentences behind them.</summary>
/// <remarks>
/// Thread-safe. Answers are computed side by side on an immutable <see cref="DossierView"/>; only what they fetch queues up. Writers take turns
/// on a connection of their own.
/// </remarks>
public sealed partial class Dossier : IAsyncDisposable
{
    private readonly IDossierStore _store;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly QuoteShelf _quotes = new();
    private volatile DossierState _state = new();
    private DossierView? _view;
    private readonly CancellationTokenSource _closing = new();
    private IDossierStore? _writes;
    private Task _loading = Task.CompletedTask;

    private Dossier(IDossierStore store, TimeProvider clock, DossierInfo info)
    {
        _store = store;
        _clock = clock;
        Info = info;
    }

    public DossierInfo Info { get; }

    /// <summary>The file or database, as a user would name it.</summary>
    public string Location => _store.Location;

    /// <summary>Opens a dossier. Its entries load while the caller goes on; the first question waits for them. The dossier takes the store over.</summary>
    public static async Task<Dossier> OpenAsync(IDossierStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var dossier = new Dossier(store, clock, await store.InfoAsync(cancellationToken));
        dossier._loading = Task.Run(dossier.LoadAsync, CancellationToken.None);
        return dossier;
    }

    /// <summary>The dossier as it stands now. Cheap where nothing has changed; else loads what has.</summary>
    public Task<DossierView> ViewAsync(CancellationToken cancellationToken) => ReadAsync(
        async () =>
        {
            if (_view is not null && await _store.RevisionAsync(cancellationToken) == _state.Revision) return _view;
            var change = await _store.LoadAsync(_state.Revision, cancellationToken);
            _state = _state.After(change);
            return _view = _view is null ? new(Info, _state) : _view.After(_state, change);
        },
        cancellationToken);

    /// <summary>Where each party stands on each issue, by its last word; compared with an earlier date where one is given.</summary>
    public Task<Matrix> MatrixAsync(Question question, DateOnly? before, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new MatrixBuilder(view).Build(question, before, basket), cancellationToken);

    /// <summary>What moved, and what was only said again.</summary>
    public Task<Changes> ChangesAsync(Question question, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new ChangesBuilder(view).Build(question, basket), cancellationToken);

    /// <summary>What was said, in order of time.</summary>
    public async Task<Statements> StatementsAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var found = await FoundAsync(question, cancellationToken);
        return await AnswerAsync((view, basket) => new StatementsBuilder(view).Build(question, found, basket), cancellationToken);
    }

    /// <summary>How what was said spreads over parties, speakers, issues, acts, modes and outlets.</summary>
    public async Task<Facets> FacetsAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var found = await FoundAsync(question, cancellationToken);
        return await AnswerAsync((view, _) => new FacetsBuilder(view).Build(question, found), cancellationToken);
    }

    /// <summary>The text of a report.</summary>
    /// <exception cref="DossierException">There is no such report.</exception>
    public async Task<SourceText> TextAsync(int report, CancellationToken cancellationToken)
    {
        var texts = await ReadAsync(() => _store.TextsAsync([report], cancellationToken), cancellationToken);
        return texts.TryGetValue(report, out var text) ? new(text) : throw NoReport(report);
    }

    /// <summary>What the reader read out of a report, before any correction.</summary>
    /// <exception cref="DossierException">There is no such report.</exception>
    public async Task<ReportReading> ReadingAsync(int report, CancellationToken cancellationToken) =>
        ReadingPack.Unpack(await ReadAsync(() => _store.ReadingAsync(report, cancellationToken), cancellationToken) ?? throw NoReport(report));

    /// <summary>The words of entries, in their order; those that do not exist are left out.</summary>
    public Task<IReadOnlyList<Evidence>> EvidenceAsync(IEnumerable<EntryId> ids, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new EvidenceFinder(view).Find(ids, basket), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _loading;
        await _store.DisposeAsync();
        if (_writes is not null) await _writes.DisposeAsync();
        _reading.Dispose();
        _writing.Dispose();
        _closing.Dispose();
    }

    /// <summary>What fails here fails again at the first question, which says so.</summary>
    private async Task LoadAsync()
    {
        try
        {
            (await ViewAsync(_closing.Token)).Prepare();
        }
        catch (Exception e) when (e is OperationCanceledException or DossierException or DbException or IOException or InvalidDataException)
        {
        }
    }

    /// <summary>The entries that hold the words asked for; null where none were.</summary>
    private async Task<IReadOnlyList<EntryId>?> FoundAsync(Question question, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(question.Words) ? null : await ReadAsync(() => _store.SearchAsync(question.Words, cancellationToken), cancellationToken);

    private static DossierException NoReport(int report) => new($"there is no report {report} in this dossier");

    private async Task<T> AnswerAsync<T>(Func<DossierView, EvidenceBasket, T> build, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(cancellationToken);
        var basket = new EvidenceBasket(view);
        var answer = build(view, basket);
        if (basket.Fill(_quotes) is { Count: > 0 } reports) basket.Fill(await ReadAsync(() => _store.TextsAsync(reports, cancellationToken), cancellationToken), _quotes);
        return answer;
    }

    private Task<T> ReadAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => InTurn(_reading, work, cancellationToken);

    /// <summary>A writer may read in between, a reader never writes: so neither waits for the other for good.</summary>
    private Task<T> InWritersTurn<T>(Func<IDossierStore, Task<T>> work, CancellationToken cancellationToken) =>
        InTurn(_writing, async () => await work(_writes ??= await _store.AnotherAsync(cancellationToken)), cancellationToken);

    private static async Task<T> InTurn<T>(SemaphoreSlim turn, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}
