using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>Answers where each party stands. O(positions).</summary>
internal sealed class MatrixBuilder(DossierView view)
{
    private readonly LineHistory _history = new(view);

    /// <param name="question">What to show.</param>
    /// <param name="before">A date to compare with.</param>
    /// <param name="basket">Takes the evidence.</param>
    public Matrix Build(Question question, DateOnly? before, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var cells = new List<MatrixCell>();
        foreach (var cell in view.Positions.AllCells)
        {
            var (party, issue) = (cell.Party, cell.Issue);
            if (party == 0 || issue == 0 || !scope.HasParty(party) || !scope.HasIssue(issue)) continue;
            var lines = _history.Of(cell, scope);
            if (lines.Count == 0 || lines[^1].To < scope.From) continue;
            var now = lines[^1];
            var then = before is { } day ? lines.FindLast(l => l.From <= day.DayNumber) : null;
            Movement? movement = before is null ? null
                : then is null ? Movement.New
                : Movements.Between(then.Stance, then.Firmness, now.Stance, now.Firmness);
            cells.Add(new(
                new(party, view.ActorName(party)), new(issue, view.IssueLabel(issue)),
                PositionShown.Of(now, now.Latest, _history, scope, basket),
                then is null ? null : PositionShown.Of(then, then == now ? then.First : then.Latest, _history, scope, basket),
                movement));
        }

        return new(question.AsOf, before, Ranked(cells, c => c.Party), Ranked(cells, c => c.Issue), [.. cells]);
    }

    /// <summary>Those with most cells first, then those with most behind them.</summary>
    private static ImmutableArray<Named> Ranked(List<MatrixCell> cells, Func<MatrixCell, Named> side) =>
        [.. cells.GroupBy(side).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Sum(c => c.Now.Behind.Length)).ThenBy(g => g.Key.Number).Select(g => g.Key)];
}
