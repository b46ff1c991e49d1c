using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>An article with its traits and the heads of its gold cues.</summary>
internal sealed record PreparedArticle(GoldArticle Gold, Traits Traits, List<(GoldAttribution Gold, int Head)> Heads, bool[] IsHead)
{
    /// <summary>What other cues claim, by models that have not seen the article; null until it is known.</summary>
    public Rivals? Rivals { get; set; }

    public static List<PreparedArticle> Prepare(IEnumerable<GoldArticle> articles)
    {
        var lexicon = CueLexicon.Load();
        var traits = articles.Select(a => (Article: a, Traits: new Traits(a.Document, lexicon, QuoteMask.Of(a.Document.Chars)))).ToList();
        var counts = GoldRoles.CountLemmas(traits);
        var prepared = new List<PreparedArticle>();
        foreach (var (article, t) in traits)
        {
            var heads = new List<(GoldAttribution Gold, int Head)>();
            var isHead = new bool[t.Count];
            foreach (var gold in article.Attributions)
            {
                var head = GoldRoles.HeadOf(gold, t, counts);
                if (head < 0) continue;
                heads.Add((gold, head));
                isHead[head] = true;
            }

            prepared.Add(new(article, t, heads, isHead));
        }

        return prepared;
    }
}

/// <summary>How to train; the defaults are those of the model in the repository.</summary>
internal sealed record TrainingOptions
{
    public int Folds { get; init; } = 3;

    public int CueEpochs { get; init; } = 5;

    public float CueRate { get; init; } = 0.02f;

    public int RoleEpochs { get; init; } = 5;

    public float RoleRate { get; init; } = 0.02f;

    public float Decay { get; init; } = 0.01f;

    public int TokenBits { get; init; } = 20;

    public int BoundaryBits { get; init; } = 18;

    /// <summary>Share of the features of a role that are left out at every step, others each time.</summary>
    public float Drop { get; init; } = 0.5f;

    /// <summary>How often a report of our own counts: they are few, and what is to be read is like them.</summary>
    public int OwnTimes { get; init; } = 1;

    public OpinionOptions Opinion { get; init; } = new();

    public Action<string> Log { get; init; } = _ => { };
}
