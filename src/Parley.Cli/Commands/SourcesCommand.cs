using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley sources</c>: where reports come from.</summary>
internal static class SourcesCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("sources", "Outlets, how many reports and independent ones each brings, grades, copies");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var sources = await dossier.SourcesAsync(question, cancellationToken);
            return Answer.Of(sources, AnswerSheets.Of(sources));
        });
    }
}
