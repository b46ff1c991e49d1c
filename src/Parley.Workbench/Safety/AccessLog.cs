using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Parley.Workbench.Safety;

/// <summary>A line a request, where one was asked for. Queries and bodies may hold words of a report and are left out.</summary>
internal sealed class AccessLog(RequestDelegate next, WorkbenchOptions options, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = clock.GetTimestamp();
        await next(context);
        options.AccessLog?.Invoke(string.Create(
            CultureInfo.InvariantCulture,
            $"{context.Request.Method} {context.Request.Path} {context.Response.StatusCode} {clock.GetElapsedTime(started).TotalMilliseconds:0} ms"));
    }
}
