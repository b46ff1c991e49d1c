using Parley.Language.Networks;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>A paragraph to learn from. Tokens are counted from its first.</summary>
internal sealed record OpinionExample(string[] Forms, int[] Rows, Label[] Labels, List<OpinionCue> Cues)
{
    public static IEnumerable<OpinionExample> Of(PreparedArticle article, WordFeatures words)
    {
        var t = article.Traits;
        var names = OpinionRows.NamesOf(t.Document);
        var labels = LabelsOf(article);
        var window = new CueWindow();
        for (int first = 0, end; first < t.Count; first = end)
        {
            end = Opinion.EndOf(t, first);
            var rows = new int[(end - first) * OpinionRows.Count];
            OpinionRows.Write(t, names, words, first, end, rows);
            var cues = new List<OpinionCue>();
            foreach (var (gold, head) in article.Heads)
                if (head >= first && head < end && Cue(window, t, gold, head, first, end) is { } cue) cues.Add(cue);
            yield return new([.. t.Document.Tokens.AsSpan()[first..end].ToArray().Select(token => token.Form)], rows, labels[first..end], cues);
        }
    }

    private static OpinionCue? Cue(CueWindow window, Traits t, GoldAttribution gold, int head, int first, int end)
    {
        window.Open(t, head, null);
        if (window.First < first || window.End > end) return null;
        var length = window.End - window.First;
        var roles = GoldRoles.In(gold, t.Document, window.First, length);
        if (roles[head - window.First] != Role.Cue) return null;
        var rows = new int[length * OpinionRows.PairCount];
        for (var i = 0; i < length; i++) OpinionRows.Write(window, window.First + i, rows.AsSpan(i * OpinionRows.PairCount, OpinionRows.PairCount));
        return new(window.First - first, head - first, rows, [.. Enumerable.Range(0, length).Select(i => PairRoleOf(roles, i))]);
    }

    private static PairRole PairRoleOf(Role[] roles, int i)
    {
        var starts = i == 0 || roles[i - 1] != roles[i];
        var ends = i + 1 == roles.Length || roles[i + 1] != roles[i];
        return roles[i] switch
        {
            Role.Source => starts ? PairRole.SourceFirst : PairRole.SourceRest,
            Role.Cue => PairRole.Cue,
            Role.Content => starts ? PairRole.ContentFirst : ends ? PairRole.ContentLast : PairRole.ContentRest,
            _ => PairRole.None,
        };
    }

    private static Label[] LabelsOf(PreparedArticle article)
    {
        var t = article.Traits;
        var labels = new Label[t.Count];
        foreach (var (gold, head) in article.Heads)
        {
            var roles = GoldRoles.In(gold, t.Document, 0, t.Count);
            for (var i = 0; i < roles.Length; i++)
            {
                if (roles[i] == Role.None) continue;
                var behind = i > head ? 1 : 0;
                var label = i == head ? Label.CueHead : PairRoleOf(roles, i) switch
                {
                    PairRole.ContentFirst => Label.ContentFirst + behind,
                    PairRole.ContentRest => Label.ContentRest + behind,
                    PairRole.ContentLast => Label.ContentLast + behind,
                    PairRole.Cue => Label.CueRest,
                    _ => Label.Source + behind,
                };
                if (label > labels[i]) labels[i] = label;
            }
        }

        return labels;
    }
}

/// <summary>A gold cue of a paragraph: the window around it, the rows and the part of each of its tokens.</summary>
internal sealed record OpinionCue(int First, int Head, int[] Rows, PairRole[] Roles);
