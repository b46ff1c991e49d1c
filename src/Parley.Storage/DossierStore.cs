using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Parley.Dossiers;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Storage.Rows;

namespace Parley.Storage;

/// <summary>
/// A dossier in a database, read and written by plain SQL, which both providers share. The model makes the tables (migrations).
/// Every write is one short transaction that first takes the one row of the dossier, so there is one writer at a time.
/// </summary>
public abstract class DossierStore(DbConnection connection, string location) : IDossierStore
{
    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;

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
        var command = Kept("""SELECT "Revision" FROM "Dossier" """);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task<DossierChange> LoadAsync(long after, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginReadAsync(cancellationToken);
        using var during = During(transaction);
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
        using var during = During(transaction);
        if (await LockedRevisionAsync(cancellationToken) != expected) throw new RevisionConflictException();
        var revision = expected + 1;
        foreach (var report in change.Reports)
        {
            await WriteAsync(RowTables.Reports, RowTables.Reports.Insert, RowMapper.Of(report.Head, report.Key, report.Entries, revision), cancellationToken);
            var content = new ContentRow { Number = report.Head.Number, Text = report.Text, Reading = report.Reading, Sketch = report.Sketch };
            await WriteAsync(RowTables.Contents, RowTables.Contents.Insert, content, cancellationToken);
        }

        foreach (var update in change.Updates) await ReplaceAsync(update, revision, cancellationToken);
        await PutAsync(RowTables.Actors, change.Actors.Select(a => RowMapper.Of(a, revision)), cancellationToken);
        await PutAsync(RowTables.Mandates, change.Mandates.Select(m => RowMapper.Of(m, revision)), cancellationToken);
        await PutAsync(RowTables.Issues, change.Issues.Select(i => RowMapper.Of(i, revision)), cancellationToken);
        await PutAsync(RowTables.Corrections, change.Corrections.Select(c => RowMapper.Of(c, revision)), cancellationToken);
        await PutAsync(RowTables.Judgements, change.Judgements.Select(j => RowMapper.Of(j, revision)), cancellationToken);
        foreach (var report in change.Reports) await IndexAsync(report.Head.Number, report.Words, fresh: true, cancellationToken);
        foreach (var update in change.Updates)
            if (update.Words is { } words) await IndexAsync(update.Head.Number, words, fresh: false, cancellationToken);
        await Kept("""UPDATE "Dossier" SET "Revision" = @revision""", ("@revision", revision)).ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return revision;
    }

    public async Task<int> FindReportAsync(string key, CancellationToken cancellationToken)
    {
        var command = Kept("""SELECT "Number" FROM "Reports" WHERE "Key" = @key""", ("@key", key));
        return await command.ExecuteScalarAsync(cancellationToken) is { } number ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : 0;
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
        foreach (var command in _kept.Values) await command.DisposeAsync();
        await Connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }

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

    /// <summary>A command that is used again and again: SQLite compiles each anew. Not to be disposed of by the caller.</summary>
    protected DbCommand Kept(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (!_kept.TryGetValue(sql, out var command)) return _kept[sql] = Command(sql, parameters);
        command.Transaction = _transaction;
        for (var i = 0; i < parameters.Length; i++) command.Parameters[i].Value = parameters[i].Value;
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

    private async Task ReplaceAsync(ReportUpdate update, long revision, CancellationToken cancellationToken)
    {
        var row = RowMapper.Of(update.Head, key: "", update.Entries, revision); // the key stays as it is
        if (await WriteAsync(RowTables.Reports, RowTables.Reports.Update, row, cancellationToken) != 1) throw new DossierException($"{Location} holds no report number {row.Number}");
        if (update.Reading is not { } reading) return;
        await using var command = Command("""UPDATE "Contents" SET "Reading" = @reading WHERE "Number" = @number""", ("@reading", reading), ("@number", row.Number));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task PutAsync<T>(RowTable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows) await WriteAsync(table, table.Put, row, cancellationToken);
    }

    private async Task<int> WriteAsync<T>(RowTable<T> table, string sql, T row, CancellationToken cancellationToken)
    {
        if (!_kept.TryGetValue(sql, out var command))
        {
            _kept[sql] = command = Command(sql);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@{i}");
                command.Parameters.Add(parameter);
            }
        }

        command.Transaction = _transaction;
        for (var i = 0; i < table.Columns.Count; i++) command.Parameters[i].Value = table.Value(row, i);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private Lasting During(DbTransaction transaction)
    {
        _transaction = transaction;
        return new(this);
    }

    private readonly struct Lasting(DossierStore store) : IDisposable
    {
        public void Dispose() => store._transaction = null;
    }
}
