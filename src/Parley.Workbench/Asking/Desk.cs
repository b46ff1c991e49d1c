using System.Collections.Concurrent;
using Parley.Dossiers;
using Parley.Dossiers.Models;
using Parley.Reading;

namespace Parley.Workbench.Asking;

/// <summary>What all requests share: the dossier, and a reader loaded when the first report is added.</summary>
internal sealed class Desk(Dossier dossier)
{
    private const int MostKept = 64;
    private readonly Lazy<ReportReader> _reader = new(ReportReader.Load);

    private volatile Kept _kept = new(-1, new());

    public ReportReader Reader => _reader.Value;

    /// <summary>What takes long is worked out once for a state of the dossier and a question.</summary>
    public T Once<T>(DossierView view, string question, Func<T> work) where T : class
    {
        var kept = _kept;
        if (kept.Revision != view.Revision || kept.Answers.Count >= MostKept) _kept = kept = new(view.Revision, new());
        return (T)kept.Answers.GetOrAdd($"{typeof(T).Name} {question}", _ => new Lazy<object>(work)).Value;
    }

    /// <summary>The positions that a question asks networks of.</summary>
    public NetworkStatements Networked(DossierView view, Ask ask) =>
        Once(view, string.Join('&', ask.Others("kind", "threshold", "most", "from", "to").Select(o => $"{o.Name}={o.Value}").Order(StringComparer.Ordinal)), () => NetworkStatements.Of(view, ask.Question()));

    /// <summary>Day of the dossier's last report: the day on which its news ends.</summary>
    public async Task<DateOnly?> LastReportAsync(CancellationToken cancellationToken) => (await dossier.ViewAsync(cancellationToken)).Reports.Max(r => r.Day);

    private sealed record Kept(long Revision, ConcurrentDictionary<string, Lazy<object>> Answers);
}
