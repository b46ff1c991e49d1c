using System.Text.Json;
using Parley.Analysis.Stability;

namespace Parley.Analysis.Tests.Stability;

/// <summary>Against a slow independent implementation, on models from a documented generator.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("synth_n2_m8")]
    [InlineData("synth_n3_m8")]
    [InlineData("synth_n4_m8")]
    [InlineData("synth_n2_m10")]
    [InlineData("synth_n3_m10")]
    [InlineData("synth_n4_m10")]
    public void Every_verdict_on_every_state_is_the_golden_one(string name)
    {
        if (GoldenFiles.Folder is null) Assert.Skip("the goldens in ../shared/stability are not here");
        var model = Synthetic(name);
        var verdicts = StabilityAnalysis.Solve(model, Enum.GetValues<Concept>(), cancellationToken: TestContext.Current.CancellationToken);
        using var golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldenFiles.Folder, "golden", name + ".json")));
        foreach (var concept in Enum.GetValues<Concept>())
        {
            var key = concept.ToString().ToUpperInvariant();
            var stability = golden.RootElement.GetProperty("stability").GetProperty(key);
            for (var i = 0; i < model.DecisionMakers.Length; i++)
            {
                var found = string.Concat(Enumerable.Range(0, model.StateCount).Select(s => verdicts.IsStable(concept, i, s) ? '1' : '0'));
                found.ShouldBe(stability[i].GetString(), $"{name}: {key} for decision maker {i}");
            }

            verdicts.Equilibria(concept).ShouldBe(golden.RootElement.GetProperty("equilibria").GetProperty(key).EnumerateArray().Select(e => e.GetInt32()));
        }
    }

    private static OptionModel Synthetic(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldenFiles.Folder!, "models", name + ".json")));
        var root = json.RootElement;
        var makers = root.GetProperty("dms").EnumerateArray().Select((dm, i) => new DecisionMaker(
            $"DM{i}",
            [.. dm.GetProperty("options").EnumerateArray().Select(o => o.GetInt32())],
            new Prioritisation([.. dm.GetProperty("statements").EnumerateArray().Select(s => Formula.AllOf(s.EnumerateArray().Select(l => (l[0].GetInt32(), l[1].GetInt32() == 1))))])));
        return new(name, [.. Enumerable.Range(0, root.GetProperty("m").GetInt32()).Select(o => new Option($"o{o}"))], [.. makers]);
    }
}
