using System.Collections.Immutable;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Dossiers;

/// <summary>Everything a dossier holds: to be carried elsewhere and restored without loss.</summary>
public sealed record DossierCopy(
    string Name,
    DateTimeOffset Created,
    ImmutableArray<ReportCopy> Reports,
    ImmutableArray<DossierActor> Actors,
    ImmutableArray<Mandate> Mandates,
    ImmutableArray<DossierIssue> Issues,
    ImmutableArray<Correction> Corrections,
    ImmutableArray<Judgement> Judgements);

/// <param name="Entries">Packed (<see cref="Entries.EntriesCodec"/>), so that numbers of actors and issues stay what they were.</param>
public sealed record ReportCopy(ReportHead Head, string Text, ReportReading Reading, byte[] Entries);
