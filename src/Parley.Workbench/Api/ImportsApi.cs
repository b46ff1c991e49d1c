using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Workbench.Adding;

namespace Parley.Workbench.Api;

/// <summary>Adds reports: sent, then asked after.</summary>
internal static class ImportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/imports", async (HttpContext http, ImportDesk imports, CancellationToken c) =>
        {
            if (!http.Request.HasFormContentType) throw new DossierException("expected a form with files, text or url");
            var form = await http.Request.ReadFormAsync(c);
            var import = imports.Start(await Upload.OfAsync(form, c), Given.Of(form));
            return Results.Accepted($"/api/v1/imports/{import.Id}", import);
        }).WithSummary("Add reports: a form with files, text (with title), url; outlet and published for those that bring none").WithTags("Imports")
            .Accepts<IFormFile>("multipart/form-data", "application/x-www-form-urlencoded").Produces<Import>(202).ProducesProblem(400).ProducesProblem(413);
        api.MapGet("/imports/{id}", (string id, ImportDesk imports) => Results.Ok(imports.Find(id)))
            .WithSummary("How far an import is, and what could not be read").WithTags("Imports").Produces<Import>().ProducesProblem(404);
        api.MapDelete("/imports/{id}", async (string id, ImportDesk imports) => Results.Ok(await imports.CancelAsync(id)))
            .WithSummary("Stop an import; what was added stays").WithTags("Imports").Produces<Import>().ProducesProblem(404);
    }
}
