namespace Parley.Analysis.Networks;

/// <summary>What a time window is measured in; events are statements.</summary>
public enum WindowUnit
{
    Events,
    Seconds,
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

/// <summary>How the weight of a statement falls with its distance δ from the middle of its window, from 0 to 1 at the edge.</summary>
public enum Kernel
{
    /// <summary>Not at all: a window with edges, moved one unit at a time.</summary>
    None,

    /// <summary>½ within the window.</summary>
    Uniform,

    /// <summary>¾(1 − δ²).</summary>
    Epanechnikov,

    /// <summary>1 − |δ|.</summary>
    Triangular,

    /// <summary>The normal density at δ, over all statements.</summary>
    Gaussian,
}

/// <summary>A series of windows, each moved by one unit (or one statement) from the one before.</summary>
public sealed record WindowSettings
{
    public required WindowUnit Unit { get; init; }

    /// <summary>How many units, or statements, a window holds.</summary>
    public required int Size { get; init; }

    public Kernel Kernel { get; init; } = Kernel.None;

    /// <summary>With a kernel: only middles whose window lies within the data. Windows with edges always do.</summary>
    public bool Indent { get; init; }

    /// <summary>Divide the weights of each network by their sum.</summary>
    public bool SumToOne { get; init; }
}
