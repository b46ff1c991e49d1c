using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis.Networks;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Models;

/// <summary>
/// How often each party took which side on what: all that a network of parties weighs. A thousandth of what
/// <see cref="NetworkStatements"/> holds, so it is made anew for every question; the positions behind a tie are looked up when they are asked for.
/// </summary>
public sealed class StanceCounts
{
    private readonly DossierView _view;
    private readonly Scope _scope;
    private readonly SortedDictionary<int, SortedDictionary<int, int[]>> _parties = []; // by party and issue, how often each stance
    private readonly int _range;

    private StanceCounts(DossierView view, Scope scope)
    {
        (_view, _scope) = (view, scope);
        var used = new bool[3];
        foreach (var (party, issue) in view.Positions.Cells)
        {
            if (party == 0 || issue == 0 || !scope.HasParty(party) || !scope.HasIssue(issue)) continue;
            var counts = new int[3];
            foreach (ref readonly var p in view.Positions.Of(party, issue))
                if (Has(p)) counts[(int)p.Stance!.Value]++;
            var all = counts.Sum();
            if (all == 0) continue;
            Total += all;
            if (!_parties.TryGetValue(party, out var issues)) _parties[party] = issues = [];
            issues[issue] = counts;
            for (var s = 0; s < 3; s++) used[s] |= counts[s] > 0;
        }

        var sides = Enum.GetValues<Stance>().Where(s => used[(int)s]).Select(Side).ToList();
        _range = sides.Count == 0 ? 0 : sides.Max() - sides.Min();
    }

    /// <summary>Positions counted.</summary>
    public int Total { get; }

    /// <summary>The parties with their numbers of positions.</summary>
    public IEnumerable<(int Party, int Count)> Parties => _parties.Select(p => (p.Key, p.Value.Values.Sum(c => c.Sum())));

    /// <exception cref="DossierException">The question names what the dossier does not know.</exception>
    public static StanceCounts Of(DossierView view, Question question)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(question);
        return new(view, new Scope(view, question));
    }

    /// <summary>The ties among some of the parties; the same as of <see cref="NetworkStatements"/> with <see cref="NetworkStatements.Settings"/>.</summary>
    public IEnumerable<(int From, int To, double Weight)> Ties(Aggregation aggregation, IEnumerable<int> parties, CancellationToken cancellationToken)
    {
        var (rows, columns, stances, times) = (new List<string>(), new List<string>(), new List<int>(), new List<int>());
        foreach (var (party, issues) in _parties)
        {
            foreach (var (issue, counts) in issues)
            {
                for (var s = 0; s < 3; s++)
                {
                    if (counts[s] == 0) continue;
                    rows.Add(Text(party));
                    columns.Add(Text(issue));
                    stances.Add(Side((Stance)s));
                    times.Add(counts[s]);
                }
            }
        }

        var settings = NetworkStatements.Settings with { Aggregation = aggregation, Exclusions = [new Exclusion("party", [.. parties.Select(Text)], KeepOnly: true)] };
        var table = new Analysis.Networks.StatementTable(
            new long[times.Count], [.. times.Select((_, i) => new StatementPlace(0, 0, 0, i))],
            [StatementVariable.Text("party", rows), StatementVariable.Text("issue", columns), StatementVariable.Integer("stance", stances)]);
        var network = new NetworkBuilder().Build(table, times, settings, cancellationToken);
        return network.Ties().Select(t => (Number(network.Rows[t.Row]), Number(network.Columns[t.Column]), t.Weight));
    }

    /// <summary>How many positions a tie counts: with congruence or conflict those that agree or disagree at least in part with one of the other party, else all on issues of which both speak.</summary>
    public int CountBehind(int a, int b, Aggregation aggregation)
    {
        var count = 0;
        foreach (var (issue, own) in Issues(a))
            if (Issues(b).TryGetValue(issue, out var other)) count += Counted(own, other, aggregation) + Counted(other, own, aggregation);
        return count;
    }

    /// <summary>The positions that a tie counts, in the order of their names.</summary>
    public ImmutableArray<EntryId> Behind(int a, int b, Aggregation aggregation)
    {
        var behind = new List<EntryId>();
        foreach (var (issue, own) in Issues(a))
        {
            if (!Issues(b).TryGetValue(issue, out var other)) continue;
            Take(a, issue, other);
            Take(b, issue, own);
        }

        behind.Sort();
        return [.. behind];

        void Take(int party, int issue, int[] against)
        {
            foreach (ref readonly var p in _view.Positions.Of(party, issue))
                if (Has(p) && Meets(p.Stance!.Value, against, aggregation)) behind.Add(p.Id);
        }
    }

    private bool Has(in PositionEntry p) => p.Day > 0 && p.Stance is not null && _scope.Has(p);

    private SortedDictionary<int, int[]> Issues(int party) => _parties.GetValueOrDefault(party) ?? [];

    private int Counted(int[] counts, int[] against, Aggregation aggregation)
    {
        var counted = 0;
        for (var s = 0; s < 3; s++)
            if (counts[s] > 0 && Meets((Stance)s, against, aggregation)) counted += counts[s];
        return counted;
    }

    /// <summary>Whether a stance meets one of the other party that makes it count.</summary>
    private bool Meets(Stance stance, int[] against, Aggregation aggregation)
    {
        for (var s = 0; s < 3; s++)
        {
            var apart = Math.Abs(Side(stance) - Side((Stance)s));
            if (against[s] > 0 && aggregation switch { Aggregation.Congruence => apart < _range || _range == 0, Aggregation.Conflict => apart > 0, _ => true }) return true;
        }

        return false;
    }

    private static int Side(Stance stance) => stance switch { Stance.For => 1, Stance.Against => -1, _ => 0 };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
