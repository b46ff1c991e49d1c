using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;

namespace Parley.Dossiers;

/// <summary>Keeps a dossier. One object is one connection: not for several threads at once; <see cref="Dossier"/> sees to that.</summary>
public interface IDossierStore : IAsyncDisposable
{
    /// <summary>The file or database, as a user would name it.</summary>
    string Location { get; }

    /// <summary>A second connection to the same dossier, so that a writer who waits keeps no reader waiting.</summary>
    Task<IDossierStore> AnotherAsync(CancellationToken cancellationToken);

    /// <summary>Name of the negotiation, and when the dossier was begun.</summary>
    Task<DossierInfo> InfoAsync(CancellationToken cancellationToken);

    /// <summary>Counts every change; 0 for an empty dossier.</summary>
    Task<long> RevisionAsync(CancellationToken cancellationToken);

    /// <summary>What changed after a revision; everything after 0.</summary>
    Task<DossierChange> LoadAsync(long after, CancellationToken cancellationToken);

    /// <summary>Keeps a change, whole or not at all, and gives its revision.</summary>
    /// <exception cref="RevisionConflictException">Someone else changed the dossier after <paramref name="expected"/>; nothing was kept.</exception>
    Task<long> SaveAsync(DossierChange change, long expected, CancellationToken cancellationToken);

    /// <summary>Number of the report with a key (<see cref="ReportKey"/>); 0 where there is none.</summary>
    Task<int> FindReportAsync(string key, CancellationToken cancellationToken);

    /// <summary>Texts of reports, by number.</summary>
    Task<IReadOnlyDictionary<int, string>> TextsAsync(IReadOnlyCollection<int> reports, CancellationToken cancellationToken);

    /// <summary>A packed reading (<see cref="ReadingPack"/>); null where there is no such report.</summary>
    Task<byte[]?> ReadingAsync(int report, CancellationToken cancellationToken);

    /// <summary>Fingerprints of the reports after a number, for the search for copies.</summary>
    Task<IReadOnlyList<(int Report, byte[] Sketch)>> SketchesAsync(int after, CancellationToken cancellationToken);

    /// <summary>Entries whose words hold all words and "phrases" of a query (a minus before a word: without it; OR between two: either), in no order.</summary>
    Task<IReadOnlyList<EntryId>> SearchAsync(string query, CancellationToken cancellationToken);
}

/// <summary>What a dossier says of itself.</summary>
public sealed record DossierInfo(string Name, DateTimeOffset Created);

/// <summary>Someone else wrote to the dossier in between.</summary>
public sealed class RevisionConflictException() : Exception("the dossier was changed by someone else in the meantime");
