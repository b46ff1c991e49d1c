namespace Parley.Analysis.Tests.Stability;

/// <summary>Where the goldens lie: beside the repository, or nowhere.</summary>
internal static class GoldenFiles
{
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "shared", "stability", "golden"))) return Path.Combine(folder.FullName, "shared", "stability");
        return null;
    }
}
