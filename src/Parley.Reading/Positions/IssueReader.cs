using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Positions;

/// <summary>Groups positions by what they are about and words each group as an outcome without negation.</summary>
internal sealed class IssueReader(Document document, ActorTable actors)
{
    private const double Alike = 0.34;
    private const int MostGroups = 32; // a word in more groups than these tells none apart
    private const int MostMembers = 8;
    private readonly HashSet<int> _names = [.. actors.Actors.SelectMany(a => a.Mentions).SelectMany(m => Indexes(document, m))];

    /// <summary>The issues, and for each draft the id of its issue and whether it speaks of the reverse of what the issue's label names.</summary>
    public (ImmutableArray<Issue> Issues, (string Issue, bool Turned)[] Of) Read(List<PositionDraft> drafts)
    {
        var words = drafts.Select(d => Words(d.Act.Theme)).ToArray();
        var weights = Weights(words);
        var (groups, of) = (new List<List<int>>(), new int[drafts.Count]);
        var groupsOf = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < drafts.Count; i++)
        {
            var best = Nearest(words, i, weights, groups, groupsOf);
            if (best < 0 && words[i].Count == 0 && i > 0) best = of[i - 1]; // "it", "that figure": what was spoken of last
            if (best < 0)
            {
                best = groups.Count;
                groups.Add([]);
            }

            groups[best].Add(i);
            of[i] = best;
            foreach (var word in words[i])
            {
                if (!groupsOf.TryGetValue(word, out var known)) groupsOf[word] = known = [];
                if (known.Count < MostGroups && !known.Contains(best)) known.Add(best);
            }
        }

        var issues = ImmutableArray.CreateBuilder<Issue>(groups.Count);
        var placed = new (string, bool)[drafts.Count];
        foreach (var group in groups)
        {
            var side = new Sides(drafts, group, Words);
            issues.Add(Word($"i{issues.Count + 1}", group, side, drafts, words));
            foreach (var member in group) placed[member] = (issues[^1].Id, side.IsReverse(member));
        }

        return (issues.ToImmutable(), placed);
    }

    /// <summary>The group with the member most alike; the later one on a tie; -1 where none is alike enough.</summary>
    private static int Nearest(HashSet<string>[] words, int draft, Dictionary<string, double> weights, List<List<int>> groups, Dictionary<string, List<int>> groupsOf)
    {
        var (best, bestScore) = (-1, Alike);
        foreach (var group in words[draft].SelectMany(w => groupsOf.GetValueOrDefault(w) ?? []).Distinct().OrderDescending())
        {
            var members = groups[group];
            for (var m = Math.Max(0, members.Count - MostMembers); m < members.Count; m++)
            {
                var score = Similarity(words[draft], words[members[m]], weights);
                if (score > bestScore) (best, bestScore) = (group, score);
            }
        }

        return best;
    }

    private Issue Word(string id, List<int> group, Sides side, List<PositionDraft> drafts, HashSet<string>[] words)
    {
        var labelled = group.OrderByDescending(side.IsNamed).ThenBy(side.IsReverse).ThenByDescending(i => words[i].Count > 0).ThenBy(i => Math.Abs(words[i].Count - 4)).First();
        var terms = group.Select(i => Trimmed(drafts[i].Act.Theme)).Where(t => !t.IsEmpty).Select(Text).Distinct(StringComparer.Ordinal).Take(5);
        return new(id, IssueLabel.Of(document, Trimmed(drafts[labelled].Act.Theme), drafts[labelled].Evidence[0]), [.. terms]);
    }

    private string Text(Tokens range) => document.Slice(document.Tokens[range.First].Span.Union(document.Tokens[range.End - 1].Span));

    /// <summary>A theme without the punctuation and function words at its edges.</summary>
    private Tokens Trimmed(Tokens theme)
    {
        var (first, end) = (theme.First, theme.End);
        while (first < end && (document.Tokens[first].Upos is Upos.PUNCT or Upos.SCONJ or Upos.CCONJ or Upos.ADP or Upos.PART)) first++;
        while (end > first && document.Tokens[end - 1].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADP) end--;
        return new(first, end);
    }

    /// <summary>The words of a theme that carry what it is about.</summary>
    private HashSet<string> Words(Tokens theme)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = theme.First; i < theme.End; i++)
        {
            var token = document.Tokens[i];
            if (_names.Contains(i) && token.Upos != Upos.NOUN) continue;
            if (token.Upos is Upos.NOUN or Upos.PROPN or Upos.NUM || token.Upos is Upos.VERB or Upos.ADJ && !IsEmpty(token.Lemma)) words.Add(token.Lemma);
        }

        return words;
    }

    private static bool IsEmpty(string lemma) => lemma is "have" or "do" or "make" or "take" or "get" or "go" or "come" or "say" or "give" or "put" or "let" or "be"
        or "accept" or "agree" or "sign" or "new" or "own" or "other" or "last" or "next" or "first" or "any" or "many" or "more";

    /// <summary>A word that many themes share says less: 1 over the number of themes that hold it, softened.</summary>
    private static Dictionary<string, double> Weights(HashSet<string>[] words)
    {
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in words.SelectMany(w => w)) count[word] = count.GetValueOrDefault(word) + 1;
        return count.ToDictionary(c => c.Key, c => Math.Log(1 + ((words.Length + 1.0) / c.Value)), StringComparer.OrdinalIgnoreCase);
    }

    private static double Similarity(HashSet<string> a, HashSet<string> b, Dictionary<string, double> weights)
    {
        if (a.Count == 0 || b.Count == 0) return 0;
        var (shared, all) = (0.0, Math.Min(a.Sum(w => weights[w]), b.Sum(w => weights[w])));
        foreach (var word in a)
            if (b.Contains(word)) shared += weights[word];
        return shared / (all + 1);
    }

    private static IEnumerable<int> Indexes(Document document, Span mention)
    {
        var (first, end) = document.TokensIn(mention);
        return Enumerable.Range(first, end - first);
    }
}
