using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Analysis.Stability;

/// <summary>One decision maker's moves as classes of states.</summary>
/// <remarks>
/// States that differ only in the decision maker's reversible options form a class: it moves freely within. Its irreversible options
/// tell classes apart, and it moves from a class to those in which more of these options have been changed for good. Within a class the
/// states stand in ascending order of its rank. Built in O(S).
/// </remarks>
internal sealed class MoveClasses
{
    private readonly uint _classMask;
    private readonly uint[] _oneWay; // irreversible options, each as its bit within a class number
    private readonly uint _flip; // makes every irreversible option change from 0 to 1, in class numbers
    private readonly int _width;

    public MoveClasses(OptionModel model, int decisionMaker, int[] rank, int[] byRank)
    {
        var (free, oneWay, flip) = (0u, 0u, 0u);
        foreach (var option in model.DecisionMakers[decisionMaker].Options)
        {
            if (model.Options[option].Reversal == Reversal.Free) free |= 1u << option;
            else oneWay |= 1u << option;
            if (model.Options[option].Reversal == Reversal.OnlyDropped) flip |= 1u << option;
        }

        Rank = rank;
        _classMask = (uint)(model.StateCount - 1) & ~free;
        _width = BitOperations.PopCount(free);
        _flip = Extract(flip, _classMask);
        _oneWay = [.. Enumerable.Range(0, 32).Select(b => 1u << b).Where(b => (oneWay & b) != 0).Select(b => Extract(b, _classMask))];
        Sorted = new int[model.StateCount];
        Count = new int[model.StateCount >> _width];
        foreach (var state in byRank)
        {
            var c = ClassOf(state);
            Sorted[(c << _width) + Count[c]++] = state;
        }
    }

    public int[] Rank { get; }

    /// <summary>Feasible states by class and, within it, in ascending rank.</summary>
    public int[] Sorted { get; }

    /// <summary>Feasible states in each class.</summary>
    public int[] Count { get; }

    public int ClassCount => Count.Length;

    public bool HasOneWayMoves => _oneWay.Length > 0;

    public int ClassOf(int state) => (int)Extract((uint)state, _classMask);

    public int StartOf(int c) => c << _width;

    /// <summary>The classes from which a class can be reached (itself first), or those it can reach.</summary>
    public int Linked(int c, bool backward, Span<int> found)
    {
        found[0] = c;
        var count = 1;
        foreach (var bit in _oneWay)
        {
            var changed = ((uint)c ^ _flip) & bit;
            if (backward ? changed == 0 : changed != 0) continue;
            for (int i = 0, n = count; i < n; i++) found[count++] = found[i] ^ (int)bit;
        }

        return count;
    }

    /// <summary>Most classes that <see cref="Linked"/> can find.</summary>
    public int MostLinked => 1 << _oneWay.Length;

    private static uint Extract(uint value, uint mask)
    {
        if (Bmi2.IsSupported) return Bmi2.ParallelBitExtract(value, mask);
        var (found, next) = (0u, 0);
        for (; mask != 0; mask &= mask - 1)
            found |= (value >> BitOperations.TrailingZeroCount(mask) & 1) << next++;
        return found;
    }
}
