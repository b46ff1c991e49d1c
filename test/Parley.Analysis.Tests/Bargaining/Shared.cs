using System.Text.Json;

namespace Parley.Analysis.Tests.Bargaining;

/// <summary>Recorded runs that lie beside the repository; tests without them are skipped.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<string> Goldens => Folder is null
        ? ["(none)"]
        : Directory.EnumerateFiles(Path.Combine(Folder, "golden"), "*.json").Select(p => Path.GetFileNameWithoutExtension(p)!).Order(StringComparer.Ordinal);

    public static JsonElement Json(params string[] path)
    {
        Assert.SkipWhen(Folder is null, "../shared/bargaining is not there");
        return JsonDocument.Parse(File.ReadAllText(Path.Combine([Folder, .. path]))).RootElement;
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "bargaining");
            if (Directory.Exists(folder))
                return folder;
        }

        return null;
    }
}
