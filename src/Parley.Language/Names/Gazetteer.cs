using System.Collections.Frozen;

namespace Parley.Language.Names;

/// <summary>What a word alone says about the name it may be part of.</summary>
[Flags]
internal enum NameClues { None = 0, Given = 1, Title = 2, Place = 4, Demonym = 8, Party = 16, Body = 32, Organization = 64, Land = 128, Other = 256, Particle = 512, Calendar = 1024, Common = 2048, Pair = 4096 }

/// <summary>Lists of words that speak for a kind of name.</summary>
internal sealed class Gazetteer
{
    private readonly FrozenDictionary<string, NameClues>.AlternateLookup<ReadOnlySpan<char>> _clues;

    private Gazetteer(Dictionary<string, NameClues> clues) =>
        _clues = clues.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static Gazetteer Load()
    {
        using var stream = typeof(Gazetteer).Assembly.GetManifestResourceStream("gazetteer.txt")
            ?? throw new InvalidOperationException("The list gazetteer.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        var clues = new Dictionary<string, NameClues>(StringComparer.OrdinalIgnoreCase);
        var clue = NameClues.None;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') clue = Enum.Parse<NameClues>(line.AsSpan(1, line.Length - 2), ignoreCase: true);
            else
                foreach (var word in line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    clues[word] = clues.GetValueOrDefault(word) | clue;
        }

        return new(clues);
    }

    /// <summary>What a word says.</summary>
    public NameClues Of(ReadOnlySpan<char> word) => _clues.TryGetValue(word, out var clues) ? clues : NameClues.None;

    /// <summary>What two words in a row say: "United" + "States".</summary>
    public NameClues Of(string first, string second)
    {
        Span<char> both = stackalloc char[32];
        if (first.Length + second.Length + 1 > both.Length) return NameClues.None;
        first.CopyTo(both);
        both[first.Length] = ' ';
        second.CopyTo(both[(first.Length + 1)..]);
        return Of(both[..(first.Length + second.Length + 1)]);
    }
}
