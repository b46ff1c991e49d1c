using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Exchange.Dossiers;

namespace Parley.Cli.Commands;

/// <summary><c>parley import</c>: a new dossier from an export.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var input = new Argument<FileInfo>("file") { Description = "What \"parley export --format json\" wrote" };
        var command = new Command("import", "Make a new dossier from an exported one") { dossier, input };
        command.SetGuardedAction(async (parsed, cancellationToken) =>
        {
            var (location, file) = (parsed.GetValue(dossier)!, parsed.GetValue(input)!);
            DossierCopy copy;
            try
            {
                await using var stream = file.OpenRead();
                copy = DossierJson.Read(stream);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
            {
                throw new DossierException($"{file}: {e.Message}", e);
            }

            await DossierFile.CreateAsync(location, copy.Name, cancellationToken);
            await using var opened = await DossierFile.OpenAsync(location, cancellationToken);
            await opened.RestoreAsync(copy, cancellationToken);
            Console.WriteLine($"{copy.Reports.Length} reports, {copy.Corrections.Length} corrections, {copy.Judgements.Length} judgements");
            return ExitCode.Done;
        });
        return command;
    }
}
