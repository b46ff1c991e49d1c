using System.CommandLine;
using System.Globalization;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers.Corrections;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley parties</c>: the actors of a dossier, their names and mandates.</summary>
internal static class PartiesCommand
{
    public static Command Create() => new("parties", "The actors of a dossier: list, edit, merge, mandate") { List(), Edit(), Merge(), Mandate() };

    private static Command List()
    {
        var answer = new AnswerCommand("list", "The actors, their other names, whom they speak for and since when");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var view = await dossier.ViewAsync(cancellationToken);
            var shown = view.Actors.Skip(question.Offset).Take(question.Limit).ToList();
            return Answer.Of(shown, AnswerSheets.Of(view, shown));
        });
    }

    private static Command Edit()
    {
        var dossier = DossierAction.Argument();
        var actor = new Argument<string>("actor") { Description = "Name or number" };
        var fields = new Argument<string[]>("field=value") { Description = "name=… aliases=\"a; b\" kind=state part=mediator country=NO", Arity = ArgumentArity.OneOrMore };
        var command = new Command("edit", "Change an actor") { dossier, actor, fields, CorrectCommands.AuthorOptions[0], CorrectCommands.AuthorOptions[1] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var view = await opened.ViewAsync(cancellationToken);
            await opened.RenameAsync(
                SubjectKind.Actor, CodebookCommand.Number(parsed.GetValue(actor)!, view.RequireActor), FieldArguments.Read(parsed.GetValue(fields)!), CorrectCommands.Author(parsed), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Merge()
    {
        var dossier = DossierAction.Argument();
        var actor = new Argument<string>("actor") { Description = "Name or number" };
        var into = new Argument<string>("into") { Description = "Name or number of the actor that it is" };
        var command = new Command("merge", "Say that two actors are one") { dossier, actor, into, CorrectCommands.AuthorOptions[0], CorrectCommands.AuthorOptions[1] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var view = await opened.ViewAsync(cancellationToken);
            var target = CodebookCommand.Number(parsed.GetValue(into)!, view.RequireActor).ToString(CultureInfo.InvariantCulture);
            await opened.RenameAsync(
                SubjectKind.Actor, CodebookCommand.Number(parsed.GetValue(actor)!, view.RequireActor), new() { { "mergedInto", target } }, CorrectCommands.Author(parsed), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Mandate()
    {
        var dossier = DossierAction.Argument();
        var person = new Argument<string>("person") { Description = "Name or number" };
        var party = new Argument<string>("party") { Description = "Name or number of the party that the person speaks for" };
        var role = new Option<string?>("--role") { Description = "In which role", HelpName = "TEXT" };
        var from = AnswerCommand.Date("--from", "First day");
        var to = AnswerCommand.Date("--to", "Last day");
        var command = new Command("mandate", "Say for whom a person speaks, from when to when") { dossier, person, party, role, from, to, CorrectCommands.AuthorOptions[0], CorrectCommands.AuthorOptions[1] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var view = await opened.ViewAsync(cancellationToken);
            await opened.AddMandateAsync(
                CodebookCommand.Number(parsed.GetValue(person)!, view.RequireActor), CodebookCommand.Number(parsed.GetValue(party)!, view.RequireActor), parsed.GetValue(role),
                AnswerCommand.Day(parsed.GetValue(from)), AnswerCommand.Day(parsed.GetValue(to)), CorrectCommands.Author(parsed), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
