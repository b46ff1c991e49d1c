using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis.Networks;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;

namespace Parley.Workbench.Asking;

/// <summary>How far the analysts of a dossier agree on entries that more than one of them coded. A verdict is the entry as its coder left it.</summary>
/// <param name="Coders">All who coded an entry.</param>
/// <param name="Apart">Those of <paramref name="Twice"/> that were left differently.</param>
/// <param name="Agreement">Null where no entry was coded twice.</param>
internal sealed record CoderVerdicts(ImmutableArray<string> Coders, ImmutableArray<EntryId> Twice, ImmutableArray<EntryId> Apart, AgreementResult? Agreement)
{
    private const string Rejected = "rejected";

    public static CoderVerdicts Of(DossierView view)
    {
        var corrections = view.Corrections.Where(c => !c.Undone && c.Subject.IsEntry).ToList();
        var twice = corrections.GroupBy(c => new EntryId(c.Subject.Number, (EntryKind)c.Subject.Kind, c.Subject.Ordinal))
            .Select(g => (Entry: g.Key, Left: g.GroupBy(c => c.By).Select(by => (Coder: by.Key, Verdict: Verdict(by.Last()))).ToList()))
            .Where(e => e.Left.Count > 1).OrderBy(e => e.Entry).ToList();
        return new(
            [.. corrections.Select(c => c.By).Distinct().Order(StringComparer.OrdinalIgnoreCase)],
            [.. twice.Select(e => e.Entry)],
            [.. twice.Where(e => e.Left.Select(l => l.Verdict).Distinct().Count() > 1).Select(e => e.Entry)],
            twice.Count == 0 ? null : new CoderAgreement().Measure([.. twice.SelectMany(e => e.Left.Select(l => new Rating(e.Entry.ToString(), l.Coder, l.Verdict)))], AgreementScale.Nominal));
    }

    /// <summary>A coefficient to two places; in words where there is none.</summary>
    public static string Words(double coefficient) => double.IsNaN(coefficient) ? "none: the verdicts do not vary" : coefficient.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Verdict(Correction last)
    {
        if (last.Kind == CorrectionKind.Reject) return Rejected;
        var fields = last.Before.Concat(last.After).GroupBy(f => f.Key).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        return string.Join('\n', fields.Where(f => f.Value.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"));
    }
}
