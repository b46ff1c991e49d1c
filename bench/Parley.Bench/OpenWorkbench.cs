using System.Net;
using System.Text.Json;
using Parley.Dossiers;
using Parley.Storage.Postgres;
using Parley.Storage.Sqlite;
using Parley.Workbench;

namespace Parley.Bench;

/// <summary>The workbench served in this process on a dossier, and ways into it.</summary>
internal sealed class OpenWorkbench : IAsyncDisposable
{
    public const string Token = "bench";

    private readonly WorkbenchSite _site;

    private OpenWorkbench(Dossier dossier, WorkbenchSite site) => (Dossier, _site) = (dossier, site);

    public Dossier Dossier { get; }

    public static async Task<OpenWorkbench> StartAsync(string location, Action<string>? log = null, bool warm = false)
    {
        var store = PostgresDossiers.Names(location) ? await PostgresDossiers.OpenAsync(location, default) : await SqliteDossiers.OpenAsync(location, default);
        var dossier = await Dossier.OpenAsync(store, TimeProvider.System, default);
        return new(dossier, await WorkbenchSite.StartAsync(dossier, new() { Analyst = "bench", ApiToken = Token, AccessLog = log, WarmUp = warm }, TimeProvider.System, default));
    }

    /// <summary>Waits until every kind of page was asked for once, as it is a while after <c>parley serve</c>.</summary>
    public Task WarmAsync() => _site.Warm;

    /// <summary>A browser that followed a link of its own.</summary>
    public async Task<HttpClient> ReaderAsync()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = new(_site.Address) };
        using var entered = await client.GetAsync(_site.NewLink());
        return entered.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"not let in: {entered.StatusCode}");
    }

    /// <summary>A program with the token.</summary>
    public HttpClient Coder()
    {
        var client = new HttpClient { BaseAddress = new(_site.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return client;
    }

    /// <summary>Every page, asked as an analyst would ask it.</summary>
    public async Task<IReadOnlyList<string>> PagesAsync()
    {
        var view = await Dossier.ViewAsync(default);
        var (party, issue) = view.Positions.Cells.Where(c => c is { Party: > 0, Issue: > 0 }).MaxBy(c => view.Positions.Of(c.Party, c.Issue).Length);
        var other = view.Positions.Cells.First(c => c.Issue == issue && c.Party > 0 && c.Party != party).Party;
        var last = view.Reports.Max(r => r.Day)!.Value;
        var report = view.Reports.Last().Number;
        return
        [
            "/", "/matrix", $"/matrix?before={last.AddDays(-30):yyyy-MM-dd}", "/issues", $"/issues/{issue}", "/parties", $"/parties/{party}", "/reports", "/reports?order=unreviewed", $"/reports/{report}",
            $"/reports/{report}?review=true", "/review", "/calendar", $"/sentences?q={Uri.EscapeDataString(view.ActorName(party))}", "/sentences", $"/changes?since={last.AddDays(-7):yyyy-MM-dd}", "/contradictions",
            "/silence", "/network", $"/network/edge?from={party}&to={other}", "/scenarios", "/scenarios/stability", "/scenarios/forecast", "/brief", "/sources", "/codebook", "/add",
            $"/evidence/{report}/s1", $"/parts/evidence/{report}/s1", $"/?as-of={last.AddDays(-200):yyyy-MM-dd}",
        ];
    }

    /// <summary>Every list of the API that is asked without a number in its path.</summary>
    public async Task<IReadOnlyList<string>> ListsAsync(HttpClient client)
    {
        using var described = JsonDocument.Parse(await client.GetStringAsync("/api/v1.json"));
        var tie = (await PagesAsync()).Single(p => p.StartsWith("/network/edge?", StringComparison.Ordinal))["/network/edge".Length..];
        return [.. described.RootElement.GetProperty("paths").EnumerateObject().Where(p => !p.Name.Contains('{', StringComparison.Ordinal) && p.Value.TryGetProperty("get", out _)).Select(p => p.Name == "/api/v1/networks/positions" ? p.Name + tie : p.Name)];
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await Dossier.DisposeAsync();
    }
}
