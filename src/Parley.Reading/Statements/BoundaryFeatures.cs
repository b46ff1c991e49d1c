namespace Parley.Reading.Statements;

/// <summary>What speaks for a change of role between the token before <c>j</c> and <c>j</c> itself; in groups like those of <see cref="RoleFeatures"/>.</summary>
internal static class BoundaryFeatures
{
    public static void All(CueWindow w, int j, FeatureList f)
    {
        f.Clear();
        Words(w.Traits, j, f);
        Edges(w, j, f);
        State(w, j, f);
        Own(w, j, f);
    }

    /// <summary>What all cues share: the words at the boundary.</summary>
    public static void Words(Traits t, int j, FeatureList f)
    {
        var i = j - 1;
        var (left, right) = (t.Lemma[i], t.Lemma[j]);
        var (leftTag, rightTag) = (t.Tag[i], t.Tag[j]);
        f.From(2);
        f.Add(left);
        f.Add(right);
        f.Add(left, right);
        f.Add(leftTag);
        f.Add(rightTag);
        f.Add(leftTag, rightTag);
        f.Add(t.TagAt(i - 1), leftTag, rightTag);
        f.Add(leftTag, rightTag, t.TagAt(j + 1));
        f.From(33);
        f.Add(right, t.LemmaAt(j + 1));
        f.Add(t.LemmaAt(i - 1), left);
    }

    /// <summary>How the subtrees that begin and end here stand to the branches of the cue: 0 to 15.</summary>
    public static uint EdgesOf(CueWindow w, int j) =>
        (w.OnBranch(w.Traits.Opens[j], j - w.First) * 4) + w.OnBranch(w.Traits.Closes[j - 1], j - w.First - 1);

    /// <summary>What cues share for which the subtrees that begin and end here stand alike.</summary>
    public static void Edges(CueWindow w, int j, FeatureList f)
    {
        var t = w.Traits;
        var (edge, end) = EdgeHashes(w, j);
        f.From(15);
        f.Add(edge, end);
        f.Add(edge, t.Tag[j - 1]);
        f.Add(end, t.Tag[j]);
        f.From(38);
        f.Add(edge, t.Lemma[j]);
        f.Add(end, t.Lemma[j - 1]);
    }

    /// <summary>What neighbours mostly share.</summary>
    public static void State(CueWindow w, int j, FeatureList f)
    {
        var at = j - w.First;
        var (leftArm, rightArm, side) = (w.Arm[at - 1], w.Arm[at], SideOf(w, j));
        var sentence = SentenceEnds(w.Traits, j);
        f.From(1);
        f.Add(side);
        f.From(10);
        f.Add(leftArm, rightArm, SameBranch(w, at));
        f.Add(leftArm, rightArm, w.CueClass);
        f.Add(leftArm, rightArm, w.CueWord);
        f.From(20);
        f.Add(QuotesOf(w, j), sentence);
        f.From(28);
        f.Add(DistanceOf(w, j));
        f.From(35);
        f.Add(side, w.Rivals[at], w.Commas[at]);
        f.From(37);
        f.Add(sentence, side, (uint)RoleFeatures.SentencesOff(w, j));
    }

