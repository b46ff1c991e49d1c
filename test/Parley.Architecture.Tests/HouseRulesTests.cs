namespace Parley.Architecture.Tests;

/// <summary>What the engineering guide says of files.</summary>
public sealed class HouseRulesTests
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_longer_than_four_hundred_lines() =>
        Sources().Select(f => (Name: Path.GetRelativePath(Repository.Root, f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > MostLines).ShouldBeEmpty();

    [Fact]
    public void Every_model_has_a_card_and_together_they_stay_under_thirty_megabytes()
    {
        if (!Directory.Exists(Path.Combine(Repository.Root, "models"))) Assert.Skip("no model is trained yet");
        var models = Directory.EnumerateFiles(Path.Combine(Repository.Root, "models"), "*.bin").ToList();
        models.Where(m => !File.Exists(Path.ChangeExtension(m, ".md"))).ShouldBeEmpty();
        models.Sum(m => new FileInfo(m).Length).ShouldBeLessThan(30_000_000);
    }

    [Fact]
    public void No_file_carries_a_mark_of_unfinished_work() =>
        Sources().Where(f => File.ReadAllText(f) is var text && (text.Contains("NotImplemented" + "Exception") || text.Contains("TO" + "DO"))).ShouldBeEmpty();

    private static IEnumerable<string> Sources() => new[] { "src", "tools", "bench", "test" }
        .Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}"));
}
