namespace Parley.Cli.Output;

/// <summary>What the command says to the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some of the input could not be read; the rest was.</summary>
    public const int Partly = 1;

    /// <summary>Nothing could be done: bad usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
