namespace Parley.Reading.Positions;

/// <summary>The regular forms of English verbs.</summary>
internal static class VerbForms
{
    /// <summary>"close" gives "closing", "cut" gives "cutting", "lie" gives "lying".</summary>
    public static string Gerund(string verb)
    {
        if (verb.EndsWith("ie", StringComparison.Ordinal)) return verb[..^2] + "ying";
        if (verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && verb.Length > 2) return verb[..^1] + "ing";
        return Stem(verb) + "ing";
    }

    /// <summary>The regular past: "floated", "denied", "balked", "rebutted".</summary>
    public static string Past(string verb) =>
        verb.EndsWith('e') ? verb + "d" : EndsInConsonantY(verb) ? verb[..^1] + "ied" : Stem(verb) + "ed";

    /// <summary>The third person of the present: "refuses", "denies", "pushes".</summary>
    public static string Third(string verb)
    {
        if (EndsInConsonantY(verb)) return verb[..^1] + "ies";
        return verb[^1] is 's' or 'x' or 'z' or 'o' || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith("sh", StringComparison.Ordinal) ? verb + "es" : verb + "s";
    }

    /// <summary>The last consonant is doubled after a single stressed vowel: cut, rebut, admit.</summary>
    private static string Stem(string verb) =>
        verb.Length is >= 3 and <= 5 && verb.Count(IsVowel) == 1 && IsVowel(verb[^2]) && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y')
        || verb is "admit" or "begin" or "permit" or "commit" or "refer" or "rebut" or "concur" or "compel" or "expel" or "propel" or "regret" or "forget" or "submit" or "quit" ? verb + verb[^1] : verb;

    private static bool EndsInConsonantY(string verb) => verb.Length > 2 && verb[^1] == 'y' && !IsVowel(verb[^2]);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
