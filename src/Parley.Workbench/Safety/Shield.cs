using Microsoft.AspNetCore.Http;

namespace Parley.Workbench.Safety;

/// <summary>Headers that keep a browser from doing more than the pages need, and a check that the request was meant for this site.</summary>
internal sealed class Shield(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // A name that resolves to the loopback address (DNS rebinding) would let another site's page in.
        if (context.Request.Host.Host is not ("127.0.0.1" or "localhost" or "[::1]"))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return Faults.SayAsync(context, "This is not the workbench’s name", "It answers to 127.0.0.1 and localhost alone.");
        }

        var headers = context.Response.Headers;
        // The browser of the API draws itself with style elements; it is Scalar's, and scripts stay this site's own there too.
        headers.ContentSecurityPolicy = context.Request.Path == "/api" ? Policy.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal) : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
