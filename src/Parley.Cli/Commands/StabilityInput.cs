using System.Collections.Immutable;
using Parley.Analysis.Stability;
using Parley.Cli.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Models;
using Parley.Exchange.Answers;
using Parley.Exchange.Conflicts;

namespace Parley.Cli.Commands;

/// <summary>A conflict model and, where a dossier proposed it, what was said.</summary>
internal sealed record StabilityInput(OptionModel Model, ConflictProposal? Proposal = null)
{
    public const int UsualOptions = 8;

    public static async Task<StabilityInput> LoadAsync(FileInfo file, CancellationToken cancellation)
    {
        if (DossierQuestion.IsDossier(file.ToString()))
        {
            var proposal = await ProposeAsync(file.ToString(), new(), UsualOptions, cancellation);
            return new(proposal.Model, proposal);
        }

        return new(ConflictFile.Read(file.ToString() == "-" ? await Console.In.ReadToEndAsync(cancellation) : await File.ReadAllTextAsync(file.FullName, cancellation)));
    }

    public static Task<ConflictProposal> ProposeAsync(string dossier, Question question, int options, CancellationToken cancellation) =>
        DossierQuestion.AskAsync(dossier, d => d.ProposeConflictAsync(question, options, cancellation), cancellation);

    /// <summary>Every row with the entries behind it: those by which its options are taken and wishes met, or its party's own.</summary>
    public Sheet Opened(Sheet sheet)
    {
        if (Proposal is null) return sheet;
        var (state, party) = (sheet.Columns.IndexOf("state"), sheet.Columns.IndexOf("party"));
        return sheet with
        {
            Columns = [.. sheet.Columns, "behind"],
            Rows = [.. sheet.Rows.Select(r => (ImmutableArray<string>)[.. r, string.Join(' ', (state >= 0 ? OfState(Proposal, r[state]) : OfParty(Proposal, r[party])).Distinct())])],
        };
    }

    private static IEnumerable<string> OfState(ConflictProposal proposal, string state)
    {
        var taken = proposal.Options.Where((_, o) => state[o] == 'Y').SelectMany(o => o.Evidence).Select(e => e.Id.ToString());
        return taken.Concat(proposal.Preferences.SelectMany(p => p).Where(p => p.Wanted == (state[p.Option] == 'Y')).SelectMany(p => p.Line.Behind).Select(id => id.ToString()));
    }

    private static IEnumerable<string> OfParty(ConflictProposal proposal, string party)
    {
        var own = proposal.Options.Where(o => o.Party.Name == party).SelectMany(o => o.Evidence).Select(e => e.Id.ToString());
        return own.Concat(proposal.Preferences.Where((_, i) => proposal.Model.DecisionMakers[i].Name == party).SelectMany(p => p).SelectMany(p => p.Line.Behind).Select(id => id.ToString()));
    }
}
