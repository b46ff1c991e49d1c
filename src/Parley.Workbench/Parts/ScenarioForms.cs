using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Judgements;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Parts;

/// <summary>Keeps a model under the analyst's name and the day.</summary>
internal static class ScenarioForms
{
    public static void MapScenarios(this IEndpointRouteBuilder site) =>
        site.MapPost("/do/scenarios", async (HttpContext http, Dossier dossier, Visit visit, IFormCollection form, CancellationToken cancellationToken) =>
        {
            var (kind, text) = (form["kind"].ToString(), form["value"].ToString());
            Models.Check(kind, text);
            var kept = await dossier.JudgeAsync(JudgementKind.Model, form["subject"].ToString().Trim(), text, kind, visit.Author(), cancellationToken);
            http.Response.Redirect($"/scenarios/{kind}?kept={kept.Number}");
        });
}
