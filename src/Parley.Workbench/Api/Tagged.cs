using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Parley.Workbench.Api;

/// <summary>Entity tags: what was asked is unchanged while the dossier's revision is.</summary>
internal static class Tagged
{
    /// <summary>Sets the tag of the answer; true where the caller holds that answer already.</summary>
    public static bool IsFresh(HttpContext http, long revision)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch == tag;
    }
}
