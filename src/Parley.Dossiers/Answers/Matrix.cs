using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>Where each party stands on each issue. A pair without a cell has no position in the dossier: nothing found.</summary>
/// <param name="Before">The date compared with; null where only one date was asked for.</param>
public sealed record Matrix(
    DateOnly? AsOf, DateOnly? Before, ImmutableArray<Named> Parties, ImmutableArray<Named> Issues, ImmutableArray<MatrixCell> Cells)
{
    /// <summary>The matrix of some of its issues, those with most cells first, and of the parties heard on them.</summary>
    public Matrix Page(int offset, int limit)
    {
        if (offset <= 0 && limit >= Issues.Length) return this;
        ImmutableArray<Named> issues = [.. Issues.Skip(offset).Take(limit)];
        var shown = issues.ToHashSet();
        ImmutableArray<MatrixCell> cells = [.. Cells.Where(c => shown.Contains(c.Issue))];
        var heard = cells.Select(c => c.Party).ToHashSet();
        return this with { Issues = issues, Cells = cells, Parties = [.. Parties.Where(heard.Contains)] };
    }

    public MatrixCell? Cell(int party, int issue) => Cells.FirstOrDefault(c => c.Party.Number == party && c.Issue.Number == issue);
}

/// <param name="Before">The line at the date compared with; null where nothing was found by then or no date was asked for.</param>
/// <param name="Movement">From then to now; null where no date was asked for.</param>
public sealed record MatrixCell(Named Party, Named Issue, PositionShown Now, PositionShown? Before, Movement? Movement);
