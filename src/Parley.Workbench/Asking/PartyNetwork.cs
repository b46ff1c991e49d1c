using System.Collections.Immutable;
using System.Globalization;
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

/// <summary>Two parties and what ties them: how much they agree and disagree, for what they say on average.</summary>
/// <param name="Agreeing">How many positions stand behind the agreement.</param>
/// <param name="Disagreeing">How many stand behind the conflict.</param>
internal sealed record PartyTie(Named From, Named To, double Agreement, double Conflict, int Agreeing, int Disagreeing)
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
}

/// <summary>Who agrees and disagrees with whom among the parties that say most, each tie with how many positions stand behind it.</summary>
/// <param name="Parties">The loudest, each with its number of positions.</param>
/// <param name="Others">Parties left out as they say less.</param>
/// <param name="Ties">The strongest first.</param>
internal sealed record PartyNetwork(TieView View, ImmutableArray<(Named Party, int Count)> Parties, int Others, int Positions, ImmutableArray<PartyTie> Ties)
{
    /// <summary>Most parties that a picture can show and still be read.</summary>
    public const int MostParties = 60;

    /// <summary>What a weight is, in one sentence.</summary>
    public const string Measure = "A tie weighs how often two parties take the same side on an issue (agreement) or opposite sides (conflict), divided by how many positions the two take on average.";

    /// <exception cref="DossierException">The question names what the dossier does not know.</exception>
    public static PartyNetwork Of(DossierView view, Question question, TieView kind, int most, CancellationToken cancellationToken)
    {
        var counts = StanceCounts.Of(view, question);
        var all = counts.Parties.Select(p => (Party: new Named(p.Party, view.ActorName(p.Party)), p.Count)).OrderByDescending(p => p.Count).ThenBy(p => p.Party.Name, StringComparer.Ordinal).ToList();
        ImmutableArray<(Named Party, int Count)> shown = [.. all.Take(Math.Clamp(most, 2, MostParties))];
        var ties = TiesOf(counts, [.. shown.Select(p => p.Party)], cancellationToken);
        return new(
            kind, shown, all.Count - shown.Length, counts.Total,
            [.. ties.Where(t => t.Strength(kind) > 0).OrderByDescending(t => t.Strength(kind)).ThenBy(t => t.From.Name, StringComparer.Ordinal).ThenBy(t => t.To.Name, StringComparer.Ordinal)]);
    }

    /// <summary>One tie with the positions that a view of it counts.</summary>
    public static (PartyTie? Tie, ImmutableArray<EntryId> Behind) Between(DossierView view, Question question, Named from, Named to, TieView kind, CancellationToken cancellationToken)
    {
        var counts = StanceCounts.Of(view, question);
        return (TiesOf(counts, [from, to], cancellationToken).FirstOrDefault(), counts.Behind(from.Number, to.Number, kind switch { TieView.Agreement => Aggregation.Congruence, TieView.Conflict => Aggregation.Conflict, _ => Aggregation.Subtract }));
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
        ["From", "To", "Agreement", "Conflict", "Balance", "Agreeing positions", "Disagreeing positions"],
        [.. Ties.Select(t => (ImmutableArray<string>)[t.From.Name, t.To.Name, Show.Number(t.Agreement), Show.Number(t.Conflict), Show.Number(t.Balance), t.Agreeing.ToString(CultureInfo.InvariantCulture), t.Disagreeing.ToString(CultureInfo.InvariantCulture)])],
        "No tie found.")
    {
        Note = Measure,
    };

    private static string Words(PartyTie t) => $"{t.From} – {t.To}: agreement {Show.Number(t.Agreement)}, conflict {Show.Number(t.Conflict)}";

    private static IEnumerable<PartyTie> TiesOf(StanceCounts counts, ImmutableArray<Named> parties, CancellationToken cancellationToken)
    {
        var numbers = parties.Select(p => p.Number).ToList();
        var (agreed, opposed) = (Weights(Aggregation.Congruence), Weights(Aggregation.Conflict));
        for (var i = 0; i < parties.Length; i++)
        {
            for (var j = 0; j < parties.Length; j++)
            {
                var (a, b) = (parties[i], parties[j]);
                if (i == j || string.CompareOrdinal(a.Name, b.Name) > 0 || (a.Name == b.Name && i > j)) continue;
                var pair = (Math.Min(a.Number, b.Number), Math.Max(a.Number, b.Number));
                var (agreement, conflict) = (agreed.GetValueOrDefault(pair), opposed.GetValueOrDefault(pair));
                if (agreement == 0 && conflict == 0) continue;
                yield return new(
                    a, b, agreement, conflict,
                    agreement > 0 ? counts.CountBehind(a.Number, b.Number, Aggregation.Congruence) : 0, conflict > 0 ? counts.CountBehind(a.Number, b.Number, Aggregation.Conflict) : 0);
            }
        }

        Dictionary<(int, int), double> Weights(Aggregation aggregation) =>
            counts.Ties(aggregation, numbers, cancellationToken).ToDictionary(t => (Math.Min(t.From, t.To), Math.Max(t.From, t.To)), t => t.Weight);
    }
}
