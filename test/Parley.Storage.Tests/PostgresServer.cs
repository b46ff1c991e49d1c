using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Parley.Storage.Tests;

/// <summary>A PostgreSQL server of the tests' own, in a folder of its own, on a free port of the loopback; gone when the tests end.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"parley-pg-{Guid.NewGuid():N}");
    private string _programs = "";
    private int _port;
    private int _databases;

    /// <summary>Why there is no server; null where there is one.</summary>
    public string? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(d => File.Exists(Path.Combine(d, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault("")
            : "";
        if (_programs.Length == 0)
        {
            Missing = "no PostgreSQL under /usr/lib/postgresql";
            return;
        }

        Directory.CreateDirectory(_folder);
        _port = FreePort();
        if (Environment.UserName == "root") await Run("chown", "postgres", _folder);
        var made = await Server("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        if (made is not null)
        {
            Missing = "initdb failed: " + made;
            return;
        }

        Missing = await Server("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder, "log"), "-o", $"-p {_port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off", "start");
    }

    public async ValueTask DisposeAsync()
    {
        if (Missing is null) await Server("pg_ctl", "-D", Data, "-m", "immediate", "stop");
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A connection string to a database that does not exist yet.</summary>
    public string NewDatabase() => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=dossier{Interlocked.Increment(ref _databases)};Pooling=false";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server refuses to run as root.</summary>
    private Task<string?> Server(string program, params string[] arguments) => Environment.UserName == "root"
        ? Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", Path.Combine(_programs, program), .. arguments])
        : Run(Path.Combine(_programs, program), arguments);

    private static async Task<string?> Run(string program, params string[] arguments)
    {
        // The server inherits its starter's output and keeps it open: reading it to the end would wait for the server to stop.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}";
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
