using System.CommandLine;
using System.Text;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Exchange.Answers;
using Parley.Exchange.Briefs;

namespace Parley.Cli.Commands;

/// <summary><c>parley brief</c>: one page on a period.</summary>
internal static class BriefCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var since = AnswerCommand.Date("--since", "First day of the period; else thirty days before its end");
        var asOf = AnswerCommand.Date("--as-of", "Last day of the period; else the day of the last report");
        var party = new Option<string[]>("--party") { Description = "Only this party (may be given again)", HelpName = "NAME" };
        var issue = new Option<string[]>("--issue") { Description = "Only this issue (may be given again)", HelpName = "LABEL" };
        var full = new Option<bool>("--full") { Description = "All that is told of the period, not only what fits one page" };
        var audience = new Option<string>("--audience") { Description = "desk, with the analysts' judgements; or public, without them", DefaultValueFactory = _ => "desk" };
        audience.AcceptOnlyFromAmong("desk", "public");
        var format = new Option<string?>("--format", "-f") { Description = "md, html, docx or json; else by the ending of the output file" };
        format.AcceptOnlyFromAmong("md", "html", "docx", "json");
        var output = new Option<FileInfo?>("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };
        var command = new Command("brief", "One page: state of play, what moved, positions, calendar, what to watch; every sentence with its source") { dossier, since, asOf, party, issue, full, audience, format, output };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var question = new Question
            {
                Since = AnswerCommand.Day(parsed.GetValue(since)), AsOf = AnswerCommand.Day(parsed.GetValue(asOf)), Parties = [.. parsed.GetValue(party) ?? []], Issues = [.. parsed.GetValue(issue) ?? []],
            };
            var brief = await opened.BriefAsync(question, new(parsed.GetValue(full), parsed.GetValue(audience) == "public"), cancellationToken);
            var file = parsed.GetValue(output);
            var how = parsed.GetValue(format) ?? (file?.Extension is { Length: > 1 } ending ? ending[1..].ToLowerInvariant() : "md");
            if (how == "docx" && file is null) throw new DossierException("a Word document needs a file: --output brief.docx");
            try
            {
                if (how == "docx")
                {
                    await using var word = file!.Create();
                    BriefWord.Write(brief, word);
                    return ExitCode.Done;
                }

                var text = how switch { "html" => BriefHtml.Write(brief), "json" => AnswerJson.Write(brief), _ => BriefMarkdown.Write(brief) };
                if (file is null) await Terminal.Output.WriteAsync(text);
                else await File.WriteAllTextAsync(file.FullName, text, new UTF8Encoding(false), cancellationToken);
                await Terminal.Output.FlushAsync(cancellationToken);
                return ExitCode.Done;
            }
            catch (Exception e) when (file is not null && e is IOException or UnauthorizedAccessException)
            {
                throw new DossierException($"{file}: cannot be written: {e.Message}", e);
            }
        });
        return command;
    }
}
