using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley changes</c>: what moved.</summary>
internal static class ChangesCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("changes", "What moved: sentence before and after, firmer or softer, new or the same line again");
        var repeated = new Option<bool>("--repeated") { Description = "Show lines that were only said again as well" };
        answer.Command.Options.Add(repeated);
        return answer.Answering(async (dossier, question, parsed, cancellationToken) =>
        {
            var changes = await dossier.ChangesAsync(question, cancellationToken);
            var sheet = AnswerSheets.Of(changes, parsed.GetValue(repeated));
            return Answer.Of(changes, sheet) with { Blocks = console => ChangeBlocks.Write(changes, parsed.GetValue(repeated), sheet, console) };
        });
    }
}
