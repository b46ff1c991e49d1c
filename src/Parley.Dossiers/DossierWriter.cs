using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Folding;
using Parley.Dossiers.Parties;

namespace Parley.Dossiers;

/// <summary>What a writer needs to know of a dossier: its names, its corrections and the fingerprints of its reports. Kept up as it writes.</summary>
internal sealed class DossierWriter
{
    public DossierWriter(DossierState state)
    {
        Linker = new(Actors, Codebook);
        Layer = new(Actors, Codebook);
        Fields = new(Actors, Codebook);
        Take(state);
    }

    public ActorRegistry Actors { get; } = new();

    public Codebook Codebook { get; } = new();

    public ReportLinker Linker { get; }

    public CorrectionLayer Layer { get; }

    public EntryFields Fields { get; }

    /// <summary>Null until it is needed.</summary>
    public CopyFinder? Copies { get; set; }

    /// <summary>Whether names were entered that are not saved yet.</summary>
    public bool HasEntered => Actors.HasChanged || Codebook.HasChanged;

    public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    public int LastReport { get; set; }

    /// <summary>Revision after the last write or refresh.</summary>
    public long Revision { get; set; }

    private void Take(DossierState state)
    {
        foreach (var actor in state.Actors) if (actor is not null) Actors.Put(actor);
        foreach (var issue in state.Issues) if (issue is not null) Codebook.Put(issue);
        foreach (var report in state.Reports)
        {
            if (report is null) continue;
            Ids.Add(report.Id);
            LastReport = Math.Max(LastReport, report.Number);
        }

        Revision = state.Revision;
    }
}
