using System.Reflection;
using PublicApiGenerator;

namespace Parley.Architecture.Tests;

/// <summary>The public surface of the packages, approved in a text file each. PARLEY_APPROVE=1 writes what stands now.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Parley.Language")]
    [InlineData("Parley.Reading")]
    [InlineData("Parley.Analysis")]
    public void The_public_surface_is_as_approved(string project)
    {
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false };
        var actual = Assembly.Load(project).GeneratePublicApi(options).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Repository.Root, "test", "Parley.Architecture.Tests", "Approved", project + ".txt");
        if (Environment.GetEnvironmentVariable("PARLEY_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        File.Exists(file).ShouldBeTrue($"{project} has no approved surface: run with PARLEY_APPROVE=1 and read what it writes");
        actual.ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"), $"the public surface of {project} changed: if that is meant, run with PARLEY_APPROVE=1 and commit");
    }
}
