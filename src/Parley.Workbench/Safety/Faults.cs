using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Http.Features;
using Parley.Dossiers;
using Parley.Workbench.Parts;

namespace Parley.Workbench.Safety;

/// <summary>Turns what went wrong into one sentence: a page for people, RFC 9457 for programs.</summary>
internal sealed class Faults(RequestDelegate next, WorkbenchOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false, ContentLength: null or 0 })
                await SayAsync(context, "There is no such page", "The address may be misspelt, or what it showed was taken away.");
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to tell.
        }
        catch (Exception e) when (!context.Response.HasStarted && Status(e) is { } status)
        {
            context.Response.StatusCode = status;
            // Where, not what: a message may hold words of a report.
            if (status == StatusCodes.Status500InternalServerError) options.AccessLog?.Invoke($"error {e.GetType().Name} {string.Join(" < ", (e.StackTrace ?? "").Split('\n').Take(6).Select(l => l.Trim()))}");
            await (status switch
            {
                StatusCodes.Status500InternalServerError => SayAsync(context, "Something went wrong", "Parley met an error it did not expect. The dossier is as it was."),
                StatusCodes.Status413PayloadTooLarge => SayAsync(context, "That is too large", $"At most {Limits.UploadBytes >> 20} MB are taken at a time. Nothing was added."),
                _ => SayAsync(context, "That could not be done", Sentence(e.Message)),
            });
        }
    }

    /// <summary>Writes the answer for a fault; the status is set already.</summary>
    public static Task SayAsync(HttpContext context, string title, string detail)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
            return context.Response.WriteAsJsonAsync(
                new ProblemDetails { Type = "about:blank", Title = title, Detail = detail, Status = context.Response.StatusCode }, options: null, "application/problem+json", context.RequestAborted);
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(title)} · Parley</title>
            <link rel="icon" href="{Bundle.Link("icon.svg")}"><link rel="stylesheet" href="{Bundle.Link("parley.css")}"></head><body class="fault"><main><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(detail)}</p><p>{Back(context)}<a href="/">Today</a></p></main></body></html>
            """,
            context.RequestAborted);
    }

    /// <summary>Where a form came from, if it said so: what was given is not lost, and the page shows what stands now.</summary>
    private static string Back(HttpContext context)
    {
        var given = context.Request.Query["return"].ToString();
        if (given.Length == 0 && HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IFormFeature>()?.Form is { } form) given = form["return"].ToString();
        return given.Length > 0 ? $"""<a href="{WebUtility.HtmlEncode(PartRoutes.Local(given))}">Back to the page</a> · """ : "";
    }

    private static int? Status(Exception e) => e switch
    {
        DossierConflictException => StatusCodes.Status409Conflict,
        DossierException { Message: var m } when m.StartsWith("there is no ", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        DossierException or FormatException => StatusCodes.Status400BadRequest,
        BadHttpRequestException bad => bad.StatusCode,
        // Form tokens stand in the body: one that is too large or broken shows there first.
        AntiforgeryValidationException { InnerException: { } inner } => Status(inner),
        InvalidDataException => StatusCodes.Status400BadRequest,
        OperationCanceledException => null,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static string Sentence(string message) => message.Length == 0 ? message : char.ToUpperInvariant(message[0]) + message[1..] + (message[^1] is '.' or '?' or '”' ? "" : ".");
}
