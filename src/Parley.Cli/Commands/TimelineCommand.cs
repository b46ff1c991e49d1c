using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley timeline</c>: what happened, day by day.</summary>
internal static class TimelineCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("timeline", "What happened, day by day: meetings, deadlines, moves, judgements");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var timeline = await dossier.TimelineAsync(question, cancellationToken);
            return Answer.Of(timeline, AnswerSheets.Of(timeline));
        });
    }
}
