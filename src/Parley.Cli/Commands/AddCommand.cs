using System.CommandLine;
using System.Runtime.CompilerServices;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Reading;

namespace Parley.Cli.Commands;

/// <summary><c>parley add</c>: reads reports into a dossier, several at a time, and keeps them one by one.</summary>
internal static class AddCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var inputs = new Argument<string[]>("input")
        {
            Description = "Report files, folders, patterns, JSON lines, URLs, feeds, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var published = new Option<string?>("--published") { Description = "Day of publication of reports that bring none", HelpName = "DATE" };
        published.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } text && !PublicationDate.TryParse(text, out _)) r.AddError($"--published: expected a date like 2024-03-14, found \"{text}\"");
        });
        var outlet = new Option<string?>("--outlet") { Description = "Outlet of reports that name none", HelpName = "NAME" };
        var threads = new Option<int>("--threads", "-t") { Description = "Reports read at a time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("add", "Read reports into a dossier; those it holds already are passed over, so an interrupted run is simply run again")
        {
            dossier, inputs, published, outlet, threads,
        };
        command.SetDossierAction(dossier, (opened, parsed, cancellationToken) => new AddRun(
            opened, parsed.GetValue(inputs)!, PublicationDate.TryParse(parsed.GetValue(published), out var day) ? day : null, parsed.GetValue(outlet),
            Math.Clamp(parsed.GetValue(threads), 1, 256)).RunAsync(cancellationToken));
        return command;
    }

    private sealed record AddRun(Dossier Dossier, string[] Inputs, PublicationDate? Published, string? Outlet, int Threads)
    {
        private int _known;

        public async Task<int> RunAsync(CancellationToken cancellationToken)
        {
            var problems = new Problems(Console.Error);
            using var fetcher = new PageFetcher(allowPrivate: true);
            var sources = new ReportSources(fetcher, Console.OpenStandardInput);
            var reader = new Lazy<ReportReader>(ReportReader.Load);
            var (added, copies) = (0, 0);
            var reports = NewAsync(sources.ReadAsync(Inputs, cancellationToken), problems, cancellationToken);
            await foreach (var (report, reading) in reports.InOrderAsync(Threads, (r, c) => (r, reader.Value.Read(r, c)), cancellationToken))
            {
                var addition = await Dossier.AddAsync(report, reading, cancellationToken);
                if (!addition.Added)
                {
                    _known++;
                    continue;
                }

                added++;
                if (addition.CopyOf > 0) copies++;
            }

            Console.WriteLine($"{Count(added, "report")} added{(copies > 0 ? $", {copies} of them repeating another" : "")}{(_known > 0 ? $"; {_known} there already" : "")}");
            return problems.Count == 0 ? ExitCode.Done : added + _known > 0 ? ExitCode.Partly : ExitCode.BadInput;
        }

        private async IAsyncEnumerable<Report> NewAsync(IAsyncEnumerable<ReportInput> found, Problems problems, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var input in found.WithCancellation(cancellationToken))
            {
                if (input.Problem is { } problem) problems.Tell(input.Where, problem);
                if (input.Report is not { } bare) continue;
                var report = bare with { Published = bare.Published ?? Published, Outlet = bare.Outlet ?? Outlet };
                if (await Dossier.FindAsync(report, cancellationToken) > 0) _known++;
                else yield return report;
            }
        }

        private static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";
    }
}
