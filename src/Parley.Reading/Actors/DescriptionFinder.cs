using Parley.Language;

namespace Parley.Reading.Actors;

/// <summary>Finds descriptions ("its chief negotiator", "the Turkish ministry", "two officials") and pronouns around the names found before.</summary>
internal sealed class DescriptionFinder(Words words, ActorLexicon lexicon)
{
    private const int LongestPremodifier = 6;
    private static readonly HashSet<string> s_vague = new(StringComparer.Ordinal) { "state", "country", "nation", "host", "hosts", "side", "team", "camp", "capital", "mission", "region", "city", "town", "district", "county" };
    private readonly List<Mention> _found = [];
    private Mention?[] _at = [];

    /// <summary>Names, descriptions and pronouns in text order.</summary>
    public List<Mention> Find(List<Mention> names)
    {
        _at = new Mention?[words.Count];
        foreach (var name in names) Cover(name);
        _found.AddRange(names);
        for (var i = 0; i < words.Count; i++)
        {
            if (_at[i] is { } covering)
            {
                if (covering.Role is not null && covering.Name is null && covering.Head == i) Complete(covering, i);
                continue;
            }

            if (Noun(i)) i = Describe(i);
            else if (PronounAt(i) is { } pronoun) Add(pronoun);
        }

        _found.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return _found;
    }

