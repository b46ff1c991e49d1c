using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Safety;

/// <summary>Lets in who followed a one-time link, or a program that carries the token; nobody else.</summary>
internal sealed class Gate(RequestDelegate next, Sessions sessions, WorkbenchOptions options, Desk desk)
{
    public const string Cookie = "parley";
    private const string Seen = "parley-seen";

    public async Task InvokeAsync(HttpContext context, Visit visit)
    {
        if (context.Request.Path == "/enter")
        {
            await EnterAsync(context);
            return;
        }

        if (sessions.Find(context.Request.Cookies[Cookie]) is { } session) visit.Begin(session);
        else if (IsProgram(context) || IsFeed(context)) visit.BeginProgram(options.Analyst);
        else
        {
            await RefuseAsync(context);
            return;
        }

        await next(context);
    }

    private async Task EnterAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && sessions.Enter(context.Request.Query["key"]) is { } session)
        {
            var kept = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" };
            context.Response.Cookies.Append(Cookie, session.Token, kept);
            // What was seen is kept by the browser for a year; the session ends with the program.
            if (DateOnly.TryParseExact(context.Request.Cookies[Seen], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var seen)) session.LastVisit = seen;
            var last = await desk.LastReportAsync(context.RequestAborted);
            if (last is { } day)
                context.Response.Cookies.Append(Seen, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(366) });
            context.Response.Redirect("/");
            return;
        }

        await RefuseAsync(context);
    }

    private bool IsFeed(HttpContext context) =>
        context.Request.Path == "/calendar.ics" && HttpMethods.IsGet(context.Request.Method) && Same(context.Request.Query["key"].ToString(), sessions.FeedKey);

    private bool IsProgram(HttpContext context)
    {
        if (options.ApiToken is not { Length: > 0 } token || !context.Request.Path.StartsWithSegments("/api")) return false;
        return Same(context.Request.Headers.Authorization.ToString(), "Bearer " + token);
    }

    private static bool Same(string given, string secret) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
        return Faults.SayAsync(context, "This workbench is closed", "Open it with the link that “parley serve” printed. A link opens once; press Enter in the terminal for another.");
    }
}
