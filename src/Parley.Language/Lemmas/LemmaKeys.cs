namespace Parley.Language.Lemmas;

/// <summary>The keys under which <see cref="Lemmatizer"/> finds its rules; shared with the program that trains them.</summary>
public static class LemmaKeys
{
    /// <summary>Longest ending looked at, in chars; beyond it only the whole word counts.</summary>
    public const int LongestEnding = 7;

    /// <summary>A key for the last chars of a lower-case word under a tag. Whole words have keys apart from endings.</summary>
    public static uint Ending(ReadOnlySpan<char> ending, string tag, bool whole)
    {
        var hash = Hash(tag, whole ? 2166136261u ^ 0x5bd1e995u : 2166136261u);
        return Hash(ending, hash * 16777619u ^ 0xFFu);
    }

    /// <summary>A key for a lower-case word whatever its tag.</summary>
    public static uint Word(ReadOnlySpan<char> lower) => Hash(lower, 0x9747b28cu);

    /// <summary>The tag that rules are kept under: the Penn tag, apart for auxiliaries; the universal tag where there is none.</summary>
    public static string Tag(Upos upos, string xpos) =>
        string.IsNullOrEmpty(xpos) ? upos switch
        {
            Upos.NOUN => "NN", Upos.VERB => "VB", Upos.ADJ => "JJ", Upos.ADV => "RB", Upos.PRON => "PRP", Upos.DET => "DT", Upos.PROPN => "NNP", _ => "",
        }
        : upos == Upos.AUX ? xpos switch { "VBZ" => "AUXZ", "VBD" => "AUXD", "VBP" => "AUXP", "MD" => "MD", _ => xpos }
        : xpos;

    private static uint Hash(ReadOnlySpan<char> text, uint hash)
    {
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6du;
        return hash ^ (hash >> 12);
    }
}
