using System.Collections.Immutable;
using Parley.Analysis.Bargaining;
using Parley.Dossiers.Answers;
using Parley.Reading;

namespace Parley.Dossiers.Models;

/// <summary>Inputs of a forecast as the dossier suggests them, for the analyst to change.</summary>
/// <param name="Positions">One for each party and issue, with its evidence.</param>
/// <param name="Capability">What an analyst gave, by party; a report does not tell it.</param>
public sealed record ForecastProposal(ImmutableArray<ProposedPosition> Positions, ImmutableDictionary<string, double> Capability)
{
    /// <summary>Parties whose capability nobody has judged: they count as 1.</summary>
    public IEnumerable<string> NotJudged => Positions.Select(p => p.Party.Name).Distinct().Where(p => !Capability.ContainsKey(p));

    /// <summary>The capability judged, else 1.</summary>
    public double CapabilityOf(string party) => Capability.GetValueOrDefault(party, 1);

    /// <exception cref="DossierException">No issue has two parties with a position.</exception>
    public Negotiation ToNegotiation()
    {
        if (Positions.IsEmpty) throw new DossierException("no issue of this dossier has two parties with a position: nothing to forecast");
        string[] actors = [.. Positions.Select(p => p.Party.Name).Distinct()];
        string[] issues = [.. Positions.Select(p => p.Issue.Name).Distinct()];
        var cells = Positions.ToDictionary(p => (p.Party.Name, p.Issue.Name));
        IReadOnlyList<double> Of(string actor, Func<ProposedPosition, double> value, double missing) =>
            [.. issues.Select(i => cells.TryGetValue((actor, i), out var cell) ? value(cell) : missing)];
        return new(
            actors, issues, [.. actors.Select(CapabilityOf)], [.. actors.Select(a => Of(a, p => p.Position, double.NaN))], [.. actors.Select(a => Of(a, p => p.Salience, 0))]);
    }
}

/// <summary>Where a party stands by its last word, and how much it says of the issue.</summary>
/// <param name="Position">0 against to 100 for; 50 open.</param>
/// <param name="Salience">0 to 100, by how much of what the party says is on this issue.</param>
/// <param name="Said">How many positions the party took on it.</param>
/// <param name="Line">The words, and every position that bears them out.</param>
public sealed record ProposedPosition(Named Party, Named Issue, double Position, double Salience, int Said, PositionShown Line);

/// <summary>Turns stances into numbers. A rule of thumb, stated in docs/bargaining.md: it has not been measured against outcomes.</summary>
internal sealed class ForecastProposer(DossierView view)
{
    public ForecastProposal Build(Question question, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var matrix = new MatrixBuilder(view).Build(question, null, basket);
        var said = matrix.Cells.ToDictionary(c => (c.Party.Number, c.Issue.Number), c => Said(c.Party.Number, c.Issue.Number, scope));
        var most = matrix.Cells.GroupBy(c => c.Party.Number).ToDictionary(g => g.Key, g => g.Max(c => said[(c.Party.Number, c.Issue.Number)]));
        return new(
            [
                .. matrix.Issues.SelectMany(issue => matrix.Cells.Where(c => c.Issue.Number == issue.Number).ToList() is { Count: > 1 } cells ? cells : [])
                    .Select(c => new ProposedPosition(
                        c.Party, c.Issue, PositionOf(c.Now.Stance, c.Now.Firmness),
                        // One more than said, two more than most: a party with a single word on record does not seem to care for nothing else.
                        Math.Round(100.0 * (said[(c.Party.Number, c.Issue.Number)] + 1) / (most[c.Party.Number] + 2)), said[(c.Party.Number, c.Issue.Number)], c.Now)),
            ],
            ImmutableDictionary<string, double>.Empty);
    }

    private static double PositionOf(Stance stance, Firmness? firmness)
    {
        var far = firmness switch { Firmness.RedLine => 50, Firmness.Firm => 45, Firmness.Flexible => 25, _ => 40 };
        return stance switch { Stance.For => 50 + far, Stance.Against => 50 - far, _ => 50 };
    }

    private int Said(int party, int issue, Scope scope)
    {
        var count = 0;
        foreach (ref readonly var p in view.Positions.Of(party, issue))
            if (scope.Has(p)) count++;
        return Math.Max(1, count);
    }
}
