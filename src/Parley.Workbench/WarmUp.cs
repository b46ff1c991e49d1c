using System.Globalization;
using Parley.Dossiers;
using Parley.Workbench.Safety;

namespace Parley.Workbench;

/// <summary>Asks for every kind of page once after the start, one at a time: what is compiled, read and put together on first use is there before an analyst asks.</summary>
internal sealed class WarmUp(Dossier dossier, Sessions sessions, Uri address)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var session = sessions.Open();
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = address };
            client.DefaultRequestHeaders.Add("Cookie", $"{Gate.Cookie}={session.Token}");
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip"); // as browsers do, so that packing is compiled too
            await foreach (var path in PathsAsync(cancellationToken))
            {
                using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
                await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            // The site is closing. A page that fails says so to whoever asks for it.
        }
        finally
        {
            sessions.Close(session);
        }
    }

    private async IAsyncEnumerable<string> PathsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return "/";
        var view = await dossier.ViewAsync(cancellationToken);
        if (view.Reports.LastOrDefault() is not { } report) yield break;
        yield return $"/reports/{report.Number}";
        yield return $"/parts/evidence/{report.Number}/s1";
        var cells = view.Positions.Cells.Where(c => c is { Party: > 0, Issue: > 0 }).OrderByDescending(c => view.Positions.Of(c.Party, c.Issue).Length).Take(2).ToList();
        yield return "/matrix";
        foreach (var (party, issue) in cells.Take(1))
        {
            yield return $"/issues/{issue}";
            yield return $"/parties/{party}";
        }

        foreach (var path in new[] { "/calendar", "/network", "/brief", "/scenarios/stability", "/scenarios/forecast", "/sentences", "/changes", "/issues", "/reports", "/review", "/parties", "/contradictions", "/silence", "/sources", "/codebook" })
            yield return path;
        if (cells.Count > 1 && cells[0].Party != cells[1].Party) yield return $"/network/edge?from={cells[0].Party}&to={cells[1].Party}";
        if (report.Day is { } day) yield return string.Create(CultureInfo.InvariantCulture, $"/?as-of={day.AddDays(-30):yyyy-MM-dd}");
        yield return "/api/v1/calendar.ics";
        yield return "/api/v1/timeline";
    }
}
