using System.Collections.Immutable;
using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley calendar</c>: what was said about meetings, and what happened.</summary>
internal static class CalendarCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("calendar", "Meetings and deadlines: what was announced, postponed, held; --format ics for calendar programs", "ics");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var calendar = await dossier.CalendarAsync(question, cancellationToken);
            return Answer.Of(calendar, AnswerSheets.Of(calendar)) with
            {
                Other = ImmutableDictionary<string, Func<string>>.Empty.Add("ics", () => CalendarFile.Write(calendar, dossier.Info.Name, TimeProvider.System.GetUtcNow())),
            };
        });
    }
}
