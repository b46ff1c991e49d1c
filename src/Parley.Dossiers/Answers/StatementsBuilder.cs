using System.Collections.Immutable;
using Parley.Dossiers.Entries;

namespace Parley.Dossiers.Answers;

/// <summary>Answers what was said. O(statements), a few milliseconds for 200,000; the words come from the full-text index.</summary>
internal sealed class StatementsBuilder(DossierView view)
{
    /// <param name="question">What to show.</param>
    /// <param name="found">What the full-text index found; null where no words were asked for.</param>
    /// <param name="basket">Takes the evidence.</param>
    public Statements Build(Question question, IReadOnlyList<EntryId>? found, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        var words = found?.ToHashSet();
        var (carrying, voiced) = FromPositions(scope, words, question.Modes.Length > 0);
        var page = new List<(StatementEntry? Statement, PositionEntry? Voiced)>();
        var (total, next) = (0, 0);
        foreach (ref readonly var s in view.Statements)
        {
            if (!scope.Has(s) || (words is not null && !words.Contains(s.Id)) || (scope.ByPosition && !carrying.Contains(s.Report, s.Ordinal))) continue;
            for (; next < voiced.Count && voiced[next].Day < s.Day; next++) Take(null, voiced[next]);
            Take(s, null);
        }

        for (; next < voiced.Count; next++) Take(null, voiced[next]);
        return new(total, [.. page.Select(p => p.Statement is { } s ? Show(s, basket) : Show(p.Voiced!.Value, basket))]);

        void Take(StatementEntry? s, PositionEntry? p)
        {
            if (total >= question.Offset && page.Count < question.Limit) page.Add((s, p));
            total++;
        }
    }

    /// <summary>The statements that carry a position in the scope, and the positions that reports tell in their own voice, by day.</summary>
    private (StatementSet Carrying, List<PositionEntry> Voiced) FromPositions(Scope scope, HashSet<EntryId>? words, bool statementsOnly)
    {
        var (carrying, voiced) = (new StatementSet(view.State.Entries), new List<PositionEntry>());
        foreach (ref readonly var p in view.Positions.All)
        {
            if (p.Statement != 0)
            {
                if (scope.ByPosition && scope.Has(p)) carrying.Add(p.Report, p.Statement);
            }
            else if (!statementsOnly && scope.Has(p) && (words is null || words.Contains(p.Id)))
            {
                voiced.Add(p);
            }
        }

        voiced.Sort((a, b) => a.Day != b.Day ? a.Day.CompareTo(b.Day) : a.Id.CompareTo(b.Id));
        return (carrying, voiced);
    }

    private StatementShown Show(in StatementEntry s, EvidenceBasket basket)
    {
        var ordinal = s.Ordinal;
        var positions = view.Entries(s.Report).Positions.Where(p => p.Statement == ordinal && p.Mark != EntryMark.Rejected);
        return new(
            s.Id, Date(s.Day), Name(s.Speaker), Name(s.Party), s.Mode, [.. positions.Select(Show)], view.CopiesOf(s.Report), basket.Take(s));
    }

    private StatementShown Show(PositionEntry p, EvidenceBasket basket) =>
        new(p.Id, Date(p.Day), Name(p.Speaker), Name(p.Party), null, [Show(p)], view.CopiesOf(p.Report), basket.Take(p));

    private StatementPosition Show(PositionEntry p) => new(
        p.Id, Name(view.Resolver.Party(p.Party, p.Speaker, p.Day)),
        p.Issue == 0 ? null : new Named(view.Resolver.Issue(p.Issue), view.IssueLabel(p.Issue)), p.Act, view.Resolver.Stance(p.Issue, p.Stance), p.Firmness, p.Mark);

    private Named? Name(int actor) => actor == 0 ? null : new Named(view.Resolver.Actor(actor), view.ActorName(actor));

    private static DateOnly? Date(int day) => day > 0 ? DateOnly.FromDayNumber(day) : null;
}
