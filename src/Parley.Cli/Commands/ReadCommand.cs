using System.CommandLine;
using System.Text;
using Parley.Cli.Output;
using Parley.Exchange.Readings;
using Parley.Exchange.Reports;
using Parley.Language;
using Parley.Reading;

namespace Parley.Cli.Commands;

/// <summary><c>parley read</c>: reports in, readings out.</summary>
internal static class ReadCommand
{
    private const string Examples = """
        Examples:
          parley read report.txt --published 2024-03-14
          parley read page.html --format html --output reading.html
          parley read reports/ --format jsonl --output readings.jsonl
          parley read "archive/**/*.txt" corpus.jsonl --format jsonl --threads 2
          parley read report.txt --explain p4
          parley read report.txt --explain "rest days"
          curl -s https://example.org/news | parley read -
        """;

    public static Command Create()
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "Report files (text, HTML, JSON lines with {id, text, …}), folders, patterns, URLs, or - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var published = new Option<string?>("--published") { Description = "Day relative dates count from, for reports that bring none", HelpName = "DATE" };
        var format = new Option<string>("--format", "-f") { Description = "How to write the reading", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "jsonl", "md", "html", "conllu");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };
        var threads = new Option<int>("--threads", "-t") { Description = "Reports read at a time", DefaultValueFactory = _ => Environment.ProcessorCount };
        var minConfidence = new Option<double>("--min-confidence") { Description = "Leave out statements and positions less sure than this, 0 to 1" };
        var explain = new Option<string?>("--explain") { Description = "Say why a statement or position was read so: its id, or words of it", HelpName = "ID|WORDS" };
        var encoding = new Option<string?>("--encoding") { Description = "Encoding of text files that are not Unicode, such as windows-1252", HelpName = "NAME" };
        var force = new Option<bool>("--force") { Description = "Read text that does not look English all the same" };
        threads.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 1 or > 256) r.AddError("--threads: expected a number from 1 to 256");
        });
        published.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } text && !PublicationDate.TryParse(text, out _)) r.AddError($"--published: expected a date like 2024-03-14, found \"{text}\"");
        });
        minConfidence.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double>() is < 0 or > 1) r.AddError("--min-confidence: expected a number from 0 to 1");
        });
        encoding.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } name && FindEncoding(name) is null) r.AddError($"--encoding: \"{name}\" is no known encoding");
        });

        var command = new Command("read", $"Read reports: who said what for whom, what each party wants, when they meet.\n\n{Examples}")
        {
            inputs, published, format, output, threads, minConfidence, explain, encoding, force,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            PublicationDate.TryParse(parsed.GetValue(published), out var date);
            var name = parsed.GetValue(encoding);
            return new ReadRun(
                parsed.GetValue(inputs)!, date, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(threads),
                parsed.GetValue(minConfidence), name is null ? null : FindEncoding(name), parsed.GetValue(force), parsed.GetValue(explain)).RunAsync(cancellationToken);
        });
        return command;
    }

    private static Encoding? FindEncoding(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
