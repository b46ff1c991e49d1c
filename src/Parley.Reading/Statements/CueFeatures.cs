using System.Numerics;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>What speaks for and against a token being the head of a cue.</summary>
internal static class CueFeatures
{
    public const int Capacity = 320;
    private const int Reach = 120; // tokens to each side that are looked at, however long the sentence

    private static readonly uint Nsubj = Hashes.Of("nsubj"), Csubj = Hashes.Of("csubj"), Obj = Hashes.Of("obj"), Iobj = Hashes.Of("iobj"),
        Ccomp = Hashes.Of("ccomp"), Xcomp = Hashes.Of("xcomp"), Obl = Hashes.Of("obl"), Nmod = Hashes.Of("nmod"), Acl = Hashes.Of("acl"),
        Advcl = Hashes.Of("advcl"), Parataxis = Hashes.Of("parataxis"), Mark = Hashes.Of("mark"), Case = Hashes.Of("case"),
        Aux = Hashes.Of("aux"), Advmod = Hashes.Of("advmod"), Cop = Hashes.Of("cop");

    public static void Extract(Traits t, int i, FeatureList f)
    {
        f.Clear();
        var sentence = t.Document.Sentences[t.Document.SentenceOf(i)];
        Word(t, i, f);
        Neighbours(t, i, f);
        Tree(t, i, f);
        Quotation(t, i, sentence, f);
        Place(t, i, sentence, f);
        for (var rest = t.Classes[i]; rest != 0; rest &= rest - 1)
        {
            var bit = (uint)BitOperations.TrailingZeroCount(rest);
            f.AddToSet(1, bit);
            f.AddToSet(2, bit, t.Tag[i]);
            f.AddToSet(3, bit, t.Relation[i]);
        }

        if (t.Opinion is not null) SecondOpinion(t, i, t.Opinion, f);
    }

    private static void SecondOpinion(Traits t, int i, Opinion opinion, FeatureList f)
    {
        var own = opinion[i];
        var (head, half) = ((uint)own.Head, (uint)own.Head / 2);
        f.From(120);
        f.Add(head);
        f.Add(half, t.Tag[i]);
        f.Add(half, t.Classes[i]);
        f.Add(half, (uint)own.Cue / 2);
        f.Add(half, (uint)own.Content / 4);
        f.Add(half, t.Lemma[i]);
        f.Add(half / 2, Math.Max((uint)opinion[i - 1].Head, opinion[i + 1].Head) / 4);
    }

    private static void Word(Traits t, int i, FeatureList f)
    {
        var (lemma, tag, classes) = (t.Lemma[i], t.Tag[i], t.Classes[i]);
        f.Add(0u);
        f.Add(lemma);
        f.Add(t.Form[i]);
        f.Add(lemma, tag);
        f.Add(tag);
        f.Add(t.Suffix[i]);
        f.Add(t.Suffix[i], tag);
        f.Add(classes);
        f.Add(classes, tag);
    }

    private static void Neighbours(Traits t, int i, FeatureList f)
    {
        var (lemma, tag, classes) = (t.Lemma[i], t.Tag[i], t.Classes[i]);
        uint l1 = At(t.Lemma, i - 1), l2 = At(t.Lemma, i - 2), r1 = At(t.Lemma, i + 1), r2 = At(t.Lemma, i + 2);
        uint tl1 = At(t.Tag, i - 1), tl2 = At(t.Tag, i - 2), tr1 = At(t.Tag, i + 1), tr2 = At(t.Tag, i + 2);
        f.Add(l1);
        f.Add(l2);
        f.Add(r1);
        f.Add(r2);
        f.Add(At(t.Lemma, i + 3));
        f.Add(At(t.Lemma, i - 3));
        f.Add(l1, lemma);
        f.Add(lemma, r1);
        f.Add(l2, l1, lemma);
        f.Add(lemma, r1, r2);
        f.Add(l1, lemma, r1);
        f.Add(l1, classes);
        f.Add(classes, r1);
        f.Add(classes, r1, r2);
        f.Add(tl1, tag);
        f.Add(tag, tr1);
        f.Add(tl2, tl1, tag);
        f.Add(tag, tr1, tr2);
        f.Add(tl1, tag, tr1);
        f.Add(tl1, classes, tr1);
        f.Add(lemma, tl1);
        f.Add(lemma, tr1);
        f.Add(lemma, tr1, tr2);
        f.Add(At(t.Classes, i - 1), classes);
        f.Add(classes, At(t.Classes, i + 1));
        f.Add(classes, At(t.Classes, i + 2));
    }

