using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Workbench.Adding;
using Parley.Workbench.Api;
using Parley.Workbench.Asking;
using Parley.Workbench.Pages;
using Parley.Workbench.Parts;
using Parley.Workbench.Safety;

namespace Parley.Workbench;

/// <summary>The site on which an analyst works with one dossier, on the loopback address.</summary>
public sealed class WorkbenchSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Sessions _sessions;
    private readonly CancellationTokenSource _closing = new();

    private WorkbenchSite(WebApplication app, Sessions sessions) => (_app, _sessions) = (app, sessions);

    /// <summary>Done once every kind of page was asked for; at once where the options do not want that.</summary>
    public Task Warm { get; private set; } = Task.CompletedTask;

    /// <summary>Where the site listens, like <c>http://127.0.0.1:5123</c>.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>A link that opens the site once; whoever follows it first is let in.</summary>
    public string NewLink() => $"{Address}/enter?key={_sessions.NewKey()}";

    /// <summary>Starts the site. The dossier stays the caller's.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WorkbenchSite> StartAsync(Dossier dossier, WorkbenchOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(options);
        // Empty: neither settings files of the folder it happens to start in nor the environment have a say.
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "Parley.Workbench", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.UploadBytes;
            kestrel.Limits.MaxRequestLineSize = Limits.AddressBytes;
        });
        var sessions = new Sessions(options.Analyst);
        var services = builder.Services;
        services.AddSingleton(dossier).AddSingleton(options).AddSingleton(clock).AddSingleton(sessions).AddSingleton<Desk>().AddSingleton<ImportDesk>();
        services.AddScoped<Visit>().AddScoped<Ask>().AddHttpContextAccessor();
        services.AddRoutingCore();
        // What is sent stays in memory: a note of a source must not lie in a folder for temporary files.
        services.Configure<FormOptions>(o => (o.MemoryBufferThreshold, o.ValueLengthLimit, o.MultipartBodyLengthLimit) = ((int)Limits.UploadBytes, ReportFile.MaxBytes, Limits.UploadBytes));
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(o => (o.HeaderName, o.Cookie.Name, o.Cookie.SameSite) = ("X-Parley-Form", "parley-form", Microsoft.AspNetCore.Http.SameSiteMode.Strict));
        services.AddResponseCompression(o => o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"]);
        services.AddRazorComponents();
        services.AddParleyApi();

        var app = builder.Build();
        app.UseMiddleware<AccessLog>();
        app.UseMiddleware<Shield>();
        app.UseResponseCompression();
        app.UseMiddleware<Faults>();
        app.UseMiddleware<Bundle>();
        app.UseMiddleware<Gate>();
        app.UseMiddleware<FormGuard>();
        app.UseRouting();
        app.UseAntiforgery();
        app.MapParleyApi();
        app.MapGroup("").ExcludeFromDescription().MapParts();
        app.MapRazorComponents<App>();
        await app.StartAsync(cancellationToken);
        var site = new WorkbenchSite(app, sessions);
        if (options.WarmUp) site.Warm = Task.Run(() => new WarmUp(dossier, sessions, new(site.Address)).RunAsync(site._closing.Token), CancellationToken.None);
        return site;
    }

    /// <summary>Waits until the site is stopped.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Warm;
        _closing.Dispose();
        await _app.DisposeAsync();
    }
}
