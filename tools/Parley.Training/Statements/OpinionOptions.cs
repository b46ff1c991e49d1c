namespace Parley.Training.Statements;

/// <summary>How to train the second opinion; the defaults are those of the model in the repository.</summary>
internal sealed record OpinionOptions
{
    public int Width { get; init; } = 64;

    public int Hidden { get; init; } = 64;

    public int Windows { get; init; } = 2;

    public int Sweeps { get; init; } = 2;

    public float Dropout { get; init; } = 0.4f;

    public float PairDropout { get; init; } = 0.4f;

    public int Batch { get; init; } = 8;

    public int Rounds { get; init; } = 8;

    public float Rate { get; init; } = 1;

    public int Seed { get; init; } = 1;
}
