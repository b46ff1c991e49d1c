using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Dossiers.Answers;
using Parley.Reading;

namespace Parley.Dossiers.Models;

/// <summary>A conflict model as the dossier suggests it, for the analyst to change. Today is taken to be before anything on offer was done.</summary>
/// <param name="Options">In the order of the model's options.</param>
/// <param name="Preferences">For each decision maker of the model its preferences, the most important first.</param>
/// <param name="NobodyDecides">Issues for which no report says whose they are to decide.</param>
/// <param name="NoOption">Parties with a position that decide nothing in this model.</param>
public sealed record ConflictProposal(
    OptionModel Model, ImmutableArray<ProposedOption> Options, ImmutableArray<ImmutableArray<ProposedPreference>> Preferences,
    ImmutableArray<Named> NobodyDecides, ImmutableArray<Named> NoOption);

/// <summary>What a party may do or not, and why it is thought to be that party's to do: its own offers and refusals, and what others ask of it.</summary>
public sealed record ProposedOption(Named Party, Named Issue, ImmutableArray<Evidence> Evidence);

/// <summary>What a party wants of an option, by its last word on it.</summary>
/// <param name="Option">By its place in the model.</param>
/// <param name="Wanted">Taken, else not taken.</param>
public sealed record ProposedPreference(int Option, bool Wanted, PositionShown Line);

/// <summary>Reads options out of demands, offers and refusals, and preferences out of stances.</summary>
internal sealed class ConflictProposer(DossierView view)
{
    private const int Shown = 5;

    /// <param name="options">Most options to propose: those with most behind them.</param>
    /// <exception cref="DossierException">Fewer than two parties have something to decide.</exception>
    public ConflictProposal Build(Question question, int options, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var matrix = new MatrixBuilder(view).Build(question, null, basket);
        var claims = Claims(scope);
        var owners = claims.GroupBy(c => c.Issue).ToDictionary(g => g.Key, g => g.GroupBy(c => c.Owner).OrderByDescending(o => o.Sum(c => c.Weight)).ThenBy(o => o.Key).First());
        var chosen = owners.OrderByDescending(o => o.Value.Sum(c => c.Weight)).ThenBy(o => o.Key).Take(options)
            .GroupBy(o => o.Value.Key).OrderBy(g => g.Key).ToList();
        if (chosen.Count < 2)
            throw new DossierException("no two parties are reported to offer, refuse or be asked for anything: there is no conflict model to propose");
        var proposed = chosen.SelectMany(g => g.OrderBy(o => o.Key).Select(o => new ProposedOption(
            Name(g.Key), new(o.Key, view.IssueLabel(o.Key)), [.. o.Value.OrderByDescending(c => c.Weight).Take(Shown).Select(c => basket.Take(c.Position))]))).ToImmutableArray();
        var makers = proposed.Select(o => o.Party).Distinct().ToList();
        ImmutableArray<ImmutableArray<ProposedPreference>> preferences = [.. makers.Select(m => Preferences(m.Number, proposed, matrix))];
        var model = new OptionModel(
            view.Info.Name, [.. proposed.Select(o => new Option(o.Issue.Name))],
            [
                .. makers.Select((m, i) => new DecisionMaker(
                    m.Name, [.. Enumerable.Range(0, proposed.Length).Where(o => proposed[o].Party == m)],
                    new Prioritisation([.. preferences[i].Select(p => p.Wanted ? (Formula)new Taken(p.Option) : new Not(new Taken(p.Option)))]))),
            ])
        {
            StatusQuo = 0,
        };
        return new(
            model, proposed, preferences,
            [.. matrix.Issues.Where(i => !owners.ContainsKey(i.Number))],
            [.. matrix.Parties.Where(p => !makers.Contains(p))]);
    }

    /// <summary>Who is said to have an issue in hand: stronger where the party itself offers it than where it refuses it or is asked for it.</summary>
    private List<Claim> Claims(Scope scope)
    {
        var found = new List<Claim>();
        foreach (ref readonly var p in view.Positions.All)
        {
            if (p.Issue == 0 || !scope.Has(p)) continue;
            switch (p.Act)
            {
                case Act.Offer or Act.Accept or Act.Concede when p.Party > 0:
                    found.Add(new(p.Issue, p.Party, 3, p));
                    break;
                case Act.Refuse or Act.RedLine or Act.Threaten when p.Party > 0:
                    found.Add(new(p.Issue, p.Party, 2, p));
                    break;
                case Act.Demand or Act.Appeal or Act.Condition or Act.Ultimatum when p.Target > 0 && p.Target != p.Party:
                    found.Add(new(p.Issue, p.Target, 2, p));
                    break;
            }
        }

        return found;
    }

    private static ImmutableArray<ProposedPreference> Preferences(int party, ImmutableArray<ProposedOption> options, Matrix matrix) =>
    [
        .. Enumerable.Range(0, options.Length)
            .Select(o => (Option: o, Cell: matrix.Cell(party, options[o].Issue.Number)))
            .Where(x => x.Cell is { Now.Stance: not Stance.Open })
            .OrderBy(x => x.Cell!.Now.Firmness switch { Firmness.RedLine => 0, Firmness.Firm => 1, Firmness.Flexible => 3, _ => 2 })
            .ThenByDescending(x => x.Cell!.Now.Behind.Length).ThenBy(x => x.Option)
            .Select(x => new ProposedPreference(x.Option, x.Cell!.Now.Stance == Stance.For, x.Cell.Now)),
    ];

    private Named Name(int actor) => new(actor, view.ActorName(actor));

    private sealed record Claim(int Issue, int Owner, int Weight, Entries.PositionEntry Position);
}
