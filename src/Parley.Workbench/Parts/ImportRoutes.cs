using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Parley.Workbench.Adding;

namespace Parley.Workbench.Parts;

/// <summary>The form that adds reports, and the piece of its page that tells how far it is.</summary>
internal static class ImportRoutes
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapPost("/do/imports", async (HttpContext http, ImportDesk imports, CancellationToken cancellationToken) =>
        {
            var form = await http.Request.ReadFormAsync(cancellationToken);
            http.Response.Redirect($"/add?import={imports.Start(await Upload.OfAsync(form, cancellationToken), Given.Of(form)).Id}");
        });
        site.MapPost("/do/imports/{id}/cancel", async (string id, HttpContext http, ImportDesk imports) =>
        {
            await imports.CancelAsync(id);
            http.Response.Redirect($"/add?import={id}");
        });
        site.MapGet("/parts/imports/{id}", (string id, ImportDesk imports) => new RazorComponentResult<ImportProgress>(new { Import = imports.Find(id) }));
    }
}
