using System.Collections.Immutable;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>Counts what a search finds by what it could be narrowed to. O(statements + positions); no words are fetched.</summary>
internal sealed class FacetsBuilder(DossierView view)
{
    private const int Most = 12;

    private readonly Dictionary<int, int> _parties = [], _speakers = [], _issues = [];
    private readonly Dictionary<Act, int> _acts = [];
    private readonly Dictionary<StatementMode, int> _modes = [];
    private readonly Dictionary<string, int> _outlets = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="question">What is searched.</param>
    /// <param name="found">What the full-text index found; null where no words were asked for.</param>
    public Facets Build(Question question, IReadOnlyList<EntryId>? found)
    {
        var scope = new Scope(view, question);
        var words = found?.ToHashSet();
        var carried = Carried(scope, words, question.Modes.Length > 0);
        foreach (ref readonly var s in view.Statements)
        {
            if (!scope.Has(s) || (words is not null && !words.Contains(s.Id))) continue;
            var has = carried.TryGetValue((s.Report, s.Ordinal), out var positions);
            if (scope.ByPosition && !has) continue;
            Count(s.Party, s.Speaker, s.Report);
            Add(_modes, s.Mode);
            foreach (var (issue, act) in positions ?? []) Count(issue, act);
        }

        return new(
            Named(_parties, view.ActorName), Named(_speakers, view.ActorName), Named(_issues, view.IssueLabel), Ranked(_acts.Select(a => new Facet(FieldText.Of(a.Key), a.Value))),
            Ranked(_modes.Select(m => new Facet(FieldText.Of(m.Key), m.Value))), Ranked(_outlets.Select(o => new Facet(o.Key, o.Value))));
    }

    /// <summary>Issue and act of the positions that statements carry; those told in a report's own voice are counted at once.</summary>
    private Dictionary<(int, int), List<(int Issue, Act Act)>> Carried(Scope scope, HashSet<EntryId>? words, bool statementsOnly)
    {
        var carried = new Dictionary<(int, int), List<(int, Act)>>();
        foreach (ref readonly var p in view.Positions.All)
        {
            if (!scope.Has(p)) continue;
            if (p.Statement != 0)
            {
                if (!carried.TryGetValue((p.Report, p.Statement), out var of)) carried[(p.Report, p.Statement)] = of = [];
                of.Add((p.Issue, p.Act));
            }
            else if (!statementsOnly && (words is null || words.Contains(p.Id)))
            {
                Count(p.Party, p.Speaker, p.Report);
                Count(p.Issue, p.Act);
            }
        }

        return carried;
    }

    private void Count(int party, int speaker, int report)
    {
        if (party > 0) Add(_parties, party);
        if (speaker > 0) Add(_speakers, speaker);
        if (view.Report(report).Outlet is { } outlet) Add(_outlets, outlet);
    }

    private void Count(int issue, Act act)
    {
        if (issue > 0) Add(_issues, issue);
        Add(_acts, act);
    }

    private static void Add<T>(Dictionary<T, int> counts, T key) where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static ImmutableArray<Facet> Named(Dictionary<int, int> counts, Func<int, string> name) => Ranked(counts.Select(c => new Facet(name(c.Key), c.Value)));

    private static ImmutableArray<Facet> Ranked(IEnumerable<Facet> facets) => [.. facets.OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal).Take(Most)];
}
