using Parley.Language;
using Parley.Language.Names;

namespace Parley.Reading.Actors;

/// <summary>Finds names: runs of capitalised words, read with the help of the gazetteer and of title words.</summary>
internal sealed partial class NameFinder(Words words, ActorLexicon lexicon, Gazetteer gazetteer)
{
    private static readonly HashSet<string> s_regions = new(StringComparer.Ordinal) { "Western", "Eastern", "Northern", "Southern", "Central", "European", "African", "Asian", "Arab", "Nordic", "Baltic", "Balkan", "Caribbean", "Andean", "Gulf", "Pacific", "Latin" };
    private readonly HashSet<string> _lowercase = LowercaseWords(words);
    private readonly Dictionary<string, GazetteerEntry> _invented = UnlistedStates.In(words, gazetteer);
    private Dictionary<string, string>? _spelled;
    private readonly HashSet<string> _capitals = CapitalWords(words);
    private readonly HashSet<string> _surnames = Surnames(words);
    private readonly List<Mention> _names = [];

    /// <summary>The names in text order; a qualifying state or body within a name ("Turkish" of "Turkish Foreign Minister …") comes first.</summary>
    public List<Mention> Find()
    {
        for (var i = 0; i < words.Count;)
        {
            var start = i;
            i = FindAt(i);
            if (i == start) i++;
        }

        return _names;
    }

    /// <returns>The word after what was read.</returns>
    private int FindAt(int i)
    {
        var word = words[i];
        if (words.StartsParagraph(i) && LabelEnd(i) is var label && label > i) return AddLabel(i, label);
        if (!word.IsLetters && !char.IsDigit(word.Text[0])) return i;
        if (IsDateline(i, out var after)) return after;
        if (word.Text is "Government" && i + 2 < words.Count && words[i + 1].Text is "of" && words[i + 2].Capital && words[i + 2].Text is not "National") return i + 1; // "the Government of Velmora" is Velmora
        if (word.IsCompoundAdjective || word.Text.Contains('$', StringComparison.Ordinal) || word.Text.Length > 2 && word.Text[1] is '-' && char.IsLower(word.Text[2])) return i + 1; // "U-turn"
        var entry = gazetteer.Match(words.Document.Chars, word.Span.Start, out var matched);
        if (entry is null && _invented.TryGetValue(word.Text, out entry)) matched = word.Span.End;
        if (entry is null && words.IsShouted(i) && (words.InHeading(i) || words.IsShouted(Math.Min(i + 1, words.Count - 1)) || i > 0 && words.IsShouted(i - 1))) return i + 1;
        if (!word.Capital && entry is null) return i;
        var entryEnd = entry is null ? i : words.At(matched - 1) + 1;
        if (entry is null && word.Known.Is(WordClass.Month | WordClass.Weekday) && !IsGivenName(i) || word.Text is "X" && i > 0 && words[i - 1].Text is "on" or "to" or "via") return i + 1; // a network
        if (words.InHeading(i) && entry is null) return i;
        if (entry is null && word.Known.Is(WordClass.Stop) && !(i > 0 && !words.StartsSentence(i) && Capital(i + 1) && IsBodyWord(words[i + 1])) && !(word.Known.Is(WordClass.GivenName) && Capital(i + 1) && !words.StartsSentence(i)) && !IsFirstName(i) && words.NameAt(i) is not { Kind: NameKind.Person, Confidence: > 0.6 }) return i + 1;
        var end = word.Capital ? RunEnd(i) : entryEnd;
        if (entry is null && end == i + 1 && word.Upos is Upos.ADJ && !IsAcronym(word.Text) && end < words.Count && words[end].Known.Role is not null && !words[end].Capital && !(_capitals.Contains(word.Text + "s") || words.StartsSentence(i) && (_capitals.Contains(word.Text) && !_lowercase.Contains(word.Text)))) return end; // "a Western diplomat"
        if (entry is not null && entryEnd >= end) return AddEntry(entry, i, entryEnd);
        if (entry is null && end == i + 1 && word.Capital && word.Known.Role is not null && ComplementEnd(end) is var office && office > end) return AddTitle(i, office, null, i);
        if (words.StartsSentence(i) && entry is null && !IsNameAtStart(i, end))
        {
            if (end == i + 1 || !words[i + 1].Capital) return i + 1;
            return FindAt(i + 1);
        }

        return Run(i, end, entry, entryEnd);
    }

