using System.Collections.Frozen;

namespace Parley.Dossiers.Codebooks;

/// <summary>What an issue's label is about: its content words, shorn of endings, and its numbers.</summary>
internal sealed class IssueWords
{
    private const double Within = 0.75;
    private const int Beginning = 5;

    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet(
        ["a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "with", "from", "and", "or", "its", "their", "his", "her", "that", "this", "as", "be", "is", "any", "than", "it", "he", "she", "they", "we", "i", "you", "them", "these", "those", "such", "so", "not", "more", "once", "if", "after", "before", "until", "still", "again", "having", "being",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today", "tomorrow", "week", "month"],
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

    /// <summary>
    /// Shared words over all words, 0 to 1; where one label holds all words of the other, two at least, no less than <see cref="Within"/>, for
    /// reports add who, when and why. 0 where the numbers differ, for a cap of 60 is not a cap of 75.
    /// </summary>
    public double Likeness(IssueWords other)
    {
        if (!Numbers.SetEquals(other.Numbers) || Words.Count == 0 || other.Words.Count == 0) return 0;
        var shared = Words.Count(other.Words.Contains);
        var likeness = (double)shared / (Words.Count + other.Words.Count - shared);
        return shared >= 2 && shared == Math.Min(Words.Count, other.Words.Count) ? Math.Max(likeness, Within) : likeness;
    }

    /// <summary>"abolish" and "abolition", "suspend" and "suspension" begin alike; what a word ends in says little of the issue.</summary>
    private static string Stem(string word) => word.Length > Beginning ? word[..Beginning] : word[^1] == 's' && word.Length > 3 ? word[..^1] : word;
}
