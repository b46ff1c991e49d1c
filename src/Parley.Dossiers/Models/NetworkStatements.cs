using System.Collections.Immutable;
using Parley.Analysis.Networks;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers.Models;

/// <summary>A position as the networks take it: who takes which side on what.</summary>
/// <param name="Stance">1 for, 0 open, −1 against.</param>
public sealed record NetworkStatement(EntryId Entry, DateOnly Date, string Party, string Person, string Issue, int Stance, string Firmness, string Act, string Outlet);

/// <summary>
/// The positions of a dossier as input of the networks: the variables party, person, issue, stance, firmness, act and outlet. Each keeps its
/// entry, so that a tie opens what it counts. Positions without party, issue, stance or day are left out, and so are copies.
/// </summary>
public sealed class NetworkStatements
{
    private static readonly string[] Firmnesses = [.. Enum.GetValues<Reading.Firmness>().Select(f => f.ToString().ToLowerInvariant())];
    private static readonly string[] Acts = [.. Enum.GetValues<Reading.Act>().Select(a => a.ToString().ToLowerInvariant())];

    private NetworkStatements(ImmutableArray<NetworkStatement> all)
    {
        All = all;
        Table = new(
            [.. all.Select(s => (long)(s.Date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * 86400)],
            [.. all.Select((s, i) => new StatementPlace(s.Entry.Report, 0, 0, i))],
            [
                StatementVariable.Text("party", [.. all.Select(s => s.Party)]),
                StatementVariable.Text("person", [.. all.Select(s => s.Person)]),
                StatementVariable.Text("issue", [.. all.Select(s => s.Issue)]),
                StatementVariable.Integer("stance", [.. all.Select(s => s.Stance)]),
                StatementVariable.Text("firmness", [.. all.Select(s => s.Firmness)]),
                StatementVariable.Text("act", [.. all.Select(s => s.Act)]),
                StatementVariable.Text("outlet", [.. all.Select(s => s.Outlet)]),
            ]);
    }

    /// <summary>Rows party, columns issue, qualifier stance: what differs from these is the caller's to say.</summary>
    public static NetworkSettings Settings { get; } = new() { Rows = "party", Columns = "issue", Qualifier = "stance", Aggregation = Aggregation.Subtract, Normalisation = Normalisation.Average };

    /// <summary>In the order of their party, issue and day.</summary>
    public ImmutableArray<NetworkStatement> All { get; }

    public Analysis.Networks.StatementTable Table { get; }

    /// <exception cref="DossierException">The question names what the dossier does not know.</exception>
    public static NetworkStatements Of(DossierView view, Question question)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(question);
        var scope = new Scope(view, question);
        var found = ImmutableArray.CreateBuilder<NetworkStatement>();
        foreach (ref readonly var p in view.Positions.All)
        {
            if (p.Party == 0 || p.Issue == 0 || p.Day == 0 || p.Stance is not { } stance || !scope.Has(p)) continue;
            found.Add(new(
                p.Id, DateOnly.FromDayNumber(p.Day), view.ActorName(p.Party), p.Speaker > 0 ? view.ActorName(p.Speaker) : "", view.IssueLabel(p.Issue),
                stance switch { Reading.Stance.For => 1, Reading.Stance.Against => -1, _ => 0 },
                p.Firmness is { } firmness ? Firmnesses[(int)firmness] : "", Acts[(int)p.Act], view.Report(p.Report).Outlet ?? ""));
        }

        return new(found.ToImmutable());
    }

    /// <summary>The entry of a statement by its index in <see cref="Table"/>.</summary>
    public EntryId EntryOf(int statement) => All[Table.SourceRowOf(statement)].Entry;

    /// <summary>The entries behind a tie; <see cref="Dossier.EvidenceAsync"/> opens them.</summary>
    public ImmutableArray<EntryId> Behind(NetworkSettings settings, Network network, Tie tie) => [.. new NetworkEvidence(Table, settings).Behind(network, tie).Select(EntryOf)];
}
