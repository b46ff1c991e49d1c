using System.Collections.Immutable;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>Answers where the parties agree. O(positions + parties² · issues).</summary>
internal sealed class AgreementBuilder(DossierView view)
{
    public Agreement Build(Question question, EvidenceBasket basket)
    {
        var matrix = new MatrixBuilder(view).Build(question, before: null, basket);
        var issues = matrix.Issues.Select(issue =>
        {
            var cells = matrix.Cells.Where(c => c.Issue == issue).OrderBy(c => matrix.Parties.IndexOf(c.Party)).ToImmutableArray();
            return new IssueAgreement(issue, StateOf(cells), cells, [.. matrix.Parties.Where(p => cells.All(c => c.Party != p))]);
        });
        return new(question.AsOf, matrix.Parties, [.. issues.OrderBy(i => i.State)], Islands(matrix));
    }

    private static AgreementState StateOf(ImmutableArray<MatrixCell> cells)
    {
        if (cells.Length < 2) return AgreementState.Unknown;
        var worst = AgreementState.Agreed;
        for (var i = 0; i < cells.Length; i++)
            for (var j = 0; j < i; j++)
                if (Between(cells[i].Now, cells[j].Now) is var state && state > worst) worst = state;
        return worst;
    }

    /// <summary>Whether two parties' positions on an issue meet.</summary>
    private static AgreementState Between(PositionShown a, PositionShown b)
    {
        if (a.Stance == b.Stance) return a.Stance == Stance.Open ? AgreementState.Near : AgreementState.Agreed;
        var soft = a.Stance == Stance.Open || b.Stance == Stance.Open || a.Firmness == Firmness.Flexible || b.Firmness == Firmness.Flexible;
        return soft ? AgreementState.Near : AgreementState.Apart;
    }

    /// <summary>Grown from each party in turn by those that agree with all members: maximal, though not all maximal groups are found.</summary>
    private static ImmutableArray<Island> Islands(Matrix matrix)
    {
        var of = matrix.Cells.GroupBy(c => c.Party).ToDictionary(g => g.Key, g => g.ToDictionary(c => c.Issue, c => c.Now));
        var islands = new List<Island>();
        foreach (var seed in matrix.Parties)
        {
            List<Named> members = [seed];
            members.AddRange(matrix.Parties.Where(p => p != seed && members.TrueForAll(m => Together(of[m], of[p]))));
            if (members.Count < 2) continue;
            var shared = of[seed].Where(c => c.Value.Stance != Stance.Open && members.TrueForAll(m => of[m].TryGetValue(c.Key, out var p) && p.Stance == c.Value.Stance)).Select(c => c.Key);
            Island island = new([.. members.OrderBy(m => m.Number)], [.. shared]);
            if (!islands.Exists(i => i.Parties.SequenceEqual(island.Parties))) islands.Add(island);
        }

        return [.. islands];
    }

    private static bool Together(Dictionary<Named, PositionShown> a, Dictionary<Named, PositionShown> b)
    {
        var agreed = 0;
        foreach (var (issue, position) in a)
        {
            if (!b.TryGetValue(issue, out var other)) continue;
            var state = Between(position, other);
            if (state == AgreementState.Apart) return false;
            if (state == AgreementState.Agreed) agreed++;
        }

        return agreed > 0;
    }
}
