using Parley.Dossiers;
using Parley.Storage.Postgres;

namespace Parley.Cli.Dossiers;

/// <summary>A dossier where an engine takes a plain file as well.</summary>
internal static class DossierQuestion
{
    /// <summary>Whether the input is named as a dossier rather than a plain file.</summary>
    public static bool IsDossier(string location) =>
        PostgresDossiers.Names(location) || Path.GetExtension(location).Equals(".parley", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="DossierException">It cannot be opened, or holds too little.</exception>
    public static async Task<T> AskAsync<T>(string location, Func<Dossier, Task<T>> ask, CancellationToken cancellationToken)
    {
        await using var dossier = await DossierFile.OpenAsync(location, cancellationToken);
        return await ask(dossier);
    }
}
