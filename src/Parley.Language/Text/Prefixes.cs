using System.Collections.Frozen;

namespace Parley.Language.Text;

/// <summary>Prefixes that stay joined to their word by a hyphen ("non-proliferation"); other hyphens are tokens.</summary>
internal static class Prefixes
{
    private static readonly FrozenSet<string> Bound = FrozenSet.ToFrozenSet(
    [
        "anti", "bi", "co", "counter", "cross", "e", "ex", "extra", "inter", "intra", "mega", "meta", "micro", "mid", "mini", "mono", "multi",
        "neo", "non", "over", "pan", "poly", "post", "pre", "pro", "proto", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "tri", "ultra", "un", "under", "vice",
    ], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Bound.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Bind(string chars, int start, int hyphen, int limit) =>
        hyphen - start is >= 1 and <= 7 && hyphen + 1 < limit && char.IsLetter(chars[hyphen + 1]) && Lookup.Contains(chars.AsSpan(start, hyphen - start));
}
