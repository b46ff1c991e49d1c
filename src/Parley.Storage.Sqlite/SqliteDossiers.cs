using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Parley.Dossiers;
using Parley.Storage.Rows;

namespace Parley.Storage.Sqlite;

/// <summary>Dossiers in files of their own.</summary>
public static class SqliteDossiers
{
    private const int PatienceSeconds = 10;

    /// <summary>Begins a dossier in a new file.</summary>
    /// <exception cref="DossierException">The file exists, or cannot be written.</exception>
    public static async Task CreateAsync(string path, string name, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (File.Exists(path)) throw new DossierException($"{path} exists already");
        try
        {
            await using var connection = await ConnectAsync(path, SqliteOpenMode.ReadWriteCreate, cancellationToken);
            await using var context = Context(connection);
            await context.Database.MigrateAsync(cancellationToken);
            context.Dossiers.Add(DossierRow.Begin(name, clock));
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DossierException($"cannot write {path}: {e.Message}", e);
        }
    }

    /// <summary>Opens a dossier; one of an older version of Parley is brought up to date first.</summary>
    /// <exception cref="DossierException">There is no such file, it is no dossier, or a newer Parley wrote it.</exception>
    public static async Task<IDossierStore> OpenAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) throw new DossierException($"there is no dossier {path}; begin one with: parley init {path}");
        SqliteConnection? connection = null;
        try
        {
            connection = await ConnectAsync(path, SqliteOpenMode.ReadWrite, cancellationToken);
            await UpgradeAsync(connection, path, cancellationToken);
            await ReadOnceAsync(connection, cancellationToken);
            return new SqliteDossierStore(connection, path);
        }
        catch (SqliteException e)
        {
            if (connection is not null) await connection.DisposeAsync();
            throw Say(e, path);
        }
        catch
        {
            if (connection is not null) await connection.DisposeAsync();
            throw;
        }
    }

    internal static DossierException Say(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => new($"{path} is being written by another program; waited {PatienceSeconds} seconds", e),
        8 => new($"{path} cannot be written: the file or its folder is read-only", e),
        11 or 26 => new($"{path} is no dossier, or is damaged: {e.Message}", e),
        13 => new($"the disk is full: {path} was left as it was", e),
        _ => new($"{path}: {e.Message}", e),
    };

    internal static SqliteContext Context(SqliteConnection connection) => new(new DbContextOptionsBuilder<SqliteContext>().UseSqlite(connection).Options);

    internal static async Task<SqliteConnection> ConnectAsync(string path, SqliteOpenMode mode, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Cache = SqliteCacheMode.Private,
            Pooling = false,
            DefaultTimeout = PatienceSeconds,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Most pages are read a single time: room for few, used again and again, is read into twice as fast as room for many.</summary>
    private static async Task ReadOnceAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA cache_size = -512;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Compares the last migration by plain SQL, for building the model takes longer than opening may.</summary>
    private static async Task UpgradeAsync(SqliteConnection connection, string path, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'""";
        if (Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), null) == 0) throw new DossierException($"{path} is no dossier");
        command.CommandText = """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """;
        var last = await command.ExecuteScalarAsync(cancellationToken) as string ?? "";
        var order = string.CompareOrdinal(last, SqliteSchema.Latest);
        if (order > 0) throw new DossierException($"{path} was written by a newer Parley");
        if (order == 0) return;
        await using var context = Context(connection);
        await context.Database.MigrateAsync(cancellationToken);
    }
}
