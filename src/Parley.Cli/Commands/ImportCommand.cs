using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Exchange.Coding;
using Parley.Exchange.Dossiers;

namespace Parley.Cli.Commands;

/// <summary><c>parley import</c>: a new dossier from an export.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var input = new Argument<FileInfo>("file") { Description = "What \"parley export --format json\" wrote, or a file of Discourse Network Analyzer (.dna)" };
        var command = new Command("import", "Make a new dossier from an exported one, or from a coding made with Discourse Network Analyzer") { dossier, input };
        command.SetGuardedAction(async (parsed, cancellationToken) =>
        {
            var (location, file) = (parsed.GetValue(dossier)!, parsed.GetValue(input)!);
            if (IsDna(file)) return await ImportDnaAsync(location, file, cancellationToken);
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

    private static bool IsDna(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            var head = new byte[16];
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && DnaFile.LooksLikeIt(head);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DossierException($"{file}: {e.Message}", e);
        }
    }

    private static async Task<int> ImportDnaAsync(string location, FileInfo file, CancellationToken cancellationToken)
    {
        DnaCoding coding;
        try
        {
            coding = DnaFile.Read(file.FullName);
        }
        catch (FormatException e)
        {
            throw new DossierException($"{file}: {e.Message}", e);
        }

        await DossierFile.CreateAsync(location, Path.GetFileNameWithoutExtension(file.Name), cancellationToken);
        await using var opened = await DossierFile.OpenAsync(location, cancellationToken);
        var outcome = await new DnaImport(opened, Environment.UserName).RunAsync(coding, cancellationToken);
        Console.WriteLine($"{outcome.Reports} reports, {outcome.Statements} statements, {outcome.Positions} positions, {outcome.Issues} issues, {outcome.Judgements} judgements");
        if (outcome.Positions > 0) Console.WriteLine("Acts are not coded there: agreement is entered as endorse, disagreement as refuse.");
        foreach (var left in outcome.Left) Console.WriteLine($"  {left.Count} {left.What}: {left.Where}");
        return ExitCode.Done;
    }
}
