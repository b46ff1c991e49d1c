using System.Collections.Frozen;

namespace Parley.Dossiers.Codebooks;

/// <summary>What an issue's label is about: its content words, shorn of endings, and its numbers.</summary>
internal sealed class IssueWords
{
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "with", "from", "and", "or", "its", "their", "his", "her", "that", "this", "as", "be", "is", "any", "than", "it", "he", "she", "they", "we", "i", "you", "them", "these", "those", "such", "so", "not", "more"],
        StringComparer.Ordinal);

    private IssueWords(HashSet<string> words, HashSet<string> numbers) => (Words, Numbers) = (words, numbers);

    public HashSet<string> Words { get; }

    public HashSet<string> Numbers { get; }

    public static IssueWords Of(string label)
    {
        var (words, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var word in label.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '-', '’', '\'', '"', '“', '”', '(', ')', '/', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (char.IsAsciiDigit(word[0]) || word[0] is '$' or '€' or '£') numbers.Add(word.Trim('$', '€', '£', '%'));
            else if (word.Length > 1 && !Empty.Contains(word)) words.Add(Stem(word));
        }

        return new(words, numbers);
    }

    /// <summary>Shared words over all words, 0 to 1; 0 where the numbers differ, for a cap of 60 is not a cap of 75.</summary>
    public double Likeness(IssueWords other)
    {
        if (!Numbers.SetEquals(other.Numbers) || Words.Count == 0 || other.Words.Count == 0) return 0;
        var shared = Words.Count(other.Words.Contains);
        return (double)shared / (Words.Count + other.Words.Count - shared);
    }

    private static string Stem(string word) =>
        word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
        : word.Length > 4 && word.EndsWith("es", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
        : word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1]
        : word.Length > 4 && word[^1] == 'e' ? word[..^1]
        : word;
}
