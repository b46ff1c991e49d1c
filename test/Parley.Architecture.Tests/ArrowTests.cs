using System.Reflection;

namespace Parley.Architecture.Tests;

/// <summary>One way down the house: a project refers only to those below it.</summary>
public sealed class ArrowTests
{
    private static readonly string[] FromTheGroundUp =
    [
        "Parley.Analysis", "Parley.Language", "Parley.Reading", "Parley.Dossiers", "Parley.Storage", "Parley.Storage.Sqlite", "Parley.Storage.Postgres",
        "Parley.Exchange", "Parley.Workbench", "parley",
    ];

    private static readonly Dictionary<string, string[]> Alone = new()
    {
        ["Parley.Analysis"] = [],
        ["Parley.Language"] = [],
        ["Parley.Reading"] = ["Parley.Language"],
        ["Parley.Storage.Postgres"] = ["Parley.Storage", "Parley.Dossiers", "Parley.Reading", "Parley.Language"],
    };

    public static TheoryData<string> Projects() => [.. FromTheGroundUp];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_only_to_those_below_it(string project)
    {
        var below = Alone.GetValueOrDefault(project) ?? FromTheGroundUp[..Array.IndexOf(FromTheGroundUp, project)];
        ReferencesOf(project).Where(IsOurs).ShouldBeSubsetOf(below);
    }

    [Theory]
    [InlineData("Parley.Analysis")]
    [InlineData("Parley.Language")]
    [InlineData("Parley.Reading")]
    public void The_packages_usable_alone_need_nothing_but_the_runtime(string project) =>
        ReferencesOf(project).Where(name => !IsOurs(name)).ShouldAllBe(name => name.StartsWith("System.") || name == "netstandard");

    [Theory]
    [InlineData("Parley.Analysis")]
    [InlineData("Parley.Language")]
    [InlineData("Parley.Reading")]
    [InlineData("Parley.Dossiers")]
    public void Reading_and_computing_know_neither_network_nor_storage(string project) =>
        ReferencesOf(project).ShouldNotContain(name =>
            name.StartsWith("System.Net.Http") || name.StartsWith("System.Net.Sockets") || name.StartsWith("Microsoft.EntityFrameworkCore") || name.StartsWith("Microsoft.AspNetCore"));

    private static bool IsOurs(string name) => name.StartsWith("Parley.") || name == "parley";

    private static IEnumerable<string> ReferencesOf(string project) =>
        Assembly.Load(project).GetReferencedAssemblies().Select(a => a.Name!);
}
