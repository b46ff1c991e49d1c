using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Entries;
using Parley.Exchange.Answers;
using Parley.Exchange.Conflicts;
using Parley.Exchange.Networks;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>The engines: networks of the dossier, conflict models and forecasts.</summary>
internal static class ModelsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/networks", NetworkAsync).WithSummary("Who agrees and disagrees with whom, each tie with how many positions stand behind it: json, csv, graphml or gexf").WithTags("Models")
            .Asked("kind", "threshold", "most", "format").Produces<PartyNetwork>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/networks/positions", TieAsync).WithSummary("The positions behind the tie of two parties").WithTags("Models")
            .Asked("kind", "from", "to").Produces<Page<EntryId>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/stability", async (Dossier dossier, Ask ask, CancellationToken c) =>
            Results.Text(ConflictProposalFile.Write(await dossier.ProposeConflictAsync(ask.Question(1000), Math.Clamp(ask.Number("options") ?? 6, 2, ConflictText.MostOptions), c)), "application/yaml", Encoding.UTF8))
            .WithSummary("A conflict model proposed from the dossier, as YAML to change").WithTags("Models").Asked("options").Produces<string>(StatusCodes.Status200OK, "application/yaml").ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapPost("/stability", (Conflict conflict, CancellationToken c) => Results.Json(StabilityResult.Of(ConflictText.Read(conflict.Model).Model, c).Result, AnswerJson.Options))
            .WithSummary("What holds in a conflict model given as YAML of up to 12 options: equilibria, why they hold, the way from today").WithTags("Models").Produces<StabilityResult>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/forecast", async (Dossier dossier, Ask ask, CancellationToken c) =>
        {
            var proposal = await dossier.ProposeForecastAsync(ask.Question(1000), c);
            return Results.Json(proposal.Positions.Select(p => new ForecastInput(p.Party.Name, proposal.CapabilityOf(p.Party.Name), p.Issue.Name, p.Position, p.Salience)), AnswerJson.Options);
        }).WithSummary("Inputs of a forecast proposed from the dossier, to change").WithTags("Models").Asked().Produces<ForecastInput[]>();
        api.MapPost("/forecast", (ForecastInput[] inputs, CancellationToken c) => Results.Json(ForecastResult.Of(inputs, c).Result, AnswerJson.Options))
            .WithSummary("The compromise on one issue of up to 40 parties, the other models beside it, what moves it, and how it was tested").WithTags("Models").Produces<ForecastResult>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> NetworkAsync(HttpContext http, Dossier dossier, Ask ask, CancellationToken cancellationToken)
    {
        var view = await dossier.ViewAsync(cancellationToken);
        if (Tagged.IsFresh(http, view.Revision)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var (kind, threshold, most) = ask.Network();
        var text = new StringWriter();
        switch (ask.Text("format") ?? "json")
        {
            case "json":
                var network = PartyNetwork.Of(view, ask.Question(), kind, most, cancellationToken).Above(threshold);
                return Results.Json(new { network.View, Parties = network.Parties.Select(p => new { p.Party.Number, p.Party.Name, p.Count }), network.Others, network.Positions, network.Ties, PartyNetwork.Measure }, AnswerJson.Options);
            case "csv":
                SheetWriter.WriteCsv(PartyNetwork.Of(view, ask.Question(), kind, most, cancellationToken).Above(threshold).Sheet(), text);
                return File("text/csv", "network.csv");
            case "graphml":
                var (whole, settings) = PartyNetwork.Whole(view, ask.Question(), kind, cancellationToken);
                GraphMlFiles.WritePlain(whole, settings, text);
                return File("application/graphml+xml", "network.graphml");
            case "gexf":
                (whole, settings) = PartyNetwork.Whole(view, ask.Question(), kind, cancellationToken);
                GexfFile.Write([whole], settings, text);
                return File("application/gexf+xml", "network.gexf");
            case var other:
                throw new DossierException($"format: expected json, csv, graphml or gexf, found \"{other}\"");
        }

        IResult File(string type, string name) => Results.File(Encoding.UTF8.GetBytes(text.ToString()), $"{type}; charset=utf-8", name);
    }

    private static async Task<IResult> TieAsync(HttpContext http, Dossier dossier, Ask ask, CancellationToken cancellationToken)
    {
        var view = await dossier.ViewAsync(cancellationToken);
        var (from, to) = ask.Parties(view);
        return Page<EntryId>.Answer(http, ask, view, v => PartyNetwork.Between(v, ask.Question(), from, to, ask.Network().Kind, cancellationToken).Behind);
    }

    /// <param name="Model">As YAML; see docs/stability.md.</param>
    internal sealed record Conflict(string Model);
}
