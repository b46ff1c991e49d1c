using System.Text;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Standard output as Parley writes to it: UTF-8, colours only on a terminal, at least 80 columns.</summary>
internal static class Terminal
{
    private const int LeastWidth = 80;
    private const int PipedWidth = 120;

    public static TextWriter Output { get; } = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { AutoFlush = false };

    /// <summary>A console on a file, or on standard output where there is none.</summary>
    public static IAnsiConsole ConsoleFor(TextWriter? file)
    {
        var piped = file is not null || Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new()
        {
            Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = piped ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(file ?? Console.Out),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = piped ? Columns() ?? PipedWidth : Math.Max(console.Profile.Width, LeastWidth);
        return console;
    }

    private static int? Columns() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= LeastWidth ? columns : null;
}
