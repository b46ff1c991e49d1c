using System.Collections.Immutable;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;

namespace Parley.Dossiers;

/// <summary>New and replaced parts of a dossier, each known by its number.</summary>
public sealed record DossierChange
{
    /// <summary>Revision after the change, where it was loaded.</summary>
    public long Revision { get; init; }

    /// <summary>Reports new to the dossier.</summary>
    public ImmutableArray<StoredReport> Reports { get; init; } = [];

    /// <summary>Reports whose reading, entries or head were replaced; on loading, new ones too, without texts.</summary>
    public ImmutableArray<ReportUpdate> Updates { get; init; } = [];

    public ImmutableArray<DossierActor> Actors { get; init; } = [];

    public ImmutableArray<Mandate> Mandates { get; init; } = [];

    public ImmutableArray<DossierIssue> Issues { get; init; } = [];

    public ImmutableArray<Correction> Corrections { get; init; } = [];

    public ImmutableArray<Judgement> Judgements { get; init; } = [];
}

/// <summary>A report's head and entries; with a reading and words where these were replaced too.</summary>
public sealed record ReportUpdate(ReportHead Head, byte[] Entries)
{
    public byte[]? Reading { get; init; }

    public ImmutableArray<EntryWords>? Words { get; init; }
}
