using System.Globalization;

namespace Parley.Exchange.Forecasts;

/// <summary>A file of a negotiation that cannot be read: which file, which line, what was expected.</summary>
public sealed class ForecastFileException : Exception
{
    public ForecastFileException(string file, string message) : base($"{file}: {message}") { }

    public ForecastFileException(string file, int line, string message)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message}")) { }
}
