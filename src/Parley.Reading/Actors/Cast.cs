using System.Globalization;
using Parley.Language;

namespace Parley.Reading.Actors;

/// <summary>The actors met so far in a report, and the rules by which a further mention is one of them.</summary>
internal sealed partial class Cast(Words words, ActorLexicon lexicon, Gazetteer gazetteer, (GazetteerEntry Entry, Span Span)? dateline)
{
    private static readonly HashSet<string> s_generic = new(StringComparer.OrdinalIgnoreCase) { "member", "partner", "colleague", "counterpart", "man", "woman", "person" };
    private static readonly HashSet<string> s_tiers = new(StringComparer.OrdinalIgnoreCase) { "county", "district", "city", "town", "parish", "borough", "regional", "provincial", "municipal" };
    private const int InView = 200; // actors looked back over: keeps reading linear
    private readonly List<Entity> _entities = [];
    private readonly LinkedList<Entity> _recent = new(); // latest mentioned first
    private readonly Dictionary<string, List<Entity>> _byPart = new(StringComparer.OrdinalIgnoreCase); // named actors by each part of the name
    private readonly Dictionary<string, Entity> _seats = new(StringComparer.Ordinal); // capitals by what the report says
    private readonly Dictionary<string, Entity> _listed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Organization> _unions = new(StringComparer.Ordinal);
    private readonly Lazy<(bool InFull, bool InShort, bool Secretary)> _says = new(() => // what the report calls the United Nations
    {
        bool Holds(string text) => words.Document.Chars.Contains(text, StringComparison.Ordinal);
        return (Holds("United Nations"), Holds(" UN ") || Holds("U.N."), Holds("Secretary-General"));
    });

    public IReadOnlyList<Entity> Entities => _entities;