    /// <summary>"Sun Guoqiang", "said Jan Pottle": short for a day or month only after "on", "in", "since" and the like.</summary>
    private bool IsShortDay(int i) =>
        words[i].Text is "Sun" or "Jan" && i > 0 && words[i - 1].Text is not ("on" or "On" or "in" or "In" or "since" or "Since" or "by" or "until" or "before" or "after" or "from" or "to" or "late" or "early" or "mid" or "of" or "next" or "last" or "this");

    /// <summary>"Jan Rehm": a month's word before a surname, where no month can stand.</summary>
    private bool IsGivenName(int i) =>
        (words[i].Known.Is(WordClass.GivenName) || IsShortDay(i)) && Capital(i + 1) && i > 0 && !words[i + 1].Known.Is(WordClass.Stop)
        && (words[i - 1].IsComma || words[i - 1].Known.Role is not null || IsShortDay(i)) && gazetteer.Match(words.Document.Chars, words[i + 1].Span.Start, out _) is null;

    /// <summary>"VIENNA, Sept 12 (Wire) -": the place of writing is no actor.</summary>
    private bool IsDateline(int i, out int after)
    {
        after = i;
        if (!words.StartsParagraph(i) || words.ParagraphOf(i) > 4 || !words.IsShouted(i)) return false;
        for (var k = i + 1; k < Math.Min(i + 12, words.Count) && words.ParagraphOf(k) == words.ParagraphOf(i); k++)
        {
            after = k;
            if (words[k].Text is not ("-" or "–" or "—" or "--")) continue;
            NoteDateline(i, k);
            return true;
        }

        return false;
    }

    /// <summary>A run of several capitalised words: qualifier, title, name.</summary>
    private int Run(int i, int end, GazetteerEntry? entry, int entryEnd)
    {
        if (HeadOfBody(i, end) is var (office, last)) return AddHeadOfBody(i, office, last, end, entry, entryEnd);
        if (EndsAsBody(i, end)) return AddBody(i, end, entry, entryEnd);
        var first = i;
        if (entry is { } qualifier && (qualifier.Use != NameUse.Capital || words[entryEnd].Known.Role is not null) && entryEnd < end)
        {
            if (LastTitle(entryEnd, end) < 0 && qualifier.Use is not NameUse.Demonym and not NameUse.Name) return AddName(i, end);
            if (LastTitle(entryEnd, end) < 0 && !words[entryEnd].Known.Is(WordClass.GivenName)) return AddName(i, end);
            AddEntry(qualifier, i, entryEnd);
            _names[^1].Inner = true;
            first = entryEnd;
        }

        var title = LastTitle(first, end);
        if (title < 0) return AddName(first, end);
        var owner = first > i ? _names[^1] : null;
        if (owner is null && title < end - 1 && OwnerEnd(first, title) is var opening && opening > first)
        {
            AddName(first, opening);
            owner = _names[^1];
            (owner.Inner, owner.Kind) = (true, owner.Kind is ActorKind.Person or null ? ActorKind.Organization : owner.Kind);
            first = opening;
        }

        if (title == end - 1) return AddTitle(first, ComplementEnd(end), owner, title);
        AddTitle(first, title + 1, owner);
        return AddName(title + 1, end, titled: true);
    }

