using Parley.Dossiers;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Dossiers;

/// <summary>Opens what a user names as a dossier: a file.</summary>
internal static class DossierFile
{
    public static async Task CreateAsync(string location, string? name, CancellationToken cancellationToken) =>
        await SqliteDossiers.CreateAsync(location, name ?? Path.GetFileNameWithoutExtension(location), TimeProvider.System, cancellationToken);

    public static async Task<Dossier> OpenAsync(string location, CancellationToken cancellationToken) =>
        await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(location, cancellationToken), TimeProvider.System, cancellationToken);
}
