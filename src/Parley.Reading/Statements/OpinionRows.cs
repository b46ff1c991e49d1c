using Parley.Language;
using Parley.Language.Names;
using Parley.Language.Networks;

namespace Parley.Reading.Statements;

/// <summary>What the second opinion's network is told: rows of its tables for a token, and for a token beside the head of a cue.</summary>
internal static class OpinionRows
{
    /// <summary>Rows of a token.</summary>
    public const int Count = WordFeatures.Count + Kinds;

    /// <summary>Rows of a token beside a cue.</summary>
    public const int PairCount = 5;

    private const int Kinds = 12;

    // Rows for each value that is written, in that order; powers of two, since most are hashes.
    private static readonly int[] Sizes = [32, 256, 256, 1024, 2048, 512, 1024, 1024, 256, 64, 64, 1024];
    private static readonly int[] PairSizes = [64, 512, 256, 64, 1024];

    public static int RowsOf(WordFeatures words) => words.Rows + Sizes.Sum();

    public static int PairRows { get; } = PairSizes.Sum();

    /// <summary>The rows of the tokens <c>[first, end)</c>, one token after the other.</summary>
    public static void Write(Traits t, byte[] names, WordFeatures words, int first, int end, Span<int> rows)
    {
        Span<uint> values = stackalloc uint[Kinds];
        for (var i = first; i < end; i++)
        {
            var own = rows.Slice((i - first) * Count, Count);
            var sentence = t.Document.Sentences[t.Document.SentenceOf(i)];
            words.Write(t.Document.Tokens[i].Form, i == sentence.First, own);
            var head = t.Head[i];
            uint children = 0;
            foreach (var child in t.Document.ChildrenOf(i)) children |= 1u << (int)(t.Relation[child] % 31);
            var paragraph = t.Document.Paragraphs[sentence.Paragraph];
            var number = Math.Min(t.Document.SentenceOf(i) - paragraph.FirstSentence, 2);
            values[0] = (uint)t.UposOf(i);
            values[1] = t.Tag[i];
            values[2] = t.Relation[i];
            values[3] = head < 0 ? 0 : Hashes.Of(t.Relation[i], t.Tag[head]);
            values[4] = head < 0 ? 0 : t.Lemma[head];
            values[5] = t.Classes[i] == 0 ? 0 : Hashes.Of(t.Classes[i], 1);
            values[6] = head < 0 || t.Classes[head] == 0 ? 0 : Hashes.Of(t.Classes[head], t.Relation[i]);
            values[7] = Hashes.Of(children, 2);
            values[8] = t.Mark[i];
            values[9] = (uint)((t.Quote[i] * 12) + (number * 4) + (i == sentence.First ? 1 : i == sentence.End - 1 ? 2 : 0));
            values[10] = names[i];
            values[11] = head < 0 ? 0 : Hashes.Of((uint)Math.Clamp(head - i, -8, 8), t.Relation[i]);
            Place(values, Sizes, words.Rows, own[WordFeatures.Count..]);
        }
    }

    /// <summary>The rows of a token beside the cue of a window.</summary>
    public static void Write(CueWindow w, int j, Span<int> rows)
    {
        var (t, at, side) = (w.Traits, j - w.First, RoleFeatures.SideOf(w, j));
        Span<uint> values = stackalloc uint[PairCount];
        values[0] = RoleFeatures.DistanceOf(w, j);
        values[1] = Hashes.Of(w.Arm[at], side);
        values[2] = (uint)((t.Quote[j] * 4) + w.CueQuote + (side * 16) + ((RoleFeatures.SentencesOff(w, j) + 2) * 48));
        values[3] = (uint)((w.Commas[at] * 3) + side);
        values[4] = Hashes.Of(w.Mark[at], w.Arm[at]);
        Place(values, PairSizes, 0, rows);
    }

    /// <summary>The row of each value, in tables of these sizes that lie one after the other.</summary>
    private static void Place(ReadOnlySpan<uint> values, int[] sizes, int start, Span<int> rows)
    {
        for (var k = 0; k < values.Length; k++)
        {
            rows[k] = start + (int)(values[k] & (uint)(sizes[k] - 1));
            start += sizes[k];
        }
    }

    /// <summary>Of every token the name it stands in: 0 for none, then by kind, first word and others.</summary>
    public static byte[] NamesOf(Document document)
    {
        var names = new byte[document.Tokens.Length];
        foreach (var name in document.Names)
            for (var i = name.First; i < name.End; i++) names[i] = (byte)(1 + ((int)name.Kind * 3) + (i == name.First ? 0 : i == name.End - 1 ? 1 : 2));
        return names;
    }
}
