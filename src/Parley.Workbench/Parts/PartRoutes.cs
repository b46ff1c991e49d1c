using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Parts;

/// <summary>Pieces of pages that a script fetches, and the forms that pages send.</summary>
internal static class PartRoutes
{
    public static void MapParts(this IEndpointRouteBuilder site)
    {
        site.MapGet("/parts/evidence/{report:int}/{entry}", async (int report, string entry, string? @return, Dossier dossier, CancellationToken cancellationToken) =>
            new RazorComponentResult<EvidenceCard>(new { Entry = await EntrySheet.OfAsync(dossier, Id(report, entry), cancellationToken), Return = Local(@return) }));
        site.MapPost("/do/entries/{report:int}/{entry}", CorrectAsync);
        site.MapJudgements();
        site.MapBrief();
        ReaderRoutes.Map(site);
        ImportRoutes.Map(site);
        site.MapScenarios();
        site.MapPost("/do/me", (HttpContext http, Visit visit, IFormCollection form) =>
        {
            if (form["name"].ToString().Trim() is { Length: > 0 and <= 80 } name) visit.Rename(name);
            http.Response.Redirect(Local(form["return"]));
        });
    }

    /// <summary>Only paths of this site: an address elsewhere would let a form send its reader away.</summary>
    public static string Local(string? address) => address is ['/', not ('/' or '\\'), ..] ? address : "/";

    public static EntryId Id(int report, string entry) => EntryId.TryParse($"{report}/{entry}", out var id) ? id : throw new DossierException($"there is no entry {report}/{entry}");

    /// <summary>From the drawer's form, or from a button of the report reader that says in its address what it does.</summary>
    private static async Task CorrectAsync(int report, string entry, HttpContext http, Dossier dossier, Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        var id = Id(report, entry);
        var author = visit.Author(form["note"], int.TryParse(Given("seen"), out var seen) ? seen : null);
        switch (Given("how"))
        {
            case "confirm": await dossier.ConfirmAsync(id, author, cancellationToken); break;
            case "reject": await dossier.RejectAsync(id, author, cancellationToken); break;
            case "undo": await dossier.UndoAsync(author.Seen, author, cancellationToken); break;
            case "edit": await dossier.EditAsync(id, await ChangesAsync(dossier, id, form, cancellationToken), author, cancellationToken); break;
            default: throw new DossierException("how: expected confirm, reject, undo or edit");
        }

        var back = Local(Given("return")).Split('#')[0];
        http.Response.Redirect(back.StartsWith("/evidence/", StringComparison.Ordinal) ? $"/evidence/{id}" : back == $"/reports/{report}" ? $"{back}#{entry}" : $"{back}#entry={id}");

        string Given(string name) => (form.TryGetValue(name, out var value) ? value : http.Request.Query[name]).ToString();
    }

    /// <summary>The fields that differ from what the page showed: a merged name that stands in another's stead is not written over the read one.</summary>
    private static async Task<Fields> ChangesAsync(Dossier dossier, EntryId id, IFormCollection form, CancellationToken cancellationToken)
    {
        var sheet = await EntrySheet.OfAsync(dossier, id, cancellationToken);
        var changes = new Fields();
        foreach (var (name, value) in sheet.Fields)
            if (form.TryGetValue("f-" + name, out var given) && given.ToString().Trim() is var text && text != value) changes.Add(name, text);
        if (changes.Count == 0) throw new DossierException($"nothing to change: {id} reads so already");
        return changes;
    }
}
