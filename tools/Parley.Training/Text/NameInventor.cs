using Parley.Language.Names;

namespace Parley.Training.Text;

/// <summary>Fills patterns with made-up and real names, so that the tagger learns from context and shape rather than by heart.</summary>
internal sealed class NameInventor(IReadOnlyDictionary<string, string[]> lists, Random random)
{
    private static readonly string[] Onsets = ["b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "kr", "l", "m", "n", "p", "r", "s", "sh", "st", "t", "th", "tr", "v", "w", "y", "z", "ž", "š", "ç", "ñ", "", "", ""];
    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "u", "aa", "ai", "ei", "ou", "ö", "é", "á", "ı", "ø", "ã", "ia", "ie"];
    private static readonly string[] Codas = ["", "", "", "n", "r", "l", "s", "m", "k", "t", "nd", "rt", "ng", "sk", "z"];
    private static readonly string[] SurnameEnds = ["", "", "", "", "ov", "ova", "ić", "son", "sen", "ez", "ini", "escu", "oğlu", "yan", "dze", "wicz", "ska", "berg", "mann", "man", "ton", "ley", "ford", "well", "er", "a", "o", "i", "wa", "sha", "ani", "eh"];
    private static readonly string[] PlaceEnds = ["", "", "", "ia", "land", "stan", "ovia", "ania", "ora", "burg", "grad", "ville", "ton", "port", "a", "i", "o", "var", "esh", "un", "mouth", "by", "field", "ique"];
    private static readonly string[] DemonymEnds = ["ian", "ian", "ese", "ish", "i", "an", "ic", "er"];
    private static readonly string[] Topics = ["Water", "Fisheries", "Trade", "Labour", "Energy", "Health", "Education", "Transport", "Agriculture", "Defence", "Foreign Affairs", "Interior", "Finance", "Justice", "Environment", "Housing", "Mining", "Ports", "Electricity", "Culture", "Industry", "Refugees", "Human Rights", "Nuclear Safety", "Food Safety", "Postal", "Railway", "Grain", "Milk", "Cocoa", "Film", "Farm"];
    private static readonly string[] Adjectives = ["National", "United", "Free", "People's", "Democratic", "International", "Federal", "Central", "General", "Royal", "Joint", "Independent", "Progressive", "Popular", "Supreme", "High", "Regional", "European", "African", "Northern", "Southern", "Green", "Social", "Christian", "New", "First"];
    private static readonly string[] Heads = ["Party", "Union", "Council", "Commission", "Committee", "Front", "Alliance", "Movement", "Authority", "Agency", "Association", "Federation", "Assembly", "Congress", "Bank", "Fund", "Institute", "Coalition", "League", "Court", "Board", "Army", "Guild", "Company", "Group", "Network", "Secretariat", "Forum", "Organisation", "Organization", "Office", "Department", "Foundation", "Corporation", "Confederation", "Bureau"];
    private static readonly string[] People = ["Workers", "Teachers", "Dockers", "Farmers", "Fishermen", "Nurses", "Writers", "Actors", "Pilots", "Miners", "Employers", "Growers", "Exporters", "Producers", "Shipowners", "Drivers", "Students", "Women", "Veterans", "Journalists"];
    private static readonly string[] Events = ["Treaty", "Agreement", "Accord", "Accords", "Pact", "Protocol", "Convention", "Charter", "Declaration", "Summit", "Conference", "Memorandum", "Framework", "Act", "Constitution"];
    private static readonly string[] Titles = ["Minister", "Foreign Minister", "Prime Minister", "President", "Ambassador", "Senator", "General", "Chancellor", "Governor", "Commissioner", "Secretary", "Deputy Minister", "Vice President", "Secretary-General", "Trade Minister", "Justice Minister", "Chairman", "Speaker", "Mayor", "Colonel", "Director", "minister", "president", "envoy", "chairwoman", "secretary general", "spokesman", "spokeswoman", "mediator", "negotiator"];

    /// <summary>A sentence made of a pattern.</summary>
    public LabelledSentence Fill(string pattern)
    {
        var forms = new List<string>();
        var labels = new List<int>();
        foreach (var word in pattern.Split(' '))
        {
            var open = word.IndexOf('{', StringComparison.Ordinal);
            if (open < 0)
            {
                Add(forms, labels, word, null);
                continue;
            }

            if (open > 0) Add(forms, labels, word[..open], null);
            Add(forms, labels, Slot(word[open + 1]), Kind(word[open + 1]));
            var rest = word[(open + 3)..];
            if (rest == "s") forms[^1] += "s";
            else if (rest.Length > 0) Add(forms, labels, rest, null);
        }

        return new([.. forms], [.. labels]);
    }

