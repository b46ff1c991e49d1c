using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary><c>parley parse</c>: text in, words with tags and trees out, as CoNLL-U.</summary>
internal static class ParseCommand
{
    private const string Examples = """
        Examples:
          parley parse report.txt
          parley parse reports/ --output reports.conllu
          parley parse --gold-tokens treebank.conllu --output parsed.conllu
        """;

    public static Command Create()
    {
        var inputs = new Argument<string[]>("input")
        {
            Description = "Report files (text, HTML, JSON lines with {id, text, …}), folders, patterns, URLs, or - for standard input",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var gold = new Option<FileInfo?>("--gold-tokens") { Description = "CoNLL-U file whose words are taken as they are and given new lemmas, tags and trees", HelpName = "FILE" };
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };
        var command = new Command("parse", $"Cut text into sentences and words and write their lemmas, tags and trees as CoNLL-U.\n\n{Examples}") { inputs, gold, output };
        command.Validators.Add(result =>
        {
            var given = result.GetValue(inputs)?.Length > 0;
            if (given == (result.GetValue(gold) is not null)) result.AddError("expected either inputs or --gold-tokens FILE");
        });
        command.SetAction((parsed, cancellationToken) =>
            new ParseRun(parsed.GetValue(inputs)!, parsed.GetValue(gold), parsed.GetValue(output)).RunAsync(cancellationToken));
        return command;
    }
}
