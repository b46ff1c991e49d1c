using Microsoft.Playwright;
using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Reading;
using Parley.Storage.Sqlite;
using Parley.Workbench;
using Parley.Workbench.Tests;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Parley.Workbench.Tests;

/// <summary>The sample dossier, read by the real reader, and the system's Chromium. Each test opens a site of its own on a copy of the file.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-site-").FullName;
    private readonly SemaphoreSlim _once = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _copies;

    private string Master => Path.Combine(_folder, "sample.parley");

    public async ValueTask InitializeAsync()
    {
        await SqliteDossiers.CreateAsync(Master, "River toll", TimeProvider.System, default);
        await using var dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(Master, default), TimeProvider.System, default);
        var reader = ReportReader.Load();
        await foreach (var line in File.ReadLinesAsync(Path.Combine(Root, "samples", "dossier", "reports.jsonl")))
        {
            var report = ReportJsonLines.Read(line);
            await dossier.AddAsync(report, reader.Read(report), default);
        }
    }

    /// <summary>Top folder of the project.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A site on a copy of the sample, or on an empty dossier.</summary>
    public async Task<OpenSite> OpenAsync(WorkbenchOptions? options = null, bool empty = false, TimeProvider? clock = null, bool slow = false)
    {
        var file = Path.Combine(_folder, $"copy{Interlocked.Increment(ref _copies)}.parley");
        if (empty) await SqliteDossiers.CreateAsync(file, "Empty", TimeProvider.System, default);
        else File.Copy(Master, file);
        var store = await SqliteDossiers.OpenAsync(file, default);
        var dossier = await Dossier.OpenAsync(slow ? new SlowStore(store) : store, clock ?? TimeProvider.System, default);
        var site = await WorkbenchSite.StartAsync(dossier, options ?? new() { Analyst = "Anna" }, clock ?? TimeProvider.System, default);
        return new(site, dossier, this);
    }

    public async Task<IBrowser> BrowserAsync()
    {
        await _once.WaitAsync();
        try
        {
            if (_browser is not null) return _browser;
            var path = Array.Find(Browsers, File.Exists);
            Assert.SkipWhen(path is null, "no Chromium on this system: apt-get install chromium");
            _playwright = await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
        }
        finally
        {
            _once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _once.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindRoot()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
            if (File.Exists(Path.Combine(at, "Parley.slnx"))) return at;
        throw new DirectoryNotFoundException("Parley.slnx lies nowhere above the tests");
    }
}

/// <summary>A running site, and ways into it.</summary>
public sealed class OpenSite(WorkbenchSite site, Dossier dossier, SampleSite sample) : IAsyncDisposable
{
    public WorkbenchSite Site => site;

    public Dossier Dossier => dossier;

    public string Address => site.Address;

    /// <summary>A client that followed a link of its own; it does not follow redirects, so that tests see them.</summary>
    public async Task<HttpClient> EnterAsync()
    {
        var client = Stranger();
        (await client.GetAsync(site.NewLink())).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return client;
    }

    /// <summary>A client that nobody let in.</summary>
    public HttpClient Stranger() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new(), Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new(site.Address) };

    /// <summary>A page of a browser that was let in, at a desk or on a telephone.</summary>
    public async Task<IPage> PageAsync(bool telephone = false, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await (await sample.BrowserAsync()).NewContextAsync(new()
        {
            ViewportSize = telephone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
            ColorScheme = scheme,
        });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => throw new InvalidOperationException(error);
        await page.GotoAsync(site.NewLink());
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await dossier.DisposeAsync();
    }
}
