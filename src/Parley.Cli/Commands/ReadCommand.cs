using System.CommandLine;
using Parley.Exchange.Readings;
using Parley.Exchange.Reports;
using Parley.Language;
using Parley.Reading;

namespace Parley.Cli.Commands;

/// <summary><c>parley read</c>: reports in, readings out.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var inputs = new Argument<string[]>("input") { Description = "Report files", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "jsonl" };
        var command = new Command("read", "Read reports and say who said what, for whom, and what they want") { inputs, format };
        command.SetAction((parsed, cancellationToken) => Run(parsed.GetValue(inputs)!, cancellationToken));
        return command;
    }

    private static async Task<int> Run(string[] inputs, CancellationToken cancellationToken)
    {
        var reader = ReportReader.Load();
        foreach (var path in inputs)
        {
            if (path.EndsWith(".jsonl", StringComparison.Ordinal))
            {
                await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
                    Console.WriteLine(ReadingJson.Write(reader.Read(ReportJsonLines.Read(line), cancellationToken)));
            }
            else
            {
                var text = new SourceText(await File.ReadAllTextAsync(path, cancellationToken));
                Console.WriteLine(ReadingJson.Write(reader.Read(new(ReportId.Of(text), text), cancellationToken)));
            }
        }

        return 0;
    }
}
