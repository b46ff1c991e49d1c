namespace Parley.Workbench.Safety;

internal static class Limits
{
    /// <summary>Largest request body.</summary>
    public const long UploadBytes = 64L << 20;

    /// <summary>Longest address: a model stands in it, so that what it gives can be sent and reloaded.</summary>
    public const int AddressBytes = 64 << 10;
}
