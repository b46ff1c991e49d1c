using System.Collections.Immutable;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>Counts what a search finds by what it could be narrowed to. O(statements + positions); no words are fetched.</summary>
internal sealed class FacetsBuilder(DossierView view)
{
    private const int Most = 12;

    private readonly int[] _actors = new int[view.State.Actors.Length], _speakers = new int[view.State.Actors.Length], _issues = new int[view.State.Issues.Length];
    private readonly int[] _acts = new int[Enum.GetValues<Act>().Length], _modes = new int[Enum.GetValues<StatementMode>().Length], _reports = new int[view.State.Reports.Length];

    /// <param name="question">What is searched.</param>
    /// <param name="found">What the full-text index found; null where no words were asked for.</param>
    public Facets Build(Question question, IReadOnlyList<EntryId>? found)
    {
        var scope = new Scope(view, question);
        var words = found?.ToHashSet();
        var carrying = scope.ByPosition ? Carrying(scope) : null;
        var counted = new StatementSet(view.State.Entries);
        foreach (ref readonly var s in view.Statements)
        {
            if (!scope.Has(s) || (words is not null && !words.Contains(s.Id)) || (carrying is not null && !carrying.Contains(s.Report, s.Ordinal))) continue;
            counted.Add(s.Report, s.Ordinal);
            Count(s.Party, s.Speaker, s.Report);
            _modes[(int)s.Mode]++;
        }

        foreach (ref readonly var p in view.Positions.All)
        {
            if (!scope.Has(p)) continue;
            if (p.Statement != 0)
            {
                if (!counted.Contains(p.Report, p.Statement)) continue;
            }
            else
            {
                if (question.Modes.Length > 0 || (words is not null && !words.Contains(p.Id))) continue;
                Count(p.Party, p.Speaker, p.Report);
            }

            _issues[p.Issue]++;
            _acts[(int)p.Act]++;
        }

        return new(
            Numbered(_actors, view.ActorName), Numbered(_speakers, view.ActorName), Numbered(_issues, view.IssueLabel),
            Ranked(_acts.Select((n, act) => new Facet(FieldText.Of((Act)act), n))), Ranked(_modes.Select((n, mode) => new Facet(FieldText.Of((StatementMode)mode), n))), Outlets());
    }

    private StatementSet Carrying(Scope scope)
    {
        var carrying = new StatementSet(view.State.Entries);
        foreach (ref readonly var p in view.Positions.All)
            if (p.Statement != 0 && scope.Has(p)) carrying.Add(p.Report, p.Statement);
        return carrying;
    }

    private void Count(int party, int speaker, int report)
    {
        _actors[party]++;
        _speakers[speaker]++;
        _reports[report]++;
    }

    private ImmutableArray<Facet> Outlets() => Ranked(
        view.Reports.Where(r => r.Outlet is not null && _reports[r.Number] > 0).GroupBy(r => r.Outlet!, StringComparer.OrdinalIgnoreCase).Select(g => new Facet(g.Key, g.Sum(r => _reports[r.Number]))));

    /// <summary>Number 0 is nobody and nothing.</summary>
    private static ImmutableArray<Facet> Numbered(int[] counts, Func<int, string> name) =>
        Ranked(Enumerable.Range(1, counts.Length - 1).Where(n => counts[n] > 0).Select(n => new Facet(name(n), counts[n])));

    private static ImmutableArray<Facet> Ranked(IEnumerable<Facet> facets) =>
        [.. facets.Where(f => f.Count > 0).OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal).Take(Most)];
}