    /// <summary>Whether a word is a noun that names a person by his office or a body.</summary>
    private bool Noun(int i)
    {
        var word = words[i];
        if (word.Text is "number" && i > 0 && words[i - 1].Is("opposite")) return true;
        if (word.Known.Role is null && word.Known.Body is null) return false;
        if (word.Known.Role is not null && i > 0 && lexicon.FindPhrase($"{words[i - 1].Text} {word.Text}") is not null) return true;
        var last = i + 1 == words.Count || words[i + 1].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ); // "the union chief says": taggers take the chief for an adjective
        last |= i > 0 && i + 1 < words.Count && words[i + 1].Capital && words[i - 1].Upos is Upos.NOUN; // "industry chief Jane Doe"
        var owned = i > 0 && (words[i - 1].IsGenitive || IsOwned(i - 1)) && i + 1 < words.Count && words[i + 1].IsComma; // "France's oceans envoy, …"
        if (!owned && word.Upos is not (Upos.NOUN or Upos.PROPN or Upos.X) && !(word.Upos is Upos.ADJ && last && word.Known.Role is not null)) return false;
        if (word.Known.Is(WordClass.Stop) && word.Upos is not Upos.NOUN) return false;
        if (i > 0 && words[i - 1].Text is "who" or "which" or "not" or "would" or "will") return false;
        if (i > 0 && words[i - 1].Text is "to" && word.Known.Body is not { Class: BodyClass.People or BodyClass.Staff } && word.Known.Role is not { Plural: true }) return false;
        return true;
    }

    private int Describe(int i)
    {
        var start = i;
        var head = Main(i);
        while (head + 1 < words.Count && _at[head + 1] is null && words[head + 1].Sentence == words[i].Sentence && Noun(head + 1)
            && !words[head].Known.Role.IsPlural() && words[head].Known.Body is not { Class: BodyClass.People or BodyClass.Staff })
            head++;
        var last = head;
        var role = words[head].Known.Role;
        if (head + 2 < words.Count && words[head + 1].Text is "of" && lexicon.FindPhrase($"{words[head].Text} of {words[head + 2].Text}") is { } long3) (role, last) = (long3, head + 2);
        else if (head + 1 < words.Count && lexicon.FindPhrase($"{words[head].Text} {words[head + 1].Text}") is { } next2) (role, last) = (next2, head + 1);
        else if (head > 0 && lexicon.FindPhrase($"{words[head - 1].Text} {words[head].Text}") is { } long2)
        {
            role = long2;
            if (_at[head - 1] is null) i = Math.Min(i, head - 1); // "managing director": taggers take the first for a verb
        }

        var body = words[head].Known.Body;
        if (role is { Plural: true } && body is not null) role = null; // "mayors" are a set, "a mayor" is a person
        else if (role is not null) body = null;
        var description = new Mention(words[head].Span, start, last + 1) { Head = head, RoleNoun = role, BodyNoun = body, Quoted = words.IsQuoted(i) };
        Premodify(description, i);
        if (description is { Determiner: Determiner.None, Of: null, RoleNoun: null, BodyNoun.Class: BodyClass.Body, Role: var said } && said == words[head].Text && words.StartsSentence(start) && !(last + 1 < words.Count && words[last + 1].Upos is Upos.VERB or Upos.AUX or Upos.ADV or Upos.PUNCT)) return last; // "Council umbrella body …", "Movement at …?"
        if (NamesUnion(description)) return description.Of!.End - 1;
        if (description.Of is null) OwnCompound(description, Math.Max(description.First, head - 3), head);
        Complete(description, last);
        Add(description);
        return description.End - 1;
    }

    /// <summary>"The United Dockers' union": a plural that owns a body is part of its name.</summary>
    private bool NamesUnion(Mention description)
    {
        var head = description.Head;
        if (description is not { BodyNoun.Class: BodyClass.Body, Of: { Name: not null, Entry: null, IsPlace: false } name } || name.Kind == ActorKind.Person || name.End != head - 1 || words[head - 1].Text is not ("'" or "’")) return false;
        (name.End, name.Inner, name.Kind, name.BodyNoun) = (head + 1, false, ActorKind.Organization, description.BodyNoun);
        name.Name = words.Slice(name.First, name.End);
        name.Span = words.SpanOf(name.First, name.End);
        Cover(name);
        return true;
    }

    /// <summary>From "chief", "deputy" or "lead" on to the office they qualify: "chief fisheries negotiator".</summary>
    private int Main(int i)
    {
        if (words[i].Text.ToLowerInvariant() is not ("chief" or "deputy" or "lead" or "assistant" or "associate" or "head" or "executive" or "principal" or "general" or "official")) return i;
        for (var k = i + 1; k < Math.Min(i + 5, words.Count) && _at[k] is null && words[k].Sentence == words[i].Sentence && !words[k].Capital; k++)
        {
            if (words[k].Known.Role is not null && Noun(k)) return k;
            if (!IsModifier(k)) break;
        }

        return i;
    }

    /// <summary>"Union chief", "government official": the body in the compound is whose chief or official it is.</summary>
    private void OwnCompound(Mention description, int first, int head)
    {
        for (var k = head - 1; k >= first; k--)
        {
            if (words[head].Known.Role is not null && lexicon.Find(words[k].Text + "s").Body is { Class: BodyClass.People, NameWords.Length: > 0 } people)
            {
                description.Of = new(words[k].Span, k, k + 1) { BodyNoun = people, Plural = true, Determiner = Determiner.Definite, Inner = true, Head = k, Role = people.Noun, Quoted = description.Quoted, Kind = ActorKind.Group, Label = people.Noun };
                _found.Add(description.Of);
                return;
            }

            if (words[k].Known.Body is not { Class: BodyClass.Government or BodyClass.Organ or BodyClass.Office or BodyClass.Body } body || words[head].Known.Role is null || s_vague.Contains(body.Noun) && !(words[k].Capital && body.Noun is "district" or "city" or "town" or "county") || lexicon.FindPhrase($"{words[head - 1].Text} {words[head].Text}") is not null) continue;
            description.Of = new(words[k].Span, k, k + 1)
            {
                BodyNoun = body, Determiner = Determiner.Definite, Inner = true, Head = k, Role = body.Noun, Quoted = description.Quoted,
                Kind = body.Class == BodyClass.Government ? ActorKind.State : ActorKind.Organization,
            };
            _found.Add(description.Of);
            return;
        }
    }

    /// <summary>Goes back over adjectives and nouns to the determiner or owner.</summary>
    private void Premodify(Mention description, int first)
    {
        var roleStart = first;
        for (var steps = 0; first > 0 && steps < LongestPremodifier; steps++)
        {
            var k = first - 1;
            var word = words[k];
            if (word.Sentence != words[first].Sentence) break;
            if (_at[k] is { } name)
            {
                if (!name.IsPronoun && name.Name is not null && name.First > 0 && !IsNational(description, name) && description.RoleNoun is not { Noun: "counterpart" or "opposite number" } && (words[name.First - 1].IsGenitive || IsPossessive(words[name.First - 1])))
                {
                    name.Inner = true; // "the group's Pacific director"
                    first = roleStart = name.First;
                    continue;
                }

                if (name.IsPronoun)
                {
                    if (!IsPossessive(word)) break;
                    description.Determiner = Determiner.Possessive;
                }
                else if (name.IsPlace || name is { Name: null, BodyNoun: { } area } && s_vague.Contains(area.Noun) && name.End == first)
                {
                    name.Inner = true; // "the Gulf donors", "the county transport committee"
                    first = roleStart = name.First;
                    if (name.Determiner is not Determiner.None) description.Determiner = name.Determiner;
                    continue;
                }
                else if (name.Kind == ActorKind.Person || name is { Name: null, BodyNoun: null or { Class: BodyClass.People or BodyClass.Staff } }) break;
                description.Of = name;
                name.Inner = true;
                if (name.IsPronoun) name.Owns = description;
                if (description.RoleNoun is not null && name is { Name: not null, Entry: null, Kind: null, IsPlaceName: false }) name.Kind = ActorKind.Organization; // "Nordwave chairman"
                first = name.First;
                if (!name.IsPronoun) first = Determine(description, first);
                break;
            }

            if (word.IsGenitive && k > 0 && description.BodyNoun is not null && IsPluralCommon(k - 1))
            {
                first = roleStart = k - 1;
                if (_at[k - 1] is not { } owners) continue;
                if (owners is { Determiner: Determiner.Definite, BodyNoun.NameWords.Length: > 0 })
                {
                    (first, description.Determiner, description.Of, owners.Inner) = (owners.First, Determiner.Genitive, owners, true); // "the rebels' prisoners' committee"
                    break;
                }

                owners.Inner = true; // "the travel agents' association": of no agents in particular
                (first, description.Determiner, description.Of) = (owners.First, owners.Determiner, owners.Of);
                roleStart = owners.Determiner is Determiner.None ? first : first + 1;
                break;
            }

            if (word.IsGenitive && k > 0 && _at[k - 1] is { IsPronoun: false } owner)
            {
                description.Of = owner;
                owner.Inner = true;
                if (description.RoleNoun is { Class: RoleClass.Head } && owner is { Name: not null, Entry: null, Kind: null, IsPlaceName: false, Guess: not ActorKind.Person }) owner.Kind = ActorKind.Organization;
                description.Determiner = Determiner.Genitive;
                first = Determine(description, owner.First, owned: true);
                break;
            }

            if (word.Text is "whose" && k > 0 && (_at[k - 1] ?? (words[k - 1].IsComma && k > 1 ? _at[k - 2] : null)) is { IsPronoun: false } antecedent)
            {
                (description.Of, description.Determiner) = (antecedent, Determiner.Genitive);
                break;
            }

            if (DeterminerOf(word) is { } determiner)
            {
                description.Determiner = determiner;
                first = k;
                break;
            }

            if (!IsModifier(k) && !IsOwned(k) && !word.Is("own") || char.IsDigit(word.Text[0]) && words.StartsSentence(k)) break;
            first = k;
            if (word.Text is not ("own" or "same")) roleStart = k;
        }

        description.First = first;
        description.Role = words.Slice(roleStart, description.End);
        description.Plural = description.RoleNoun is { Plural: true } || description.BodyNoun is { Class: BodyClass.People or BodyClass.Staff };
        description.Kind = KindOf(description);
        description.Gender = description.RoleNoun?.Gender ?? Gender.Unknown;
    }

    private bool IsPluralCommon(int i) =>
        words[i].Upos is Upos.NOUN && words.Document.Tokens[words[i].Token].Xpos is "NNS" && words[i].Text is not ("governments" or "sides" or "parties") && _at[i] is null or { Name: null, IsPronoun: false };

    /// <summary>"Her Danish counterpart", "its Danish minister": of the nation, whoever else is named before.</summary>
    private static bool IsNational(Mention description, Mention name) =>
        name.Entry is { Use: NameUse.Demonym or NameUse.Name, Country: not null } && description.RoleNoun is { Class: RoleClass.State } or { Noun: "counterpart" or "opposite number" or "colleague" };

    /// <summary>Takes in the article before an owner or a qualifier: "the" of "the Turkish ministry".</summary>
    private int Determine(Mention description, int first, bool owned = false)
    {
        if (first > 0 && _at[first - 1] is { IsPronoun: true } && IsPossessive(words[first - 1])) return first - 1; // "her Italian colleague"
        while (!owned && first > 1 && words[first - 1].Text is "former" or "veteran" or "retired" or "senior" or "outgoing" or "top" or "new" or "chief" or "lead" && words[first - 2].Sentence == words[first].Sentence) first--;
        if (first == 0 || words[first - 1].Sentence != words[first].Sentence || _at[first - 1] is not null) return first;
        if (DeterminerOf(words[first - 1]) is not { } determiner) return first;
        if (!owned) description.Determiner = determiner;
        return first - 1;
    }

    private static ActorKind KindOf(Mention description)
    {
        if (description.Plural) return ActorKind.Group;
        return description.RoleNoun is not null ? ActorKind.Person : description.BodyNoun!.Class == BodyClass.Government ? ActorKind.State : ActorKind.Organization;
    }

    /// <summary>Takes in what follows the head: "for trade", "to Lisbon", "of labor relations".</summary>
    private void Complete(Mention description, int last)
    {
        description.Span = words.SpanOf(description.First, description.End);
        var i = last + 1;
        if (i + 1 >= words.Count || words[i].Sentence != words[last].Sentence || words[i].Text is not ("of" or "for" or "to" or "at") || description.BodyNoun is not null) return;
        var end = i + 1;
        if (words[end].Text is "the" or "a" or "an" or "its" or "his" or "her") return;
        if (words[i].Text == "to" && description.RoleNoun is { Class: RoleClass.Agent }) return; // "an adviser to Calder" speaks for it
        if (words[i].Text == "to" && _at[end] is { Name: not null } place) end = place.End;
        else while (end < words.Count && end < i + 4 && _at[end] is null && words[end].Sentence == words[last].Sentence && IsModifier(end) && !Noun(end) && !words[end].Capital) end++;
        if (end == i + 1) return;
        description.Role += " " + words.Slice(i, end);
        description.End = end;
        description.Span = words.SpanOf(description.First, end);
    }

    private Mention? PronounAt(int i)
    {
        if (!char.IsLetter(words[i].Text[0])) return null;
        var (gender, plural) = (Gender.Unknown, false);
        switch (words[i].Text)
        {
            case "he" or "him" or "his" or "himself" or "He" or "His" or "Him": gender = Gender.Male; break;
            case "she" or "her" or "herself" or "hers" or "She" or "Her": gender = Gender.Female; break;
            case "they" or "them" or "their" or "They" or "Their" or "themselves" or "Them": plural = true; break;
            case "it" or "its" or "It" or "Its" or "itself": break;
            case "I" or "me" or "my" or "My" or "we" or "We" or "us" or "our" or "Our" or "myself" or "ourselves": break;
            default: return null;
        }

        return new(words[i].Span, i, i + 1) { IsPronoun = true, Gender = gender, Plural = plural, Head = i, Quoted = words.IsQuoted(i) };
    }

    private static bool IsPossessive(Word word) => word.Text is "his" or "her" or "its" or "their" or "our" or "my" or "His" or "Her" or "Its" or "Their" or "Our" or "My";

    private static Determiner? DeterminerOf(Word word) => word.Text switch
    {
        "the" or "The" or "this" or "This" or "that" or "these" or "These" or "those" or "Those" or "both" or "Both" => Determiner.Definite,
        "a" or "an" or "A" or "An" or "one" or "One" or "another" or "Another" or "some" or "Some" or "several" or "Several" or "many" or "Many"
            or "two" or "Two" or "three" or "Three" or "four" or "Four" or "few" or "other" or "Other" or "most" or "Most" or "all" or "All" => Determiner.Indefinite,
        _ => null,
    };

    /// <summary>"France's oceans envoy": between an owner and an office stands a noun, whatever taggers say.</summary>
    private bool IsOwned(int i) => i > 0 && words[i - 1].IsGenitive && words[i].IsLetters && !words[i].Capital && !words[i].Known.Is(WordClass.Stop);

    private bool IsModifier(int i)
    {
        var word = words[i];
        if (!char.IsLetterOrDigit(word.Text[0]) || word.IsGenitive) return false;
        if (word.Known.Is(WordClass.Portfolio)) return true;
        if (word.Known.Is(WordClass.Weekday | WordClass.Month)) return false;
        if (word.Text.EndsWith("ed", StringComparison.Ordinal) && i > 0 && words[i - 1].Capital) return false;
        if (word.Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.NUM) return true;
        if (word.Upos is Upos.X) return !word.Known.Is(WordClass.Stop) && (!word.Text.EndsWith("ly", StringComparison.Ordinal) || word.Text is "elderly");
        return word.Upos is Upos.VERB && words.Document.Tokens[word.Token].Xpos is "VBN" or "VBG" && i > 0 && (DeterminerOf(words[i - 1]) is not null || words[i - 1].IsGenitive || IsPossessive(words[i - 1]));
    }

    private void Add(Mention mention)
    {
        mention.Span = words.SpanOf(mention.First, mention.End);
        Cover(mention);
        _found.Add(mention);
    }

    private void Cover(Mention mention)
    {
        for (var i = mention.First; i < mention.End; i++) _at[i] ??= mention;
    }
}

internal static class RoleExtensions
{
    public static bool IsPlural(this Role? role) => role is { Plural: true };
}
