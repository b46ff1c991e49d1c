namespace Parley.Reading.Actors;

/// <content>On whose behalf an actor speaks, by the words of a mention.</content>
internal sealed partial class Cast
{
    private Entity? PartyBehind(Entity entity, Mention mention, Entity? owner)
    {
        if (owner is { IsPerson: true } && mention.Of!.Determiner == Determiner.Indefinite) return null;
        if (owner is { IsNamed: false, IsPerson: false } && mention.Of is { Name: null, BodyNoun.Noun: "district" or "city" or "town" or "county", Inner: true, Role: { } alone } && !alone.Contains(' ', StringComparison.Ordinal)) owner = null; // "city attorney": of none that is named
        var party = owner is null ? null : IsOrganOfUnion(owner) ? owner : owner.SpeaksFor ?? (owner.IsPerson ? null : owner);
        if (mention.RoleNoun is { } role && entity.IsPerson)
        {
            if (mention.Role is { } held && held.EndsWith("Secretary-General", StringComparison.Ordinal) && mention.Of is null && UnitedNations() is { } headed) return headed;
            if (role.Class == RoleClass.None || IsPast(mention)) return null;
            if (role.Class == RoleClass.Member) return owner is { Kind: ActorKind.Organization } && (owner.Sector is Sector.Unknown || owner.Sector.HasFlag(Sector.Party)) && owner.BodyNouns.Count == 0 ? party : null;
            if (role.Noun is "counterpart" or "opposite number") return owner is { IsPerson: false } ? party : OtherState(owner);
            if (party is null && mention.Of is null && role.Noun is "spokesperson" && UnitedNations() is { } nations) return nations;
            if (party is null && mention.Of is null && IsOfUnitedNations(mention.Role) && UnitedNations(anyName: true) is { } sending) return sending;
            if (role.Noun is "governor" && owner is not ({ Kind: ActorKind.Organization, IsNamed: true } or { Within: not null })) return null; // of a province or a bank, and of nothing else
            if (role.Class == RoleClass.Broker && role.Noun is not "governor" && mention.Determiner is not (Determiner.Genitive or Determiner.Possessive)) return null;
            if (party is not null) return party;
            if (role.Noun is "commissioner" && mention.Of is null && (_listed.TryGetValue("European Commission", out var commission) && commission.Count > 0 || _listed.TryGetValue("European Union", out commission))) return commission;
            if (role.Noun.StartsWith("spokes", StringComparison.Ordinal) && mention.Of is null) return UnnamedBefore(mention, role)?.SpeaksFor ?? LikelyParty(mention);
            if (role.Class == RoleClass.Broker || mention.Of is not null || mention.Determiner != Determiner.Definite && role.Class != RoleClass.State && mention.Same is null) return null;
            var state = role.Class == RoleClass.State || !IsOfCompany(mention) && mention.Role!.Split(' ').Any(w => lexicon.Find(w).Is(WordClass.Portfolio));
            if (mention.Role!.StartsWith("shadow ", StringComparison.OrdinalIgnoreCase)) return LikelyParty(mention);
            if (state || role.Noun is "president" or "vice-president")
            {
                entity.NeedsState = true;
                if (UnnamedCounterpart(mention) is { } other && entity.IsNamed)
                {
                    other.MergedInto = entity;
                    return other.SpeaksFor;
                }

                return LikelyState(mention.First, s => !HasOther(s, entity, mention));
            }

            if (role.Noun is "source" or "insider" or "person") return null;
            if (!entity.IsNamed && entity.Count > 1 || role.Noun is "deputy") return null; // "an executive", then "the executive"
            entity.Office = mention;
            return LikelyParty(mention);
        }

        if (mention is { BodyNoun.Noun: "mission" or "force", Same: not null } && entity.Kind == ActorKind.Organization && !entity.IsPlaceName)
            return owner is { Kind: ActorKind.Organization } ? party : IsPeacekeeping(mention) ? UnitedNations(anyName: true) : null;
        if (mention.Name is null && mention.Same is null && entity.IsNamed) return null;
        if (mention.BodyNoun is { Class: BodyClass.Organ } && entity.Kind == ActorKind.Organization)
        {
            if (party is null && mention.Name is not null && !IsPlainOrgan(mention.Name) && !(mention.Name.StartsWith("Department ", StringComparison.Ordinal) || mention.Name.StartsWith("Ministry ", StringComparison.Ordinal))) return null; // "the Eastern Liberation Army" is no state's
            if (party is null && owner is { IsPerson: true, IsNamed: true }) return null; // "Doe's office"
            entity.NeedsState = party is null;
            return party ?? LikelyState(mention.First);
        }

        if (mention is { Name: null, BodyNoun.Class: BodyClass.Office } && owner is { Kind: ActorKind.State or ActorKind.Organization, Name: not ("county" or "city" or "town" or "district" or "region") } && entity.Kind == ActorKind.Organization && mention.Determiner is not Determiner.Indefinite) return party;
        if (mention is { Name: null, Determiner: Determiner.Genitive or Determiner.Possessive, BodyNoun.Noun: "committee" or "group" or "panel" or "board" or "executive" or "unit" or "arm" or "wing" or "secretariat" or "leadership" or "bureau" or "management" or "team" or "branch" } && owner is { Kind: ActorKind.Organization or ActorKind.Group or ActorKind.Person } && entity.Kind == ActorKind.Organization) return party; // "the CMA's inquiry group"
        if (mention.BodyNoun is { Class: BodyClass.Staff }) return owner is { Kind: ActorKind.Group } ? null : party;
        if (mention.Name is "Commission" or "Council" or "Parliament" or "Council presidency" && _listed.TryGetValue("European Union", out var union)) return union;
        if (mention.IsOneOf) return owner?.SpeaksFor;
        return mention.Name is not null && mention.Of is not null && entity.Kind is null or ActorKind.Person ? party : null;
    }

