using System.Collections.Immutable;
using System.Text;
using Parley.Cli.Output;
using Parley.Exchange.Readings;
using Parley.Exchange.Reports;
using Parley.Language;
using Parley.Reading;
using Spectre.Console;

namespace Parley.Cli.Commands;

/// <summary>One run of <c>parley read</c>.</summary>
internal sealed record ReadRun(
    string[] Inputs, PublicationDate? Published, string Format, FileInfo? Output, int Threads, double MinConfidence, Encoding? Encoding, bool Force, string? Explain)
{
    private const long ProgressFromBytes = 200_000; // less than this is read before a bar could be seen

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var problems = new Problems(Console.Error);
        using var fetcher = new PageFetcher(allowPrivate: true);
        var sources = new ReportSources(fetcher, Console.OpenStandardInput, Encoding);
        StreamWriter? file = null;
        try
        {
            if (Output is not null) file = new StreamWriter(Output.FullName, append: false, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Tell(Output!.ToString(), $"cannot be written: {e.Message}");
            return ExitCode.BadInput;
        }

        await using (file)
        {
            var writer = Writer(file);
            var written = 0;
            var cancelled = false;
            await WithProgressAsync(async report =>
            {
                try
                {
                    var reader = new Lazy<ReportReader>(ReportReader.Load);
                    await foreach (var (input, account, problem) in sources.ReadAsync(Inputs, cancellationToken).InOrderAsync(Threads, (i, c) => Read(reader.Value, i, c), cancellationToken))
                    {
                        if (problem is not null) problems.Tell(input.Where, problem);
                        if (account is not null)
                        {
                            writer.Write(account);
                            written++;
                        }

                        report(input.Consumed, written);
                    }
                }
                catch (OperationCanceledException)
                {
                    cancelled = true;
                }
            });
            if (written > 0 || problems.Count == 0) writer.Complete();
            if (cancelled) return ExitCode.Cancelled;
            return problems.Count == 0 ? ExitCode.Done : written > 0 ? ExitCode.Partly : ExitCode.BadInput;
        }
    }

    private (ReportInput Input, Account? Account, string? Problem) Read(ReportReader reader, ReportInput input, CancellationToken cancellationToken)
    {
        if (input.Report is not { } report) return (input, null, input.Problem);
        if (!Force && !EnglishCheck.IsEnglish(report.Text)) return (input, null, "does not look English, the one language Parley reads (--force reads it all the same)");
        report = report with { Published = report.Published ?? Published };
        var document = reader.Language.Analyze(report.Text, cancellationToken);
        var account = new Account(report, Sure(reader.Read(report, document, cancellationToken))) { Document = document };
        if (Explain is null) return (input, account, null);
        return ExplanationList.Has(account, Explain)
            ? (input, account with { Explanations = reader.Explain(report, document, cancellationToken) }, null)
            : (input, null, $"has no statement or position \"{Explain}\" (an id such as p1 or s1 as --format json gives it, or words of it)");
    }

    private ReportReading Sure(ReportReading reading)
    {
        if (MinConfidence <= 0) return reading;
        var statements = reading.Statements.Where(s => s.Confidence >= MinConfidence).ToImmutableArray();
        var kept = statements.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        return reading with
        {
            Statements = statements,
            Positions = [.. reading.Positions.Where(p => p.Confidence >= MinConfidence && (p.Statement is null || kept.Contains(p.Statement)))],
        };
    }

    private IReadingWriter Writer(StreamWriter? file)
    {
        if (Explain is not null) return new ExplanationList(Terminal.ConsoleFor(file), Explain);
        var output = (TextWriter?)file ?? Terminal.Output;
        return Format switch
        {
            "json" => new JsonReadingWriter(output),
            "jsonl" => new JsonLinesReadingWriter(output),
            "md" => new MarkdownReadingWriter(output),
            "html" => new HtmlReadingWriter(output),
            "conllu" => new ConlluReadingWriter(output),
            _ => new ReadingTable(Terminal.ConsoleFor(file)),
        };
    }

    private async Task WithProgressAsync(Func<Action<long, int>, Task> work)
    {
        var total = ReportSources.TotalBytes(Inputs);
        if (total < ProgressFromBytes || Console.IsErrorRedirected || (Output is null && !Console.IsOutputRedirected))
        {
            await work((_, _) => { });
            return;
        }

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress().AutoClear(true).Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("reading", maxValue: total);
                await work((consumed, written) =>
                {
                    task.Value = Math.Max(task.Value, consumed);
                    task.Description = $"{written} reports";
                });
            });
    }
}
