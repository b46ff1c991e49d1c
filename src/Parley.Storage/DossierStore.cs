using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Parley.Dossiers;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Storage.Rows;

namespace Parley.Storage;

/// <summary>
/// A dossier in a database. Reads what opening and answering need by plain SQL, which both providers share; writes through the model.
/// Every write is one short transaction that first takes the one row of the dossier, so there is one writer at a time.
/// </summary>
public abstract class DossierStore(DbConnection connection, string location) : IDossierStore
{
    public string Location { get; } = location;

    protected DbConnection Connection { get; } = connection;

    public abstract Task<IDossierStore> AnotherAsync(CancellationToken cancellationToken);

    public async Task<DossierInfo> InfoAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("""SELECT "Name", "Created" FROM "Dossier" """);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken)) throw new DossierException($"{Location} holds no dossier");
        return new(row.GetString(0), RowReader.Instant(row.GetString(1)));
    }

    public async Task<long> RevisionAsync(CancellationToken cancellationToken)
    {
        await using var command = Command("""SELECT "Revision" FROM "Dossier" """);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async Task<DossierChange> LoadAsync(long after, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginReadAsync(cancellationToken);
        return new()
        {
            Revision = await RevisionAsync(cancellationToken),
            Updates = await RowsAsync("Reports", RowReader.ReportColumns, after, RowReader.Report, cancellationToken),
            Actors = await RowsAsync("Actors", RowReader.ActorColumns, after, RowReader.Actor, cancellationToken),
            Mandates = await RowsAsync("Mandates", RowReader.MandateColumns, after, RowReader.Mandate, cancellationToken),
            Issues = await RowsAsync("Issues", RowReader.IssueColumns, after, RowReader.Issue, cancellationToken),
            Corrections = await RowsAsync("Corrections", RowReader.CorrectionColumns, after, RowReader.Correction, cancellationToken),
            Judgements = await RowsAsync("Judgements", RowReader.JudgementColumns, after, RowReader.Judgement, cancellationToken),
        };
    }

    public async Task<long> SaveAsync(DossierChange change, long expected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var transaction = await BeginWriteAsync(cancellationToken);
        if (await LockedRevisionAsync(cancellationToken) != expected) throw new RevisionConflictException();
        var revision = expected + 1;
        await using (var context = NewContext())
        {
            context.ChangeTracker.AutoDetectChangesEnabled = false;
            await context.Database.UseTransactionAsync(transaction, cancellationToken);
            foreach (var report in change.Reports)
            {
                context.Add(RowMapper.Of(report.Head, report.Key, report.Entries, revision));
                context.Add(new ContentRow { Number = report.Head.Number, Text = report.Text, Reading = report.Reading, Sketch = report.Sketch });
            }

            foreach (var update in change.Updates) await ReplaceAsync(context, update, revision, cancellationToken);
            await PutAsync(context.Actors, change.Actors.Select(a => RowMapper.Of(a, revision)), cancellationToken);
            await PutAsync(context.Mandates, change.Mandates.Select(m => RowMapper.Of(m, revision)), cancellationToken);
            await PutAsync(context.Issues, change.Issues.Select(i => RowMapper.Of(i, revision)), cancellationToken);
            await PutAsync(context.Corrections, change.Corrections.Select(c => RowMapper.Of(c, revision)), cancellationToken);
            await PutAsync(context.Judgements, change.Judgements.Select(j => RowMapper.Of(j, revision)), cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }

        foreach (var report in change.Reports) await IndexAsync(report.Head.Number, report.Words, fresh: true, cancellationToken);
        foreach (var update in change.Updates)
            if (update.Words is { } words) await IndexAsync(update.Head.Number, words, fresh: false, cancellationToken);
        await using (var command = Command("""UPDATE "Dossier" SET "Revision" = @revision""", ("@revision", revision))) await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return revision;
    }

    public async Task<int> FindReportAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = Command("""SELECT "Number" FROM "Reports" WHERE "Key" = @key""", ("@key", key));
        return await command.ExecuteScalarAsync(cancellationToken) is { } number ? Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    public async Task<IReadOnlyDictionary<int, string>> TextsAsync(IReadOnlyCollection<int> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var texts = new Dictionary<int, string>(reports.Count);
        foreach (var some in reports.Chunk(500))
        {
            await using var command = Command($"""SELECT "Number", "Text" FROM "Contents" WHERE "Number" IN ({string.Join(',', some)})""");
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken)) texts[row.GetInt32(0)] = row.GetString(1);
        }

        return texts;
    }

    public async Task<byte[]?> ReadingAsync(int report, CancellationToken cancellationToken)
    {
        await using var command = Command("""SELECT "Reading" FROM "Contents" WHERE "Number" = @number""", ("@number", report));
        return await command.ExecuteScalarAsync(cancellationToken) as byte[];
    }

    public async Task<IReadOnlyList<(int Report, byte[] Sketch)>> SketchesAsync(int after, CancellationToken cancellationToken)
    {
        var sketches = new List<(int, byte[])>();
        await using var command = Command("""SELECT "Number", "Sketch" FROM "Contents" WHERE "Number" > @after""", ("@after", after));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken)) sketches.Add((row.GetInt32(0), row.GetFieldValue<byte[]>(1)));
        return sketches;
    }

    public async Task<IReadOnlyList<EntryId>> SearchAsync(string query, CancellationToken cancellationToken)
    {
        var found = new List<EntryId>();
        await using var command = SearchCommand(query);
        if (command is null) return found;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken)) found.Add(EntryRow.Id(row.GetInt64(0)));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract DossierContext NewContext();

    /// <summary>Begins a transaction that sees all tables at one revision and hinders no writer.</summary>
    protected abstract Task<DbTransaction> BeginReadAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that no other writer shares.</summary>
    protected abstract Task<DbTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <summary>The revision, with the dossier's row held until the transaction ends.</summary>
    protected abstract Task<long> LockedRevisionAsync(CancellationToken cancellationToken);

    /// <summary>Enters the words of a report's entries into the full-text index, in place of those it held.</summary>
    protected abstract Task IndexAsync(int report, ImmutableArray<EntryWords> words, bool fresh, CancellationToken cancellationToken);

    /// <summary>A search over the full-text index that gives keys (<see cref="EntryRow"/>); null where the query holds no words.</summary>
    protected abstract DbCommand? SearchCommand(string query);

    protected DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private async Task<ImmutableArray<T>> RowsAsync<T>(string table, string columns, long after, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        await using var command = Command($"""SELECT {columns} FROM "{table}" WHERE "Revision" > @after ORDER BY "Number" """, ("@after", after));
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken)) rows.Add(read(row));
        return rows.DrainToImmutable();
    }

    private static async Task ReplaceAsync(DossierContext context, ReportUpdate update, long revision, CancellationToken cancellationToken)
    {
        var head = update.Head;
        var row = await context.Reports.SingleAsync(r => r.Number == head.Number, cancellationToken);
        context.Entry(row).CurrentValues.SetValues(RowMapper.Of(head, row.Key, update.Entries, revision));
        if (update.Reading is not { } reading) return;
        await context.Contents.Where(c => c.Number == head.Number).ExecuteUpdateAsync(c => c.SetProperty(r => r.Reading, reading), cancellationToken);
    }

    private static async Task PutAsync<T>(DbSet<T> set, IEnumerable<T> rows, CancellationToken cancellationToken) where T : RevisedRow
    {
        foreach (var row in rows)
        {
            if (await set.FindAsync([row.Number], cancellationToken) is { } known) set.Entry(known).CurrentValues.SetValues(row);
            else set.Add(row);
        }
    }
}
