using System.Collections.Immutable;
using Parley.Dossiers;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;

namespace Parley.Workbench.Asking;

/// <summary>A report in a list.</summary>
/// <param name="Entries">Of every kind, rejected ones included.</param>
/// <param name="Reviewed">Entries that an analyst confirmed, edited, added or rejected.</param>
/// <param name="Doubtful">Positions worth an analyst's look (<see cref="Doubt"/>).</param>
/// <param name="Copies">Reports that repeat it or that it repeats.</param>
internal sealed record ReportRow(
    int Number, string Id, DateOnly? Date, string? Title, string? Outlet, string? Url, int Statements, int Positions, int Entries, int Reviewed, int Doubtful, int Copies)
{
    public static ReportRow Of(DossierView view, ReportHead head, ILookup<int, EntryId> doubtful)
    {
        var entries = view.Entries(head.Number);
        var marks = entries.Statements.Select(s => s.Mark).Concat(entries.Positions.Select(p => p.Mark)).Concat(entries.Meetings.Select(m => m.Mark)).Concat(entries.Deadlines.Select(d => d.Mark)).ToList();
        return new(
            head.Number, head.Id, head.Day, head.Title, head.Outlet, head.Url,
            entries.Statements.Count(s => s.Mark != EntryMark.Rejected), entries.Positions.Count(p => p.Mark != EntryMark.Rejected),
            marks.Count, marks.Count(m => m != EntryMark.Read), doubtful[head.Number].Count(), view.CopiesOf(head.Number).Length);
    }
}

/// <summary>One page of the list of reports.</summary>
/// <param name="Outlets">All outlets that may be asked for.</param>
internal sealed record ReportList(int Total, int Offset, int Limit, ImmutableArray<ReportRow> Reports, ImmutableArray<string> Outlets)
{
    private const int PageRows = 50;
    private const int MostRows = 500;

    /// <summary><c>as-of</c>, <c>outlet</c>, <c>q</c> (words of the title), <c>same</c> (a report whose copies are asked for), <c>copies</c>, <c>order=unreviewed</c>, <c>offset</c>, <c>limit</c>.</summary>
    /// <exception cref="DossierException">A value does not fit its name.</exception>
    public static ReportList Of(DossierView view, Ask ask)
    {
        var doubtful = Doubt.Of(view, ask.AsOf ?? DateOnly.MaxValue).ToLookup(id => id.Report);
        var unreviewed = ask.Text("order") switch
        {
            null or "date" => false,
            "unreviewed" => true,
            var other => throw new DossierException($"order: expected date or unreviewed, found \"{other}\""),
        };
        // Where nobody corrected anything nothing is reviewed: of thousands of reports only some need a closer look.
        var touched = view.Corrections.Where(c => c.Subject.IsEntry).Select(c => c.Subject.Number).ToHashSet();
        bool Reviewed(ReportHead head) => view.Counts(head.Number) == default || (touched.Contains(head.Number) && ReportRow.Of(view, head, doubtful) is var row && row.Reviewed == row.Entries);
        var found = Asked(view, ask).OrderByDescending(r => r.Day).ThenByDescending(r => r.Number).ToList();
        var (offset, limit) = (Math.Max(0, ask.Number("offset") ?? 0), Math.Clamp(ask.Number("limit") ?? PageRows, 1, MostRows));
        var rows = unreviewed
            ? found.OrderBy(Reviewed).Skip(offset).Take(limit)
            : found.Skip(offset).Take(limit);
        return new(found.Count, offset, limit, [.. rows.Select(r => ReportRow.Of(view, r, doubtful))], [.. view.Reports.Select(r => r.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>The report before and the report after one, in the order of days; null at the ends. Copies are passed over.</summary>
    public static (int? Before, int? After) Around(DossierView view, ReportHead report, DateOnly? asOf) =>
        Around(view.Reports.Where(r => (!view.IsCopy(r.Number) || r.Number == report.Number) && (asOf is null || r.Day is null || r.Day <= asOf)), report);

    /// <summary>The same among the reports given.</summary>
    public static (int? Before, int? After) Around(IEnumerable<ReportHead> reports, ReportHead report)
    {
        (ReportHead? before, ReportHead? after) = (null, null);
        foreach (var r in reports)
        {
            var order = Order(r, report);
            if (order < 0 && (before is null || Order(r, before) > 0)) before = r;
            if (order > 0 && (after is null || Order(r, after) < 0)) after = r;
        }

        return (before?.Number, after?.Number);
    }

    private static int Order(ReportHead a, ReportHead b) =>
        a.Day == b.Day ? a.Number.CompareTo(b.Number) : (a.Day ?? DateOnly.MinValue).CompareTo(b.Day ?? DateOnly.MinValue);

    private static IEnumerable<ReportHead> Asked(DossierView view, Ask ask)
    {
        var (asOf, outlets, same) = (ask.AsOf, ask.All("outlet"), ask.Number("same"));
        var words = (ask.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var copies = ask.Text("copies") == "true" || same is not null;
        if (same is { } of) _ = view.Report(of);
        return view.Reports.Where(r =>
            (asOf is null || r.Day is null || r.Day <= asOf)
            && (outlets.Length == 0 || outlets.Contains(r.Outlet ?? "", StringComparer.OrdinalIgnoreCase))
            && (copies || !view.IsCopy(r.Number))
            && (same is null || view.OriginalOf(r.Number) == view.OriginalOf(same.Value))
            && words.All(w => (r.Title ?? r.Id).Contains(w, StringComparison.OrdinalIgnoreCase)));
    }
}
