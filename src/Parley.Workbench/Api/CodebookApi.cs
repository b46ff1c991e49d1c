using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Parties;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>The names of the dossier: its issues, its actors, and who speaks for whom.</summary>
internal static class CodebookApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/issues", async (HttpContext http, Ask ask, Dossier dossier, CancellationToken c) => Page<DossierIssue>.Answer(http, ask, await dossier.ViewAsync(c), v => v.Issues))
            .WithSummary("The codebook").WithTags("Names").Paged().Produces<Page<DossierIssue>>();
        api.MapGet("/issues/advice", async (Ask ask, Dossier dossier, CancellationToken c) => Results.Ok(await dossier.AdviseAsync(Math.Clamp(ask.Number("limit") ?? 20, 1, 50), c)))
            .WithSummary("Issues the codebook might take in, and pairs that might be one").WithTags("Names").Produces<CodebookAdvice>();
        api.MapPost("/issues", async (NewIssue issue, Dossier dossier, Visit visit, CancellationToken c) =>
            Kept(await dossier.AddIssueAsync(issue.Label, Given(issue.Fields), visit.Author(issue.Note), c)))
            .WithSummary("Add an issue to the codebook").WithTags("Names").Produces<Correction>(StatusCodes.Status201Created).ProducesProblem(400);
        api.MapPatch("/issues/{number:int}", (int number, Change change, Dossier dossier, Visit visit, CancellationToken c) => RenameAsync(SubjectKind.Issue, number, change, dossier, visit, c))
            .WithSummary("Change an issue: label, definition, terms, parent, accepted, mergedInto, opposed").WithTags("Names").Produces<Correction>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/actors", async (HttpContext http, Ask ask, Dossier dossier, CancellationToken c) => Page<DossierActor>.Answer(http, ask, await dossier.ViewAsync(c), v => v.Actors))
            .WithSummary("The actors, each under the name that stands for it").WithTags("Names").Paged().Produces<Page<DossierActor>>();
        api.MapPatch("/actors/{number:int}", (int number, Change change, Dossier dossier, Visit visit, CancellationToken c) => RenameAsync(SubjectKind.Actor, number, change, dossier, visit, c))
            .WithSummary("Change an actor: name, aliases, kind, country, part, mergedInto").WithTags("Names").Produces<Correction>().ProducesProblem(400).ProducesProblem(404);
        api.MapGet("/mandates", async (HttpContext http, Ask ask, Dossier dossier, CancellationToken c) => Page<MandateRead>.Answer(
                http, ask, await dossier.ViewAsync(c), v => v.Mandates.Select(m => new MandateRead(m.Person, m.Party, m.Role, m.From, m.To, Set: true)).Concat(v.MandatesRead)))
            .WithSummary("Who speaks for whom: as set by analysts, then as reports show it").WithTags("Names").Paged().Produces<Page<MandateRead>>();
        api.MapPost("/mandates", async (NewMandate m, Dossier dossier, Visit visit, CancellationToken c) =>
            Kept(await dossier.AddMandateAsync(m.Person, m.Party, m.Role, m.From, m.To, visit.Author(m.Note), c)))
            .WithSummary("Say for whom a person speaks, from when to when").WithTags("Names").Produces<Correction>(StatusCodes.Status201Created).ProducesProblem(400);
    }

    private static async Task<IResult> RenameAsync(SubjectKind kind, int number, Change change, Dossier dossier, Visit visit, CancellationToken cancellationToken) =>
        Results.Ok(await dossier.RenameAsync(kind, number, Given(change.Fields), visit.Author(change.Note), cancellationToken));

    private static IResult Kept(Correction correction) => Results.Json(correction, statusCode: StatusCodes.Status201Created);

    private static Fields Given(Dictionary<string, string>? values)
    {
        var fields = new Fields();
        foreach (var (name, value) in values ?? []) fields.Add(name, value);
        return fields;
    }

    /// <param name="Fields">Field to new value; an empty value empties the field.</param>
    /// <param name="Note">Why.</param>
    internal sealed record Change(Dictionary<string, string> Fields, string? Note);

    internal sealed record NewIssue(string Label, Dictionary<string, string>? Fields, string? Note);

    /// <param name="Person">Number of an actor, as <paramref name="Party"/>.</param>
    internal sealed record NewMandate(int Person, int Party, string? Role, DateOnly? From, DateOnly? To, string? Note);
}
