using System.Runtime.CompilerServices;

namespace Parley.Analysis.Bargaining;

/// <summary>What a voter of some weight adds to the first of two options; negative for the second.</summary>
internal static class Vote
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Cast(VotingRule rule, double weight, double difference) =>
        rule == VotingRule.Proportional ? weight * difference : Other(rule, weight, difference);

    private static double Other(VotingRule rule, double weight, double d) => rule switch
    {
        VotingRule.Binary => weight * Sign(d),
        VotingRule.BinaryProportional => weight * ((0.8 * d) + (0.2 * Sign(d))),
        VotingRule.ProportionalCubic => weight * ((0.5 * d) + (0.5 * d * d * d)),
        VotingRule.Cubic => weight * d * d * d,
        _ => d < 0 ? weight * d : 2.0 / 3 * weight * d,
    };

    private static double Sign(double d) => Math.Clamp(d / 1e-8, -1, 1);
}
