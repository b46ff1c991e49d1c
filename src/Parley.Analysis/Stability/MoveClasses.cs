using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Parley.Analysis.Stability;

/// <summary>One decision maker's moves as classes of states.</summary>
/// <remarks>
/// States that differ only in the decision maker's reversible options form a class: it moves freely within. Its irreversible options
/// tell classes apart, and it moves from a class to those in which more of these options have been changed for good.
/// </remarks>
internal sealed class MoveClasses
{
    private readonly uint _classMask;
    private readonly uint[] _oneWay; // irreversible options, each as its bit within a class number
    private readonly uint _flip; // makes every irreversible option change from 0 to 1, in class numbers

    /// <param name="model">The conflict.</param>
    /// <param name="decisionMaker">Whose moves.</param>
    /// <param name="within">The options that tell states apart; states are numbered by these alone.</param>
    public MoveClasses(OptionModel model, int decisionMaker, uint within)
    {
        var (free, oneWay, flip) = (0u, 0u, 0u);
        foreach (var option in model.DecisionMakers[decisionMaker].Options)
        {
            var bit = Extract(1u << option, within);
            if (model.Options[option].Reversal == Reversal.Free) free |= bit;
            else oneWay |= bit;
            if (model.Options[option].Reversal == Reversal.OnlyDropped) flip |= bit;
        }

        var options = BitOperations.PopCount(within);
        _classMask = (uint)((1L << options) - 1) & ~free;
        _flip = Extract(flip, _classMask);
        _oneWay = [.. Enumerable.Range(0, 32).Select(b => 1u << b).Where(b => (oneWay & b) != 0).Select(b => Extract(b, _classMask))];
        ClassCount = 1 << (options - BitOperations.PopCount(free));
    }

    public int ClassCount { get; }

    public bool HasOneWayMoves => _oneWay.Length > 0;

    public int ClassOf(int state) => (int)Extract((uint)state, _classMask);

    /// <summary>The classes from which a class can be reached, itself first.</summary>
    public int Before(int c, Span<int> found)
    {
        found[0] = c;
        var count = 1;
        foreach (var bit in _oneWay)
        {
            if ((((uint)c ^ _flip) & bit) == 0) continue;
            for (int i = 0, n = count; i < n; i++) found[count++] = found[i] ^ (int)bit;
        }

        return count;
    }

    /// <summary>Most classes that <see cref="Before"/> can find.</summary>
    public int MostBefore => 1 << _oneWay.Length;

    /// <summary>Raises the value of each class to the highest of those it can reach.</summary>
    public void RaiseToReachable(int[] values)
    {
        foreach (var bit in _oneWay)
            for (var c = 0u; c < values.Length; c++)
                if (((c ^ _flip) & bit) == 0) values[c] = Math.Max(values[c], values[c ^ bit]);
    }

    public static uint Extract(uint value, uint mask)
    {
        if (Bmi2.IsSupported) return Bmi2.ParallelBitExtract(value, mask);
        var (found, next) = (0u, 0);
        for (; mask != 0; mask &= mask - 1)
            found |= (value >> BitOperations.TrailingZeroCount(mask) & 1) << next++;
        return found;
    }
}
