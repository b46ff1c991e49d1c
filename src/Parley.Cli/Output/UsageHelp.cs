using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Parley.Cli.Output;

/// <summary>Help whose usage line names the arguments of the command asked about alone: a question, and the command it belongs to, take their file each.</summary>
internal sealed class UsageHelp(HelpAction help) : SynchronousCommandLineAction
{
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            if (option.Action is HelpAction help) option.Action = new UsageHelp(help);
    }

    public override bool ClearsParseErrors => help.ClearsParseErrors;

    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var text = new StringWriter();
        parseResult.InvocationConfiguration.Output = text;
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output = output;
        output.Write(Natural(text.ToString(), parseResult.CommandResult.Command));
        return code;
    }

    private static string Natural(string help, Command command)
    {
        foreach (var parent in command.Parents.OfType<Command>())
            foreach (var argument in parent.Arguments)
                help = WithoutArguments(help, command).Replace($" {parent.Name} <{argument.HelpName ?? argument.Name}> {command.Name}", $" {parent.Name} {command.Name}", StringComparison.Ordinal);
        return command.Arguments.Count > 0 ? help.Replace(" [command] [options]", $" [options]{Environment.NewLine}  {Path(command)} [command]", StringComparison.Ordinal) : help;
    }

    // The framework lists a parent's arguments where the command has none of its own.
    private static string WithoutArguments(string help, Command command)
    {
        var (from, to) = (help.IndexOf($"Arguments:{Environment.NewLine}", StringComparison.Ordinal), help.IndexOf($"Options:{Environment.NewLine}", StringComparison.Ordinal));
        return command.Arguments.Count == 0 && from >= 0 && from < to ? help[..from] + help[to..] : help;
    }

    /// <summary>A command as it is typed, after those it belongs to.</summary>
    public static string Path(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "parley";
}
