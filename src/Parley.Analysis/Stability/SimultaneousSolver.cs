namespace Parley.Analysis.Stability;

/// <summary>Decides simultaneous stability: opponents act at the same time as the focal party, each by an improvement of its own or not at all.</summary>
/// <remarks>O(S · n · product of the opponents' improvements); meant for up to about 2^14 states.</remarks>
internal static class SimultaneousSolver
{
    /// <summary>The states that hold for a decision maker, as flags.</summary>
    public static ulong[] Stable(OptionModel model, IReadOnlyList<int[]> ranks, int focal, CancellationToken cancellation)
    {
        var stable = Bits.For(model.StateCount);
        var rank = ranks[focal];
        var masks = Enumerable.Range(0, model.DecisionMakers.Length).Select(model.MaskOf).ToArray();
        var sanctions = new List<uint>();
        for (var s = 0u; s < model.StateCount; s++)
        {
            if (rank[s] < 0) continue;
            if ((s & 0xFF) == 0) cancellation.ThrowIfCancellationRequested();
            sanctions.Clear();
            sanctions.Add(0);
            for (var j = 0; j < masks.Length; j++)
            {
                if (j == focal) continue;
                for (int k = 0, known = sanctions.Count; k < known; k++)
                    for (var move = masks[j]; move != 0; move = (move - 1) & masks[j])
                        if (ranks[j][s ^ move] > ranks[j][s] && model.IsPermitted(j, s, s ^ move)) sanctions.Add(sanctions[k] | move);
            }

            if (Holds(model, rank, masks[focal], focal, s, sanctions)) Bits.Set(stable, (int)s);
        }

        return stable;
    }

    private static bool Holds(OptionModel model, int[] rank, uint own, int focal, uint state, List<uint> sanctions)
    {
        for (var move = own; move != 0; move = (move - 1) & own)
        {
            if (rank[state ^ move] <= rank[state] || !model.IsPermitted(focal, state, state ^ move)) continue;
            var sanctioned = false;
            for (var k = 1; k < sanctions.Count && !sanctioned; k++)
            {
                var reached = rank[state ^ move ^ sanctions[k]];
                sanctioned = reached >= 0 && reached <= rank[state];
            }

            if (!sanctioned) return false;
        }

        return true;
    }
}