    public string Person() => random.Next(8) switch
    {
        0 => $"{Given()} {Initial()} {Surname()}",
        1 => $"{Given()} {Pick("de", "van", "von", "bin", "al", "el", "da", "van der", "ben", "de la", "dos")} {Surname()}",
        2 => $"{Given()} {Surname()} - {Surname()}",
        3 => $"{Surname()} {Given()}",
        _ => $"{Given()} {Surname()}",
    };

    public string Surname() => random.Next(4) switch
    {
        0 => Capital(Syllable() + Pick(SurnameEnds)),
        1 => Pick(lists["given"]),
        2 => Pick("O'", "Mc", "Mac", "al-", "Al-", "D'", "El-").Replace("-", " - ", StringComparison.Ordinal) + Capital(Syllable() + Syllable()),
        _ => Capital(Syllable() + Syllable() + Pick(SurnameEnds)),
    };

    public string Place() => random.Next(6) switch
    {
        0 or 1 => Pick(lists["place"]),
        2 => $"{Pick("New", "North", "South", "East", "West", "Upper", "San", "Port", "Saint", "Cape", "Greater")} {Capital(Syllable() + Pick(PlaceEnds))}",
        _ => Capital(Syllable() + Syllable() + Pick(PlaceEnds)),
    };

    private string Demonym() => random.Next(2) == 0 ? Pick(lists["demonym"]) : Capital(Syllable() + Syllable() + Pick(DemonymEnds));

    private string Organization() => random.Next(14) switch
    {
        0 => $"Ministry of {Pick(Topics)}",
        1 => $"{Place()} {Pick(Heads)}",
        2 => $"{Pick(Adjectives)} {Pick(Heads)}",
        3 => $"{Pick(Adjectives)} {Pick(Topics)} {Pick(Heads)}",
        4 => $"{Pick(People)} ' {Pick("Union", "Association", "Federation", "Guild", "Congress")}",
        5 => $"{Demonym()} {Pick(Topics)} {Pick("Ministry", "Authority", "Board", "Agency")}",
        6 => $"{Place()} {Pick("Liberation", "Salvation", "Resistance", "Renewal", "Unity")} {Pick("Front", "Army", "Movement", "Party")}",
        7 => $"{Pick("Foreign", "Interior", "Finance", "Trade", "Defence", "Water")} Ministry",
        8 => $"{Pick(Heads)} of {Pick(People)}",
        9 => $"{Pick("University", "Bank", "Port", "Council", "Government")} of {Place()}",
        10 => $"{Surname()} {Pick("Group", "Holdings", "Shipping", "Energy", "Mining", "Industries", "Motors")}",
        11 => $"{Place()} {Pick("Times", "Post", "Herald", "News", "Radio", "Gazette")}",
        12 => Pick(lists["organization"]),
        _ => $"{Place()} {Pick(People)} ' {Pick("Union", "Association", "Council")}",
    };

    private string Acronym()
    {
        var length = random.Next(2, 6);
        return string.Concat(Enumerable.Range(0, length).Select(_ => (char)('A' + random.Next(26))));
    }

    private string Event() => random.Next(4) switch
    {
        0 => $"{Place()} {Pick(Events)}",
        1 => $"{Pick(Events)} of {Place()}",
        2 => $"{Pick(Topics)} {Pick(Events)}",
        _ => $"{Pick(Adjectives)} {Pick(Topics)} {Pick(Events)}",
    };

    private string Slot(char slot) => slot switch
    {
        'P' => Person(), 'S' => Surname(), 'T' => Pick(Titles), 'C' => Place(), 'D' => Demonym(), 'O' => Organization(), 'A' => Acronym(), _ => Event(),
    };

    private static NameKind? Kind(char slot) => slot switch
    {
        'P' or 'S' => NameKind.Person, 'C' => NameKind.Place, 'O' or 'A' => NameKind.Organization, 'T' => null, _ => NameKind.Other,
    };

    private static void Add(List<string> forms, List<int> labels, string words, NameKind? kind)
    {
        var first = true;
        foreach (var word in words.Split(' '))
        {
            forms.Add(word);
            labels.Add(kind is { } known ? first ? NameLabels.Begin(known) : NameLabels.Inside(known) : NameLabels.Outside);
            first = false;
        }
    }

    private string Given() => random.Next(4) == 0 ? Capital(Syllable() + Syllable()) : Pick(lists["given"]);

    private string Initial() => $"{(char)('A' + random.Next(26))}.";

    private string Syllable() => Pick(Onsets) + Pick(Vowels) + Pick(Codas);

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private static string Capital(string word) => word.Length == 0 ? "Ora" : char.ToUpperInvariant(word[0]) + word[1..];
}
