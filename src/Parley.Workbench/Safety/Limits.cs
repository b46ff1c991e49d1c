namespace Parley.Workbench.Safety;

internal static class Limits
{
    /// <summary>Largest request body.</summary>
    public const long UploadBytes = 64L << 20;
}
