namespace Parley.Exchange.Readings;

/// <summary>One object for one report, an array for several. The first waits for the second, so that nothing else is held back.</summary>
public sealed class JsonReadingWriter(TextWriter output) : IReadingWriter
{
    private string? _first;
    private int _count;

    public void Write(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var json = ReadingJson.Write(account.Reading, indented: true);
        if (_count++ == 0)
        {
            _first = json;
            return;
        }

        if (_first is not null) output.Write("[\n" + _first);
        _first = null;
        output.Write(",\n" + json);
    }

    public void Complete()
    {
        if (_first is not null) output.WriteLine(_first);
        else if (_count > 0) output.WriteLine("\n]");
        else output.WriteLine("[]");
        output.Flush();
    }
}

/// <summary>One object a line.</summary>
public sealed class JsonLinesReadingWriter(TextWriter output) : IReadingWriter
{
    public void Write(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        output.WriteLine(ReadingJson.Write(account.Reading));
        output.Flush();
    }

    public void Complete() => output.Flush();
}
