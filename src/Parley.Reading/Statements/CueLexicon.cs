using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>The words of <c>cues.txt</c>: which attribute, and how. A word may be of several classes.</summary>
internal sealed class CueLexicon
{
    private static readonly string[] Attitudes = ["think", "want", "feel", "believe", "perceive", "seem"];

    private readonly FrozenDictionary<string, uint> _classes;
    private readonly uint _attitudes;
    private readonly uint _speech;

    private CueLexicon(Dictionary<string, uint> classes, List<string> names)
    {
        _classes = classes.ToFrozenDictionary(StringComparer.Ordinal);
        for (var i = 0; i < names.Count; i++)
        {
            if (Attitudes.Contains(names[i][..^2], StringComparer.Ordinal)) _attitudes |= 1u << i;
            else _speech |= 1u << i;
        }
    }

    public static CueLexicon Load()
    {
        using var stream = typeof(CueLexicon).Assembly.GetManifestResourceStream("cues.txt")!;
        using var reader = new StreamReader(stream);
        var classes = new Dictionary<string, uint>(StringComparer.Ordinal);
        var names = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line is "" or ['#', ..]) continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..colon]; // "say v"
            if (!names.Contains(name)) names.Add(name);
            var bit = 1u << names.IndexOf(name);
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var key = $"{name[^1]} {word}";
                classes[key] = classes.GetValueOrDefault(key) | bit;
            }
        }

        return new(classes, names);
    }

    /// <summary>The classes of a word as bits; 0 where it is in none.</summary>
    public uint ClassesOf(string lemma, Upos upos)
    {
        var kind = upos switch
        {
            Upos.VERB or Upos.AUX => 'v',
            Upos.NOUN or Upos.PROPN => 'n',
            Upos.ADJ => 'a',
            _ => 'x',
        };
        Span<char> key = stackalloc char[32];
        if (lemma.Length + 2 > key.Length) return 0;
        (key[0], key[1]) = (kind, ' ');
        for (var i = 0; i < lemma.Length; i++) key[i + 2] = char.ToLowerInvariant(lemma[i]);
        var lookup = _classes.GetAlternateLookup<ReadOnlySpan<char>>();
        var word = key[..(lemma.Length + 2)];
        var found = lookup.TryGetValue(word, out var classes) ? classes : 0;
        if (kind == 'x') return found;
        key[0] = 'x';
        return lookup.TryGetValue(word, out classes) ? found | classes : found;
    }

    /// <summary>Whether a word wants, feels or believes rather than says.</summary>
    public bool IsAttitude(uint classes) => (classes & _attitudes) != 0 && (classes & _speech) == 0;
}
