namespace Parley.Reading.Actors;

/// <content>Offices and names that look like each other.</content>
internal sealed partial class NameFinder
{
    /// <summary>Where the office begins, and its last word, in a run that names a body, its office and who holds it ("Bank of Velmora | Governor | Dan Orlin").</summary>
    private (int Office, int Title)? HeadOfBody(int first, int end)
    {
        var title = LastTitle(first, end);
        if (title <= first + 1 || title >= end - 1 || end - title > 4 || words[title].Known.Role is not { Class: RoleClass.Head or RoleClass.State or RoleClass.Agent or RoleClass.Broker }) return null;
        for (var k = title + 1; k < end; k++)
            if (!words[k].Capital || IsBodyWord(words[k]) || words[k].Known.Is(WordClass.Portfolio)) return null;
        var office = TitleStart(first, title);
        return words[office - 1].Capital && lexicon.FindPhrase($"{words[office - 1].Text} {words[office].Text}") is null && words[office - 1].Text is not "Cabinet" && EndsAsBody(first, office) ? (office, title) : null;
    }

    private int AddHeadOfBody(int first, int office, int title, int end, GazetteerEntry? entry, int entryEnd)
    {
        AddBody(first, office, entry, entryEnd);
        var body = _names[^1];
        body.Inner = true;
        AddTitle(office, title + 1, body);
        if (_names[^1].RoleNoun is { Class: RoleClass.Broker } role) _names[^1].RoleNoun = role with { Class = RoleClass.Head }; // a bank's governor is no mediator
        return AddName(title + 1, end, titled: true);
    }

    /// <summary>Whether a word that may be a title or a common word is a name, by what follows it: "Sultan bin Nasser", "Son Yeon-ra".</summary>
    private bool IsFirstName(int i)
    {
        if (i + 2 >= words.Count || !words[i].Capital || words[i + 1].Sentence != words[i].Sentence) return false;
        if (words[i + 1].Text is "bin" or "ibn" or "bint") return true;
        var second = words[i + 1].Text; // a syllable, a hyphen and a syllable in small letters: a given name of Korea or Taiwan, after the surname
        var hyphen = second.IndexOf('-', StringComparison.Ordinal);
        return hyphen is > 1 and < 7 && char.IsUpper(second[0]) && second.Length - hyphen is > 2 and < 8 && second.IndexOf('-', hyphen + 1) < 0 && char.IsLower(second[hyphen + 1]) && words[i].Text.Length < 6 && !words.StartsSentence(i)
            && words[i].Known is { Role: null, Body: null } && words[i + 1].Known == WordFacts.Nothing && words[i + 1].Upos is Parley.Language.Upos.PROPN;
    }

    /// <summary>"AFC/M23": two acronyms of one body.</summary>
    private bool IsAcronymPair(int slash) =>
        words[slash - 1].Span.End == words[slash].Span.Start && slash + 1 < words.Count && words[slash].Span.End == words[slash + 1].Span.Start
        && IsLettersAndDigits(words[slash - 1].Text) && IsLettersAndDigits(words[slash + 1].Text);

    private static bool IsLettersAndDigits(string text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        return text.Length > 1 && char.IsAsciiLetterUpper(text[0]);
    }
}
