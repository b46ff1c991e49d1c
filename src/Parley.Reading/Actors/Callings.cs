namespace Parley.Reading.Actors;

/// <summary>Callings that no table lists, known by how they end (<c>Data/callings.tsv</c>): "grower", "economist", "sportswoman".</summary>
internal static class Callings
{
    private static readonly ILookup<string, string> s_endings = ActorLexicon.Rows("callings.tsv")
        .SelectMany(row => ActorLexicon.Cells(row[1]).Select(ending => (Kind: row[0], Ending: ending))).ToLookup(e => e.Kind, e => e.Ending, StringComparer.Ordinal);

    /// <summary>Whether a noun says by its form what somebody does.</summary>
    public static bool Names(string noun) => Ends(noun, "calling") && !Ends(noun, "thing");

    private static bool Ends(string noun, string kind)
    {
        foreach (var ending in s_endings[kind])
            if (noun.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }
}
