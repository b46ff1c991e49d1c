using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Exchange.Answers;
using Parley.Exchange.Networks;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>The engines: networks of the dossier, conflict models and forecasts.</summary>
internal static class ModelsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/networks", NetworkAsync).WithSummary("Who agrees and disagrees with whom, each tie with the positions behind it: json, csv, graphml or gexf").WithTags("Models")
            .Asked("kind", "threshold", "most", "format").Produces<PartyNetwork>().ProducesProblem(StatusCodes.Status400BadRequest);

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
}
