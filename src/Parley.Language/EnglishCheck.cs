using System.Collections.Frozen;

namespace Parley.Language;

/// <summary>Tells English text from text in other languages by its commonest words.</summary>
public static class EnglishCheck
{
    private const int WordsLookedAt = 2000;
    private const int FewWords = 12;
    private const double LeastShare = 0.12; // in English prose about 40 % of the words are among these, in other Latin-script prose under 6 %

    private static readonly FrozenSet<string> Common = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "the", "of", "and", "to", "that", "was", "for", "is", "with", "as", "on", "by", "at", "from", "it", "its", "be", "been", "has", "have",
        "had", "were", "are", "this", "which", "not", "but", "they", "their", "would", "will", "said", "who", "his", "her", "he", "she", "we",
        "our", "you", "there", "if", "or", "what", "when", "than", "after", "before", "about", "could", "should", "an", "no", "one", "into", "over");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Common.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text is likely English. A text of a few words is taken for English unless it is written in another script.</summary>
    public static bool IsEnglish(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (words, common, latin) = (0, 0, 0);
        var chars = text.Chars.AsSpan();
        for (var i = 0; i < chars.Length && words < WordsLookedAt; i++)
        {
            if (!char.IsLetter(chars[i])) continue;
            var start = i;
            while (i < chars.Length && char.IsLetter(chars[i])) i++;
            var word = chars[start..i];
            words++;
            if (word[0] < '\u0250') latin++;
            if (word.Length < 8 && Lookup.Contains(word)) common++;
        }

        if (words == 0) return true;
        return latin >= words * 0.6 && (words < FewWords || common >= words * LeastShare);
    }
}
