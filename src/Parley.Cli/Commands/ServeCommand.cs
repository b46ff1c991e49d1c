using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Workbench;

namespace Parley.Cli.Commands;

/// <summary><c>parley serve</c>: the workbench, a site on this computer alone.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var port = new Option<int>("--port") { Description = "Port on the loopback address; else any that is free", HelpName = "NUMBER" };
        var by = new Option<string?>("--by") { Description = "Name under which corrections are kept; else the user of this computer", HelpName = "NAME" };
        var allowPrivate = new Option<bool>("--allow-private") { Description = "Fetch reports from addresses of this computer and its network too" };
        var log = new Option<bool>("--log") { Description = "Print a line for every request (never its words)" };
        var command = new Command("serve", "Open the workbench on a dossier: a site on this computer, let in by a link that opens once") { dossier, port, by, allowPrivate, log };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var options = new WorkbenchOptions
            {
                Analyst = parsed.GetValue(by) ?? Environment.UserName,
                Port = parsed.GetValue(port),
                AllowPrivateAddresses = parsed.GetValue(allowPrivate),
                ApiToken = Environment.GetEnvironmentVariable("PARLEY_API_TOKEN"),
                WarmUp = true,
                AccessLog = parsed.GetValue(log) ? Console.Error.WriteLine : null,
            };
            try
            {
                await using var site = await WorkbenchSite.StartAsync(opened, options, TimeProvider.System, cancellationToken);
                Console.WriteLine($"The workbench on {opened.Location} is open; this link lets one browser in:");
                Console.WriteLine(site.NewLink());
                Console.WriteLine("Press Enter for another link, Ctrl-C to close.");
                await GiveLinksAsync(site, cancellationToken);
                return ExitCode.Done;
            }
            catch (IOException e)
            {
                Console.Error.WriteLine($"parley: {e.Message}");
                return ExitCode.BadInput;
            }
        });
        return command;
    }

    private static async Task GiveLinksAsync(WorkbenchSite site, CancellationToken cancellationToken)
    {
        try
        {
            while (await Console.In.ReadLineAsync(cancellationToken) is not null) Console.WriteLine(site.NewLink());
            await site.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("The workbench is closed.");
        }
    }
}
