using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Exchange.Answers;
using Parley.Exchange.Readings;
using Parley.Reading;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>Reports: the list, one with its text and entries, and what the reader read out of it.</summary>
internal static class ReportsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reports", async (HttpContext http, Dossier dossier, Ask ask, CancellationToken c) =>
        {
            var view = await dossier.ViewAsync(c);
            return Tagged.IsFresh(http, view.Revision) ? Results.StatusCode(StatusCodes.Status304NotModified) : List(ReportList.Of(view, ask), ask.Text("format") ?? "json");
        }).WithSummary("Reports, the latest first; asked by as-of, outlet, q (words of the title), same, copies, order, offset, limit").WithTags("Reports").Produces<ReportList>().ProducesProblem(400);
        api.MapGet("/reports/{report:int}", async (int report, HttpContext http, Dossier dossier, CancellationToken c) =>
        {
            var view = await dossier.ViewAsync(c);
            var doubtful = Doubt.Of(view, DateOnly.MaxValue).ToLookup(id => id.Report);
            var row = ReportRow.Of(view, view.Report(report), doubtful);
            if (Tagged.IsFresh(http, view.Revision)) return Results.StatusCode(StatusCodes.Status304NotModified);
            var sheet = await ReportSheet.OfAsync(dossier, report, c);
            return Results.Ok(new ReportShown(row, sheet.Report.Reader, sheet.Text.Original, [.. sheet.Entries.Select(e => EntryShown.Of(e.Sheet))]));
        }).WithSummary("One report: its text, and its entries in the order of the text").WithTags("Reports").Produces<ReportShown>().ProducesProblem(404);
        api.MapGet("/reports/{report:int}/reading", async (int report, Dossier dossier, CancellationToken c) =>
            Results.Text(ReadingJson.Write(await dossier.ReadingAsync(report, c), indented: true), "application/json", Encoding.UTF8))
            .WithSummary("What the reader read out of a report, before any correction (parley.reading/1)").WithTags("Reports").Produces<ReportReading>().ProducesProblem(404);
    }

    private static IResult List(ReportList list, string format)
    {
        if (format == "json") return Results.Json(list, AnswerJson.Options);
        var sheet = new Sheet(
            ["Number", "Id", "Date", "Title", "Outlet", "URL", "Statements", "Positions", "Entries", "Reviewed", "Doubtful", "Copies"],
            [.. list.Reports.Select(Row)], "No report answers to this.");
        return SheetResult.Of(sheet, format, "reports");
    }

    private static ImmutableArray<string> Row(ReportRow r) =>
    [
        Text(r.Number), r.Id, r.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Title ?? "", r.Outlet ?? "", r.Url ?? "",
        Text(r.Statements), Text(r.Positions), Text(r.Entries), Text(r.Reviewed), Text(r.Doubtful), Text(r.Copies),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Reader">Name and version of the reader whose reading it is.</param>
/// <param name="Text">As it was imported; spans count its code points.</param>
internal sealed record ReportShown(ReportRow Report, string Reader, string Text, EntryShown[] Entries);
