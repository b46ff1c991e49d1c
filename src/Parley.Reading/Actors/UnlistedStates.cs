namespace Parley.Reading.Actors;

/// <summary>States and lands that no table lists, known by an adjective made from their name: "Karvenia" by "Karvenian".</summary>
internal static class UnlistedStates
{
    private const int ShortestStem = 4;
    private static readonly string[] s_endings = ["ian", "an", "n", "ese", "ish", "i"];
    private static readonly string[] s_nameEndings = ["ia", "a", "o", "e", "y", ""]; // the fuller name first: "Velmara", where "Velmar" is part of its capital's
    private static readonly HashSet<string> s_continents = new(StringComparer.Ordinal) { "Asia", "Africa", "Europe", "Arabia", "Victoria", "Christ", "Scandinavia", "Eurasia", "Australasia", "Oceania", "Antarctica", "Caribbean", "Luther", "Persia", "Arctic", "Atlantic", "Pacific", "Republic", "Catholic", "Olympic" };

    /// <summary>Name and adjective of every such land. Linear in the number of words.</summary>
    public static Dictionary<string, GazetteerEntry> In(Words words, Gazetteer gazetteer)
    {
        var capitals = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
            if (words[i].Text.Length >= ShortestStem && char.IsUpper(words[i].Text[0]) && char.IsLower(words[i].Text[1]) && words[i].Known.Classes == WordClass.None && words[i].Known.Role is null) capitals.Add(words[i].Text);
        var found = new Dictionary<string, GazetteerEntry>(StringComparer.Ordinal);
        foreach (var adjective in capitals)
        {
            foreach (var ending in s_endings)
            {
                if (!adjective.EndsWith(ending, StringComparison.Ordinal) || adjective.Length - ending.Length < ShortestStem) continue;
                var stem = adjective[..^ending.Length];
                foreach (var nameEnding in s_nameEndings)
                {
                    var name = stem + nameEnding;
                    if (name.Length == ShortestStem && ending is not ("ish" or "ian" or "ese")) continue;
                    if (name == adjective || !capitals.Contains(name) || s_continents.Contains(name) || gazetteer.Match(name, 0, out _) is not null || gazetteer.Match(adjective, 0, out _) is not null) continue;
                    var land = new Country("", name);
                    found[name] = new(name, NameUse.Name, land, null);
                    found.TryAdd(adjective, new(adjective, NameUse.Demonym, land, null));
                    if (capitals.Contains(adjective + "s")) found.TryAdd(adjective + "s", new(adjective + "s", NameUse.Demonym, land, null));
                    break;
                }
            }
        }

        return found;
    }
}
