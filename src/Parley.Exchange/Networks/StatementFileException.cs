namespace Parley.Exchange.Networks;

/// <summary>A file of statements that cannot be read. The message names the file, the line, and what was expected there.</summary>
public sealed class StatementFileException : Exception
{
    public StatementFileException(string file, string message)
        : base($"{file}: {message}")
    {
    }

    public StatementFileException(string file, int line, string message)
        : base($"{file}:{line}: {message}")
    {
    }
}
