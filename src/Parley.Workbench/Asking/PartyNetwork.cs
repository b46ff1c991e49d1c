using System.Collections.Immutable;
using Parley.Analysis.Networks;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Models;
using Parley.Exchange.Answers;
using Parley.Exchange.Pictures;
using Parley.Workbench.Parts;

namespace Parley.Workbench.Asking;

internal enum TieView { Both, Agreement, Conflict }

/// <summary>Two parties and what ties them: how much they agree and disagree, for what they say on average, with the positions behind each number.</summary>
internal sealed record PartyTie(
    Named From, Named To, double Agreement, double Conflict, ImmutableArray<EntryId> Agreeing, ImmutableArray<EntryId> Disagreeing)
{
    /// <summary>Agreement less conflict.</summary>
    public double Balance => Agreement - Conflict;

    public double Strength(TieView view) => view switch { TieView.Agreement => Agreement, TieView.Conflict => Conflict, _ => Math.Max(Agreement, Conflict) };

    public PictureTieKind Kind(TieView view) => view switch
    {
        TieView.Agreement => PictureTieKind.Agreement,
        TieView.Conflict => PictureTieKind.Conflict,
        _ => Math.Abs(Balance) < 1e-9 ? PictureTieKind.Both : Balance > 0 ? PictureTieKind.Agreement : PictureTieKind.Conflict,
    };

    public ImmutableArray<EntryId> Behind(TieView view) => view switch
    {
        TieView.Agreement => Agreeing,
        TieView.Conflict => Disagreeing,
        _ => [.. Agreeing.Union(Disagreeing).Order()],
    };
}

/// <summary>Who agrees and disagrees with whom among the parties that say most, with the positions behind every tie.</summary>
/// <param name="Parties">The loudest, each with its number of positions.</param>
/// <param name="Others">Parties left out as they say less.</param>
/// <param name="Ties">The strongest first.</param>
internal sealed record PartyNetwork(TieView View, ImmutableArray<(Named Party, int Count)> Parties, int Others, int Positions, ImmutableArray<PartyTie> Ties)
{
    /// <summary>Most parties that a picture can show and still be read.</summary>
    public const int MostParties = 60;

    /// <summary>What a weight is, in one sentence.</summary>
    public const string Measure = "A tie weighs how often two parties take the same side on an issue (agreement) or opposite sides (conflict), divided by how many positions the two take on average.";

    /// <param name="only">These parties instead of the loudest.</param>
    /// <exception cref="DossierException">The question names what the dossier does not know.</exception>
    public static PartyNetwork Of(DossierView view, Question question, TieView kind, int most, CancellationToken cancellationToken, IReadOnlyCollection<string>? only = null) =>
        Of(view, NetworkStatements.Of(view, question), kind, most, cancellationToken, only);