    /// <summary>"Her Norwegian counterpart", told of before anybody named him.</summary>
    private Entity? UnnamedCounterpart(Mention mention) => _recent.Take(InView).FirstOrDefault(e =>
        e is { IsNamed: false, IsPerson: true, MergedInto: null, SpeaksFor.Kind: ActorKind.State } && (e.RoleNouns.Contains("counterpart") || e.RoleNouns.Contains("opposite number")) && words[mention.First].Sentence - words[e.LastWord].Sentence <= 6);

    /// <summary>The state across the table from a person's own, where the report has just one.</summary>
    private Entity? OtherState(Entity? person)
    {
        if (person?.SpeaksFor is not { Kind: ActorKind.State } own) return null;
        var others = _recent.Take(InView).Where(e => e is { Kind: ActorKind.State, Brokers: false, Count: > 1 } && e != own).Take(2).ToList();
        return others is [var only] ? only : null;
    }

    /// <summary>Whether a state has a holder of this office already: two fisheries ministers are of two states.</summary>
    private bool HasOther(Entity state, Entity entity, Mention office) => _recent.Take(InView).Any(e =>
        e != entity && e is { IsNamed: true, IsPerson: true } && e.SpeaksFor == state && e.Role is { } role && string.Equals(role, Lowered(office.Role!), StringComparison.Ordinal));

    /// <summary>"Finance director", "site manager".</summary>
    private static bool IsOfCompany(Mention office) =>
        office.RoleNoun is { Noun: "director" or "manager" or "executive" or "officer" or "boss" } && Sectors.OfOffice(office.Role ?? "").HasFlag(Sector.Business);

    /// <summary>The body most named of the sort that has such an office, wherever it stands in the report.</summary>
    public Entity? HomeOf(Mention office)
    {
        var sort = Sectors.OfOffice(office.Role ?? "");
        return _entities.Where(e => e is { IsNamed: true, Kind: ActorKind.Organization, SpeaksFor: null, MergedInto: null } && (e.Sector & sort) is not Sector.Unknown).MaxBy(e => e.Mentions.Count);
    }

    /// <summary>"A former ambassador" speaks for nobody.</summary>
    private bool IsPast(Mention mention)
    {
        for (var i = Math.Max(mention.First - 1, 0); i < mention.Head; i++)
            if (words[i].Text.ToLowerInvariant() is "former" or "ex" or "retired" or "onetime" or "one-time" or "erstwhile") return true;
        return words[mention.Head].Text.StartsWith("ex-", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Scholars and analysts speak for no think-tank or university, unless they hold its offices.</summary>
    public static bool SpeaksForItself(Entity person) =>
        person is { IsPerson: true, RoleClass: RoleClass.None or RoleClass.Member, SpeaksFor: { IsSource: false } body } && (body.BodyNouns.Exists(Sectors.IsLearned) || Array.Exists(body.NameParts, Sectors.IsLearned));

    /// <summary>"IAM District 70" is a branch of the union with these initials.</summary>
    public void TieBranches()
    {
        foreach (var branch in _entities)
            if (branch is { IsNamed: true, Kind: ActorKind.Organization, SpeaksFor: null, NameParts: [var first, .., var last] } && char.IsAsciiDigit(last[0]) && _byPart.TryGetValue(first, out var parents))
                branch.SpeaksFor = parents.Find(p => p != branch && p is { Kind: ActorKind.Organization, Count: > 0, NameParts.Length: > 2 } && NameMatch.Initials(p.NameParts).StartsWith(first, StringComparison.Ordinal));
    }

    /// <summary>"Foreign Ministry", "National Assembly": a name of nothing but what the organ does.</summary>
    private bool IsPlainOrgan(string name) =>
        name.Split(' ').All(w => lexicon.Find(w) is { Body: not null } or { Classes: not WordClass.None } || w is "National" or "Supreme" or "Joint" or "Armed" or "General" or "Central");

    /// <summary>"A Chinese ministry spokesperson …", two sentences on "Spokesperson Liang Wenbo": the same office.</summary>
    private Entity? UnnamedBefore(Mention mention, Role role) => mention.Determiner is not Determiner.None ? null : _recent.Take(InView).FirstOrDefault(e =>
        e is { IsUnnamedSpokesman: true, MergedInto: null, SpeaksFor: not null } && e.RoleNouns.Contains(role.Noun) && words.SentencesApart(mention.First, e.LastWord) <= 4);

    private static bool IsPeacekeeping(Mention mission) => mission.Role is { } role && (role.Contains("peacekeeping", StringComparison.OrdinalIgnoreCase) || role.Contains("stabilisation", StringComparison.OrdinalIgnoreCase) || role.Contains("stabilization", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfUnitedNations(string? role) =>
        role is not null && (role.StartsWith("Special Representative", StringComparison.Ordinal) || role.StartsWith("Special Envoy", StringComparison.Ordinal) || role.StartsWith("Special Rapporteur", StringComparison.Ordinal) || role.StartsWith("Under-Secretary", StringComparison.Ordinal) || role.EndsWith("Humanitarian Coordinator", StringComparison.Ordinal) || role.EndsWith("Resident Coordinator", StringComparison.Ordinal));

    /// <summary>The United Nations, where the report names them and, unless any name will do, a Secretary-General without saying whose.</summary>
    private Entity? UnitedNations(bool anyName = false)
    {
        var says = _says.Value;
        if (!(says.InFull || anyName && says.InShort) || !(anyName || says.Secretary)) return null;
        return gazetteer.Match("United Nations", 0, out _) is { } entry ? Listed(entry) : null;
    }
}
