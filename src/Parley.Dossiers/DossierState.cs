using System.Collections.Immutable;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;

namespace Parley.Dossiers;

/// <summary>What has been loaded of a dossier so far. Immutable: a change makes a new one.</summary>
internal sealed class DossierState
{
    public long Revision { get; private init; }

    public ReportHead?[] Reports { get; private init; } = new ReportHead?[1];

    public EntryShelf Entries { get; private init; } = EntryShelf.Empty;

    public DossierActor?[] Actors { get; private init; } = new DossierActor?[1];

    public DossierIssue?[] Issues { get; private init; } = new DossierIssue?[1];

    public SortedDictionary<int, Mandate> Mandates { get; private init; } = [];

    public SortedDictionary<int, Correction> Corrections { get; private init; } = [];

    public SortedDictionary<int, Judgement> Judgements { get; private init; } = [];

    public DossierState After(DossierChange change) => new()
    {
        Revision = change.Revision,
        Reports = With(Reports, change.Updates, u => u.Head.Number, u => u.Head),
        Entries = Entries.With(change.Updates),
        Actors = With(Actors, change.Actors, a => a.Number, a => a),
        Issues = With(Issues, change.Issues, i => i.Number, i => i),
        Mandates = With(Mandates, change.Mandates, m => m.Number),
        Corrections = With(Corrections, change.Corrections, c => c.Number),
        Judgements = With(Judgements, change.Judgements, j => j.Number),
    };

    private static SortedDictionary<int, T> With<T>(SortedDictionary<int, T> before, IReadOnlyList<T> items, Func<T, int> number)
    {
        if (items.Count == 0) return before;
        var after = new SortedDictionary<int, T>(before);
        foreach (var item in items) after[number(item)] = item;
        return after;
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
