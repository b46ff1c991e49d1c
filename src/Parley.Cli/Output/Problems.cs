namespace Parley.Cli.Output;

/// <summary>Tells problems on standard error, one line each: where, what was found, what was expected.</summary>
internal sealed class Problems(TextWriter error)
{
    public int Count { get; private set; }

    public void Tell(string where, string what)
    {
        Count++;
        Note(where, what);
    }

    /// <summary>Says something that is no failure.</summary>
    public void Note(string where, string what) => error.WriteLine($"parley: {where}: {what.ReplaceLineEndings(" ")}");
}
