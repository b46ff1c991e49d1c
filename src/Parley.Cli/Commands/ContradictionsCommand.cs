using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley contradictions</c>: where a party says two things.</summary>
internal static class ContradictionsCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("contradictions", "Where a party stands on both sides of an issue, by speaker or audience");
        var days = new Option<int>("--within") { Description = "Days between two sentences beyond which the line counts as changed", DefaultValueFactory = _ => 14, HelpName = "DAYS" };
        answer.Command.Options.Add(days);
        return answer.Answering(async (dossier, question, parsed, cancellationToken) =>
        {
            var contradictions = await dossier.ContradictionsAsync(question, parsed.GetValue(days), cancellationToken);
            return Answer.Of(contradictions, AnswerSheets.Of(contradictions), AnswerSheets.Pairs(contradictions));
        });
    }
}
