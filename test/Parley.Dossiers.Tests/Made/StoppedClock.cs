using System.Globalization;

namespace Parley.Dossiers.Tests.Made;

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class StoppedClock(string now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateTimeOffset GetUtcNow() => Now;
}