    /// <summary>What this boundary alone has for this cue.</summary>
    public static void Own(CueWindow w, int j, FeatureList f)
    {
        var (t, at, i) = (w.Traits, j - w.First, j - 1);
        var (left, right, leftTag, rightTag) = (t.Lemma[i], t.Lemma[j], t.Tag[i], t.Tag[j]);
        var (leftArm, rightArm, sameBranch) = (w.Arm[at - 1], w.Arm[at], SameBranch(w, at));
        var (quotes, side, distance) = (QuotesOf(w, j), SideOf(w, j), DistanceOf(w, j));
        var (edge, end) = EdgeHashes(w, j);
        f.From(13);
        f.Add(leftArm, rightArm, left);
        f.Add(leftArm, rightArm, right);
        f.From(18);
        f.Add(edge, sameBranch, rightArm);
        f.Add(end, sameBranch, leftArm);
        f.From(21);
        f.Add(quotes, side, left);
        f.Add(quotes, side, right);
        f.Add(w.CueWord, right);
        f.Add(w.CueWord, left);
        f.Add(w.CueClass, right);
        f.Add(w.CueClass, left);
        f.Add(w.CueClass, leftTag, rightTag);
        f.From(29);
        f.Add(distance, rightTag);
        f.Add(distance, leftTag);
        f.Add(distance, right, w.CueTag);
        f.Add(distance, left, w.CueTag);
        f.From(36);
        f.Add(side, w.Ahead[at], right);
        if (w.Opinions.Length > 0) SecondOpinion(w, j, f);
        if (!w.Contested) return;
        var claims = (uint)((w.Claims[at - 1] * 8) + w.Claims[at]);
        uint next = Claim(w, at + 1), after = Claim(w, at + 2), before = Claim(w, at - 2);
        f.From(40);
        f.Add(claims, side);
        f.Add(claims, leftTag, rightTag);
        f.Add(claims, leftArm, rightArm);
        f.Add(claims, left);
        f.Add(claims, right);
        f.Add(claims, next, after);
        f.Add(claims, before, next);
        f.Add(claims, next, after, rightTag);
        f.Add(claims, edge, end);
        f.Add(claims, quotes, SentenceEnds(t, j));
    }

    private static void SecondOpinion(CueWindow w, int j, FeatureList f)
    {
        var (left, right, side) = (w.Opinions[j - 1 - w.First], w.Opinions[j - w.First], SideOf(w, j));
        var (leftAlone, rightAlone) = (w.Traits.Opinion![j - 1], w.Traits.Opinion[j]);
        uint first = right.First, last = left.Last;
        f.From(60);
        f.Add(first);
        f.Add(last);
        f.Add((uint)right.SourceFirst);
        f.Add((uint)left.Content / 2, (uint)right.Content / 2);
        f.Add((uint)left.Source / 2, (uint)right.Source / 2);
        f.Add((uint)left.Cue / 2, (uint)right.Cue / 2);
        f.Add(first / 2, (uint)left.Content / 4, side);
        f.Add(last / 2, (uint)right.Content / 4, side);
        f.Add(first / 2, w.Traits.Tag[j]);
        f.Add(last / 2, w.Traits.Tag[j]);
        f.Add(first / 2, (uint)rightAlone.First / 2);
        f.Add(last / 2, (uint)leftAlone.Last / 2);
    }

    public static uint SideOf(CueWindow w, int j) => j <= w.Cue ? 0u : 1u;

    public static uint DistanceOf(CueWindow w, int j) => (SideOf(w, j) * 16) + Distances.Bucket(Math.Abs(j <= w.Cue ? w.Cue - j : j - 1 - w.Cue));

    public static uint QuotesOf(CueWindow w, int j) => (uint)((w.Traits.Quote[j - 1] * 16) + (w.Traits.Quote[j] * 4) + w.CueQuote);

    public static uint SameBranch(CueWindow w, int at) => w.Branch[at - 1] == w.Branch[at] ? 1u : 0u;

    public static uint SentenceEnds(Traits t, int j) => t.Document.SentenceOf(j - 1) != t.Document.SentenceOf(j) ? 1u : 0u;

    private static (uint Edge, uint End) EdgeHashes(CueWindow w, int j)
    {
        var (t, states) = (w.Traits, EdgesOf(w, j));
        return (Hashes.Of(t.Relation[t.Opens[j]], states / 4), Hashes.Of(t.Relation[t.Closes[j - 1]], states % 4));
    }

    private static uint Claim(CueWindow w, int at) => at >= 0 && at < w.End - w.First ? w.Claims[at] : 7u;
}
