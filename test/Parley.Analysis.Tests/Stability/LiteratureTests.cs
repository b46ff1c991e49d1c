using System.Collections.Immutable;
using System.Text.Json;
using Parley.Analysis.Stability;

namespace Parley.Analysis.Tests.Stability;

/// <summary>Models of the literature in graph form, with their published or recomputed equilibria.</summary>
public sealed class LiteratureTests
{
    private static readonly Concept[] Concepts = [Concept.R, Concept.Gmr, Concept.Smr, Concept.Seq, Concept.Sseq];

    [Fact]
    public void Every_literature_model_gives_its_equilibria_verdicts_and_coalition_improvements()
    {
        if (GoldenFiles.Folder is null) Assert.Skip("the goldens in ../shared/stability are not here");
        var files = Directory.GetFiles(Path.Combine(GoldenFiles.Folder, "models"), "lit_*.json");
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            var graph = Graph(json.RootElement);
            var analysis = new GraphAnalysis(graph);
            foreach (var concept in Concepts)
            {
                var key = concept.ToString().ToUpperInvariant();
                analysis.Equilibria(concept).Select(s => s + 1).ShouldBe(Ints(json.RootElement.GetProperty("computedEquilibria").GetProperty(key)), $"{Path.GetFileName(file)} {key}");
                var verdicts = json.RootElement.GetProperty("computedStability").GetProperty(key);
                for (var i = 0; i < graph.Parties.Length; i++)
                    Enumerable.Range(0, graph.States.Length).Select(s => analysis.IsStable(concept, i, s)).ShouldBe(verdicts[i].EnumerateArray().Select(v => v.GetBoolean()), $"{Path.GetFileName(file)} {key} party {i}");
            }

            if (!json.RootElement.TryGetProperty("coalitionImprovements", out var improvements)) continue;
            foreach (var coalition in improvements.EnumerateObject())
            {
                var members = coalition.Name.Split('+').Select(int.Parse).ToArray();
                for (var s = 0; s < graph.States.Length; s++)
                {
                    var expected = coalition.Value.TryGetProperty($"{s + 1}", out var found) ? Ints(found) : [];
                    analysis.CoalitionImprovements(members, s).Select(t => t + 1).ShouldBe(expected, $"{Path.GetFileName(file)} coalition {coalition.Name} from {s + 1}");
                }
            }
        }
    }

    private static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetInt32())];

    private static ConflictGraph Graph(JsonElement root)
    {
        var states = root.GetProperty("states").EnumerateArray().Select(s => s.GetString()!).ToImmutableArray();
        var parties = root.GetProperty("arcs").EnumerateArray().Select((arcs, i) =>
        {
            var moves = Enumerable.Range(1, states.Length).Select(s => arcs.TryGetProperty($"{s}", out var to) ? [.. Ints(to).Select(t => t - 1)] : ImmutableArray<int>.Empty);
            var rank = new int[states.Length];
            var place = 0;
            foreach (var entry in root.GetProperty("rankingBestFirst")[i].EnumerateArray())
            {
                place--;
                if (entry.ValueKind == JsonValueKind.Array) foreach (var tied in entry.EnumerateArray()) rank[tied.GetInt32() - 1] = place;
                else rank[entry.GetInt32() - 1] = place;
            }

            return new GraphParty($"P{i}", [.. moves], [.. rank]);
        });
        return new(states, [.. parties]);
    }
}
