namespace Parley.Analysis.Networks;

/// <summary>Times as whole seconds since 1970-01-01 UTC.</summary>
internal static class Seconds
{
    public static long Of(DateTime time) => (long)Math.Floor((time - DateTime.UnixEpoch).TotalSeconds);

    public static DateTime ToTime(long seconds) => DateTime.UnixEpoch.AddSeconds(seconds);
}