    /// <summary>Where an office ends that says of what after "of" or "for": "Minister of Health and Welfare | Ann Bell", "Secretary of State".</summary>
    private int ComplementEnd(int end)
    {
        if (end + 1 >= words.Count || words[end].Text is not ("of" or "for") || words[end].Sentence != words[end - 1].Sentence || words[end - 1].Known.Role is not { Class: RoleClass.State or RoleClass.Head, Plural: false }) return end;
        if (lexicon.FindPhrase($"{words[end - 1].Text} of {words[end + 1].Text}") is not null) return end + 2;
        if (words[end - 1].Known.Role is not { Class: RoleClass.State } && !words[end - 1].Is("secretary") || !Field(end + 1)) return end;
        var last = end + 1;
        while (last + 1 < words.Count && words[last + 1].Sentence == words[end].Sentence && (Field(last + 1) || (words[last + 1].Text is "and" or "&" || words[last + 1].IsComma) && last + 2 < words.Count && Field(last + 2))) last++;
        if (last + 1 < words.Count && words[last + 1] is { Capital: true, Text: "Affairs" or "Development" or "Planning" or "Employment" or "Services" or "Relations" }) last++;
        return last + 1;

        bool Field(int i) => words[i].Capital && words[i].Known.Is(WordClass.Portfolio);
    }

