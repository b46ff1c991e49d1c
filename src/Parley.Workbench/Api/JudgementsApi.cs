using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Briefs;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Answers;
using Parley.Exchange.Briefs;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>The dossier as a whole, what analysts add from their own minds, and the brief.</summary>
internal static class JudgementsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/dossier", async (HttpContext http, Dossier dossier, CancellationToken c) =>
        {
            var view = await dossier.ViewAsync(c);
            if (Tagged.IsFresh(http, view.Revision)) return Results.StatusCode(StatusCodes.Status304NotModified);
            return Results.Ok(new About(view.Info.Name, view.Info.Created, view.Revision, view.Reports.Count(), view.Statements.Length, view.Positions.Count, view.Reports.Max(r => r.Day)));
        }).WithSummary("What the dossier is and how much it holds").WithTags("Dossier").Produces<About>();

        api.MapGet("/judgements", async (HttpContext http, Ask ask, Dossier dossier, CancellationToken c) => Page<Judgement>.Answer(http, ask, await dossier.ViewAsync(c), v => v.Judgements))
            .WithSummary("Judgements, those taken back included").WithTags("Judgements").Paged().Produces<Page<Judgement>>();
        api.MapPost("/judgements", async (NewJudgement j, Dossier dossier, Visit visit, CancellationToken c) =>
            Results.Json(await dossier.JudgeAsync(j.Kind, j.Subject, j.Value, j.Reason, visit.Author(), c), statusCode: StatusCodes.Status201Created))
            .WithSummary("Add a judgement").WithTags("Judgements").Produces<Judgement>(StatusCodes.Status201Created).ProducesProblem(400);
        api.MapPost("/judgements/{number:int}/withdraw", async (int number, Dossier dossier, Visit visit, CancellationToken c) => Results.Ok(await dossier.WithdrawAsync(number, visit.Author(), c)))
            .WithSummary("Take a judgement back; it stays in the history").WithTags("Judgements").Produces<Judgement>().ProducesProblem(404);

        api.MapGet("/corrections", async (HttpContext http, Ask ask, Dossier dossier, CancellationToken c) => Page<Correction>.Answer(http, ask, await dossier.ViewAsync(c), v => v.Corrections))
            .WithSummary("Every correction, undone ones included, in the order of time").WithTags("Corrections").Paged().Produces<Page<Correction>>();

        api.MapGet("/brief", BriefAsync).WithSummary("One page on a period: json, md, html or docx").WithTags("Dossier").Asked("full", "format").Produces<Brief>();
    }

    private static async Task<IResult> BriefAsync(Dossier dossier, Ask ask, CancellationToken cancellationToken)
    {
        var brief = await dossier.BriefAsync(ask.Question(), new(ask.Text("full") == "true"), cancellationToken);
        switch (ask.Text("format") ?? "json")
        {
            case "json": return Results.Json(brief, AnswerJson.Options);
            case "md": return Results.File(Encoding.UTF8.GetBytes(BriefMarkdown.Write(brief)), "text/markdown; charset=utf-8", "brief.md");
            case "html": return Results.File(Encoding.UTF8.GetBytes(BriefHtml.Write(brief)), "text/html; charset=utf-8", "brief.html");
            case "docx":
                var word = new MemoryStream();
                BriefWord.Write(brief, word);
                return Results.File(word.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "brief.docx");
            case var other: throw new DossierException($"format: expected json, md, html or docx, found \"{other}\"");
        }
    }

    /// <param name="LastReport">Day of the last report; null where none has a day.</param>
    internal sealed record About(string Name, DateTimeOffset Created, long Revision, int Reports, int Statements, int Positions, DateOnly? LastReport);

    internal sealed record NewJudgement(JudgementKind Kind, string Subject, string Value, string? Reason);
}
