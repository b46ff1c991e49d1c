using System.Collections.Immutable;

namespace Parley.Dossiers.Codebooks;

/// <summary>An issue of the dossier's codebook.</summary>
/// <param name="Number">From 1; never given twice.</param>
/// <param name="Label">A proposition towards which one can be for, against or open, worded without negation.</param>
public sealed record DossierIssue(int Number, string Label)
{
    public string? Definition { get; init; }

    /// <summary>Words by which reports name it; an issue of a report with such a label is this one.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Number of the issue it is a part of; 0 where none.</summary>
    public int Parent { get; init; }

    /// <summary>Number of the issue that this one turned out to be; 0 where it stands for itself.</summary>
    public int MergedInto { get; init; }

    /// <summary>Merged into an issue worded the other way round: for here is against there.</summary>
    public bool Opposed { get; init; }

    /// <summary>Whether an analyst has taken it into the codebook; else it is a suggestion by the reader.</summary>
    public bool Accepted { get; init; }
}
