namespace Parley.Reading.Actors;

/// <summary>Which nouns may be said of one person: "the union chief" of its president, "the diplomat" of an envoy.</summary>
internal static class Offices
{
    private static readonly HashSet<string>[] s_alike =
    [
        new(StringComparer.Ordinal) { "chief", "head", "leader", "boss", "president", "chair", "chairman", "chairwoman", "chairperson", "director", "chief executive", "ceo", "secretary-general", "general secretary", "director-general", "supremo" },
        new(StringComparer.Ordinal) { "leader", "premier", "prime minister", "chancellor", "head of government" },
        new(StringComparer.Ordinal) { "diplomat", "envoy", "ambassador", "emissary", "high commissioner", "representative", "permanent representative", "plenipotentiary", "attaché" },
        new(StringComparer.Ordinal) { "negotiator", "delegate", "envoy", "delegation head", "representative" },
        new(StringComparer.Ordinal) { "spokesman", "spokesperson", "press officer", "press secretary" },
        new(StringComparer.Ordinal) { "spokeswoman", "spokesperson", "press officer", "press secretary" },
        new(StringComparer.Ordinal) { "minister", "secretary", "secretary of state", "foreign secretary", "state secretary", "politician" },
        new(StringComparer.Ordinal) { "lawmaker", "senator", "legislator", "mp", "congressman", "congresswoman", "deputy", "parliamentarian", "politician" },
        new(StringComparer.Ordinal) { "mediator", "facilitator", "go-between", "intermediary", "arbitrator", "peacemaker" },
        new(StringComparer.Ordinal) { "lawyer", "attorney", "counsel", "solicitor" },
        new(StringComparer.Ordinal) { "general", "commander", "officer", "colonel", "admiral" },
    ];

    /// <summary>Nouns that say so little that they are used of anybody quoted before.</summary>
    private static readonly HashSet<string> s_hypernyms = new(StringComparer.Ordinal) { "diplomat", "official", "politician", "man", "woman", "lawyer", "envoy", "negotiator", "veteran", "officer", "person" };

    public static bool AreAlike(string a, string b) => Array.Exists(s_alike, set => set.Contains(a) && set.Contains(b));

    public static bool IsHypernym(string noun) => s_hypernyms.Contains(noun);
}
