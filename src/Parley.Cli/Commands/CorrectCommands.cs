using System.CommandLine;
using System.Globalization;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Exchange.Answers;
using Parley.Language;

namespace Parley.Cli.Commands;

/// <summary><c>parley confirm|edit|reject|insert|undo|history</c>: corrections of entries.</summary>
internal static class CorrectCommands
{
    private static readonly Option<string?> By = new("--by") { Description = "Who corrects; else the user of this computer", HelpName = "NAME", Recursive = true };
    private static readonly Option<string?> Note = new("--note") { Description = "Why", HelpName = "TEXT", Recursive = true };

    public static IEnumerable<Command> Create() => [Confirm(), Edit(), Reject(), Insert(), Undo(), History()];

    private static Command Confirm() => OnEntries("confirm", "Vouch for entries as they stand", (d, id, author, c) => d.ConfirmAsync(id, author, c));

    private static Command Reject() => OnEntries("reject", "Take entries out of every answer", (d, id, author, c) => d.RejectAsync(id, author, c));

    private static Command OnEntries(string name, string description, Func<Dossier, EntryId, Author, CancellationToken, Task<Correction>> correct)
    {
        var dossier = DossierAction.Argument();
        var entries = new Argument<string[]>("entry") { Description = "Entries, like 12/p3 (every answer names them)", Arity = ArgumentArity.OneOrMore };
        var command = new Command(name, description) { dossier, entries, By, Note };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            foreach (var id in parsed.GetValue(entries)!.Select(Entry).ToList()) Say(await correct(opened, id, Author(parsed), cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Edit()
    {
        var dossier = DossierAction.Argument();
        var entry = new Argument<string>("entry") { Description = "The entry, like 12/p3" };
        var fields = new Argument<string[]>("field=value") { Description = "What to change: speaker=\"Maria Lund\" stance=against; an empty value empties", Arity = ArgumentArity.OneOrMore };
        var command = new Command("edit", "Change what an entry says: speaker, party, act, stance, firmness, issue, date, status, …") { dossier, entry, fields, By, Note };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            Say(await opened.EditAsync(Entry(parsed.GetValue(entry)!), FieldArguments.Read(parsed.GetValue(fields)!), Author(parsed), cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Insert()
    {
        var dossier = DossierAction.Argument();
        var report = new Argument<int>("report") { Description = "Number of the report" };
        var kind = new Argument<string>("kind") { Description = "statement, position, meeting or deadline" };
        kind.AcceptOnlyFromAmong("statement", "position", "meeting", "deadline");
        var words = new Argument<string>("words") { Description = "The words it rests on, as they stand in the report" };
        var fields = new Argument<string[]>("field=value") { Description = "What it says: party=Norland issue=\"…\" act=refuse stance=against", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("insert", "Add an entry that the reader did not find") { dossier, report, kind, words, fields, By, Note };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var number = parsed.GetValue(report);
            var text = await opened.TextAsync(number, cancellationToken);
            var wanted = new SourceText(parsed.GetValue(words)!).Chars;
            var at = text.Chars.IndexOf(wanted, StringComparison.Ordinal);
            if (at < 0) throw new DossierException($"report {number} does not hold the words \"{parsed.GetValue(words)}\"");
            FieldText.TryEnum<EntryKind>(parsed.GetValue(kind), out var entryKind);
            Say(await opened.AddEntryAsync(number, entryKind, new(at, at + wanted.Length), FieldArguments.Read(parsed.GetValue(fields) ?? []), Author(parsed), cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Undo()
    {
        var dossier = DossierAction.Argument();
        var number = new Argument<int?>("number") { Description = "Number of the correction; else the last", DefaultValueFactory = _ => null };
        var command = new Command("undo", "Take a correction back; it stays in the history") { dossier, number, By, Note };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var undone = await opened.UndoAsync(parsed.GetValue(number), Author(parsed), cancellationToken);
            Console.WriteLine($"correction {undone.Number} by {undone.By} undone");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command History()
    {
        var answer = new AnswerCommand("history", "Corrections and undone corrections, with who, when and why");
        var entry = new Option<string?>("--entry") { Description = "Only of this entry", HelpName = "ENTRY" };
        answer.Command.Options.Add(entry);
        return answer.Answering(async (dossier, question, parsed, cancellationToken) =>
        {
            var view = await dossier.ViewAsync(cancellationToken);
            var shown = (parsed.GetValue(entry) is { } name ? view.HistoryOf(Entry(name)) : view.Corrections)
                .Where(c => (question.Since is not { } since || DateOnly.FromDateTime(c.At.UtcDateTime) >= since) && (question.AsOf is not { } asOf || DateOnly.FromDateTime(c.At.UtcDateTime) <= asOf))
                .Skip(question.Offset).Take(question.Limit).ToList();
            return Answer.Of(shown, AnswerSheets.Of(shown));
        });
    }

    internal static Author Author(ParseResult parsed) => new(parsed.GetValue(By) ?? Environment.UserName, parsed.GetValue(Note));

    internal static Option<string?>[] AuthorOptions => [By, Note];

    private static EntryId Entry(string text) => EntryId.TryParse(text, out var id) ? id : throw new DossierException($"expected an entry like 12/p3, found \"{text}\"");

    private static void Say(Correction correction) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"correction {correction.Number}: {FieldText.Of(correction.Kind)} \"{correction.Subject.Words?.ReplaceLineEndings(" ")}\"{(correction.After.Count > 0 && correction.Kind == CorrectionKind.Edit ? $" ({correction.After})" : "")}"));
}
