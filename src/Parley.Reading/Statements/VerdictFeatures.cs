namespace Parley.Reading.Statements;

/// <summary>What speaks for and against a draft being an attribution, seen beside the other drafts.</summary>
internal static class VerdictFeatures
{
    public const int Capacity = 64;

    public static void Extract(Traits t, AttributionDraft draft, IReadOnlyList<AttributionDraft> drafts, int index, FeatureList f)
    {
        f.Clear();
        var head = draft.Head;
        var (lemma, classes, tag) = (t.Lemma[head], t.Classes[head], t.Tag[head]);
        var odds = (uint)(int)Math.Round(Math.Clamp(t.CueOdds[head], -6, 8) * 2);
        var gain = (uint)(int)Math.Round(Math.Clamp(draft.Gain, -2, 40) / 2);
        var (pattern, quoted, length, first, last, sourceLast, sourceLength) = Shape(t, draft);
        var (inside, holds, beside) = Rivals(t, draft, drafts, index);

        f.Add(0u);
        f.Add(odds);
        f.Add(gain);
        f.Add(odds, classes);
        f.Add(odds, pattern);
        f.Add(odds, gain);
        f.Add(pattern);
        f.Add(pattern, lemma);
        f.Add(pattern, classes);
        f.Add(pattern, tag);
        f.Add(pattern, quoted);
        f.Add(lemma);
        f.Add(classes, quoted);
        f.Add(length);
        f.Add(length, odds);
        f.Add(length, pattern);
        f.Add(length, tag);
        f.Add(first);
        f.Add(first, tag);
        f.Add(first, classes);
        f.Add(last);
        f.Add(sourceLast);
        f.Add(sourceLast, classes);
        f.Add(sourceLast, lemma);
        f.Add(sourceLength, odds);
        f.Add(sourceLength, classes);
        f.Add(inside);
        f.Add(inside, odds);
        f.Add(inside, classes);
        f.Add(holds);
        f.Add(holds, odds);
        f.Add(holds, classes);
        f.Add(beside, odds);
        f.Add(inside, holds, beside);
        f.Add(tag, odds);
        f.Add(t.Quote[head], odds);
        if (t.Opinion is not null) SecondOpinion(t.Opinion, draft, odds, f);
    }

    // How far the second opinion agrees: on the cue, on the words of source and content, on where the content begins and ends.
    private static void SecondOpinion(Opinion opinion, AttributionDraft draft, uint odds, FeatureList f)
    {
        uint content = 0, least = LogOdds.Steps, source = 0, contents = 0, sources = 0;
        for (var i = draft.First; i < draft.End; i++)
        {
            var own = opinion[i];
            if (draft[i] == Role.Source) (source, sources) = (source + own.Source, sources + 1);
            if (draft[i] != Role.Content) continue;
            (content, contents, least) = (content + own.Content, contents + 1, Math.Min(least, own.Content));
        }

        var head = (uint)opinion[draft.Head].Head;
        content = contents == 0 ? 99 : content / contents;
        source = sources == 0 ? 99 : source / sources;
        f.Add(head);
        f.Add(head / 2, odds);
        f.Add(content);
        f.Add(least);
        f.Add(source);
        f.Add(head / 2, content / 2);
        f.Add(head / 2, least / 2);
        f.Add(content / 2, odds);
        f.Add(source / 2, head / 2);
    }

    private static (uint Pattern, uint Quoted, uint Length, uint First, uint Last, uint SourceLast, uint SourceLength) Shape(Traits t, AttributionDraft draft)
    {
        uint pattern = 0, quoted = 0, length = 0, first = 0, last = 0, sourceLast = 0, sourceLength = 0;
        var before = Role.None;
        for (var i = 0; i < draft.Roles.Length; i++)
        {
            var (role, token) = (draft.Roles[i], draft.First + i);
            if (role != before && role != Role.None) pattern = (pattern * 4) + (uint)role;
            before = role;
            if (role == Role.Source) (sourceLast, sourceLength) = (t.Lemma[token], sourceLength + 1);
            if (role != Role.Content) continue;
            if (length++ == 0) first = t.Lemma[token];
            last = t.Tag[token];
            if (t.Quote[token] != 0) quoted++;
        }

        quoted = length == 0 ? 9 : quoted * 4 / length;
        var bucket = length switch { <= 4 => length, <= 6 => 5u, <= 9 => 6u, <= 14 => 7u, <= 25 => 8u, <= 50 => 9u, _ => 10u };
        return (pattern, quoted, bucket, first, last, sourceLast, Math.Min(sourceLength, 5));
    }

    // Whether the cue stands within what a likelier cue attributes, whether a likelier one stands within its own, whether they share words.
    private static (uint Inside, uint Holds, uint Beside) Rivals(Traits t, AttributionDraft draft, IReadOnlyList<AttributionDraft> drafts, int index)
    {
        uint inside = 0, holds = 0, beside = 0;
        var own = t.CueOdds[draft.Head];
        for (var step = -1; step <= 1; step += 2)
            for (var k = index + step; k >= 0 && k < drafts.Count && t.Paragraph[drafts[k].Head] == t.Paragraph[draft.Head]; k += step)
            {
                var rival = drafts[k];
                var lead = t.CueOdds[rival.Head] - own;
                var strength = lead > 2 ? 3u : lead > 0 ? 2u : 1u;
                if (rival[draft.Head] != Role.None) inside = Math.Max(inside, (rival[draft.Head] == Role.Content ? 10u : 0) + strength);
                if (draft[rival.Head] != Role.None) holds = Math.Max(holds, (draft[rival.Head] == Role.Content ? 10u : 0) + strength);
                beside = Math.Max(beside, strength);
                if (Math.Abs(k - index) > 12) break;
            }

        return (inside, holds, beside);
    }
}
