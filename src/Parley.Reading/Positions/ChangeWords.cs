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

    /// <summary>What a verb with the word after it can say, in the order of the file; a row with that word goes before one of the verb alone.</summary>
    public IEnumerable<Change> OfVerb(string lemma, string particle) => Fitting(_verbs, lemma, particle);

    public IEnumerable<Change> OfNoun(string lemma) => Fitting(_nouns, lemma, "");

    private static IEnumerable<Change> Fitting(Dictionary<string, ImmutableArray<(Change Change, string? Particle)>> words, string lemma, string particle) =>
        !words.TryGetValue(lemma, out var found) ? []
        : found.Where(f => f.Change is not Change.None && f.Particle == (found.Any(own => own.Particle == particle) ? particle : null)).Select(f => f.Change);

    private static Dictionary<string, ImmutableArray<(Change Change, string? Particle)>> Of(string partOfSpeech) =>
        LexiconFile.Rows("changes.tsv").Where(r => r[1] == partOfSpeech)
            .SelectMany(r => r[2].Split(';', StringSplitOptions.TrimEntries).Select(w => (Words: w.Split(' '), Change: Enum.Parse<Change>(r[0], ignoreCase: true))))
            .GroupBy(x => x.Words[0], x => (x.Change, x.Words.ElementAtOrDefault(1)))
            .ToDictionary(g => g.Key, g => g.ToImmutableArray());
}
