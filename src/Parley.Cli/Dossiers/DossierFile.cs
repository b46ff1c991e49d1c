using Parley.Dossiers;
using Parley.Storage.Postgres;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Dossiers;

/// <summary>Opens what a user names as a dossier: a file, or a database of a team.</summary>
internal static class DossierFile
{
    public static async Task CreateAsync(string location, string? name, CancellationToken cancellationToken)
    {
        if (PostgresDossiers.Names(location)) await PostgresDossiers.CreateAsync(location, name ?? "dossier", TimeProvider.System, cancellationToken);
        else await SqliteDossiers.CreateAsync(location, name ?? Path.GetFileNameWithoutExtension(location), TimeProvider.System, cancellationToken);
    }

    public static async Task<Dossier> OpenAsync(string location, CancellationToken cancellationToken) => await Dossier.OpenAsync(
        PostgresDossiers.Names(location) ? await PostgresDossiers.OpenAsync(location, cancellationToken) : await SqliteDossiers.OpenAsync(location, cancellationToken),
        TimeProvider.System, cancellationToken);
}
