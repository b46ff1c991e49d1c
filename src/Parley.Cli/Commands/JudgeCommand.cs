using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley judge</c> and <c>parley judgements</c>: what an analyst adds from his own mind.</summary>
internal static class JudgeCommand
{
    public static IEnumerable<Command> Create() => [Judge(), List()];

    private static Command Judge()
    {
        var dossier = DossierAction.Argument();
        var kind = new Argument<string>("kind") { Description = "interest, alternative, reliability, track or note; or withdraw" };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<JudgementKind>().Select(FieldText.Of), "withdraw"]);
        var subject = new Argument<string>("subject") { Description = "The party, outlet, report or track; for withdraw the number of the judgement" };
        var value = new Argument<string?>("value") { Description = "The judgement: words; A1 to F6; up, level or down", DefaultValueFactory = _ => null };
        var reason = new Option<string?>("--reason") { Description = "Why, in one line", HelpName = "TEXT" };
        var command = new Command("judge", "Add a judgement, shown as such wherever it is shown") { dossier, kind, subject, value, reason, CorrectCommands.AuthorOptions[0] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var author = new Author(parsed.GetValue(CorrectCommands.AuthorOptions[0]) ?? Environment.UserName);
            var about = parsed.GetValue(subject)!;
            if (parsed.GetValue(kind) == "withdraw")
            {
                if (!int.TryParse(about, out var number)) throw new Parley.Dossiers.DossierException($"expected the number of a judgement, found \"{about}\"");
                await opened.WithdrawAsync(number, author, cancellationToken);
                return ExitCode.Done;
            }

            FieldText.TryEnum<JudgementKind>(parsed.GetValue(kind), out var judged);
            var judgement = await opened.JudgeAsync(judged, about, parsed.GetValue(value) ?? "", parsed.GetValue(reason), author, cancellationToken);
            Console.WriteLine($"judgement {judgement.Number} by {judgement.By}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var answer = new AnswerCommand("judgements", "Judgements, with author and date");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var shown = (await dossier.ViewAsync(cancellationToken)).Judgements.Skip(question.Offset).Take(question.Limit).ToList();
            return Answer.Of(shown, AnswerSheets.Of(shown));
        });
    }
}
