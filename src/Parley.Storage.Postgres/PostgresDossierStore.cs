using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Globalization;
using Npgsql;
using Parley.Dossiers;
using Parley.Dossiers.Reports;

namespace Parley.Storage.Postgres;

/// <summary>A dossier in a PostgreSQL database; full-text index by tsvector.</summary>
internal sealed class PostgresDossierStore(NpgsqlConnection connection, string shown) : DossierStore(connection, shown)
{
    public override async Task<IDossierStore> AnotherAsync(CancellationToken cancellationToken)
    {
        var another = (NpgsqlConnection)((ICloneable)Connection).Clone(); // with the password, which the string of an open connection lacks
        try
        {
            await another.OpenAsync(cancellationToken);
            return new PostgresDossierStore(another, Location);
        }
        catch (NpgsqlException e)
        {
            await another.DisposeAsync();
            throw PostgresDossiers.Say(e, Location);
        }
    }

    protected override async Task<DbTransaction> BeginReadAsync(CancellationToken cancellationToken) =>
        await Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    protected override async Task<DbTransaction> BeginWriteAsync(CancellationToken cancellationToken) =>
        await Connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);

    protected override async Task<long> LockedRevisionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = Command("""SELECT "Revision" FROM "Dossier" FOR UPDATE""");
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }
        catch (NpgsqlException e)
        {
            throw PostgresDossiers.Say(e, Location);
        }
    }

    protected override async Task IndexAsync(int report, ImmutableArray<EntryWords> words, bool fresh, CancellationToken cancellationToken)
    {
        if (!fresh)
        {
            var (first, end) = EntryRow.Of(report);
            await using var delete = Command("""DELETE FROM "EntryWords" WHERE "Key" >= @first AND "Key" < @end""", ("@first", first), ("@end", end));
            await delete.ExecuteNonQueryAsync(cancellationToken);
        }

        if (words.IsEmpty) return;
        await using var insert = Command(
            """INSERT INTO "EntryWords" ("Key", "Words") SELECT k, to_tsvector('english', w) FROM unnest(@keys, @words) AS t(k, w)""",
            ("@keys", words.Select(w => EntryRow.Key(w.Id)).ToArray()), ("@words", words.Select(w => w.Words.Replace("\0", " ", StringComparison.Ordinal)).ToArray()));
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override DbCommand? SearchCommand(string query) =>
        string.IsNullOrWhiteSpace(query)
            ? null
            : Command("""SELECT "Key" FROM "EntryWords" WHERE "Words" @@ websearch_to_tsquery('english', @query)""", ("@query", query.Replace("\0", " ", StringComparison.Ordinal)));
}
