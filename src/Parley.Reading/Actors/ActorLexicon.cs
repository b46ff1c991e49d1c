using System.Collections.Immutable;
using System.Reflection;

namespace Parley.Reading.Actors;

/// <summary>For whom a person named by a noun speaks.</summary>
internal enum RoleClass { None, State, Agent, Head, Broker, Member }

/// <summary>What a collective noun stands for.</summary>
internal enum BodyClass { Government, Organ, Office, Body, People, Staff }

internal enum Gender { Unknown, Male, Female }

[Flags]
internal enum WordClass
{
    None = 0, Stop = 1, Month = 2, Weekday = 4, Particle = 8, OrgWord = 16, PlaceWord = 32, PlaceStart = 64, Portfolio = 128, Outlet = 256,
    Honorific = 512, Rank = 1024, GivenName = 2048,
}

internal sealed record Role(string Noun, bool Plural, RoleClass Class, Gender Gender);

internal sealed record Body(string Noun, BodyClass Class, ImmutableArray<string> NameWords);

/// <summary>What is known of a word, whatever its case.</summary>
internal sealed record WordFacts(WordClass Classes, Role? Role, Body? Body, Gender Gender)
{
    public static WordFacts Nothing { get; } = new(WordClass.None, null, null, Gender.Unknown);

    public bool Is(WordClass classes) => (Classes & classes) != 0;
}

/// <param name="Within">The state it is a part of, for lands with a government of their own.</param>
internal sealed record Country(string Code, string Name, string? Within = null);

internal sealed record Organization(string Name, ImmutableArray<string> ShortNouns, string? SpeaksFor, ImmutableArray<string> Members = default);

/// <summary>The tables under Data: states, organisations, offices, collective nouns, titles, given names. Immutable.</summary>
internal sealed class ActorLexicon
{
    private readonly Dictionary<string, WordFacts> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _ranks = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Role> _phrases = new(StringComparer.OrdinalIgnoreCase);

    private ActorLexicon()
    {
        foreach (var row in Rows("words.tsv"))
            foreach (var word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(word, Enum.Parse<WordClass>(row[0], ignoreCase: true));
        foreach (var row in Rows("given-names.tsv"))
            foreach (var name in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(name, WordClass.GivenName, gender: GenderOf(row[0]));
        foreach (var row in Rows("titles.tsv"))
        {
            Add(row[0], row[2] == "rank" ? WordClass.Rank : WordClass.Honorific, gender: GenderOf(row[1]));
            if (row.Length > 3) _ranks[row[0]] = row[3];
        }

        foreach (var row in Rows("roles.tsv")) AddRole(row);
        foreach (var row in Rows("bodies.tsv"))
        {
            var body = new Body(row[0], Enum.Parse<BodyClass>(row[1], ignoreCase: true), [.. Cells(row[2])]);
            Add(row[0], WordClass.None, body: body);
        }
    }

    public static ActorLexicon Load() => new();

    /// <summary>What is known of a word.</summary>
    /// <remarks>"Co-leader" and "ex-minister" are known by their second part.</remarks>
    public WordFacts Find(string word)
    {
        if (_words.TryGetValue(word, out var facts)) return facts;
        var hyphen = word.LastIndexOf('-');
        if (hyphen <= 0 || !_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word.AsSpan(hyphen + 1), out var part)) return WordFacts.Nothing;
        return part.Role is null ? WordFacts.Nothing : part with { Classes = WordClass.None };
    }

    /// <summary>A role of several words ("secretary of state"), or null.</summary>
    public Role? FindPhrase(string phrase) => _phrases.GetValueOrDefault(phrase);

    /// <summary>The role of a rank written short: "general" of "Gen".</summary>
    /// <remarks>Officers may be of any army: what else is said tells whose.</remarks>
    public Role? RankOf(string title) => !_ranks.TryGetValue(title, out var noun) || Find(noun).Role is not { } role ? null : role.Class is RoleClass.State ? role with { Class = RoleClass.None } : role;

    /// <summary>The rows of a table under Data, comments left out.</summary>
    public static IEnumerable<string[]> Rows(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Actors.{table}")
            ?? throw new InvalidOperationException($"the table {table} is not in the assembly");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    public static string[] Cells(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private void AddRole(string[] row)
    {
        var kind = Enum.Parse<RoleClass>(row[2], ignoreCase: true);
        foreach (var (noun, plural) in new[] { (row[0], false), (row[1], true) })
        {
            var role = new Role(row[0], plural, kind, GenderOf(row[3]));
            if (noun.Contains(' ', StringComparison.Ordinal)) _phrases.TryAdd(noun, role);
            else Add(noun, WordClass.None, role: role);
        }
    }

    private void Add(string word, WordClass classes, Role? role = null, Body? body = null, Gender gender = Gender.Unknown)
    {
        var known = _words.GetValueOrDefault(word, WordFacts.Nothing); // not by its second part: a secretary-general is no general
        _words[word] = new(known.Classes | classes, known.Role ?? role, known.Body ?? body, known.Gender == Gender.Unknown ? gender : known.Gender);
    }

    private static Gender GenderOf(string letter) => letter switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown };
}
