using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Exchange.Answers;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>The dossier's answers, as JSON, CSV or Markdown.</summary>
internal static class AnswersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        Get(api, "/matrix", "Where each party stands on each issue", (d, q, ask, c) => d.MatrixAsync(q, ask.Day("before"), c), AnswerSheets.Rows);
        Get(api, "/changes", "What moved, and what was said again", (d, q, _, c) => d.ChangesAsync(q, c), a => AnswerSheets.Of(a, repeated: false));
        Get(api, "/statements", "What was said, in order", (d, q, _, c) => d.StatementsAsync(q, c), a => AnswerSheets.Of(a));
        Get(api, "/timeline", "What happened, day by day", (d, q, _, c) => d.TimelineAsync(q, c), a => AnswerSheets.Of(a));
        Get(api, "/calendar", "Meetings and deadlines: what was said, what happened", (d, q, _, c) => d.CalendarAsync(q, c), a => AnswerSheets.Of(a));
        Get(api, "/contradictions", "Where a party stands on both sides of an issue", (d, q, ask, c) => d.ContradictionsAsync(q, ask.Number("days") ?? 14, c), a => AnswerSheets.Of(a));
        Get(api, "/agreement", "Where the parties agree already", (d, q, _, c) => d.AgreementAsync(q, c), a => AnswerSheets.Of(a));
        Get(api, "/silence", "Live issues on which a party says nothing", (d, q, ask, c) => d.SilenceAsync(q, ask.Number("days") ?? 21, c), a => AnswerSheets.Of(a));
        Get(api, "/sources", "Outlets and what they bring", (d, q, _, c) => d.SourcesAsync(q, c), a => AnswerSheets.Of(a));
        Get(api, "/facets", "How what was said spreads over parties, speakers, issues, acts, modes and outlets", (d, q, _, c) => d.FacetsAsync(q, c), null);
        api.MapGet("/calendar.ics", CalendarAsync).WithSummary("The calendar as iCalendar").WithTags("Answers").Asked();
    }

    /// <summary>The calendar as iCalendar, for download and as the feed that <see cref="Safety.Gate"/> opens by a key.</summary>
    public static async Task<IResult> CalendarAsync(Dossier dossier, Ask ask, TimeProvider clock, CancellationToken cancellationToken)
    {
        var calendar = await dossier.CalendarAsync(ask.Question(1000) with { Unquoted = true }, cancellationToken);
        await dossier.QuoteAsync(calendar.Meetings.SelectMany(m => m.Told.TakeLast(CalendarFile.MostQuoted)).Select(t => t.Evidence).Concat(calendar.Deadlines.Select(d => d.Evidence)), cancellationToken);
        return Results.File(Encoding.UTF8.GetBytes(CalendarFile.Write(calendar, dossier.Info.Name, clock.GetUtcNow())), "text/calendar; charset=utf-8", "calendar.ics");
    }

    /// <summary>An answer with an entity tag: the dossier's revision and the question make it.</summary>
    private static void Get<T>(
        RouteGroupBuilder api, string path, string summary, Func<Dossier, Question, Ask, CancellationToken, Task<T>> answer, Func<T, Sheet>? sheet) =>
        api.MapGet(path, async (HttpContext http, Dossier dossier, Ask ask, CancellationToken cancellationToken) =>
        {
            var view = await dossier.ViewAsync(cancellationToken);
            if (Tagged.IsFresh(http, view.Revision)) return Results.StatusCode(StatusCodes.Status304NotModified);
            var given = await answer(dossier, ask.Question(), ask, cancellationToken);
            var format = ask.Text("format") ?? "json";
            if (format == "json" || sheet is null) return Results.Json(given, AnswerJson.Options);
            return SheetResult.Of(sheet(given), format, path.Trim('/'));
        }).WithSummary(summary).WithTags("Answers").Asked("before", "days", "format").Produces<T>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
}
