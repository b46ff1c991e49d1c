namespace Parley.Dossiers.Answers;

/// <summary>Answers what is not being said. An issue is live when some party spoke on it within the days asked for. O(positions).</summary>
internal sealed class SilenceBuilder(DossierView view)
{
    /// <summary>Parties named less often than this are bystanders, and their silence says nothing.</summary>
    private const int Voice = 3;

    public Silence Build(Question question, DateOnly today, int days, EvidenceBasket basket)
    {
        var everyone = question with { Parties = [], Since = null, AsOf = question.AsOf ?? today };
        var scope = new Scope(view, question);
        var matrix = new MatrixBuilder(view).Build(everyone, before: null, basket);
        var cells = matrix.Cells.ToDictionary(c => (c.Party, c.Issue));
        var voices = matrix.Parties.Where(p => scope.HasParty(p.Number) && matrix.Cells.Where(c => c.Party == p).Sum(c => c.Now.Behind.Length) >= Voice).ToList();
        var silent = new List<SilentParty>();
        foreach (var issue in matrix.Issues)
        {
            var live = matrix.Cells.Where(c => c.Issue == issue && Ago(c, today) <= days).ToList();
            if (live.Count == 0) continue;
            foreach (var party in voices)
            {
                var own = cells.GetValueOrDefault((party, issue));
                if (own is not null && Ago(own, today) <= days) continue;
                silent.Add(new(party, issue, own is null ? null : Ago(own, today), own?.Now, [.. live]));
            }
        }

        return new(today, days, [.. silent.OrderByDescending(s => s.Speaking.Length).ThenByDescending(s => s.DaysSilent ?? int.MaxValue).Skip(question.Offset).Take(question.Limit)]);
    }

    private static int Ago(MatrixCell cell, DateOnly today) => cell.Now.Date is { } date ? today.DayNumber - date.DayNumber : int.MaxValue;
}
