using System.Collections.Immutable;
using Parley.Dossiers;
using Parley.Reading;

namespace Parley.Workbench.Asking;

/// <summary>What all requests share: the dossier, and a reader loaded when it is first needed.</summary>
internal sealed class Desk(Dossier dossier)
{
    private readonly Lazy<ReportReader> _reader = new(ReportReader.Load);

    public ReportReader Reader => _reader.Value;

    /// <summary>A report read once more, with why each of its entries was read so.</summary>
    public (ReportReading Reading, ImmutableArray<Explanation> Reasons) Explain(Report report, CancellationToken cancellationToken)
    {
        var document = Reader.Language.Analyze(report.Text, cancellationToken);
        return (Reader.Read(report, document, cancellationToken), Reader.Explain(report, document, cancellationToken));
    }

    /// <summary>Day of the dossier's last report: the day on which its news ends.</summary>
    public async Task<DateOnly?> LastReportAsync(CancellationToken cancellationToken) => (await dossier.ViewAsync(cancellationToken)).Reports.Max(r => r.Day);
}
