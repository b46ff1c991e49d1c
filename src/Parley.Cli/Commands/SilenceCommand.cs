using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley silence</c>: what is not being said.</summary>
internal static class SilenceCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("silence", "Live issues on which a party has said nothing");
        var days = new Option<int>("--days") { Description = "Days without a word that count as silence", DefaultValueFactory = _ => 14, HelpName = "DAYS" };
        answer.Command.Options.Add(days);
        return answer.Answering(async (dossier, question, parsed, cancellationToken) =>
        {
            var silence = await dossier.SilenceAsync(question, parsed.GetValue(days), cancellationToken);
            return Answer.Of(silence, AnswerSheets.Of(silence));
        });
    }
}
