using Parley.Dossiers.Judgements;

namespace Parley.Dossiers.Answers;

/// <summary>Answers where reports come from, and which repeat others. O(reports).</summary>
internal sealed class SourcesBuilder(DossierView view)
{
    public Sources Build(Question question)
    {
        var scope = new Scope(view, question with { Copies = true });
        var reports = view.Reports.Where(r => scope.HasReport(r.Number) && scope.HasDay(r.Day?.DayNumber ?? 0)).ToList();
        var outlets = reports.GroupBy(r => r.Outlet, StringComparer.OrdinalIgnoreCase).Select(g => new Source(
            g.Key, g.Count(), g.Count(r => view.IsCopy(r.Number)), g.Sum(r => view.Counts(r.Number).Statements), g.Sum(r => view.Counts(r.Number).Positions),
            g.Min(r => r.Day), g.Max(r => r.Day),
            view.Judgements.LastOrDefault(j => j.Kind == JudgementKind.Reliability && j.WithdrawnAt is null && string.Equals(j.Subject, g.Key, StringComparison.OrdinalIgnoreCase))));
        var copies = reports.Where(r => view.IsCopy(r.Number)).GroupBy(r => view.OriginalOf(r.Number)).Select(g => new CopyGroup(view.Report(g.Key), [.. g]));
        return new(
            reports.Count, reports.Count(r => !view.IsCopy(r.Number)), [.. outlets.OrderByDescending(o => o.Reports).ThenBy(o => o.Outlet, StringComparer.OrdinalIgnoreCase)],
            [.. copies.OrderBy(c => c.Original.Number).Skip(question.Offset).Take(question.Limit)]);
    }
}
