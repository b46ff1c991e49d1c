using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Exchange.Answers;
using Spectre.Console;

namespace Parley.Cli.Dossiers;

/// <summary>A command that asks a dossier one question and writes the answer in a format.</summary>
internal sealed class AnswerCommand
{
    private readonly Argument<string> _dossier = DossierAction.Argument();
    private readonly Option<string?> _asOf = Date("--as-of", "The dossier as it stood at the end of this day");
    private readonly Option<string?> _since = Date("--since", "Only what came on or after this day");
    private readonly Option<string[]> _party = new("--party") { Description = "Only this party (may be given again)", HelpName = "NAME" };
    private readonly Option<string[]> _issue = new("--issue") { Description = "Only this issue (may be given again)", HelpName = "LABEL" };
    private readonly Option<string[]> _outlet = new("--outlet") { Description = "Only reports of this outlet (may be given again)", HelpName = "NAME" };
    private readonly Option<int> _limit = new("--limit") { Description = "Most rows to show", DefaultValueFactory = _ => 1000 };
    private readonly Option<int> _offset = new("--offset") { Description = "Rows to skip" };
    private readonly Option<string> _format = new("--format", "-f") { Description = "How to write the answer", DefaultValueFactory = _ => "table" };
    private readonly Option<FileInfo?> _output = new("--output", "-o") { Description = "File to write to instead of the terminal", HelpName = "FILE" };

    public AnswerCommand(string name, string description, params string[] moreFormats)
    {
        _limit.Validators.Add(AtLeastNone);
        _offset.Validators.Add(AtLeastNone);
        _format.AcceptOnlyFromAmong(["table", "json", "csv", "md", .. moreFormats]);
        Command = new(name, description) { _dossier, _asOf, _since, _party, _issue, _outlet, _limit, _offset, _format, _output };
    }

    public Command Command { get; }

    private static void AtLeastNone(System.CommandLine.Parsing.OptionResult option)
    {
        if (option.GetValueOrDefault<int>() < 0) option.AddError($"{option.Option.Name}: expected 0 or more");
    }

    /// <summary>An option that takes an ISO date.</summary>
    public static Option<string?> Date(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DATE" };
        option.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } text && Day(text) is null) r.AddError($"{name}: expected a date like 2024-03-14, found \"{text}\"");
        });
        return option;
    }

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public Command Answering(Func<Dossier, Question, ParseResult, CancellationToken, Task<Answer>> ask)
    {
        Command.SetDossierAction(_dossier, async (dossier, parsed, cancellationToken) =>
        {
            var answer = await ask(dossier, Question(parsed), parsed, cancellationToken);
            await WriteAsync(answer, parsed.GetValue(_format)!, parsed.GetValue(_output), cancellationToken);
            return ExitCode.Done;
        });
        return Command;
    }

    private Question Question(ParseResult parsed) => new()
    {
        AsOf = Day(parsed.GetValue(_asOf)),
        Since = Day(parsed.GetValue(_since)),
        Parties = [.. parsed.GetValue(_party) ?? []],
        Issues = [.. parsed.GetValue(_issue) ?? []],
        Outlets = [.. parsed.GetValue(_outlet) ?? []],
        Limit = parsed.GetValue(_limit),
        Offset = parsed.GetValue(_offset),
    };

    private static void Write(Answer answer, IAnsiConsole console)
    {
        if (answer.Blocks is { } blocks && console.Profile.Width < ChangeBlocks.TableWidth) blocks(console);
        else SheetTable.Write(answer.Terminal ?? answer.Sheet.Narrow(), console);
    }

    private static async Task WriteAsync(Answer answer, string format, FileInfo? output, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = output is null ? null : new StreamWriter(output.FullName, append: false, new UTF8Encoding(false));
            var writer = (TextWriter?)file ?? Terminal.Output;
            if (answer.Other.TryGetValue(format, out var other)) await writer.WriteAsync(other());
            else if (format == "json") await writer.WriteLineAsync(answer.Json());
            else if (format == "csv") SheetWriter.WriteCsv(answer.Sheet, writer);
            else if (format == "md") SheetWriter.WriteMarkdown(answer.Terminal ?? answer.Sheet, writer);
            else Write(answer, Terminal.ConsoleFor(file));
            await writer.FlushAsync(cancellationToken);
        }
        catch (Exception e) when (output is not null && e is IOException or UnauthorizedAccessException)
        {
            throw new DossierException($"{output}: cannot be written: {e.Message}", e);
        }
    }
}

/// <summary>An answer ready to be written.</summary>
/// <param name="Json">The whole answer.</param>
/// <param name="Sheet">As rows.</param>
/// <param name="Terminal">As a reader at a terminal wants it, where that differs.</param>
internal sealed record Answer(Func<string> Json, Sheet Sheet, Sheet? Terminal = null)
{
    /// <summary>Formats of this answer alone.</summary>
    public ImmutableDictionary<string, Func<string>> Other { get; init; } = ImmutableDictionary<string, Func<string>>.Empty;

    /// <summary>Writes it row by row where the terminal is too narrow for a table.</summary>
    public Action<IAnsiConsole>? Blocks { get; init; }

    public static Answer Of<T>(T data, Sheet sheet, Sheet? terminal = null) => new(() => AnswerJson.Write(data), sheet, terminal);
}
