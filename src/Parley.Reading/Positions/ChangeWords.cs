using System.Collections.Immutable;

namespace Parley.Reading.Positions;

/// <summary>What a word says of the thing it governs.</summary>
internal enum Change { None, Passes, Turns, Scraps, Halts, Leaves, Keeps, Stays, Ends, Expires, Lessens }

/// <summary>The words of <c>Data/changes.tsv</c>, by lemma.</summary>
internal sealed class ChangeWords
{
    private readonly Dictionary<string, ImmutableArray<(Change Change, string? Particle)>> _verbs;
    private readonly Dictionary<string, ImmutableArray<(Change Change, string? Particle)>> _nouns;

    private ChangeWords() => (_verbs, _nouns) = (Of("verb"), Of("noun"));

    /// <summary>The words built into this assembly.</summary>
    public static ChangeWords Load() => new();

    /// <summary>What a verb with the word after it can say, in the order of the file.</summary>
    public IEnumerable<Change> OfVerb(string lemma, string particle) => Fitting(_verbs, lemma, particle).Where(c => c is not Change.Leaves || !LeadsOn(particle));

    public IEnumerable<Change> OfNoun(string lemma) => Fitting(_nouns, lemma, "");

    /// <summary>"The turbines must not go up", "the sale can go ahead": what goes so does not leave.</summary>
    private static bool LeadsOn(string particle) => particle is "up" or "ahead" or "to" or "down" or "through" or "in" or "into" or "back" or "forward" or "further" or "on" or "over" or "under" or "out" or "beyond" or "by" or "with" or "hand" or "home" or "live" or "public" or "there" or "free";

    private static IEnumerable<Change> Fitting(Dictionary<string, ImmutableArray<(Change Change, string? Particle)>> words, string lemma, string particle) =>
        words.TryGetValue(lemma, out var found) ? found.Where(f => f.Particle is null || f.Particle == particle).Select(f => f.Change) : [];

    private static Dictionary<string, ImmutableArray<(Change Change, string? Particle)>> Of(string partOfSpeech) =>
        LexiconFile.Rows("changes.tsv").Where(r => r[1] == partOfSpeech)
            .SelectMany(r => r[2].Split(';', StringSplitOptions.TrimEntries).Select(w => (Words: w.Split(' '), Change: Enum.Parse<Change>(r[0], ignoreCase: true))))
            .GroupBy(x => x.Words[0], x => (x.Change, x.Words.ElementAtOrDefault(1)))
            .ToDictionary(g => g.Key, g => g.ToImmutableArray());
}