    private static void Tree(Traits t, int i, FeatureList f)
    {
        var (lemma, tag, classes, relation, head) = (t.Lemma[i], t.Tag[i], t.Classes[i], t.Relation[i], t.Head[i]);
        f.Add(relation);
        f.Add(relation, tag);
        f.Add(relation, lemma);
        f.Add(relation, classes);
        f.Add(relation, At(t.Lemma, head));
        f.Add(relation, At(t.Tag, head), tag);
        f.Add(relation, At(t.Classes, head), classes);
        f.Add(At(t.Lemma, head), lemma);

        uint subject = 0, subjectLemma = 0, complement = 0, complementLemma = 0, objects = 0, mark = 0;
        var complementAt = -1;
        foreach (var child in t.Document.ChildrenOf(i))
        {
            var (r, l) = (t.Relation[child], t.Lemma[child]);
            var side = child < i ? 0u : 1u;
            f.AddToSet(4, r, side);
            f.AddToSet(5, Hashes.Of(r, side), lemma);
            f.AddToSet(6, Hashes.Of(r, side), classes);
            f.AddToSet(7, Hashes.Of(r, side), tag);
            if (r == Nsubj || r == Csubj)
            {
                subject = 1 + side + 2 * (uint)t.UposOf(child);
                subjectLemma = l;
            }
            else if (r == Ccomp || r == Xcomp || r == Parataxis || (r == Acl && t.UposOf(i) != Upos.VERB))
            {
                complement = Hashes.Of(r, side);
                complementAt = child;
            }
            else if (r == Obj || r == Iobj)
            {
                objects |= r == Obj ? 1u : 2u;
                f.AddToSet(8, l, classes);
                f.AddToSet(9, l, lemma);
            }
            else if (r == Obl || r == Nmod || r == Advcl)
            {
                foreach (var below in t.Document.ChildrenOf(child))
                {
                    if (t.Relation[below] != Case && t.Relation[below] != Mark) continue;
                    f.AddToSet(10, t.Lemma[below], lemma);
                    f.AddToSet(11, t.Lemma[below], classes);
                    f.AddToSet(12, Hashes.Of(t.Lemma[below], l));
                    break;
                }
            }
            else if (r == Aux || r == Mark || r == Advmod || r == Cop || r == Case)
            {
                f.AddToSet(13, Hashes.Of(r, l));
                f.AddToSet(14, Hashes.Of(r, l), classes);
            }
        }

        if (complementAt >= 0)
        {
            complementLemma = t.Lemma[complementAt];
            mark = t.Mark[complementAt];
        }

        f.Add(subject, complement, objects);
        f.Add(subject, complement, objects, lemma);
        f.Add(subject, complement, objects, classes);
        f.Add(subject, complement, objects, tag);
        f.Add(subject, complement, mark, relation);
        f.Add(subjectLemma);
        f.Add(subjectLemma, lemma);
        f.Add(subjectLemma, classes);
        f.Add(subject, lemma);
        f.Add(subject, classes);
        f.Add(complement, mark, tag);
        f.Add(complement, mark, classes);
        f.Add(complement, lemma);
        f.Add(complementLemma, tag);

        var (up, below2, steps) = (head, i, 1u);
        while (up >= 0 && t.Classes[up] == 0 && steps < 8) (below2, up, steps) = (up, t.Head[up], steps + 1);
        if (up < 0)
        {
            f.Add(classes);
            f.Skip(4);
            return;
        }

        f.Skip();
        var path = Hashes.Of(t.Relation[below2], up < i ? 1u : 0u);
        f.Add(path, classes, t.Classes[up]);
        f.Add(path, t.Lemma[up], tag);
        f.Add(path, Math.Min(steps, 3), t.Lemma[up]);
        f.Add(path, classes, t.Lemma[up]);
    }

    private static void Quotation(Traits t, int i, Sentence sentence, FeatureList f)
    {
        uint before = 0, after = 0, anywhere = 0;
        for (var k = 1; k <= 8 && i - k >= 0 && t.Paragraph[i - k] == t.Paragraph[i]; k++)
            if (t.Quote[i - k] == 3) { before = (uint)k; break; }
        for (var k = 1; k <= 8 && i + k < t.Count && t.Paragraph[i + k] == t.Paragraph[i]; k++)
            if (t.Quote[i + k] == 2) { after = (uint)k; break; }
        for (var k = Math.Max(sentence.First, i - Reach); k < Math.Min(sentence.End, i + Reach) && anywhere == 0; k++)
            if (t.Quote[k] != 0) anywhere = 1;
        if (anywhere == 0 && sentence.First > 0 && t.Paragraph[sentence.First - 1] == t.Paragraph[i] && t.Quote[sentence.First - 1] != 0) anywhere = 2;
        var state = Hashes.Of(t.Quote[i], anywhere);
        f.Add(state);
        f.Add(state, t.Classes[i]);
        f.Add(state, t.Tag[i]);
        f.Add(state, t.Lemma[i]);
        f.Add(state, before, after);
        f.Add(state, Math.Min(before, 4), Math.Min(after, 4), t.Classes[i]);
        f.Add(state, before > 0 ? 1u : 0u, after > 0 ? 1u : 0u, t.Lemma[i]);
    }

    private static void Place(Traits t, int i, Sentence sentence, FeatureList f)
    {
        var paragraph = t.Document.Paragraphs[sentence.Paragraph];
        var number = (uint)Math.Min(sentence.Paragraph, 2);
        var last = i == sentence.End - 1 || (i == sentence.End - 2 && t.UposOf(i + 1) == Upos.PUNCT) ? 1u : 0u;
        f.Add((uint)Math.Min(i - sentence.First, 6), t.Tag[i]);
        f.Add((uint)Math.Min(i - sentence.First, 6), t.Classes[i]);
        f.Add(last, t.Classes[i]);
        f.Add(number, t.Tag[i]);
        f.Add(number, t.Classes[i]);
        f.Add(number, t.Lemma[i]);
        f.Add((uint)Math.Min(paragraph.EndSentence - paragraph.FirstSentence, 3), t.Classes[i]);
        uint left = 0, right = 0;
        for (var k = Math.Max(sentence.First, i - Reach); k < Math.Min(sentence.End, i + Reach); k++)
            if (k != i && (t.Classes[k] & 0xF) != 0 && t.UposOf(k) == Upos.VERB)
            {
                if (k < i) left++;
                else right++;
            }

        f.Add(Math.Min(left, 2), Math.Min(right, 2), t.Classes[i]);
        f.Add(Math.Min(left, 2), Math.Min(right, 2), t.Tag[i]);
    }

    private static uint At(uint[] values, int i) => (uint)i < (uint)values.Length ? values[i] : 7;
}
