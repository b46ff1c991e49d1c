namespace Parley.Reading.Statements;

/// <summary>Decides which drafts stand, the likeliest first: attributions share no words but their source, and do not nest.</summary>
internal sealed class DraftJudge(IScorer verdict, RoleModel roles, float threshold)
{
    private const float JoinedFrom = -1f; // log odds from which a saying within a content parts it
    private const float JoinedCue = -1f;

    private readonly FeatureList _features = new(VerdictFeatures.Capacity);
    private float[] _cost = [];

    /// <summary>The drafts that stand, with their log odds, in text order.</summary>
    public List<(AttributionDraft Draft, float Odds)> Judge(Traits traits, List<AttributionDraft> drafts, Rivals? rivals)
    {
        var odds = new float[drafts.Count];
        for (var k = 0; k < drafts.Count; k++) odds[k] = OddsOf(traits, drafts[k], drafts, k);
        var order = Enumerable.Range(0, drafts.Count).ToArray();
        Array.Sort(order, (a, b) => odds[a] != odds[b] ? odds[b].CompareTo(odds[a]) : a.CompareTo(b));

        var lattice = new RoleLattice(traits, roles, rivals);
        var taken = new Role[traits.Count];
        var accepted = new List<(AttributionDraft Draft, float Odds)>();
        foreach (var k in order)
        {
            if (odds[k] < threshold) break;
            var draft = drafts[k];
            if (taken[draft.Head] != Role.None) continue;
            if (Clashes(draft, taken))
            {
                draft = DraftAround(lattice, draft, taken);
                odds[k] = MathF.Min(odds[k], OddsOf(traits, draft, drafts, k));
                if (odds[k] < threshold) continue;
            }

            if (NextSaying(traits, draft, drafts, odds) is >= 0 and var next)
            {
                var beyond = taken.AsSpan(next..draft.End).ToArray();
                taken.AsSpan(next..draft.End).Fill(Role.Cue);
                draft = DraftAround(lattice, draft, taken);
                beyond.CopyTo(taken.AsSpan(next));
            }

            if (!draft.Has(Role.Content)) continue;
            for (var i = 0; i < draft.Roles.Length; i++)
                if (draft.Roles[i] != Role.None) taken[draft.First + i] = draft.Roles[i];
            accepted.Add((draft, odds[k]));
        }

        accepted.Sort((a, b) => a.Draft.Head.CompareTo(b.Draft.Head));
        return accepted;
    }

    /// <summary>"… said that it was closed, and urged …": where within a content the same speaker says something else, from the word that joins it; -1 for none.</summary>
    private static int NextSaying(Traits traits, AttributionDraft draft, List<AttributionDraft> drafts, float[] odds)
    {
        var tokens = traits.Document.Tokens.AsSpan();
        for (var k = 0; k < drafts.Count; k++)
        {
            var head = drafts[k].Head;
            if (head <= draft.Head || head >= draft.End || draft[head] != Role.Content || odds[k] < JoinedFrom && traits.CueOdds[head] < JoinedCue) continue;
            if (tokens[head].Upos != Parley.Language.Upos.VERB || traits.Quote[head] != 0) continue;
            var join = head - 1;
            while (join > draft.Head && tokens[join].Upos == Parley.Language.Upos.ADV) join--;
            if (draft[join] != Role.Content) continue;
            if (tokens[head].Xpos is "VBG" && tokens[join].Form is "," && LeadsClause(tokens, head)) return join; // "…, adding that"
            if (tokens[head].Xpos != tokens[draft.Head].Xpos || tokens[head].Xpos is not ("VBD" or "VBZ") || tokens[join].Lemma is not ("and" or "but")) continue;
            return tokens[join - 1].Form is "," ? join - 1 : join;
        }

        return -1;
    }

    private static bool LeadsClause(ReadOnlySpan<Parley.Language.Token> tokens, int head) =>
        head + 1 < tokens.Length && tokens[head + 1].Lemma is "that" or "it" or "they" or "he" or "she" or "the" or "a" or "however" or "there" or "no" or "its" or "his" or "her" or "their";

    private float OddsOf(Traits traits, AttributionDraft draft, List<AttributionDraft> drafts, int index)
    {
        Span<float> odds = stackalloc float[1];
        VerdictFeatures.Extract(traits, draft, drafts, index, _features);
        verdict.Score(_features.Items, odds);
        return odds[0];
    }

    private static bool Clashes(AttributionDraft draft, Role[] taken)
    {
        for (var i = 0; i < draft.Roles.Length; i++)
            if (draft.Roles[i] != Role.None && !MayPlay(draft.Roles[i], taken[draft.First + i])) return true;
        return false;
    }

    // The same cue once more, kept off the words of likelier attributions.
    private AttributionDraft DraftAround(RoleLattice lattice, AttributionDraft draft, Role[] taken)
    {
        lattice.Open(draft.Head);
        if (_cost.Length < lattice.Length * RoleLattice.Roles) _cost = new float[lattice.Length * RoleLattice.Roles * 2];
        for (var i = 0; i < lattice.Length; i++)
            for (var role = Role.None; role <= Role.Content; role++)
                _cost[(i * RoleLattice.Roles) + (int)role] = role == Role.None || MayPlay(role, taken[draft.First + i]) ? 0 : -1000;
        var found = new Role[lattice.Length];
        var score = lattice.Decode(found, _cost);
        return new(draft.Head, draft.First, found, score - lattice.Bare());
    }

    private static bool MayPlay(Role role, Role taken) => taken == Role.None || (role == Role.Source && taken == Role.Source);
}
