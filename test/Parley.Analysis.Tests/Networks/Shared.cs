using System.Text.Json;
using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

/// <summary>The specified fixture and results that lie beside the repository; tests without them are skipped.</summary>
internal static class Shared
{
    private static readonly Lazy<StatementTable?> Fixture = new(LoadFixture);

    public static StatementTable Statements()
    {
        Assert.SkipWhen(Folder is null, "../shared/networks is not there");
        return Fixture.Value!;
    }

    public static string Folder => Folders.Value!;

    private static Lazy<string?> Folders { get; } = new(() =>
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "networks");
            if (Directory.Exists(folder))
                return folder;
        }

        return null;
    });

    /// <summary>Names of the results in a folder; one placeholder where the folder is not there, so that the skip is seen.</summary>
    public static IEnumerable<string> Results(string folder, Func<string, bool> wanted) => Folder is null
        ? ["(none)"]
        : Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json").Select(p => Path.GetFileNameWithoutExtension(p)!).Where(wanted).Order(StringComparer.Ordinal);

    public static JsonElement Result(string folder, string name)
    {
        Assert.SkipWhen(Folder is null, "../shared/networks is not there");
        return JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, folder, name + ".json"))).RootElement;
    }

    private static StatementTable? LoadFixture()
    {
        var root = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "fixture", "sample.json"))).RootElement;
        var documents = root.GetProperty("documents").EnumerateArray().ToDictionary(d => d.GetProperty("id").GetInt32());
        var statements = root.GetProperty("statements").EnumerateArray().ToList();
        var times = statements.Select(s => s.GetProperty("epoch").GetInt64()).ToList();
        var places = statements.Select(s => new StatementPlace(
            s.GetProperty("document_id").GetInt32(), s.GetProperty("start").GetInt32(), s.GetProperty("stop").GetInt32(), s.GetProperty("id").GetInt32())).ToList();
        List<string> Text(string name) => [.. statements.Select(s => s.GetProperty(name).GetString()!)];
        List<int> Number(string name) => [.. statements.Select(s => s.GetProperty(name).GetInt32())];
        List<string> OfDocument(string name) => [.. statements.Select(s => documents[s.GetProperty("document_id").GetInt32()].GetProperty(name).GetString()!)];
        return new(times, places,
        [
            StatementVariable.Text("person", Text("person")),
            StatementVariable.Text("organization", Text("organization")),
            StatementVariable.Text("concept", Text("concept")),
            StatementVariable.Boolean("agreement", [.. Number("agreement").Select(n => n == 1)]),
            StatementVariable.Integer("stance", Number("stance")),
            StatementVariable.Text("frame", Text("frame")),
            .. new[] { "author", "source", "section", "type" }.Select(name => StatementVariable.Text(name, OfDocument(name), ofDocument: true)),
        ]);
    }
}
