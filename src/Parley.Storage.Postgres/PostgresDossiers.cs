using Microsoft.EntityFrameworkCore;
using Npgsql;
using Parley.Dossiers;
using Parley.Storage.Rows;

namespace Parley.Storage.Postgres;

/// <summary>Dossiers in PostgreSQL databases, one a database, for teams.</summary>
public static class PostgresDossiers
{
    private const int PatienceSeconds = 10;

    /// <summary>Whether a location names a database rather than a file: "Host=…;Database=…" or "postgres://…".</summary>
    public static bool Names(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return location.StartsWith("postgres://", StringComparison.Ordinal) || location.StartsWith("postgresql://", StringComparison.Ordinal)
            || location.Contains("Host=", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Begins a dossier in a database, which is created where it is missing.</summary>
    /// <exception cref="DossierException">The database holds a dossier already, or cannot be reached.</exception>
    public static async Task CreateAsync(string location, string name, TimeProvider clock, CancellationToken cancellationToken)
    {
        var connectionString = ConnectionString(location);
        var shown = Shown(connectionString);
        try
        {
            await using var context = Context(new NpgsqlConnection(connectionString));
            await context.Database.MigrateAsync(cancellationToken);
            if (await context.Dossiers.AnyAsync(cancellationToken)) throw new DossierException($"{shown} holds a dossier already");
            context.Dossiers.Add(DossierRow.Begin(name, clock));
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw Say(e, shown);
        }
    }

    /// <summary>Opens a dossier; one of an older version of Parley is brought up to date first.</summary>
    /// <exception cref="DossierException">The database cannot be reached, holds no dossier, or a newer Parley wrote it.</exception>
    public static async Task<IDossierStore> OpenAsync(string location, CancellationToken cancellationToken)
    {
        var connectionString = ConnectionString(location);
        var shown = Shown(connectionString);
        var connection = new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await UpgradeAsync(connection, shown, cancellationToken);
            return new PostgresDossierStore(connection, shown);
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw Say(e, shown);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal static DossierException Say(NpgsqlException e, string shown) => e is PostgresException { SqlState: "55P03" }
        ? new($"{shown} is being written by someone else; waited {PatienceSeconds} seconds", e)
        : new($"{shown}: {e.Message}", e);

    internal static PostgresContext Context(NpgsqlConnection connection) => new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql(connection).Options);

    private static async Task UpgradeAsync(NpgsqlConnection connection, string shown, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT to_regclass('\"__EFMigrationsHistory\"') IS NOT NULL";
        if (await command.ExecuteScalarAsync(cancellationToken) is not true) throw new DossierException($"{shown} holds no dossier; begin one with: parley init");
        command.CommandText = """SELECT max("MigrationId") FROM "__EFMigrationsHistory" """;
        var order = string.CompareOrdinal(await command.ExecuteScalarAsync(cancellationToken) as string ?? "", PostgresSchema.Latest);
        if (order > 0) throw new DossierException($"{shown} was written by a newer Parley");
        if (order == 0) return;
        await using var context = Context(connection);
        await context.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Accepts the address form that the server's own tools take.</summary>
    private static string ConnectionString(string location)
    {
        var builder = new NpgsqlConnectionStringBuilder();
        try
        {
            if (!location.StartsWith("postgres", StringComparison.Ordinal) || !location.Contains("://", StringComparison.Ordinal))
            {
                builder.ConnectionString = location;
            }
            else
            {
                var address = new Uri(location);
                builder.Host = address.Host;
                if (address.Port > 0) builder.Port = address.Port;
                builder.Database = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/'));
                var user = address.UserInfo.Split(':', 2);
                if (user[0].Length > 0) builder.Username = Uri.UnescapeDataString(user[0]);
                if (user.Length > 1) builder.Password = Uri.UnescapeDataString(user[1]);
            }
        }
        catch (Exception e) when (e is ArgumentException or UriFormatException or FormatException)
        {
            throw new DossierException($"expected a database like postgres://user@host/name, found \"{location.Split("Password", 2)[0]}\"", e);
        }

        // Changes of schema may take long on a large dossier; waiting for a lock may not.
        builder.CommandTimeout = 120;
        builder.Options = $"-c lock_timeout={PatienceSeconds}s";
        builder.MaxAutoPrepare = 20;
        return builder.ToString();
    }

    /// <summary>Without the password.</summary>
    private static string Shown(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgres://{builder.Host}:{builder.Port}/{builder.Database}";
    }
}
