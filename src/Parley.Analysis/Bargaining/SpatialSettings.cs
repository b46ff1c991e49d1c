namespace Parley.Analysis.Bargaining;

/// <summary>How the strengths of two coalitions become the probability that one wins: the power that they are raised to, or nearly all or nothing.</summary>
public enum VictoryModel { Linear, Square, Quartic, Octic, Binary }

/// <summary>How pairwise probabilities become one over all options.</summary>
public enum ElectionModel { Conditional, MarkovIncentive, MarkovUniform }

/// <summary>Whether an actor takes its most probable bargain or draws one.</summary>
public enum Transitions { Deterministic, Stochastic }

/// <summary>What a vote is worth, from the difference d of two utilities.</summary>
public enum VotingRule { Proportional, Binary, BinaryProportional, ProportionalCubic, Cubic, AsymmetricProspect }

/// <summary>The range that attitudes to risk are stretched over: 0 to 1, −½ to 1, or −1 to 1.</summary>
public enum RiskRange { Mid, Min, Max }

/// <summary>How far an actor credits others with their own attitude to risk rather than with its own.</summary>
public enum RiskAdjustment { OneThird, None, Half, TwoThirds, Full }

/// <summary>Whether third parties share the fate of the side they join.</summary>
public enum ThirdParties { SemiCommitted, Uncommitted, FullyCommitted }

/// <summary>What the two sides of a bargain weigh: salience and probability, their squares, or the larger probability's gain.</summary>
public enum Interpolation { Squared, Plain, Greater }

/// <summary>Whose view makes the bargain: the initiator's, both as two bargains, or a mean of both weighed by power.</summary>
public enum BargainModel { Initiator, InitiatorAndReceiver, WeighedByPower }

/// <summary>The method as its field's reference program computes it, or with that program's slips mended.</summary>
public enum BargainingConvention { Correct, Compatible }

/// <summary>Choices of the spatial bargaining model; the defaults are those of the literature.</summary>
public sealed record SpatialSettings
{
    public VictoryModel Victory { get; init; }

    public ElectionModel Election { get; init; }

    public Transitions Transitions { get; init; }

    public VotingRule Voting { get; init; }

    public RiskRange RiskRange { get; init; }

    public RiskAdjustment RiskAdjustment { get; init; }

    public ThirdParties ThirdParties { get; init; }

    public Interpolation Interpolation { get; init; }

    public BargainModel Bargain { get; init; }

    public BargainingConvention Convention { get; init; }

    /// <summary>Turns after which a run ends though positions still move.</summary>
    public int MostTurns { get; init; } = 100;

    /// <summary>Seed of the draws under <see cref="Transitions.Stochastic"/>; turn and actor choose the draw, so threads do not matter.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How far every actor's ideal follows each position: a row for each actor. Null: each ideal is the actor's own position.</summary>
    public IReadOnlyList<IReadOnlyList<double>>? IdealAdjustment { get; init; }

    internal double RiskShare => RiskAdjustment switch
    {
        RiskAdjustment.None => 0,
        RiskAdjustment.Half => 0.5,
        RiskAdjustment.TwoThirds => 2.0 / 3,
        RiskAdjustment.Full => 1,
        _ => 1.0 / 3,
    };
}
