using System.Collections.Immutable;
using System.Globalization;

namespace Parley.Exchange.Conllu;

/// <summary>Reads CoNLL-U (universaldependencies.org/format.html), a sentence at a time.</summary>
public static class ConlluReader
{
    private const int Fields = 10;

    /// <summary>Reads sentences as they are asked for. A file without a blank line at its end is read whole.</summary>
    /// <exception cref="FormatException">A line is no CoNLL-U; the message has its number and what was expected.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var comments = ImmutableArray.CreateBuilder<string>();
        var words = ImmutableArray.CreateBuilder<ConlluWord>();
        var asides = ImmutableArray.CreateBuilder<ConlluAside>();
        for (var number = 1; ; number++)
        {
            var line = reader.ReadLine();
            if (string.IsNullOrWhiteSpace(line))
            {
                if (words.Count > 0) yield return Sentence(comments, words, asides, number);
                if (line is null) yield break;
            }
            else if (line[0] == '#' && words.Count + asides.Count == 0)
            {
                comments.Add(line);
            }
            else
            {
                ReadLine(line, number, words, asides);
            }
        }
    }

    private static ConlluSentence Sentence(
        ImmutableArray<string>.Builder comments, ImmutableArray<ConlluWord>.Builder words, ImmutableArray<ConlluAside>.Builder asides, int number)
    {
        foreach (var word in words)
            if (word.Head > words.Count) throw Broken(number, $"the head {word.Head} of \"{word.Form}\" lies outside its sentence of {words.Count} words");
        return new(comments.DrainToImmutable(), words.DrainToImmutable(), asides.DrainToImmutable());
    }

    private static void ReadLine(string line, int number, ImmutableArray<ConlluWord>.Builder words, ImmutableArray<ConlluAside>.Builder asides)
    {
        var fields = line.Split('\t');
        if (fields.Length != Fields) throw Broken(number, $"expected {Fields} fields parted by tabs, found {fields.Length}");
        if (fields[0].AsSpan().ContainsAny('-', '.'))
        {
            asides.Add(new(words.Count, line));
            return;
        }

        if (!int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id != words.Count + 1)
            throw Broken(number, $"expected word number {words.Count + 1}, found \"{fields[0]}\"");
        if (fields[1].Length == 0) throw Broken(number, "the word has no form");
        var head = -1;
        if (fields[6] != "_" && !int.TryParse(fields[6], NumberStyles.None, CultureInfo.InvariantCulture, out head))
            throw Broken(number, $"expected the number of a head, found \"{fields[6]}\"");
        words.Add(new(fields[1], fields[2], fields[3], fields[4], fields[5], head, fields[7], fields[8], fields[9]));
    }

    private static FormatException Broken(int number, string what) => new(FormattableString.Invariant($"line {number}: {what}"));
}
