using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Safety;

/// <summary>Every request that changes something carries the form token of its page, as a field or as the header <c>X-Parley-Form</c>.</summary>
internal sealed class FormGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext context, Visit visit)
    {
        var method = context.Request.Method;
        var safe = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
        if (!safe && !visit.IsProgram && !await antiforgery.IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await Faults.SayAsync(context, "The page was out of date", "Its form token is missing or no longer valid. Load the page again, then repeat what you did.");
            return;
        }

        await next(context);
    }
}
