using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Parts;

/// <summary>Forms by which an analyst judges and keeps the codebook.</summary>
internal static class JudgementForms
{
    public static void MapJudgements(this IEndpointRouteBuilder site)
    {
        site.MapPost("/do/judgements", async (HttpContext http, Dossier dossier, Visit visit, IFormCollection form, CancellationToken cancellationToken) =>
        {
            if (!FieldText.TryEnum<JudgementKind>(form["kind"], out var kind)) throw new DossierException($"kind: expected interest, alternative, reliability, track, note or model, found \"{form["kind"]}\"");
            await dossier.JudgeAsync(kind, form["subject"].ToString(), form["value"].ToString().Trim(), Text(form, "reason"), visit.Author(), cancellationToken);
            http.Response.Redirect(PartRoutes.Local(form["return"]));
        });
        site.MapPost("/do/issues", async (HttpContext http, Dossier dossier, Visit visit, IFormCollection form, CancellationToken cancellationToken) =>
        {
            await dossier.AddIssueAsync(form["label"].ToString().Trim(), Given(form, "definition", "terms"), visit.Author(), cancellationToken);
            http.Response.Redirect(PartRoutes.Local(form["return"]));
        });
        site.MapPost("/do/issues/{number:int}", async (int number, HttpContext http, Dossier dossier, Visit visit, IFormCollection form, CancellationToken cancellationToken) =>
        {
            var view = await dossier.ViewAsync(cancellationToken);
            var changes = Given(form, "label", "definition", "terms", "accepted", "mergedInto", "opposed");
            if (Text(form, "parentLabel") is { } parent) changes.Add("parent", Number(view.RequireIssue(parent)));
            if (Text(form, "mergedIntoLabel") is { } into) changes.Add("mergedInto", Number(view.RequireIssue(into)));
            await dossier.RenameAsync(SubjectKind.Issue, number, changes, visit.Author(), cancellationToken);
            http.Response.Redirect(PartRoutes.Local(form["return"]));
        });
    }

    private static Fields Given(IFormCollection form, params ReadOnlySpan<string> names)
    {
        var fields = new Fields();
        foreach (var name in names)
            if (form.TryGetValue(name, out var value)) fields.Add(name, value.ToString().Trim());
        return fields;
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