    /// <param name="statements">Of a question asked before.</param>
    public static PartyNetwork Of(DossierView view, NetworkStatements statements, TieView kind, int most, CancellationToken cancellationToken, IReadOnlyCollection<string>? only = null)
    {
        var loud = statements.All.GroupBy(s => s.Party, StringComparer.Ordinal).Select(g => (Name: g.Key, Count: g.Count()))
            .OrderByDescending(p => p.Count).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var shown = only is null ? loud.Take(Math.Clamp(most, 2, MostParties)).ToList() : [.. loud.Where(p => only.Contains(p.Name))];
        if (shown.Count == 0) return new(kind, [], 0, 0, []);
        var settings = NetworkStatements.Settings with { Exclusions = [new Exclusion("party", [.. shown.Select(p => p.Name)], KeepOnly: true)] };
        var (agreement, agreeing) = Build(statements, settings with { Aggregation = Aggregation.Congruence }, cancellationToken);
        var (conflict, opposing) = Build(statements, settings with { Aggregation = Aggregation.Conflict }, cancellationToken);
        var names = shown.ToDictionary(p => p.Name, p => new Named(view.RequireActor(p.Name), p.Name), StringComparer.Ordinal);
        var opposed = conflict.Ties().ToDictionary(t => (conflict.Rows[t.Row], conflict.Rows[t.Column]));
        var agreed = agreement.Ties().ToDictionary(t => (agreement.Rows[t.Row], agreement.Rows[t.Column]));
        var ties = agreed.Keys.Union(opposed.Keys).Select(pair =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (a, b) = (agreed.TryGetValue(pair, out var x), opposed.TryGetValue(pair, out var y));
            return new PartyTie(
                names[pair.Item1], names[pair.Item2], a ? x.Weight : 0, b ? y.Weight : 0,
                a ? Entries(statements, agreeing.Behind(agreement, x)) : [], b ? Entries(statements, opposing.Behind(conflict, y)) : []);
        });
        return new(
            kind, [.. shown.Select(p => (names[p.Name], p.Count))], loud.Count - shown.Count, statements.All.Length,
            [.. ties.Where(t => t.Strength(kind) > 0).OrderByDescending(t => t.Strength(kind)).ThenBy(t => t.From.Name, StringComparer.Ordinal).ThenBy(t => t.To.Name, StringComparer.Ordinal)]);
    }

    /// <summary>The network that the view is drawn from, all its parties and ties, for other programs.</summary>
    public static (Network Network, NetworkSettings Settings) Whole(DossierView view, Question question, TieView kind, CancellationToken cancellationToken)
    {
        var statements = NetworkStatements.Of(view, question);
        if (statements.All.IsEmpty) throw new DossierException("no party takes a position in this time: there is no network");
        var settings = NetworkStatements.Settings with { Aggregation = kind switch { TieView.Agreement => Aggregation.Congruence, TieView.Conflict => Aggregation.Conflict, _ => Aggregation.Subtract } };
        return (new NetworkBuilder().Build(statements.Table, settings, cancellationToken), settings);
    }

    /// <summary>Parties with a tie: the others would only push these together.</summary>
    public IEnumerable<(Named Party, int Count)> Tied => Parties.Where(p => Ties.Any(t => t.From == p.Party || t.To == p.Party));

    /// <summary>Without ties weaker than so many percent of the strongest.</summary>
    public PartyNetwork Above(int percent) => Ties.IsEmpty || percent <= 0 ? this
        : this with { Ties = [.. Ties.Where(t => t.Strength(View) >= Ties[0].Strength(View) * percent / 100)] };

    public string Draw(string title, Func<Named, string> partyLink, Func<PartyTie, string> tieLink, CancellationToken cancellationToken)
    {
        var drawn = Tied.ToList();
        var places = drawn.Select((p, i) => (p.Party.Number, i)).ToDictionary(p => p.Number, p => p.i);
        return NetworkPicture.Draw(
            title,
            [.. drawn.Select(p => new PictureNode(p.Party.Name, p.Count) { Href = partyLink(p.Party), Detail = $"{p.Party.Name}: {Show.Count(p.Count, "position")}" })],
            [.. Ties.Select(t => new PictureTie(places[t.From.Number], places[t.To.Number], View == TieView.Both ? Math.Max(Math.Abs(t.Balance), t.Strength(View) / 20) : t.Strength(View), t.Kind(View)) { Href = tieLink(t), Detail = Words(t) })],
            cancellationToken);
    }

    public Sheet Sheet() => new(
        ["From", "To", "Agreement", "Conflict", "Balance", "Behind"],
        [.. Ties.Select(t => (ImmutableArray<string>)[t.From.Name, t.To.Name, Show.Number(t.Agreement), Show.Number(t.Conflict), Show.Number(t.Balance), string.Join(' ', t.Behind(View))])],
        "No tie found.")
    {
        Note = Measure,
    };

    private static string Words(PartyTie t) => $"{t.From} – {t.To}: agreement {Show.Number(t.Agreement)}, conflict {Show.Number(t.Conflict)}";

    private static (Network, NetworkEvidence) Build(NetworkStatements statements, NetworkSettings settings, CancellationToken cancellationToken) =>
        (new NetworkBuilder().Build(statements.Table, settings, cancellationToken), new NetworkEvidence(statements.Table, settings));

    private static ImmutableArray<EntryId> Entries(NetworkStatements statements, IReadOnlyList<int> found) => [.. found.Select(statements.EntryOf)];
}
