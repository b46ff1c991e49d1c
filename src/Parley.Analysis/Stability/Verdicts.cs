using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>Which states hold, for every decision maker under every concept asked for.</summary>
public sealed class Verdicts
{
    private readonly Dictionary<(Concept Concept, int DecisionMaker), ulong[]> _stable;
    private readonly int _decisionMakers;

    internal Verdicts(int states, int decisionMakers, Dictionary<(Concept, int), ulong[]> stable)
    {
        StateCount = states;
        _decisionMakers = decisionMakers;
        _stable = stable;
        Concepts = [.. stable.Keys.Select(k => k.Item1).Distinct().Order()];
    }

    /// <summary>All states, feasible or not.</summary>
    public int StateCount { get; }

    /// <summary>The concepts asked for.</summary>
    public ImmutableArray<Concept> Concepts { get; }

    /// <summary>Whether a feasible state holds for a decision maker; false for infeasible states.</summary>
    public bool IsStable(Concept concept, int decisionMaker, int state) => Bits.Get(_stable[(concept, decisionMaker)], state);

    /// <summary>Whether a state holds for everyone.</summary>
    public bool IsEquilibrium(Concept concept, int state)
    {
        for (var i = 0; i < _decisionMakers; i++)
            if (!IsStable(concept, i, state)) return false;
        return true;
    }

    /// <summary>The states that hold for everyone, in ascending order.</summary>
    public IEnumerable<int> Equilibria(Concept concept)
    {
        var maps = Enumerable.Range(0, _decisionMakers).Select(i => _stable[(concept, i)]).ToArray();
        for (var word = 0; word < maps[0].Length; word++)
        {
            var common = ulong.MaxValue;
            foreach (var map in maps) common &= map[word];
            for (; common != 0; common &= common - 1)
                yield return word * 64 + System.Numerics.BitOperations.TrailingZeroCount(common);
        }
    }
}

/// <summary>Flags packed 64 to a word.</summary>
internal static class Bits
{
    public static ulong[] For(int count) => new ulong[(count + 63) / 64];

    public static bool Get(ulong[] bits, int index) => (bits[index >> 6] >> index & 1) != 0;

    public static void Set(ulong[] bits, int index) => bits[index >> 6] |= 1UL << index;
}
