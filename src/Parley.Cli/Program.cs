using System.CommandLine;
using Parley.Cli.Commands;
using Parley.Cli.Output;

var root = new RootCommand("Parley follows a negotiation through what is reported about it.")
{
    ReadCommand.Create(),
    ParseCommand.Create(),
    InitCommand.Create(),
    AddCommand.Create(),
    MatrixCommand.Create(),
    ChangesCommand.Create(),
    StatementsCommand.Create(),
    NetworksCommand.Create(),
    StabilityCommand.Create(),
    ForecastCommand.Create(),
    TimelineCommand.Create(),
    CalendarCommand.Create(),
    ContradictionsCommand.Create(),
    AgreementCommand.Create(),
    SilenceCommand.Create(),
    SourcesCommand.Create(),
    CodebookCommand.Create(),
    PartiesCommand.Create(),
    RereadCommand.Create(),
    BriefCommand.Create(),
    ExportCommand.Create(),
    ImportCommand.Create(),
    ServeCommand.Create(),
};
foreach (var command in CorrectCommands.Create().Concat(JudgeCommand.Create())) root.Subcommands.Add(command);

UsageHelp.Install(root);
var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"parley: {error.Message}");
    Console.Error.WriteLine($"parley: \"{UsageHelp.Path(parsed.CommandResult.Command)} --help\" shows how it is used");
    return ExitCode.BadInput;
}

return await parsed.InvokeAsync();
