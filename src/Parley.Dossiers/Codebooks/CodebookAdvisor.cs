using System.Collections.Immutable;
using Parley.Dossiers.Answers;

namespace Parley.Dossiers.Codebooks;

/// <summary>Suggests what an analyst may want to do with the codebook. O(issues²) word comparisons.</summary>
internal sealed class CodebookAdvisor(DossierView view)
{
    /// <summary>From this likeness of their words on, two issues are worth a look; 0.7 and more were taken for one when they were read.</summary>
    private const double Alike = 0.4;

    public CodebookAdvice Advise(int limit)
    {
        var counts = new Dictionary<int, (int Positions, HashSet<int> Reports)>();
        foreach (ref readonly var p in view.Positions.All)
        {
            var (positions, reports) = counts.GetValueOrDefault(p.Issue, (0, []));
            reports.Add(p.Report);
            counts[p.Issue] = (positions + 1, reports);
        }

        var issues = view.Issues.Select(i => (Issue: i, Words: IssueWords.Of(i.Label))).ToList();
        var merges = new List<MergeAdvice>();
        for (var i = 0; i < issues.Count; i++)
            for (var j = 0; j < i; j++)
                if (issues[i].Words.Likeness(issues[j].Words) is var likeness and >= Alike)
                    merges.Add(new(Name(issues[i].Issue), Name(issues[j].Issue), Math.Round(likeness, 2)));
        return new(
            [.. issues.Where(i => !i.Issue.Accepted).Select(i => new IssueAdvice(Name(i.Issue), Positions(i.Issue), Reports(i.Issue))).OrderByDescending(i => i.Reports).ThenBy(i => i.Issue.Number).Take(limit)],
            [.. merges.OrderByDescending(m => m.Likeness).ThenBy(m => m.Issue.Number).Take(limit)]);

        int Positions(DossierIssue issue) => counts.TryGetValue(issue.Number, out var c) ? c.Positions : 0;
        int Reports(DossierIssue issue) => counts.TryGetValue(issue.Number, out var c) ? c.Reports.Count : 0;
    }

    private static Named Name(DossierIssue issue) => new(issue.Number, issue.Label);
}

/// <summary>Suggestions for the codebook.</summary>
/// <param name="New">Issues that reports state and the codebook has not accepted; those with most reports first.</param>
/// <param name="Merges">Pairs whose labels are near each other.</param>
public sealed record CodebookAdvice(ImmutableArray<IssueAdvice> New, ImmutableArray<MergeAdvice> Merges);

public sealed record IssueAdvice(Named Issue, int Positions, int Reports);

/// <param name="Likeness">Shared words over all words, 0 to 1.</param>
public sealed record MergeAdvice(Named Issue, Named Into, double Likeness);
