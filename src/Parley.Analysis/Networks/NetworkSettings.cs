namespace Parley.Analysis.Networks;

/// <summary>Rows with rows through shared columns, or rows with columns.</summary>
public enum NetworkMode
{
    OneMode,
    TwoMode,
}

/// <summary>What the qualifier (agreement, stance, frame) does to the weight of a tie.</summary>
public enum Aggregation
{
    /// <summary>Nothing: every shared use counts.</summary>
    Ignore,

    /// <summary>One-mode: uses with the same or a near level count.</summary>
    Congruence,

    /// <summary>One-mode: uses with different levels count.</summary>
    Conflict,

    /// <summary>One-mode: congruence less conflict. Two-mode: for less against.</summary>
    Subtract,

    /// <summary>Two-mode: which levels occur, as a bit pattern.</summary>
    Combine,
}

/// <summary>How the weight of a tie is related to how much its ends say.</summary>
public enum Normalisation
{
    None,

    /// <summary>One-mode: by the mean number of statements of the two.</summary>
    Average,

    /// <summary>One-mode: by the lengths of the two usage vectors.</summary>
    Cosine,

    /// <summary>One-mode: by the size of the union of what the two use.</summary>
    Jaccard,

    /// <summary>Two-mode: by the number of statements of the row.</summary>
    Activity,

    /// <summary>Two-mode: by the number of statements of the column.</summary>
    Prominence,
}

/// <summary>The span of time in which the same statement counts once.</summary>
public enum DuplicateRule
{
    Include,
    Document,
    Week,
    Month,
    Year,
    AcrossRange,
}

/// <summary>Whether to compute as the method is defined, or as the field's reference program computes it, quirks included.</summary>
public enum Convention
{
    Correct,
    Compatible,
}

/// <summary>Values of a variable that drop a statement; with <paramref name="KeepOnly"/>, the only values that keep it.</summary>
public sealed record Exclusion(string Variable, IReadOnlyCollection<string> Values, bool KeepOnly = false);

/// <summary>What network to compute from a table of statements.</summary>
public sealed record NetworkSettings
{
    public NetworkMode Mode { get; init; } = NetworkMode.OneMode;

    /// <summary>The variable whose values are the nodes (the rows).</summary>
    public required string Rows { get; init; }

    /// <summary>The variable that ties them (one-mode), or the nodes of the other side (two-mode).</summary>
    public required string Columns { get; init; }

    /// <summary>The variable that says how a statement takes its column; none with <see cref="Aggregation.Ignore"/>.</summary>
    public string? Qualifier { get; init; }

    public Aggregation Aggregation { get; init; } = Aggregation.Ignore;

    public Normalisation Normalisation { get; init; } = Normalisation.None;

    public DuplicateRule Duplicates { get; init; } = DuplicateRule.Include;

    /// <summary>Whether to keep nodes that no kept statement mentions but the statements within the dates do.</summary>
    public bool Isolates { get; init; }

    /// <summary>First moment, inclusive, UTC.</summary>
    public DateTime? From { get; init; }

    /// <summary>Last moment, inclusive, UTC.</summary>
    public DateTime? To { get; init; }

    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    public Convention Convention { get; init; } = Convention.Correct;

    internal bool Compatible => Convention == Convention.Compatible;

    /// <exception cref="NetworkException">Settings that contradict each other.</exception>
    internal void Check(StatementTable table)
    {
        if (table.Variable(Rows).OfDocument && table.Variable(Columns).OfDocument)
            throw new NetworkException($"'{Rows}' and '{Columns}' are both properties of the report; one must be a variable of the statement");
        if (Rows == Columns)
            throw new NetworkException($"rows and columns are both '{Rows}', expected two variables");
        if (Qualifier is null && Aggregation != Aggregation.Ignore)
            throw new NetworkException($"{Name(Aggregation)} needs a qualifier");
        if (Qualifier is not null)
            table.Variable(Qualifier);
        if (Mode == NetworkMode.OneMode && Aggregation == Aggregation.Combine)
            throw new NetworkException("combine is for two-mode networks; use congruence, conflict or subtract");
        if (Mode == NetworkMode.TwoMode && Aggregation is (Aggregation.Congruence or Aggregation.Conflict))
            throw new NetworkException($"{Name(Aggregation)} is for one-mode networks; use ignore, subtract or combine");
        if (Mode == NetworkMode.OneMode && Normalisation is (Normalisation.Activity or Normalisation.Prominence))
            throw new NetworkException($"{Name(Normalisation)} is for two-mode networks; use average, cosine or jaccard");
        if (Mode == NetworkMode.TwoMode && Normalisation is (Normalisation.Average or Normalisation.Cosine or Normalisation.Jaccard))
            throw new NetworkException($"{Name(Normalisation)} is for one-mode networks; use activity or prominence");
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
