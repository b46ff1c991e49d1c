using Parley.Dossiers.Folding;

namespace Parley.Bench;

/// <summary>
/// Precision and recall of the search for copies, on 500 pairs of a report and an edited copy (cut, extended, reordered, words replaced, new
/// headline) and 500 pairs of different reports on one event that share its quotations, names and a stock paragraph.
/// </summary>
internal static class FoldingBench
{
    private const int Pairs = 500;

    public static int Run(int seed)
    {
        var chronicle = new Chronicle(seed);
        var (hits, falseHits) = (0, 0);
        List<double> copies = [], others = [];
        for (var n = 0; n < Pairs; n++)
        {
            var random = new Random((seed * 7919) + n);
            var original = Sentences(chronicle, random, random.Next(8, 45));
            copies.Add(Pair(original, Edited(chronicle, random, original), out var found));
            if (found) hits++;
            var (one, other) = SameEvent(chronicle, random);
            others.Add(Pair(one, other, out found));
            if (found) falseHits++;
        }

        copies.Sort();
        others.Sort();
        Console.WriteLine($"copies found {hits} of {Pairs}; different reports taken for copies {falseHits} of {Pairs}");
        Console.WriteLine($"precision {hits / (double)Math.Max(1, hits + falseHits):0.000}, recall {hits / (double)Pairs:0.000}");
        Console.WriteLine($"containment of copies: least {copies[0]:0.00}, 2% {copies[Pairs / 50]:0.00}; of different reports: 98% {others[Pairs - (Pairs / 50)]:0.00}, most {others[^1]:0.00}");
        return 0;
    }

    private static double Pair(List<string> a, List<string> b, out bool found)
    {
        var finder = new CopyFinder();
        var (first, second) = (Sketch.Of(Text(a)), Sketch.Of(Text(b)));
        finder.Add(1, first);
        found = finder.Find(second) == 1;
        return first.Containment(second);
    }

    private static List<string> Sentences(Chronicle chronicle, Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => chronicle.Sentence(random, random.Next(9, 28)))];

    private static List<string> Edited(Chronicle chronicle, Random random, List<string> original)
    {
        var copy = original.ToList();
        copy[0] = chronicle.Sentence(random, 9);
        var cut = random.NextDouble() < 0.6 ? random.NextDouble() * 0.6 : 0;
        copy.RemoveRange(copy.Count - (int)(copy.Count * cut), (int)(copy.Count * cut));
        if (random.NextDouble() < 0.4) copy.AddRange(Sentences(chronicle, random, random.Next(1, Math.Max(2, original.Count / 2))));
        if (random.NextDouble() < 0.3) (copy[1], copy[^1]) = (copy[^1], copy[1]);
        var replaced = random.NextDouble() * 0.06; // house style: a word in seventeen
        return [.. copy.Select(s => string.Join(' ', s.Split(' ').Select(w => random.NextDouble() < replaced ? chronicle.Sentence(random, 1) : w)))];
    }

    private static (List<string> One, List<string> Other) SameEvent(Chronicle chronicle, Random random)
    {
        var quotations = Sentences(chronicle, random, random.Next(1, 5));
        var stock = Sentences(chronicle, random, 2);
        List<string> Told()
        {
            var told = Sentences(chronicle, random, random.Next(10, 40));
            foreach (var shared in quotations.Concat(stock)) told.Insert(random.Next(told.Count), shared);
            return told;
        }

        return (Told(), Told());
    }

    private static string Text(List<string> sentences) => string.Join(". ", sentences.Select(Chronicle.Upper)) + ".";
}
