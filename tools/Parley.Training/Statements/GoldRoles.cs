using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>Attributions in tokens.</summary>
internal static class GoldRoles
{
    /// <summary>How often each lemma stands within a cue: what heads a cue is the word that mostly does.</summary>
    public static Dictionary<uint, (int Inside, int All)> CountLemmas(IEnumerable<(GoldArticle Article, Traits Traits)> articles)
    {
        var counts = new Dictionary<uint, (int Inside, int All)>();
        foreach (var (article, traits) in articles)
        {
            var inside = new bool[traits.Count];
            foreach (var attribution in article.Attributions)
                foreach (var token in TokensOf(article.Document, attribution.Cue)) inside[token] = true;
            for (var i = 0; i < traits.Count; i++)
            {
                var (a, b) = counts.GetValueOrDefault(traits.Lemma[i]);
                counts[traits.Lemma[i]] = (a + (inside[i] ? 1 : 0), b + 1);
            }
        }

        return counts;
    }

    /// <summary>The token of a cue that is likeliest to stand in one; -1 where no token does.</summary>
    public static int HeadOf(GoldAttribution attribution, Traits traits, Dictionary<uint, (int Inside, int All)> counts)
    {
        var (best, head) = (-1.0, -1);
        foreach (var token in TokensOf(traits.Document, attribution.Cue))
        {
            var (inside, all) = counts.GetValueOrDefault(traits.Lemma[token]);
            var prior = traits.UposOf(token) switch { Upos.VERB => 0.3, Upos.NOUN or Upos.ADJ => 0.15, _ => 0.02 };
            if (traits.Classes[token] != 0) prior += 0.1;
            var share = (inside + (4 * prior)) / (all + 4);
            if (share > best) (best, head) = (share, token);
        }

        return head;
    }

    /// <summary>The role of every token of a window; a token that is only partly covered counts as covered.</summary>
    public static Role[] In(GoldAttribution attribution, Document document, int first, int length)
    {
        var roles = new Role[length];
        Mark(attribution.Content, Role.Content);
        Mark(attribution.Source, Role.Source);
        Mark(attribution.Cue, Role.Cue);
        return roles;

        void Mark(IEnumerable<Span> spans, Role role)
        {
            foreach (var token in TokensOf(document, spans))
                if (token >= first && token < first + length) roles[token - first] = role;
        }
    }

    public static IEnumerable<int> TokensOf(Document document, IEnumerable<Span> spans)
    {
        foreach (var span in spans)
        {
            var (first, end) = document.TokensIn(span);
            for (var i = first; i < end; i++) yield return i;
        }
    }
}
