using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;

namespace Parley.Cli.Commands;

/// <summary><c>parley init</c>: begins a dossier.</summary>
internal static class InitCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var name = new Option<string?>("--name") { Description = "Name of the negotiation; else the file's name" };
        var command = new Command("init", "Begin a dossier") { dossier, name };
        command.SetGuardedAction(async (parsed, cancellationToken) =>
        {
            await DossierFile.CreateAsync(parsed.GetValue(dossier)!, parsed.GetValue(name), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
