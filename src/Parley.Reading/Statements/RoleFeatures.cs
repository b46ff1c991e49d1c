namespace Parley.Reading.Statements;

/// <summary>The part a token plays for one cue.</summary>
internal enum Role : byte { None, Source, Cue, Content }

/// <summary>What speaks for the role of a token given the head of a cue.</summary>
/// <remarks>
/// In groups by what they hang on, so that reading weighs each group once for all tokens, or all cues, that share it. A template
/// keeps its number whatever group it stands in.
/// </remarks>
internal static class RoleFeatures
{
    public const int Capacity = 128;
    private const int NearLimit = 5;

    public static void All(CueWindow w, int j, FeatureList f)
    {
        f.Clear();
        Words(w.Traits, j, SideOf(w, j), f);
        Branch(w, j, f);
        State(w, j, f);
        Own(w, j, f);
    }

    /// <summary>0 before the cue's head, 1 at it, 2 behind it.</summary>
    public static uint SideOf(CueWindow w, int j) => j < w.Cue ? 0u : j == w.Cue ? 1u : 2u;

    public static uint DistanceOf(CueWindow w, int j) => (SideOf(w, j) * 16) + Distances.Bucket(Math.Abs(j - w.Cue));

    public static int SentencesOff(CueWindow w, int j) => Math.Clamp(w.Traits.Document.SentenceOf(j) - w.Traits.Document.SentenceOf(w.Cue), -2, 2);

    /// <summary>What all cues on one side share: the words around.</summary>
    public static void Words(Traits t, int j, uint side, FeatureList f)
    {
        var (lemma, tag) = (t.Lemma[j], t.Tag[j]);
        f.From(16);
        f.Add(side, lemma);
        f.Add(side, tag);
        f.From(28);
        f.Add(side, t.LemmaAt(j - 1), lemma);
        f.Add(side, lemma, t.LemmaAt(j + 1));
        f.Add(side, t.TagAt(j - 1), tag);
        f.Add(side, tag, t.TagAt(j + 1));
        f.From(33);
        f.Add(side, t.TagAt(j - 1), tag, t.TagAt(j + 1));
    }

    /// <summary>What all tokens of a branch on one side of the cue share.</summary>
    public static void Branch(CueWindow w, int j, FeatureList f)
    {
        var (t, at) = (w.Traits, j - w.First);
        var (branch, mark) = (w.Branch[at], w.Mark[at]);
        var armSide = Hashes.Of(w.Arm[at], SideOf(w, j));
        f.From(2);
        f.Add(armSide);
        f.Add(armSide, w.CueWord);
        f.Add(armSide, w.CueClass);
        f.Add(armSide, w.CueRelation);
        f.Add(armSide, w.CueTag);
        f.From(10);
        f.Add(armSide, t.Lemma[branch]);
        f.Add(armSide, t.Lemma[branch], w.CueWord);
        f.Add(armSide, t.Tag[branch], w.CueClass);
        f.From(14);
        f.Add(armSide, mark, w.CueClass);
        f.Add(armSide, mark, w.CueWord);
    }

    /// <summary>What neighbours mostly share: quotation, distance, other cues, and what these claim.</summary>
    public static void State(CueWindow w, int j, FeatureList f)
    {
        var (t, at) = (w.Traits, j - w.First);
        var (side, distance, sentences) = (SideOf(w, j), DistanceOf(w, j), (uint)SentencesOff(w, j));
        var armSide = Hashes.Of(w.Arm[at], side);
        var quote = (uint)((t.Quote[j] * 4) + w.CueQuote);
        uint rivals = w.Rivals[at], commas = w.Commas[at];
        f.From(1);
        f.Add(distance);
        f.From(13);
        f.Add(armSide, rivals, quote);
        f.From(21);
        f.Add(side, quote, sentences);
        f.Add(side, quote, rivals, sentences);
        f.Add(side, quote, w.CueClass);
        f.Add(side, rivals, commas);
        f.Add(side, rivals, distance);
        f.From(27);
        f.Add(distance, quote);
        f.From(32);
        f.Add(side, t.CueOdds[j] > 0 ? 1u : 0u, rivals);
        if (!w.Contested) return;
        uint claim = w.Claims[at], cueClaim = w.Claims[w.Cue - w.First];
        f.From(34);
        f.Add(claim, side, cueClaim);
        f.Add(claim, armSide);
        f.Add(claim, armSide, cueClaim);
        f.Add(claim, quote, side);
        f.From(39);
        f.Add(claim, distance, rivals);
        f.Add(claim, side, w.CueClass);
    }

    /// <summary>What this token alone has for this cue.</summary>
    public static void Own(CueWindow w, int j, FeatureList f)
    {
        var (t, at) = (w.Traits, j - w.First);
        var (lemma, tag, side) = (t.Lemma[j], t.Tag[j], SideOf(w, j));
        var armSide = Hashes.Of(w.Arm[at], side);
        f.From(7);
        f.Add(armSide, lemma, w.Branch[at] == j ? 1u : 0u);
        f.Add(armSide, tag);
        f.Add(armSide, t.Relation[j]);
        f.From(18);
        f.Add(side, lemma, w.CueWord);
        f.Add(side, tag, w.CueWord);
        f.Add(side, tag, w.CueClass);
        f.From(26);
        f.Add(DistanceOf(w, j), tag);
        if (w.Contested)
        {
            f.From(38);
            f.Add(w.Claims[at], tag, side);
        }

        if (w.Opinions.Length > 0) SecondOpinion(w, j, armSide, f);
        var offset = j - w.Cue;
        if (offset is < -NearLimit or > NearLimit) return;
        var near = (uint)(offset + 8);
        f.From(41);
        f.Add(near, lemma);
        f.Add(near, tag);
        f.Add(near, lemma, w.CueWord);
        f.Add(near, tag, w.CueClass);
        f.Add(near, tag, w.CueTag);
        f.Add(near, armSide);
    }

    private static void SecondOpinion(CueWindow w, int j, uint armSide, FeatureList f)
    {
        var (pair, alone, side) = (w.Opinions[j - w.First], w.Traits.Opinion![j], SideOf(w, j));
        uint source = pair.Source, cue = pair.Cue, content = pair.Content;
        f.From(60);
        f.Add(side, content);
        f.Add(side, source);
        f.Add(side, cue);
        f.Add(content / 2, source / 2, cue / 2);
        f.Add(content / 2, armSide);
        f.Add(source / 2, armSide);
        f.Add(content / 2, (uint)alone.Content / 2, side);
        f.Add(source / 2, (uint)alone.Source / 2, side);
        f.Add(content / 2, w.Traits.Tag[j]);
    }
}
