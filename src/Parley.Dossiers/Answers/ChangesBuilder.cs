using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>Answers what changed in a period. O(positions).</summary>
internal sealed class ChangesBuilder(DossierView view)
{
    private readonly LineHistory _history = new(view);

    public Changes Build(Question question, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var (moves, repeated) = Find(scope);
        return new(question.Since, question.AsOf, [.. Page(moves, question).Select(f => Show(f, scope, basket))], [.. Page(repeated, question).Select(f => Show(f, scope, basket))], moves.Count, repeated.Count);
    }

    /// <summary>The moves that tell most: reversals, then what became firmer or softer, then first words; the better sourced and the later first.</summary>
    public (ImmutableArray<Change> Telling, int Moves, int Repeated) Telling(Question question, int most, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var (moves, repeated) = Find(scope);
        var telling = moves.OrderByDescending(f => Weight(Between(f))).ThenByDescending(f => _history.Sources(f.After.Behind(scope).AsSpan()))
            .ThenByDescending(f => f.Day).ThenBy(f => f.Party).ThenBy(f => f.Issue).Take(most);
        return ([.. telling.Select(f => Show(f, scope, basket))], moves.Count, repeated.Count);
    }

    /// <summary>What moved and what was said again, in no order and without the words.</summary>
    public (List<FoundChange> Moves, List<FoundChange> Repeated) Find(Scope scope)
    {
        var (moves, repeated) = (new List<FoundChange>(), new List<FoundChange>());
        foreach (var cell in view.Positions.AllCells)
        {
            var (party, issue) = (cell.Party, cell.Issue);
            if (party == 0 || issue == 0 || !scope.HasParty(party) || !scope.HasIssue(issue)) continue;
            var lines = _history.Of(cell, scope);
            for (var i = 0; i < lines.Count; i++)
            {
                var (line, before) = (lines[i], i > 0 ? lines[i - 1] : null);
                if (line.To < scope.From) continue;
                if (line.From >= scope.From) moves.Add(new(party, issue, line.From, before, line));
                else repeated.Add(new(party, issue, line.To, line, line));
            }
        }

        return (moves, repeated);
    }

    private static IEnumerable<FoundChange> Page(List<FoundChange> found, Question question) =>
        found.OrderByDescending(f => f.Day).ThenBy(f => f.Party).ThenBy(f => f.Issue).Skip(question.Offset).Take(question.Limit);

    public Change Show(FoundChange found, Scope scope, EvidenceBasket basket)
    {
        var (before, after) = (found.Before, found.After);
        return new(
            new(found.Party, view.ActorName(found.Party)), new(found.Issue, view.IssueLabel(found.Issue)), Between(found),
            found.Day > 0 ? DateOnly.FromDayNumber(found.Day) : null,
            before is null ? null : PositionShown.Of(before, before == after ? before.First : before.Latest, _history, scope, basket),
            PositionShown.Of(after, before == after ? after.Latest : after.First, _history, scope, basket));
    }

    private static Movement Between(FoundChange f) =>
        f.Before is null ? Movement.New : Movements.Between(f.Before.Stance, f.Before.Firmness, f.After.Stance, f.After.Firmness);

    private static int Weight(Movement movement) => movement switch { Movement.Reversed => 3, Movement.Softer or Movement.Firmer => 2, _ => 1 };
}

/// <summary>A change before its words are fetched.</summary>
/// <param name="Day">On which the line after was first reported, or last said again; 0 where unknown.</param>
internal sealed record FoundChange(int Party, int Issue, int Day, Line? Before, Line After);