    /// <summary>Index of the last title word of a run, or -1: "Minister" in "Foreign Minister Hakan Fidan".</summary>
    private int LastTitle(int first, int end)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var known = words[i].Known;
            if (IsFirstName(i)) continue;
            if (known.Is(WordClass.Honorific | WordClass.Rank)) return i == end - 1 && i == first && !known.Is(WordClass.Rank) ? -1 : i;
            if (known.Role is { Plural: false } && !known.Is(WordClass.GivenName)) return i;
        }

        return -1;
    }

    /// <summary>Where the name of a firm ends that opens a title: "Kaldor | Chief Executive".</summary>
    private int OwnerEnd(int first, int title)
    {
        if (IsAcronym(words[first].Text) && words[title].Known.Role is not { Class: RoleClass.State }) return TitleStart(first, title);
        var end = first;
        while (end < title && words[end].Known == WordFacts.Nothing && words[end].Capital && words[end].Text.Length > 2) end++;
        return end < title && end > first && words[end].Text is "Chief" or "Chairman" or "Chair" or "CEO" or "President" or "Managing" or "Executive" or "Finance" or "General" or "Co-Chief" || end == title && end > first && words[title].Text is "CEO" or "Chairman" or "Chair" or "Chairwoman" ? end : first;
    }

    /// <summary>Where the office begins within a run that opens with an acronym: "TWU Local 12 | Vice President".</summary>
    private int TitleStart(int first, int title)
    {
        var start = title;
        while (start > first + 1 && (words[start - 1].Known.Role is not null || words[start - 1].Known.Is(WordClass.Portfolio) || words[start - 1].Text is "Vice" or "Deputy" or "Executive" or "Managing" or "General" or "Senior" or "Chief" or "Assistant" or "Operating" or "Co-Chief" or "Acting" or "Interim" or "Regional" or "National")) start--;
        return start;
    }

    /// <summary>"VVD", "JA21", "PvdA": letters that are no word.</summary>
    private static bool IsAcronym(string text) => text.Length is > 1 and < 8 && text.Count(char.IsUpper) > 1;

    private int AddTitle(int first, int end, Mention? of, int head = -1)
    {
        var whole = end;
        if (head >= 0) end = head + 1;
        var role = (end - first >= 2 ? lexicon.FindPhrase($"{words[end - 2].Text} {words[end - 1].Text}") : null) ?? words[end - 1].Known.Role ?? lexicon.RankOf(words[end - 1].Text);
        if (role is null && end - first == 1 && words[first].Known.Is(WordClass.Honorific)) return end;
        var phrase = end - first >= 2 ? words[end - 2].Known.Role : null;
        if (end - first >= 2 && words[first].Known.Body is { Class: BodyClass.Body or BodyClass.Office } body && role is not null)
        {
            of = new(words[first].Span, first, first + 1) { BodyNoun = body, Determiner = Determiner.Definite, Inner = true, Head = first, Role = body.Noun, Kind = ActorKind.Organization, Quoted = words.IsQuoted(first) };
            _names.Add(of);
        }

        _names.Add(new(words.SpanOf(first, whole), first, whole)
        {
            Kind = ActorKind.Person,
            Role = words.Slice(first, whole),
            RoleNoun = (whole > end && lexicon.FindPhrase(words.Slice(end - 1, whole)) is { } full ? full : null) ?? role ?? phrase ?? new Role(words[end - 1].Text, false, RoleClass.None, Gender.Unknown),
            Head = end - 1,
            Gender = words[end - 1].Known.Gender,
            Determiner = Determiner.None,
            Of = of,
            Quoted = words.IsQuoted(first),
        });
        return whole;
    }

    private int AddName(int first, int end, bool titled = false)
    {
        var start = first;
        var gender = Gender.Unknown;
        while (start < end - 1 && words[start].Known.Is(WordClass.Honorific | WordClass.Rank) && !IsFirstName(start))
        {
            if (words[start].Known.Gender != Gender.Unknown) gender = words[start].Known.Gender;
            titled = true;
            start++;
        }

        if (titled && first > 0 && gender == Gender.Unknown && words[first - 1].Known.Is(WordClass.Honorific)) gender = words[first - 1].Known.Gender;
        var honorific = titled && start == first && first > 0 && words[first - 1].Known.Is(WordClass.Honorific) ? 1 : 0;
        var given = words[start].Known.Is(WordClass.GivenName) && end - start >= 2;
        if (given && gender == Gender.Unknown) gender = words[start].Known.Gender;
        var place = !titled && (IsRegion(start, end) || words[end - 1].Known.Is(WordClass.PlaceWord) || words[start].Known.Is(WordClass.PlaceStart) && end - start > 1 && !given);
        var found = Judged(start, end);
        ActorKind? guess = found switch { NameKind.Person => ActorKind.Person, NameKind.Organization => ActorKind.Organization, _ => null };
        var plural = !titled && !given && TakesPlural(first, end); // "Rovers have offered", "Marseille are pushing"
        if (guess is ActorKind.Person && !titled && !given && (plural || end - start > 1 && Sectors.OfName([words[end - 1].Text]) is Sector.Business)) guess = ActorKind.Organization; // "Corrigan Aircraft"
        _names.Add(new(words.SpanOf(first - honorific, end), first - honorific, end)
        {
            Name = words.Slice(start, end),
            Kind = titled || given ? ActorKind.Person : plural && found is NameKind.Place ? ActorKind.Organization : end - start > 1 && (words[end - 1].Known.Is(WordClass.Portfolio) || guess is null && Sectors.OfName([words[end - 1].Text]) is not Sector.Unknown) ? ActorKind.Organization : end - start > 1 ? guess : null,
            Guess = guess,
            BodyNoun = end - start == 1 && !titled && words[start].Known.Body is { Class: BodyClass.Organ } organ ? organ : null,
            IsPlace = place,
            IsPlaceName = !titled && found is NameKind.Place && !plural,
            Plural = plural,
            Gender = gender,
            Titled = titled,
            Head = end - 1,
            Quoted = words.IsQuoted(first),
        });
        return end;
    }

    /// <summary>"Olympique Marigny have offered": one name with a plural verb is a body's.</summary>
    private bool TakesPlural(int first, int end) =>
        end < words.Count && words[end].Text is "have" or "are" or "were" && (words.StartsSentence(first) || first > 0 && words[first - 1].Text is "that");

    /// <summary>"Western diplomats", "European steelmakers": where people are from, not for whom they speak.</summary>
    private bool IsRegion(int start, int end) =>
        end - start == 1 && s_regions.Contains(words[start].Text) && end < words.Count && char.IsLower(words[end].Text[0]) && !words[end].Known.Is(WordClass.Stop)
        && !(words[start].Text is "European" && words[end].Known is { Role: not null } or { Body.Class: BodyClass.Staff or BodyClass.Government });

    /// <summary>What the language took the words for.</summary>
    private NameKind? Judged(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (words.NameAt(i) is { Confidence: > 0.5 } name) return name.Kind;
        return null;
    }

    private int AddBody(int first, int end, GazetteerEntry? entry, int entryEnd)
    {
        Mention? of = null;
        if (entry is { Country: not null } && entryEnd < end)
        {
            AddEntry(entry, first, entryEnd);
            of = _names[^1];
            of.Inner = true;
        }

        var noun = words[end - 1].Known.Body;
        for (var i = first; i < end && noun is null or { Class: not BodyClass.Organ and not BodyClass.Office and not BodyClass.Body }; i++)
            noun = words[i].Known.Body is { Class: BodyClass.Organ or BodyClass.Office or BodyClass.Body } found ? found : noun;
        if (noun is { Class: BodyClass.People or BodyClass.Staff }) noun = null;
        _names.Add(new(words.SpanOf(first, end), first, end)
        {
            Name = words.Slice(first, end),
            Kind = ActorKind.Organization,
            BodyNoun = noun,
            Head = end - 1,
            Of = of,
            Quoted = words.IsQuoted(first),
        });
        return end;
    }

    private int AddEntry(GazetteerEntry entry, int first, int end)
    {
        _names.Add(new(words.SpanOf(first, end), first, end)
        {
            Name = entry.Country?.Name ?? entry.Organization!.Name,
            Entry = entry,
            Kind = entry.Country is not null ? ActorKind.State : ActorKind.Organization,
            Head = end - 1,
            Plural = entry.Use == NameUse.Demonym && entry.Text[^1] == 's',
            Quoted = words.IsQuoted(first),
        });
        return end;
    }

    /// <summary>Whether a run names a body: "Retail Importers Council", "Association of Anatolian Bottlers".</summary>
    private bool EndsAsBody(int first, int end)
    {
        if (end - first < 2) return false;
        if (IsBodyWord(words[end - 1])) return true;
        for (var i = first; i < end - 1; i++)
            if (words[i + 1].Text is "of" or "for" or "on" or "to" or "against" && (IsBodyWord(words[i]) || words[i].Known.Body is not null)) return true;
        return false;
    }

    private static bool IsBodyWord(Word word) => word.Capital && word.Known.Is(WordClass.OrgWord);

    private int RunEnd(int first)
    {
        var end = first + 1;
        var body = IsBodyWord(words[first]) || words[first].Known.Body is not null;
        while (end < words.Count && words[end].Sentence == words[first].Sentence)
        {
            var word = words[end];
            if (word.Capital && !word.IsGenitive && !(word.Known.Is(WordClass.Month | WordClass.Weekday) && !body && !words[end - 1].Known.Is(WordClass.Honorific)))
            {
                if (words.StartsSentence(end)) break;
                body |= IsBodyWord(word);
                end++;
                continue;
            }

            var next = Linked(end, body);
            if (next < 0 && words[end - 1].Text is "Local" or "Lodge" or "Chapter" or "Brigade" or "Division" or "District" or "Branch" or "Council" or "Region" && end - first > 1 && char.IsAsciiDigit(word.Text[0]) && word.Text.Length < 5) next = end + 1; // "Steelworkers Local 87"
            if (next < 0 && word.IsGenitive && IsPluralGenitiveOfBody(end)) next = end + 1;
            if (next < 0) break;
            end = next;
        }

        return end;
    }

    /// <summary>Where a run goes on after a small word, or -1: "de" of "Brandão de Telles", "of" after the noun of a body.</summary>
    private int Linked(int i, bool body)
    {
        var word = words[i];
        var next = i + 1;
        if (word.Known.Is(WordClass.Particle) && word.Text.Length <= 4 && !word.Capital && Capital(next) && word.Text != "e") return next;
        if (word.Text == "&" && Capital(next)) return next;
        if (word.Text == "+" && words[i - 1].Span.End == word.Span.Start || word.Text == "/" && IsAcronymPair(i)) return next;
        if (word.Text is "and" && words[i - 1].IsGenitive && Capital(next)) return next; // "Drivers' and Cleaners' Union"
        if (word.Text is "and" && Capital(next) && IsFieldOfBody(i)) return next;
        if (!body) return -1;
        if (word.Text is "of" or "for" or "to" or "on" or "against")
        {
            if (words[i - 1].Known is { Classes: var classes, Body: var noun } && (classes & WordClass.OrgWord) == 0 && noun is null) return -1;
            if (next < words.Count && words[next].Text == "the") next++;
            return Capital(next) ? next : -1;
        }

        return word.Text is "and" && Capital(next) && HasOf(i) && words[next].Known.Role is null ? next : -1;
    }

    /// <summary>"Competition | and Markets Authority", "Health and Social Care": two fields of one body, which ends or began with its noun.</summary>
    private bool IsFieldOfBody(int and)
    {
        if (words[and - 1].Known.Is(WordClass.GivenName) || words[and + 1].Known.Is(WordClass.GivenName) || words[and + 1].Known.Role is not null || words[and - 1].Known.Is(WordClass.OrgWord)) return false;
        if (words.NameAt(and - 1) is { Kind: NameKind.Person or NameKind.Place, Confidence: > 0.6 } || gazetteer.Match(words.Document.Chars, words[and - 1].Span.Start, out _) is not null || gazetteer.Match(words.Document.Chars, words[and + 1].Span.Start, out _) is not null) return false;
        var end = and + 1;
        while (Capital(end + 1) && end < and + 4) end++;
        return end > and + 1 && words[end].Known.Is(WordClass.OrgWord) && !words[and + 1].Known.Is(WordClass.OrgWord);
    }

    private bool HasOf(int i)
    {
        for (var k = i - 1; k > Math.Max(0, i - 6) && (words[k].Capital || words[k].Text is "of" or "for" or "the"); k--)
            if (words[k].Text is "of" or "for") return true;
        return false;
    }

    /// <summary>"Harbor Workers' Federation": the genitive of a plural within the name of a body.</summary>
    private bool IsPluralGenitiveOfBody(int i)
    {
        var plural = words[i - 1].Text.EndsWith('s') && words[i].Text is "'" or "’" || words[i].IsGenitive && (words[i - 1].Text.EndsWith("men", StringComparison.Ordinal) || words[i - 1].Text is "People" or "Children");
        if (!plural) return false;
        for (var k = i + 1; k < i + 7 && (Capital(k) || k < words.Count && (words[k].IsGenitive || words[k].Text is "and")); k++)
            if (IsBodyWord(words[k])) return true;
        // "Players' Voice": one more capital, which names nobody
        return Capital(i + 1) && !Capital(i + 2) && i + 1 < words.Count && words[i + 1].Known == WordFacts.Nothing && !words.StartsSentence(i - 1) && words[i - 1].Upos is Upos.NOUN or Upos.PROPN
            && gazetteer.Match(words.Document.Chars, words[i - 1].Span.Start, out _) is null;
    }

    private bool Capital(int i) => i < words.Count && words[i].Capital && words[i].Sentence == words[i - 1].Sentence && !words[i].Known.Is(WordClass.Month | WordClass.Weekday);

    /// <summary>What stands after a given name: "Weeks" of "Darnell Weeks".</summary>
    private static HashSet<string> Surnames(Words words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
            if (words[i].Capital && words[i - 1].Capital && words[i - 1].Known.Is(WordClass.GivenName) && words[i].Sentence == words[i - 1].Sentence && words[i].Known is { Role: null, Body: null }) found.Add(words[i].Text);
        return found;
    }

    private static HashSet<string> CapitalWords(Words words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
            if (char.IsUpper(words[i].Text[0]) && !words.StartsSentence(i)) found.Add(words[i].Text);
        return found;
    }

    private static HashSet<string> LowercaseWords(Words words)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < words.Count; i++)
            if (char.IsLower(words[i].Text[0])) found.Add(words[i].Text);
        return found;
    }
}
