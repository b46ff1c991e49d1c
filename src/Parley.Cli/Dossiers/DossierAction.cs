using System.CommandLine;
using Parley.Cli.Output;
using Parley.Dossiers;

namespace Parley.Cli.Dossiers;

/// <summary>Runs a command on a dossier; what goes wrong is said in one line.</summary>
internal static class DossierAction
{
    public static Argument<string> Argument() => new("dossier") { Description = "The dossier: a file like NAME.parley, or a database like postgres://user@host/name" };

    public static void SetDossierAction(this Command command, Argument<string> dossier, Func<Dossier, ParseResult, CancellationToken, Task<int>> run) =>
        command.SetGuardedAction(async (parsed, cancellationToken) =>
        {
            await using var opened = await DossierFile.OpenAsync(parsed.GetValue(dossier)!, cancellationToken);
            return await run(opened, parsed, cancellationToken);
        });

    public static void SetGuardedAction(this Command command, Func<ParseResult, CancellationToken, Task<int>> run) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return await run(parsed, cancellationToken);
            }
            catch (DossierException e)
            {
                Console.Error.WriteLine($"parley: {e.Message.ReplaceLineEndings(" ")}");
                return ExitCode.BadInput;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCode.Cancelled;
            }
        });
}
