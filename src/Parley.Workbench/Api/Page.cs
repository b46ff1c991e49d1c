using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Parley.Dossiers;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Api;

/// <summary>Some rows of a list.</summary>
/// <param name="Total">How many there are in all.</param>
/// <param name="Offset">How many were skipped.</param>
internal sealed record Page<T>(int Total, int Offset, ImmutableArray<T> Rows)
{
    private const int Most = 1000;

    /// <summary>The page that the address asks for by <c>offset</c> and <c>limit</c>, with the dossier's revision as its tag.</summary>
    public static IResult Answer(HttpContext http, Ask ask, DossierView view, Func<DossierView, IEnumerable<T>> rows)
    {
        if (Tagged.IsFresh(http, view.Revision)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var (offset, limit) = (Math.Max(0, ask.Number("offset") ?? 0), Math.Clamp(ask.Number("limit") ?? 100, 1, Most));
        var all = rows(view).ToList();
        return Results.Ok(new Page<T>(all.Count, offset, [.. all.Skip(offset).Take(limit)]));
    }
}
