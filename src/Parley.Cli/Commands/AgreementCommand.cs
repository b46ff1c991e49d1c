using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley agreement</c>: where the parties agree already.</summary>
internal static class AgreementCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("agreement", "Issues agreed, near, apart and unknown; islands of agreement");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var agreement = await dossier.AgreementAsync(question, cancellationToken);
            agreement = agreement with { Issues = [.. agreement.Issues.Skip(question.Offset).Take(question.Limit)] };
            return Answer.Of(agreement, AnswerSheets.Of(agreement));
        });
    }
}
