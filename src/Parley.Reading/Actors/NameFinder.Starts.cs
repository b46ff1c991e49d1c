using Parley.Language;
using Parley.Language.Names;

namespace Parley.Reading.Actors;

/// <content>Whether the first word of a sentence, which has a capital anyway, is a name.</content>
internal sealed partial class NameFinder
{
    /// <summary>The capital that the report was written in, where its dateline says so.</summary>
    public (GazetteerEntry Entry, Span Span)? Dateline { get; private set; }

    private void NoteDateline(int first, int dash)
    {
        var end = first + 1;
        while (end < dash && words.IsShouted(end)) end++;
        var place = Cased(words.Slice(first, end));
        if (Dateline is null && gazetteer.Match(place, 0, out var matched) is { Use: NameUse.Capital, Country: not null } capital && matched == place.Length) Dateline = (capital, words.SpanOf(first, end));
    }

    /// <summary>Whether the capital of the first word of a sentence is that of a name.</summary>
    private bool IsNameAtStart(int i, int end)
    {
        var word = words[i];
        if (word.Known.Is(WordClass.Stop | WordClass.Weekday | WordClass.Month) && !word.Known.Is(WordClass.Honorific)) return false;
        if (word.Known.Is(WordClass.GivenName | WordClass.Honorific | WordClass.Rank)) return end > i + 1 || word.Known.Is(WordClass.GivenName) && _capitals.Contains(word.Text);
        if (IsFirstName(i)) return true;
        if (end == i + 1 && (word.Known.Role is not null || word.Known.Body is not null)) return false;
        if (end == i + 2 && words[i + 1].Text is "+" || word.Text.Length > 2 && word.Text[^1] is '+') return true;
        if (end == i + 1 && _surnames.Contains(word.Text) && end < words.Count && (words[end].Upos is Upos.VERB or Upos.AUX or Upos.ADV || words[end].IsGenitive || words[end].IsComma)) return true;
        if (end == i + 1 && end < words.Count && words[end].Known.Role is not null && _capitals.Contains(word.Text + "s")) return true; // "Green leader" beside "the Greens"
        if (end == i + 1 && OpensOffice(i)) return IsAcronym(word.Text) || _capitals.Contains(word.Text) && !_lowercase.Contains(word.Text) || words.NameAt(i) is { Confidence: > 0.6, Kind: NameKind.Organization or NameKind.Person };
        if (words.NameAt(i) is { Confidence: > 0.4 } name && (word.Upos is Upos.PROPN or Upos.X || name.Confidence > 0.8)) return true;
        if (end > i + 1 && words[i + 1].Capital && words[end - 1].Known.Role is null && words.Document.Tokens[word.Token].Xpos is "VBN" or "VBD") return true; // "Federated Dairies"
        if (end > i + 1 && words[i + 1].Capital && (word.Upos is Upos.ADJ or Upos.NOUN || word.Upos is Upos.VERB && words.Document.Tokens[word.Token].Xpos is "VB" or "VBP")) return true;
        return !_lowercase.Contains(word.Text) && (word.Upos is Upos.PROPN or Upos.X || end == i + 1 && IsNoCommonWord(i, end));
    }

    /// <summary>"Fjordlink, which …", "Nordwave rejects …": what opens a sentence without an article before a finite verb, and is no word a report uses so, is a name that taggers do not know.</summary>
    private bool IsNoCommonWord(int i, int end)
    {
        if (end + 1 >= words.Count || words[end].Sentence != words[i].Sentence) return false;
        var finite = words[end].Upos is Upos.VERB or Upos.AUX && Xpos(end) is "VBD" or "VBZ" or "MD";
        return Xpos(i) switch
        {
            "VB" or "VBP" => words[end].IsGenitive || finite || words[end].IsComma && words[end + 1].Text is "which" or "who" or "whose", // reports give no orders
            "JJ" => finite && words[i].Known == WordFacts.Nothing,
            "NN" => finite && words[i].Known == WordFacts.Nothing && !IsMassNoun(words[i].Text) && (_capitals.Contains(words[i].Text) || words.Document.Tokens[words[end].Token].Lemma is "say" or "reject" or "refuse" or "insist" or "deny" or "accuse" or "offer" or "demand" or "want" or "argue" or "accept" or "propose" or "threaten"),
            _ => false,
        };
    }

    /// <summary>"Inflation", "Fighting", "Employment": nouns that do without an article.</summary>
    private static bool IsMassNoun(string word)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["ion", "ment", "ness", "ity", "ing", "ance", "ence", "ism", "ship", "age", "ure", "cy", "ry", "ice", "th"])
            if (word.EndsWith(suffix, StringComparison.Ordinal)) return true;
        return false;
    }

    private string Xpos(int word) => words.Document.Tokens[words[word].Token].Xpos;

    /// <summary>"Shadow transport secretary …": an adjective that opens a sentence and an office.</summary>
    private bool OpensOffice(int i)
    {
        for (var k = i + 1; k < Math.Min(i + 5, words.Count) && char.IsLower(words[k].Text[0]) && !words[k].Known.Is(WordClass.Stop); k++)
            if (words[k].Known.Role is { Plural: false }) return k + 1 < words.Count && words[k + 1].Capital;
        return false;
    }
}