    /// <summary>Makes the persons and bodies known whose full names stand anywhere in the report, so that a short form before them finds them.</summary>
    public void Introduce(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention.Name is null || mention.Entry is not null || mention.IsPlace) continue;
            if (mention.Name.Contains(' ', StringComparison.Ordinal)) mention.Entity = FindByName(mention, exact: true) ?? NewNamed(mention);
        }
    }

    /// <summary>Finds or makes the actor of a mention; null where it stands for none.</summary>
    public Entity? Resolve(Mention mention)
    {
        if (mention is { Of: { Entity: null } of, Entity: null, IsResolving: false })
        {
            mention.IsResolving = true; // "his minister": his before the minister, who would else be the nearest man
            Resolve(of);
        }

        if (mention.Entity is not null)
        {
            mention.Entity = mention.Entity.Final;
            return mention.Entity;
        }

        if (mention.Same is not null) return mention.Entity = Resolve(mention.Same);
        if (mention.CapitalOf is { } land && Resolve(land) is { Kind: ActorKind.State } state) _seats[mention.Name!] = state;
        if (mention.Name is { } seat && _seats.TryGetValue(seat, out var seated)) return mention.Entity = seated;
        if (mention.IsPlace) return null;
        if (IsPartisan(mention)) return mention.Entity = Best(mention.First, e => e is { IsPerson: true, IsNamed: true, Plural: false }, 1.0);
        if (mention.Entry is { } entry) return mention.Entity = NationalOf(mention) ?? Listed(entry);
        if (mention.IsPronoun) return mention.Entity = Pronoun(mention);
        if (mention.Name is not null) return mention.Entity = FindByName(mention, exact: false) ?? NewNamed(mention);
        return mention.Entity = Described(mention);
    }

    /// <summary>Notes that an actor is mentioned here and what the mention tells of it.</summary>
    public void Note(Mention mention, double weight)
    {
        if (mention.Entity is not { } entity) return;
        entity.Mentions.Add(mention.Span);
        entity.Count++;
        entity.IsCalledPlural |= mention.Plural;
        if (entity is { IsNamed: false, Kind: ActorKind.Organization } && mention is { Name: null, IsPronoun: false, Of.IsPronoun: false } && mention.Label is null && mention.End - mention.First > entity.Name.Count(c => c == ' ') + 2) entity.Name = WithoutArticle(words.Slice(mention.First, mention.End));
        if (mention.Name is not null && (!mention.IsPlaceName || mention.Kind is not null)) entity.IsPlaceName = false;
        if (entity.Kind is null && mention.Kind is not null && mention.Name is not null) entity.Kind = mention.Kind;
        if (entity.Gender == Gender.Unknown) entity.Gender = mention.Gender;
        entity.LastWeight = entity.LastWord < 0 ? weight : Math.Max(weight, Salience(entity, mention.First, 0.7)); // a passing mention does not put out a prominent one
        entity.LastWord = mention.First;
        if (entity.Place.List is not null) _recent.Remove(entity.Place);
        _recent.AddFirst(entity.Place);
        Learn(entity, mention);
        if (weight >= 1.5 && entity.SpeaksFor is { LastWord: >= 0 } party) party.LastWeight = Math.Max(party.LastWeight, weight - 0.7 + (0.7 * (words[mention.First].Sentence - words[party.LastWord].Sentence)));
    }

    /// <summary>The state or body that an office without owner belongs to, of a sort that has such offices.</summary>
    public Entity? LikelyParty(Mention office)
    {
        var sort = Sectors.OfOffice(office.Role ?? "");
        var ofStates = office.RoleNoun is { Class: not RoleClass.Head } or { Noun: "president" or "leader" or "head" or "chief" or "speaker" or "vice-president" or "number two" or "strongman" };
        return Best(office.First, e => (ofStates && e.Kind is ActorKind.State || e.Kind is ActorKind.Organization || e is { Kind: null, IsNamed: true, IsPlaceName: false, IsPersonal: false, Prominent: true, NameParts.Length: 1 }) && (e.IsNamed || e.Count > 1) && e.SpeaksFor is null && (sort is Sector.Unknown || e.Sector is Sector.Unknown && sort is not Sector.Local || (e.Sector & sort) is not Sector.Unknown), 0.7,
            e => (e.Brokers ? -2 : 0) + (e.IsNamed ? 0 : -1) + (sort is Sector.Unknown || e.Sector is Sector.Unknown ? 0 : 2) + (0.1 * Math.Min(e.Count, 6)));
    }

    private Entity New(string name, ActorKind? kind, bool named, bool listed = false)
    {
        var entity = new Entity(name, kind) { IsNamed = named, IsListed = listed };
        _entities.Add(entity);
        return entity;
    }

    private Entity NewNamed(Mention mention)
    {
        var entity = New(mention.Name!, mention.Kind ?? mention.Guess, named: true);
        entity.Gender = mention.Gender;
        entity.IsPlaceName = mention is { IsPlaceName: true, Kind: null };
        entity.IsPersonal = mention is { Guess: ActorKind.Person };
        Index(entity);
        return entity;
    }

    private void Index(Entity entity)
    {
        entity.NameParts = entity.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in entity.NameParts.Select(p => p.TrimEnd('\'', '’')).Where(p => p.Length > 0).Append(NameMatch.Initials(entity.NameParts)).Append(NameMatch.Surname(entity.NameParts[^1])).Distinct())
        {
            if (!_byPart.TryGetValue(part, out var entities)) _byPart[part] = entities = [];
            if (entities.Count < InView && !entities.Contains(entity)) entities.Add(entity);
        }
    }

    private Entity Listed(GazetteerEntry entry)
    {
        var name = entry.Country?.Name ?? entry.Organization!.Name;
        if (_listed.TryGetValue(name, out var known)) return known;
        var entity = _listed[name] = New(name, entry.Country is not null ? ActorKind.State : ActorKind.Organization, named: true, listed: entry.Organization is not null);
        entity.Country = entry.Country?.Code is { Length: > 0 } code2 ? code2 : entry.Country?.Within;
        entity.Within = entry.Country?.Within;
        if (entry.Country is null) Index(entity);
        if (entry.Organization is not { } organization) return entity;
        entity.BodyNouns.AddRange(organization.ShortNouns);
        if (!organization.Members.IsDefaultOrEmpty) _unions[name] = organization;
        if (organization.SpeaksFor is ['@', .. var superior]) entity.SpeaksFor = Listed(gazetteer.Match(superior, 0, out _)!);
        else if (organization.SpeaksFor is { } code && gazetteer.Country(code) is { } country)
        {
            entity.SpeaksFor = Listed(new(country.Name, NameUse.Name, country, null));
            entity.Country = code;
        }

        return entity;
    }

    private Entity? FindByName(Mention mention, bool exact)
    {
        var name = mention.Name!;
        Entity? best = null;
        var bestScore = 0;
        var last = NameMatch.Surname(name[(name.LastIndexOf(' ') + 1)..]);
        if (mention.KindIsInferred && !name.Contains(' ', StringComparison.Ordinal) && _byPart.TryGetValue(last, out var namesakes) && namesakes.Exists(e => e.IsPerson && e.NameParts[^1] == name)) mention.Kind = null;
        if (!_byPart.TryGetValue(last, out var candidates) && !_byPart.TryGetValue(last[^1] == 's' ? last[..^1] : last + "s", out candidates)) return null;
        foreach (var entity in candidates)
        {
            if (entity.MergedInto is not null) continue;
            var score = NameMatch.Score(entity, name, mention, exact);
            if (score == 0 || score < bestScore || score == bestScore && best is not null && best.LastWord > entity.LastWord) continue;
            (best, bestScore) = (entity, score);
        }

        if (best is null) return null;
        if (!best.IsPerson && name.Length == best.Name.Length + 1 && name[^1] == 's' && name.StartsWith(best.Name, StringComparison.Ordinal)) best.Name = name; // "a Green delegate", then "the Greens"
        if (name.Length > best.Name.Length && best.Kind == ActorKind.Person) 
        {
            best.Name = name;
            Index(best);
        }

        if (mention.Kind is not null) best.Kind ??= mention.Kind;
        return best;
    }

    private Entity? Described(Mention mention)
    {
        var owner = Owner(mention);
        if (mention.BodyNoun is { Class: BodyClass.Government } government) return Government(mention, government, owner);
        if (mention.BodyNoun is { Class: BodyClass.Staff } && owner is { Kind: ActorKind.State } && mention.Determiner is not Determiner.Possessive) return owner;
        if (mention is { BodyNoun.Class: BodyClass.Body, Of: { Name: not null, Entry: null, IsPlace: false } name } && name.End == mention.Head && owner is { Kind: ActorKind.Organization }) return owner; // "the United Glaziers union"
        var found = mention.Determiner is Determiner.Indefinite ? null
            : IsVariation(mention) ? (mention.IsCalling ? FindHolder(mention, mention.RoleNoun!, owner) : null) ?? Best(mention.First, e => e is { IsPerson: true, IsNamed: true, Plural: false } && (mention.Gender == Gender.Unknown || e.Gender == Gender.Unknown || e.Gender == mention.Gender), 1.0)
            : mention.RoleNoun is { } role && mention.Kind == ActorKind.Person ? FindHolder(mention, role, owner)
            : mention.BodyNoun is { } body ? FindBody(mention, body, owner) : null;
        return found ?? (mention.Determiner == Determiner.Definite ? Resumed(mention) : null) ?? NewDescribed(mention);
    }

    /// <summary>"The government", "the Hungarian delegation", "her country": the state itself, or whom the owner speaks for.</summary>
    private Entity? Government(Mention mention, Body government, Entity? owner)
    {
        if (owner is not null)
        {
            NameByGovernment(owner, mention);
            return owner.IsPerson ? owner.SpeaksFor : owner;
        }

        if (mention is { Inner: true, Determiner: Determiner.Definite } && government.Noun is "country" or "nation" or "territory" or "republic" or "kingdom" && mention.End < words.Count && words[mention.End].IsGenitive) return LikelyState(mention.First);
        if (government.Noun is "host" or "territory" or "hosts" or "country" or "nation" or "state" or "side" or "team" or "camp" or "republic" or "kingdom" or "capital" or "mission") return null;
        return mention.Determiner == Determiner.Indefinite ? null : LikelyState(mention.First);
    }

    /// <summary>The person this office was given to before.</summary>
    private Entity? FindHolder(Mention mention, Role role, Entity? owner)
    {
        Entity? best = null;
        var bestScore = 0.0;
        foreach (var entity in _recent.Take(InView))
        {
            if (!entity.IsPerson || entity.Plural || entity.MergedInto is not null || entity == owner) continue;
            var held = entity.RoleNouns.Contains(role.Noun);
            if (!held && role.Class == RoleClass.State && entity.RoleClass != RoleClass.State) continue;
            if (!held && !entity.RoleNouns.Exists(noun => Offices.AreAlike(noun, role.Noun))) continue;
            if (owner is not null && entity.SpeaksFor is not null && owner.Kind is ActorKind.State or ActorKind.Organization && entity.SpeaksFor != owner && entity.SpeaksFor.SpeaksFor != owner && entity.SpeaksFor != owner.SpeaksFor) continue;
            if (mention.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && mention.Gender != entity.Gender) continue;
            var overlap = SharedWords(mention.Role, entity.Role);
            var more = (mention.Role?.Count(c => c == ' ') ?? 0) + 1 - overlap;
            if (more > 0 && entity.Role is not null && overlap < 2 && mention.Role!.Contains(' ', StringComparison.Ordinal) && entity.Role.Contains(' ', StringComparison.Ordinal)) continue;
            var score = (held ? 2 : 1) + overlap + 1.0 / (1 + words[mention.First].Sentence - words[entity.LastWord].Sentence);
            if (score <= bestScore) continue;
            (best, bestScore) = (entity, score);
        }

        return best;
    }

    private static int SharedWords(string? a, string? b) =>
        a is null || b is null ? 0 : a.Split(' ').Count(x => b.Split(' ').Contains(x, StringComparer.OrdinalIgnoreCase));

    /// <summary>The body that a short description means: "the union", "the agency", "Peru's delegation".</summary>
    private Entity? FindBody(Mention mention, Body body, Entity? owner)
    {
        if (owner is { IsPerson: true } && body.Class == BodyClass.Body && owner.SpeaksFor is { Kind: ActorKind.Organization or ActorKind.Group } theirs && (theirs.IsNamed || theirs.BodyNouns.Contains(body.Noun))) return theirs;
        Entity? best = null;
        var bestScore = double.MinValue;
        foreach (var entity in _recent.Take(InView))
        {
            if (entity.IsPerson || entity.MergedInto is not null) continue;
            if (owner is not null && entity.SpeaksFor != owner && (owner.SpeaksFor is null || entity.SpeaksFor != owner.SpeaksFor)) continue;
            var fits = entity.BodyNouns.Contains(body.Noun) || body.NameWords.Any(w => Array.IndexOf(entity.NameParts, w) >= 0)
                || entity.NameParts.Contains(body.Noun, StringComparer.OrdinalIgnoreCase);
            if (fits && body.Class is BodyClass.People && body.NameWords.IsEmpty && mention.Role is { } called && called.Contains(' ', StringComparison.Ordinal) && SharedWords(called, entity.Name) < 2) continue;
            if (fits && NamesOther(mention, body, entity) || !entity.BodyNouns.Contains(body.Noun) && Sectors.AreApart(Sectors.OfNoun(body.Noun), Sectors.OfName(entity.NameParts))) continue;
            if (body.Class == BodyClass.Organ && entity is { IsNamed: true, SpeaksFor: null } && !IsPlainOrgan(entity.Name)) continue; // "the army" beside "the Eastern Liberation Army"
            fits |= owner is null && body.Class == BodyClass.Body && Recalls(mention, entity) && !Sectors.AreApart(Sectors.OfNoun(body.Noun), entity.Sector);
            if (!fits || body is { Class: BodyClass.People or BodyClass.Staff, NameWords.Length: 0 } != entity.Plural) continue;
            var score = Salience(entity, mention.First, 0.2) + (string.Equals(entity.NameParts.LastOrDefault(), body.Noun, StringComparison.OrdinalIgnoreCase) ? 1 : 0) + (Recalls(mention, entity) ? 2 : 0);
            if (score <= bestScore) continue;
            (best, bestScore) = (entity, score);
        }

        return best ?? (owner is null && body.Class == BodyClass.Body && mention.End - mention.First <= (mention.Determiner == Determiner.None ? 1 : 2) ? NamedBody(mention, Sectors.OfNoun(body.Noun)) : null);
    }

    /// <summary>"The dairy company" of Ollerton Dairies: what stands before the noun recurs in the name.</summary>
    private bool Recalls(Mention mention, Entity entity)
    {
        if (!entity.IsNamed) return false;
        for (var i = mention.First; i < mention.Head; i++)
            if (words[i].Text.Length >= 4 && words[i].Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN)
                foreach (var part in entity.NameParts)
                    if (part.AsSpan().StartsWith(words[i].Text.AsSpan(0, words[i].Text.Length - 1), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"The union", "the airline" of a body whose name has no such word: one of that sort, or of no sort that is known.</summary>
    private Entity? NamedBody(Mention mention, Sector sort)
    {
        if (sort is Sector.Unknown) return null;
        var found = Best(mention.First, e => CanBeBody(e) && (e.Sector & sort) is not Sector.Unknown, 0.2)
            ?? Best(mention.First, e => CanBeBody(e) && e.Sector is Sector.Unknown && (e.Prominent || e.IsSource || e.Count > 1) && e.BodyNouns.Count == 0 && !Array.Exists(e.NameParts, p => lexicon.Find(p).Is(WordClass.OrgWord)), 0.3);
        if (found is { Sector: Sector.Unknown }) found.Said = sort;
        return found;
    }

    private static bool CanBeBody(Entity e) =>
        e is { IsNamed: true, IsPlaceName: false, IsPersonal: false, Kind: ActorKind.Organization or null, SpeaksFor: null, Gender: Gender.Unknown };

    /// <summary>"The finance ministry" is not the agriculture ministry.</summary>
    private bool NamesOther(Mention mention, Body body, Entity entity)
    {
        if (TierOf(mention.First, mention.Head) is { } tier && Array.Find(entity.NameParts, s_tiers.Contains) is { } other && !string.Equals(tier, other, StringComparison.OrdinalIgnoreCase)) return true;
        if (mention.Role is null || mention.Role.Length == body.Noun.Length) return false;
        foreach (var word in mention.Role.Split(' '))
            if (lexicon.Find(word).Is(WordClass.Portfolio) && !entity.Name.Contains(word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private string? TierOf(int first, int head)
    {
        for (var i = first; i < head; i++)
            if (s_tiers.Contains(words[i].Text)) return words[i].Text;
        return null;
    }

    /// <summary>"These people", "the diplomat": whoever was last quoted and can be meant.</summary>
    private Entity? Resumed(Mention mention)
    {
        if (mention.BodyNoun is { Class: BodyClass.People or BodyClass.Staff, Noun: "people" or "sources" or "officials" or "men" or "women" } && mention.Of is null)
            return Best(mention.First, e => e.Plural && e.IsSource, 0.7);
        if (mention.RoleNoun is not { Plural: false } role || !Offices.IsHypernym(role.Noun)) return null;
        return Best(mention.First, e => e.IsPerson && !e.Plural && e.IsSource && (e.RoleClass != RoleClass.None || role.Noun is "person" or "man" or "woman")
            && (mention.Gender == Gender.Unknown || e.Gender == Gender.Unknown || e.Gender == mention.Gender), 1.2);
    }

    private Entity? NewDescribed(Mention mention)
    {
        var text = mention.Label ?? words.Slice(mention.First, mention.End);
        var entity = New(WithoutArticle(text), mention.Kind, named: false);
        entity.Plural = mention.Plural;
        entity.Gender = mention.Gender;
        entity.IsUnnamedSpokesman = mention.Determiner == Determiner.Indefinite && mention.RoleNoun?.Noun.StartsWith("spokes", StringComparison.Ordinal) == true;
        return entity;
    }

    public static string WithoutArticle(string text)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "The ", "a ", "A ", "an ", "An "])
            if (text.StartsWith(article, StringComparison.Ordinal)) return text[article.Length..];
        return text;
    }

    private Entity? Pronoun(Mention mention)
    {
        if (mention.Gender != Gender.Unknown)
        {
            var person = Best(mention.First, e => e.IsPerson && !e.Plural && (e.Gender == mention.Gender || e.Gender == Gender.Unknown), 0.6, e => e.Gender == mention.Gender ? 0.5 : 0);
            if (person is { Gender: Gender.Unknown }) person.Gender = mention.Gender;
            return person;
        }

        if (mention.Plural) return Best(mention.First, e => e.Plural || e.Kind is ActorKind.Group or ActorKind.Organization, 0.8, e => e.Plural || e.Kind == ActorKind.Group || e.IsCalledPlural ? 0.8 : 0);
        if (words[mention.Head].Text is "it" or "It" or "its" or "Its" or "itself") return Best(mention.First, e => !e.IsPerson && !e.Plural && e.Kind != ActorKind.Group && (e.Kind is not null || e.NameParts.Length == 1 && (mention.Owns is null || !e.IsPersonal && words[e.LastWord].Sentence == words[mention.First].Sentence)), 0.8, e => (words[e.LastWord].Sentence == words[mention.First].Sentence ? 0.5 : 0) + Suits(e, mention.Owns));
        return null;
    }

    /// <summary>How well an office goes with the body that "its" may stand for: foreign ministers are a state's, chairmen are not.</summary>
    private static double Suits(Entity owner, Mention? office)
    {
        if (office?.RoleNoun is not { } role || !owner.IsNamed && owner.Kind != ActorKind.State) return 0;
        if (role.Class == RoleClass.State) return owner.Kind == ActorKind.State ? 0.7 : -0.7;
        var sort = Sectors.OfOffice(office.Role ?? "");
        if (sort is not Sector.Unknown && owner.Sector is not Sector.Unknown) return (sort & owner.Sector) is Sector.Unknown ? -1.5 : 1;
        return role.Class == RoleClass.Head && owner.Kind == ActorKind.State && role.Noun is not ("president" or "leader" or "vice-president" or "vice president" or "head") ? -1.5 : 0;
    }

    /// <summary>The actor most in view at a word, among those that fit; none if the last mention lies too far back.</summary>
    private Entity? Best(int word, Func<Entity, bool> fits, double perSentence, Func<Entity, double>? bonus = null)
    {
        Entity? best = null;
        var bestScore = -4.0;
        foreach (var entity in _recent.Take(InView))
        {
            if (entity.MergedInto is not null || !fits(entity)) continue;
            var score = Salience(entity, word, perSentence) + (bonus?.Invoke(entity) ?? 0);
            if (score < bestScore || score == bestScore && best is not null && best.LastWord > entity.LastWord) continue;
            (best, bestScore) = (entity, score);
        }

        return best;
    }

    private double Salience(Entity entity, int word, double perSentence)
    {
        var distance = words.SentencesApart(word, entity.LastWord);
        var apart = words.ParagraphOf(word) - words.ParagraphOf(entity.LastWord);
        return entity.LastWeight - perSentence * distance - 0.2 * Math.Min(apart, 5);
    }

    /// <summary>Role, owner and party of an actor from a mention's own words.</summary>
    private void Learn(Entity entity, Mention mention)
    {
        var owner = mention is { Name: null, Same: { Of: { Kind: ActorKind.Organization or ActorKind.State, Name: not null } own } same } && own.First > same.First && (own.Kind is ActorKind.Organization || mention.Of is not { Kind: ActorKind.Organization }) ? Resolve(own) : Owner(mention); // "an opposition member, Jane Doe of the Orchard Party"
        if (mention.BodyNoun is { } body && !entity.BodyNouns.Contains(body.Noun) && mention.Same is not null | mention.Name is not null | !entity.IsNamed) entity.BodyNouns.Add(body.Noun);
        if (mention.RoleNoun is { } role && entity.Kind is null or ActorKind.Person)
        {
            entity.Kind = ActorKind.Person;
            if (!entity.RoleNouns.Contains(role.Noun)) entity.RoleNouns.Add(role.Noun);
            if (entity.RoleClass == RoleClass.None) entity.RoleClass = role.Class;
            if (mention.Role is not null && !s_generic.Contains(mention.RoleNoun.Noun) && (entity.Role is null || mention.Role.Length > entity.Role.Length && mention.Same is not null)) entity.Role = Lowered(mention.Role);
        }

        if (entity is { IsPerson: true, SpeaksFor: { IsNamed: false, Kind: ActorKind.Organization } } && mention.Name is not null && owner is { IsNamed: true, Kind: ActorKind.Organization }) entity.SpeaksFor = owner; // "an opposition member, Ada Lind of the Homeland Party"
        if (mention is { Entry.Country: not null, Of: not null } && owner is { Kind: ActorKind.Organization }) entity.SpeaksFor ??= owner; // a state for its bloc
        if (mention.Behalf is { } principal && Resolve(principal) is { IsPerson: false } represented && represented != entity) entity.SpeaksFor = represented;
        if (entity.SpeaksFor is null && entity.Kind is not ActorKind.State && owner != entity) entity.SpeaksFor = PartyBehind(entity, mention, owner);
        if (entity.Country is null && owner is { Kind: ActorKind.State }) entity.Country = owner.Country;
        if (entity.Country is null && entity.SpeaksFor is { Kind: ActorKind.State } state) entity.Country = state.Country;
    }

    private Entity? Owner(Mention mention)
    {
        if (mention.Of is not { } of) return null;
        var owner = Resolve(of);
        if (owner is { Count: 0, SpeaksFor: null } && of.Name is null && !of.IsPronoun) Learn(owner, of);
        return owner;
    }

    private static string Lowered(string role)
    {
        if (role.Length < 2 || !char.IsUpper(role[0]) || char.IsUpper(role[1])) return role;
        return string.Join(' ', role.Split(' ').Select(w => w.Length > 1 && char.IsUpper(w[0]) && char.IsLower(w[1]) ? char.ToLower(w[0], CultureInfo.InvariantCulture) + w[1..] : w));
    }
}
