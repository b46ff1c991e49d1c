using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>Finds where a party stands on both sides of an issue within some days. O(positions).</summary>
internal sealed class ContradictionsBuilder(DossierView view)
{
    /// <param name="question">What to show.</param>
    /// <param name="days">Two stances farther apart than this are a change of line, not a contradiction.</param>
    /// <param name="basket">Takes the evidence.</param>
    public Contradictions Build(Question question, int days, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var found = new List<(PositionEntry First, PositionEntry Second)>();
        var seen = new HashSet<(int, int, Stance)>();
        foreach (var (party, issue) in view.Positions.Cells)
        {
            if (party == 0 || issue == 0 || !scope.HasParty(party) || !scope.HasIssue(issue)) continue;
            seen.Clear();
            PositionEntry? lastFor = null, lastAgainst = null;
            foreach (ref readonly var p in view.Positions.Of(party, issue))
            {
                if (p.Stance is null or Stance.Open || p.Day > scope.To || !scope.HasReport(p.Report)) continue;
                var other = p.Stance == Stance.For ? lastAgainst : lastFor;
                // Once for each pair of speakers and side: the hundredth repetition says nothing new.
                if (other is { } o && p.Day - o.Day <= days && p.Day >= scope.From && p.Day > 0 && seen.Add((o.Speaker, p.Speaker, p.Stance.Value)))
                    found.Add((o, p));
                if (p.Stance == Stance.For) lastFor = p;
                else lastAgainst = p;
            }
        }

        found.Sort((a, b) => a.Second.Day != b.Second.Day ? b.Second.Day.CompareTo(a.Second.Day) : a.Second.Id.CompareTo(b.Second.Id));
        var history = new LineHistory(view);
        return new(days, found.Count, [.. found.Skip(question.Offset).Take(question.Limit).Select(f => Show(f.First, f.Second, history, basket))]);
    }

    private Contradiction Show(PositionEntry first, PositionEntry second, LineHistory history, EvidenceBasket basket) => new(
        new(first.Party, view.ActorName(first.Party)), new(first.Issue, view.IssueLabel(first.Issue)), Kind(first, second),
        PositionShown.Single(first, history, basket), PositionShown.Single(second, history, basket));

    private ContradictionKind Kind(in PositionEntry a, in PositionEntry b)
    {
        if (a.Statement == 0 && b.Statement == 0) return ContradictionKind.Reports;
        if (a.Speaker != b.Speaker) return ContradictionKind.Speakers;
        return Audience(a) is var one and > 0 && Audience(b) is var other and > 0 && one != other ? ContradictionKind.Audiences : ContradictionKind.Same;
    }

    private int Audience(in PositionEntry p)
    {
        var statement = p.Statement;
        foreach (ref readonly var s in view.Entries(p.Report).Statements.AsSpan())
            if (s.Ordinal == statement) return view.Resolver.Actor(s.Addressee);
        return 0;
    }
}
