using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley matrix</c>: where each party stands on each issue.</summary>
internal static class MatrixCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("matrix", "Where each party stands on each issue: stance, firmness, words, date, independent sources");
        var compare = AnswerCommand.Date("--compare", "Show what moved since this day as well");
        answer.Command.Options.Add(compare);
        return answer.Answering(async (dossier, question, parsed, cancellationToken) =>
        {
            var matrix = (await dossier.MatrixAsync(question, AnswerCommand.Day(parsed.GetValue(compare)), cancellationToken)).Page(question.Offset, question.Limit);
            return Answer.Of(matrix, AnswerSheets.Rows(matrix), AnswerSheets.Grid(matrix));
        });
    }
}
