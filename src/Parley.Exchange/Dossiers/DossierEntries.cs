using Parley.Dossiers;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Dossiers;

/// <summary>A dossier report by report with all that formats need to write its entries: names, texts and codes.</summary>
public sealed record ReportWithEntries(DossierView View, ReportHead Head, SourceText Text, ReportEntries Entries)
{
    /// <summary>The reports of a dossier in the order of import, rejected entries left out.</summary>
    public static async IAsyncEnumerable<ReportWithEntries> AllAsync(
        Dossier dossier, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var view = await dossier.ViewAsync(cancellationToken);
        foreach (var head in view.Reports)
        {
            var entries = view.Entries(head.Number);
            yield return new(view, head, await dossier.TextAsync(head.Number, cancellationToken), entries with
            {
                Statements = [.. entries.Statements.Where(s => s.Mark != EntryMark.Rejected)],
                Positions = [.. entries.Positions.Where(p => p.Mark != EntryMark.Rejected)],
            });
        }
    }

    public string? Actor(int number) => number == 0 ? null : View.ActorName(number);

    public string? Issue(int number) => number == 0 ? null : View.IssueLabel(number);

    public string? Party(PositionEntry p) => Actor(View.PartyOf(p));

    public string? Party(StatementEntry s) => Actor(View.PartyOf(s));

    public Stance? Stance(PositionEntry p) => View.StanceOf(p);

    /// <summary>The report's own address where it has one, else a name of ours.</summary>
    public string Address => Head.Url ?? $"urn:parley:report:{Uri.EscapeDataString(Head.Id)}";
}
