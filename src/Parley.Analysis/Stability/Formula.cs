using System.Collections.Immutable;

namespace Parley.Analysis.Stability;

/// <summary>A preference statement: a condition on the options of a state.</summary>
public abstract record Formula
{
    public abstract bool Holds(uint state);

    /// <summary>The formula as fixed options, where it is a conjunction of options taken and not taken; else null.</summary>
    public virtual Pattern? AsPattern() => null;

    /// <summary>A conjunction of options taken (true) or not.</summary>
    public static Formula AllOf(IEnumerable<(int Option, bool Taken)> literals)
    {
        ArgumentNullException.ThrowIfNull(literals);
        return new All([.. literals.Select(l => l.Taken ? (Formula)new Taken(l.Option) : new Not(new Taken(l.Option)))]);
    }
}

/// <summary>An option is taken.</summary>
public sealed record Taken(int Option) : Formula
{
    public override bool Holds(uint state) => (state >> Option & 1) != 0;

    public override Pattern? AsPattern() => new(1u << Option, 1u << Option);
}

public sealed record Not(Formula Inner) : Formula
{
    public override bool Holds(uint state) => !Inner.Holds(state);

    public override Pattern? AsPattern() => Inner is Taken taken ? new(1u << taken.Option, 0) : null;
}

public sealed record All(ImmutableArray<Formula> Parts) : Formula
{
    public override bool Holds(uint state)
    {
        foreach (var part in Parts)
            if (!part.Holds(state)) return false;
        return true;
    }

    public override Pattern? AsPattern()
    {
        var (mask, values) = (0u, 0u);
        foreach (var part in Parts)
        {
            if (part.AsPattern() is not { } p || ((values ^ p.Values) & mask & p.Mask) != 0) return null;
            (mask, values) = (mask | p.Mask, values | p.Values);
        }

        return new(mask, values);
    }
}

public sealed record Any(ImmutableArray<Formula> Parts) : Formula
{
    public override bool Holds(uint state)
    {
        foreach (var part in Parts)
            if (part.Holds(state)) return true;
        return false;
    }
}

/// <summary>If the first holds, so does the second.</summary>
public sealed record Implies(Formula If, Formula Then) : Formula
{
    public override bool Holds(uint state) => !If.Holds(state) || Then.Holds(state);
}

/// <summary>Both hold or neither.</summary>
public sealed record Iff(Formula Left, Formula Right) : Formula
{
    public override bool Holds(uint state) => Left.Holds(state) == Right.Holds(state);
}
