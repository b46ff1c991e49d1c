using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Parley.Workbench.Safety;

/// <summary>Style, script and icon out of the assembly. Their address carries a hash of what they hold, so a browser keeps them for good.</summary>
internal sealed class Bundle(RequestDelegate next)
{
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Hash)> Files = Load();

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/assets", out var rest) || !Files.TryGetValue(rest.Value!.TrimStart('/'), out var file)) return next(context);
        context.Response.ContentType = Path.GetExtension(rest.Value) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        context.Response.Headers.CacheControl = context.Request.Query["v"] == file.Hash ? "public, max-age=31536000, immutable" : "no-cache";
        return context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted).AsTask();
    }

    public static string Text(string name) => System.Text.Encoding.UTF8.GetString(Files[name].Bytes);

    public static string Link(string name) => $"/assets/{name}?v={Files[name].Hash}";

    private static FrozenDictionary<string, (byte[], string)> Load()
    {
        const string prefix = "wwwroot/";
        var assembly = typeof(Bundle).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).ToFrozenDictionary(
            n => n[prefix.Length..],
            n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]);
            },
            StringComparer.Ordinal);
    }
}
