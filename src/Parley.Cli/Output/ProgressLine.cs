using System.Globalization;

namespace Parley.Cli.Output;

/// <summary>How far a long computation is, on one line of the terminal's error stream; silent where that is a file.</summary>
internal sealed class ProgressLine(string what) : IProgress<double>, IDisposable
{
    private int shown = -1;

    public void Report(double value)
    {
        var percent = (int)(value * 100);
        if (percent == shown || Console.IsErrorRedirected)
            return;
        shown = percent;
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {percent} %"));
    }

    public void Clear()
    {
        if (shown >= 0)
            Console.Error.Write($"\r{new string(' ', what.Length + 8)}\r");
        shown = -1;
    }

    public void Dispose() => Clear();
}
