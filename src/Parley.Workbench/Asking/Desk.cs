using Parley.Dossiers;
using Parley.Reading;

namespace Parley.Workbench.Asking;

/// <summary>What all requests share: the dossier, and a reader loaded when the first report is added.</summary>
internal sealed class Desk(Dossier dossier)
{
    private readonly Lazy<ReportReader> _reader = new(ReportReader.Load);

    public ReportReader Reader => _reader.Value;

    /// <summary>Day of the dossier's last report: the day on which its news ends.</summary>
    public async Task<DateOnly?> LastReportAsync(CancellationToken cancellationToken) => (await dossier.ViewAsync(cancellationToken)).Reports.Max(r => r.Day);
}
