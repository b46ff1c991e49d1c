namespace Parley.Language.Networks;

/// <summary>What the shape and spelling of a word say about it, as rows of a table: the word itself where it is known, its beginnings,
/// endings and its pattern of capitals, digits and marks. Everything but the word is hashed into a fixed number of rows.</summary>
internal sealed class WordFeatures(Vocabulary vocabulary)
{
    /// <summary>Rows a word has.</summary>
    public const int Count = 10;

    /// <summary>Rows for words as they are written, the last ones of the table.</summary>
    public const int ExactForms = 4096;

    private const int Longest = 64;
    private const uint Seed = 2166136261;
    private static readonly int[] Sizes = [128, 1024, 4096, 4096, 128, 1024, 4096, 512, ExactForms];

    public Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Rows the table needs.</summary>
    public int Rows { get; } = 1 + vocabulary.Hashes.Length + Sizes.Sum();

    /// <summary>The hash under which a word is known.</summary>
    public static uint HashOf(string word)
    {
        Span<char> lower = stackalloc char[Longest];
        return HashOf(lower[..Lower(word, lower)]);
    }

    /// <summary>Writes the rows of a word.</summary>
    /// <param name="form">As written; what is beyond its 64th character is not looked at.</param>
    /// <param name="first">Whether it begins a sentence, where a capital says little.</param>
    /// <param name="rows">Takes <see cref="Count"/> rows.</param>
    public void Write(string form, bool first, Span<int> rows)
    {
        Span<char> buffer = stackalloc char[Longest];
        var lower = buffer[..Lower(form, buffer)];
        var n = lower.Length;
        var start = 1 + Vocabulary.Hashes.Length;
        rows[0] = Vocabulary.RowOf(HashOf(lower));
        Put(rows, 1, ref start, HashOf(lower[Math.Max(0, n - 1)..]));
        Put(rows, 2, ref start, HashOf(lower[Math.Max(0, n - 2)..]));
        Put(rows, 3, ref start, HashOf(lower[Math.Max(0, n - 3)..]));
        Put(rows, 4, ref start, HashOf(lower[Math.Max(0, n - 4)..]));
        Put(rows, 5, ref start, HashOf(lower[..Math.Min(1, n)]));
        Put(rows, 6, ref start, HashOf(lower[..Math.Min(2, n)]));
        Put(rows, 7, ref start, HashOf(lower[..Math.Min(3, n)]));
        Put(rows, 8, ref start, Shape(form, first));
        Put(rows, 9, ref start, HashOf(form.AsSpan(0, n)));
    }

    private static void Put(Span<int> rows, int feature, ref int start, uint hash)
    {
        rows[feature] = start + (int)((hash ^ hash >> 15) % (uint)Sizes[feature - 1]);
        start += Sizes[feature - 1];
    }

    private static uint HashOf(ReadOnlySpan<char> chars)
    {
        var hash = Seed;
        foreach (var c in chars) hash = (hash ^ c) * 16777619;
        hash ^= hash >> 16;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Writes the lower case of a word, with curly quotation marks and long dashes made plain and all digits alike.</summary>
    private static int Lower(string form, Span<char> lower)
    {
        var n = Math.Min(form.Length, lower.Length);
        for (var i = 0; i < n; i++)
        {
            lower[i] = form[i] switch
            {
                >= 'a' and <= 'z' => form[i],
                >= '0' and <= '9' => '0',
                '\u2018' or '\u2019' => '\'',
                '\u201C' or '\u201D' => '"',
                '\u2013' or '\u2014' => '-',
                var c => char.ToLowerInvariant(c),
            };
        }

        return n;
    }

    /// <summary>The kinds of characters, each run of one kind counted up to two.</summary>
    private static uint Shape(string form, bool first)
    {
        var hash = first ? 7u : Seed;
        var (last, run) = (' ', 0);
        var n = Math.Min(form.Length, Longest);
        for (var i = 0; i < n; i++)
        {
            var c = form[i];
            var kind = char.IsAsciiLetterLower(c) ? 'x' : char.IsAsciiDigit(c) ? 'd' : char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c < 128 ? c : '*';
            run = kind == last ? run + 1 : 1;
            last = kind;
            if (run <= 2) hash = (hash ^ kind) * 16777619;
        }

        return hash ^ hash >> 16;
    }
}
