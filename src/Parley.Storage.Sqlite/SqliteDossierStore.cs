using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Parley.Dossiers;
using Parley.Dossiers.Reports;

namespace Parley.Storage.Sqlite;

/// <summary>A dossier in a SQLite file: write-ahead log, full-text index by FTS5 without a second copy of the text.</summary>
internal sealed class SqliteDossierStore(SqliteConnection connection, string path) : DossierStore(connection, path)
{
    public override async Task<IDossierStore> AnotherAsync(CancellationToken cancellationToken) =>
        new SqliteDossierStore(await SqliteDossiers.ConnectAsync(Location, SqliteOpenMode.ReadWrite, cancellationToken), Location);

    protected override Task<DbTransaction> BeginReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)Connection).BeginTransaction(deferred: true));

    protected override async Task<DbTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Not deferred: waits for another writer here, and for no one afterwards.
            return await Task.FromResult(((SqliteConnection)Connection).BeginTransaction(deferred: false));
        }
        catch (SqliteException e)
        {
            throw SqliteDossiers.Say(e, Location);
        }
    }

    protected override Task<long> LockedRevisionAsync(CancellationToken cancellationToken) => RevisionAsync(cancellationToken);

    protected override async Task IndexAsync(int report, ImmutableArray<EntryWords> words, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh)
        {
            var (first, end) = EntryRow.Of(report);
            await using var delete = Command("DELETE FROM \"EntryWords\" WHERE rowid >= @first AND rowid < @end", ("@first", first), ("@end", end));
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        foreach (var (id, text) in words)
            await Kept("INSERT INTO \"EntryWords\" (rowid, \"Words\") VALUES (@key, @words)", ("@key", EntryRow.Key(id)), ("@words", text)).ExecuteNonQueryAsync(cancellationToken);
    }

    protected override DbCommand? SearchCommand(string query) =>
        FullTextQuery.Parse(query) is { } match ? Command("SELECT rowid FROM \"EntryWords\" WHERE \"EntryWords\" MATCH @match", ("@match", match)) : null;
}
