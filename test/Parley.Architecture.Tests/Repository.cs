namespace Parley.Architecture.Tests;

/// <summary>The repository these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Parley.slnx"))) folder = folder.Parent;
        return folder.FullName;
    }
}
