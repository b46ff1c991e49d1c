using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>How a party's line compares with the one before.</summary>
public enum Movement
{
    /// <summary>Its first word on the issue.</summary>
    New,

    /// <summary>The same line again.</summary>
    Same,

    /// <summary>The same stance held harder, or one taken where it was open.</summary>
    Firmer,

    /// <summary>The same stance held less hard, or given up for being open.</summary>
    Softer,

    /// <summary>From for to against, or from against to for.</summary>
    Reversed,
}

/// <summary>Orders stance and firmness: open, then flexible, firm and red line. A firmness that is not known counts as firm.</summary>
public static class Movements
{
    public static Movement Between(Stance before, Firmness? firmnessBefore, Stance after, Firmness? firmnessAfter)
    {
        if (before == after) return Of(Strength(before, firmnessAfter) - Strength(before, firmnessBefore));
        return before == Stance.Open ? Movement.Firmer : after == Stance.Open ? Movement.Softer : Movement.Reversed;
    }

    private static Movement Of(int change) => change > 0 ? Movement.Firmer : change < 0 ? Movement.Softer : Movement.Same;

    private static int Strength(Stance stance, Firmness? firmness) =>
        stance == Stance.Open ? 0 : firmness switch { Firmness.Flexible => 1, Firmness.RedLine => 3, _ => 2 };
}
