using System.CommandLine;
using System.Globalization;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers.Corrections;
using Parley.Exchange.Answers;

namespace Parley.Cli.Commands;

/// <summary><c>parley codebook</c>: the issues of a dossier.</summary>
internal static class CodebookCommand
{
    public static Command Create() => new("codebook", "The issues of a dossier: list, suggest, add, edit, merge") { List(), Suggest(), Add(), Edit(), Merge() };

    private static Command List()
    {
        var answer = new AnswerCommand("list", "The issues, with definition, terms and parent");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var issues = (await dossier.ViewAsync(cancellationToken)).Issues.Skip(question.Offset).Take(question.Limit).ToList();
            return Answer.Of(issues, AnswerSheets.Of(issues));
        });
    }

    private static Command Suggest()
    {
        var answer = new AnswerCommand("suggest", "Issues that reports state and the codebook has not accepted; pairs that may be one");
        return answer.Answering(async (dossier, question, _, cancellationToken) =>
        {
            var advice = await dossier.AdviseAsync(Math.Min(question.Limit, 50), cancellationToken);
            return Answer.Of(advice, AnswerSheets.Of(advice));
        });
    }

    private static Command Add()
    {
        var dossier = DossierAction.Argument();
        var label = new Argument<string>("label") { Description = "A proposition one can be for, against or open towards, without negation" };
        var fields = new Argument<string[]>("field=value") { Description = "definition=… terms=\"a; b\" parent=NUMBER", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("add", "Add an issue") { dossier, label, fields, CorrectCommands.AuthorOptions[0], CorrectCommands.AuthorOptions[1] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var added = await opened.AddIssueAsync(parsed.GetValue(label)!, FieldArguments.Read(parsed.GetValue(fields) ?? []), CorrectCommands.Author(parsed), cancellationToken);
            Console.WriteLine($"issue {added.Subject.Number}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Edit()
    {
        var dossier = DossierAction.Argument();
        var issue = new Argument<string>("issue") { Description = "Label or number" };
        var fields = new Argument<string[]>("field=value") { Description = "label=… definition=… terms=\"a; b\" parent=NUMBER accepted=true", Arity = ArgumentArity.OneOrMore };
        var command = new Command("edit", "Change an issue") { dossier, issue, fields, CorrectCommands.AuthorOptions[0], CorrectCommands.AuthorOptions[1] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var view = await opened.ViewAsync(cancellationToken);
            await opened.RenameAsync(SubjectKind.Issue, Number(parsed.GetValue(issue)!, view.RequireIssue), FieldArguments.Read(parsed.GetValue(fields)!), CorrectCommands.Author(parsed), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Merge()
    {
        var dossier = DossierAction.Argument();
        var issue = new Argument<string>("issue") { Description = "Label or number" };
        var into = new Argument<string>("into") { Description = "Label or number of the issue that it is" };
        var opposed = new Option<bool>("--opposed") { Description = "The two are worded the other way round: for one is against the other" };
        var command = new Command("merge", "Say that two issues are one") { dossier, issue, into, opposed, CorrectCommands.AuthorOptions[0], CorrectCommands.AuthorOptions[1] };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var view = await opened.ViewAsync(cancellationToken);
            var target = Number(parsed.GetValue(into)!, view.RequireIssue);
            var changes = new Fields { { "mergedInto", target.ToString(CultureInfo.InvariantCulture) }, { "opposed", parsed.GetValue(opposed) ? "true" : "false" } };
            await opened.RenameAsync(SubjectKind.Issue, Number(parsed.GetValue(issue)!, view.RequireIssue), changes, CorrectCommands.Author(parsed), cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    internal static int Number(string text, Func<string, int> byName) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : byName(text);
}
