using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Answers;

namespace Parley.Workbench.Api;

/// <summary>Names of actors and issues, for completing what is typed.</summary>
internal static class NamesApi
{
    private const int Most = 20;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/names/actors", (string? q, Dossier dossier, CancellationToken c) => FindAsync(dossier, v => v.Actors.Select(a => new Named(a.Number, a.Name)), q, c))
            .WithSummary("Actors whose name holds the words; those that begin with them first").WithTags("Names").Produces<Named[]>();
        api.MapGet("/names/issues", (string? q, Dossier dossier, CancellationToken c) => FindAsync(dossier, v => v.Issues.Select(i => new Named(i.Number, i.Label)), q, c))
            .WithSummary("Issues whose label holds the words; those that begin with them first").WithTags("Names").Produces<Named[]>();
    }

    private static async Task<IResult> FindAsync(Dossier dossier, Func<DossierView, IEnumerable<Named>> names, string? words, CancellationToken cancellationToken) => Results.Ok(
        names(await dossier.ViewAsync(cancellationToken)).Where(n => n.Name.Contains(words ?? "", StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(n => n.Name.StartsWith(words ?? "", StringComparison.OrdinalIgnoreCase)).ThenBy(n => n.Name, StringComparer.OrdinalIgnoreCase).Take(Most).ToArray());
}
