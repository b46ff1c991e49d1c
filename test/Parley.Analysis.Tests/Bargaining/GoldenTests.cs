using System.Text.Json;
using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

public sealed class GoldenTests
{
    public static TheoryData<string> Runs => [.. Shared.Goldens];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Compatible_mode_gives_the_recorded_positions_risks_and_probabilities_at_every_turn(string name)
    {
        var golden = Shared.Json("golden", name + ".json");
        var turns = golden.GetProperty("turns").EnumerateArray().ToList();
        var run = new SpatialModel().Run(Negotiation(golden), Settings(golden));
        for (var t = 0; t < Math.Min(run.Count, turns.Count); t++)
        {
            ShouldBe(run[t].Positions.SelectMany(p => p), turns[t].GetProperty("pos").EnumerateArray().SelectMany(Numbers), $"position at turn {t}");
            ShouldBe(run[t].Ideals.SelectMany(p => p), turns[t].GetProperty("ideal").EnumerateArray().SelectMany(Numbers), $"ideal at turn {t}");
            ShouldBe(run[t].Risk, Numbers(turns[t].GetProperty("risk")), $"risk at turn {t}");
            run[t].Distinct.ShouldBe(turns[t].GetProperty("uniquePosIndex").EnumerateArray().Select(e => e.GetInt32()));
            ShouldBe(run[t].Probability, Numbers(turns[t].GetProperty("uniquePosProb")), $"probability at turn {t}");
        }

        run.Count.ShouldBe(turns.Count);
    }

    private static void ShouldBe(IEnumerable<double> actual, IEnumerable<double> expected, string what)
    {
        foreach (var (a, e, i) in actual.Zip(expected).Select((p, i) => (p.First, p.Second, i)))
            a.ShouldBe(e, 1e-9, $"{what}, number {i}");
    }

    private static Negotiation Negotiation(JsonElement golden)
    {
        var actors = golden.GetProperty("actors").EnumerateArray().ToList();
        var start = golden.GetProperty("turns")[0].GetProperty("pos").EnumerateArray().Select(p => Numbers(p).Select(x => x * 100).ToList()).ToList();
        return new(
            [.. actors.Select(a => a.GetProperty("name").GetString()!)],
            [.. Enumerable.Range(1, start[0].Count).Select(k => $"issue {k}")],
            [.. actors.Select(a => a.GetProperty("capability").GetDouble())],
            start, [.. actors.Select(a => Numbers(a.GetProperty("salience")).Select(s => s * 100).ToList())]);
    }

    private static SpatialSettings Settings(JsonElement golden)
    {
        var given = golden.GetProperty("parameters");
        string Of(string key) => given.ValueKind == JsonValueKind.Object ? given.GetProperty(key).GetString()! : "";
        T Pick<T>(string key, params (string Name, T Value)[] values) => values.FirstOrDefault(v => v.Name == Of(key)).Value;
        return new()
        {
            Convention = BargainingConvention.Compatible,
            Victory = Enum.TryParse<VictoryModel>(Of("vpm"), out var victory) ? victory : default,
            Election = Pick("pcem", ("MarkovIncentive", ElectionModel.MarkovIncentive), ("MarkovUniform", ElectionModel.MarkovUniform)),
            Voting = Pick("vr", ("Binary", VotingRule.Binary), ("PropBin", VotingRule.BinaryProportional), ("PropCbc", VotingRule.ProportionalCubic), ("Cubic", VotingRule.Cubic), ("ASymProsp", VotingRule.AsymmetricProspect)),
            RiskAdjustment = Pick("bigRAdj", ("None", RiskAdjustment.None), ("Half", RiskAdjustment.Half), ("TwoThirds", RiskAdjustment.TwoThirds), ("Full", RiskAdjustment.Full)),
            RiskRange = Pick("bigRRng", ("Min", RiskRange.Min), ("Max", RiskRange.Max)),
            ThirdParties = Pick("tpc", ("NoCommit", ThirdParties.Uncommitted), ("FullCommit", ThirdParties.FullyCommitted)),
            Interpolation = Pick("ivb", ("S1P1", Interpolation.Plain), ("S2PMax", Interpolation.Greater)),
            Bargain = Pick("brgn", ("InitRcvrInterp", BargainModel.InitiatorAndReceiver), ("PWCompInterp", BargainModel.WeighedByPower)),
            IdealAdjustment = golden.TryGetProperty("idealAdjustment", out var adjustment) ? [.. adjustment.EnumerateArray().Select(r => (IReadOnlyList<double>)[.. Numbers(r)])] : null,
        };
    }

    private static IEnumerable<double> Numbers(JsonElement array) => array.EnumerateArray().Select(e => e.GetDouble());
}
