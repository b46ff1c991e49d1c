namespace Parley.Reading.Actors;

/// <summary>What sort of body a body is; several where its name may be either.</summary>
[Flags]
internal enum Sector { Unknown = 0, Labour = 1, Business = 2, Employers = 4, Party = 8, Armed = 16, Local = 32, Civil = 64, Public = 128, Sport = 256, State = 512 }

/// <summary>The table <c>sectors.tsv</c>: which bodies "the company", "the union" and "the site manager" may belong to.</summary>
internal static class Sectors
{
    private static readonly Dictionary<string, Sector> s_names = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, Sector> s_nouns = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, Sector> s_offices = new(StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_learned = new(StringComparer.OrdinalIgnoreCase);

    static Sectors()
    {
        foreach (var row in ActorLexicon.Rows("sectors.tsv"))
        {
            if (row[0] is "learned")
            {
                s_learned.UnionWith(row[1].Split(' '));
                continue;
            }

            var sector = Enum.Parse<Sector>(row[0], ignoreCase: true);
            Add(s_names, row[1], sector);
            Add(s_nouns, row[2], sector);
            Add(s_offices, row.Length > 3 ? row[3] : "", sector);
        }
    }

    /// <summary>What the words of a name say, the last ones before the others.</summary>
    public static Sector OfName(ReadOnlySpan<string> parts)
    {
        for (var i = parts.Length - 1; i >= 0; i--)
            if (s_names.TryGetValue(parts[i].Replace('’', '\'').TrimEnd('.'), out var sector)) return Narrowed(sector, parts[..i]);
        return Sector.Unknown;
    }

    /// <summary>What a noun said in short of a body tells: "the airline".</summary>
    public static Sector OfNoun(string noun) => s_nouns.GetValueOrDefault(noun);

    /// <summary>Whether a word is of a body whose people speak as experts: "institute", "think-tank".</summary>
    public static bool IsLearned(string word) => s_learned.Contains(word);

    /// <summary>Whether two bodies cannot be of one sort.</summary>
    public static bool AreApart(Sector a, Sector b) => a is not Sector.Unknown && b is not Sector.Unknown && (a & b) is Sector.Unknown;

    /// <summary>What the words of an office tell of the body: "site manager", "convenor".</summary>
    public static Sector OfOffice(string office)
    {
        var sectors = office.Contains("general secretary", StringComparison.OrdinalIgnoreCase) || office.Contains("national officer", StringComparison.OrdinalIgnoreCase) ? Sector.Labour | Sector.Party : Sector.Unknown;
        foreach (var word in office.Split(' ')) sectors |= s_offices.GetValueOrDefault(word);
        return sectors;
    }

    /// <summary>Of the sorts that a last word allows ("Alliance"), those that a word before it allows too ("Bakers' Alliance").</summary>
    private static Sector Narrowed(Sector sector, ReadOnlySpan<string> before)
    {
        foreach (var part in before)
            if (s_names.TryGetValue(part.Replace('’', '\''), out var other) && (sector & other) is not Sector.Unknown and var both) sector = both;
        return sector;
    }

    private static void Add(Dictionary<string, Sector> table, string cell, Sector sector)
    {
        foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)) table[word] = table.GetValueOrDefault(word) | sector;
    }
}
