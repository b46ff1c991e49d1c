using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;

namespace Parley.Dossiers;

/// <summary>What has been loaded of a dossier so far. A change replaces arrays and never writes into one that a view holds.</summary>
internal sealed class DossierState
{
    public long Revision { get; private set; }

    public ReportHead?[] Reports { get; private set; } = new ReportHead?[1];

    public ReportEntries?[] Entries { get; private set; } = new ReportEntries?[1];

    public DossierActor?[] Actors { get; private set; } = new DossierActor?[1];

    public DossierIssue?[] Issues { get; private set; } = new DossierIssue?[1];

    public SortedDictionary<int, Mandate> Mandates { get; } = [];

    public SortedDictionary<int, Correction> Corrections { get; } = [];

    public SortedDictionary<int, Judgement> Judgements { get; } = [];

    public void Take(DossierChange change)
    {
        Revision = change.Revision;
        Reports = With(Reports, change.Updates, u => u.Head.Number, u => u.Head);
        Entries = With(Entries, change.Updates, u => u.Head.Number, u => EntriesCodec.Read(u.Head.Number, u.Entries));
        Actors = With(Actors, change.Actors, a => a.Number, a => a);
        Issues = With(Issues, change.Issues, i => i.Number, i => i);
        foreach (var mandate in change.Mandates) Mandates[mandate.Number] = mandate;
        foreach (var correction in change.Corrections) Corrections[correction.Number] = correction;
        foreach (var judgement in change.Judgements) Judgements[judgement.Number] = judgement;
    }

    private static T?[] With<T, TItem>(T?[] before, IReadOnlyList<TItem> items, Func<TItem, int> number, Func<TItem, T> value)
    {
        if (items.Count == 0) return before;
        var after = new T?[Math.Max(before.Length, items.Max(number) + 1)];
        before.CopyTo(after, 0);
        foreach (var item in items) after[number(item)] = value(item);
        return after;
    }
}
