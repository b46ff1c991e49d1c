using System.Collections.Immutable;
using System.Globalization;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Actors;

/// <summary>Resolves the mentions of a report in text order and keeps the actors who take part.</summary>
internal sealed class CastReader(
    Words words, ActorLexicon lexicon, Gazetteer gazetteer, (GazetteerEntry Entry, Span Span)? dateline, List<Mention> mentions, Mention?[] sources, ImmutableArray<Attribution> attributions)
{
    private static readonly string[] s_doing = ["drop", "refuse", "reject", "demand", "offer", "accept", "agree", "insist", "deny", "oppose", "propose", "threaten", "promise", "pledge", "urge", "want", "warn", "accuse", "concede", "recall", "withdraw", "sign", "ratify"];
    private readonly Cast _cast = new(words, lexicon, gazetteer, dateline);

    public ActorTable Read()
    {
        var speaking = new HashSet<Mention>(sources.OfType<Mention>());
        foreach (var source in speaking)
            if (source.Of is not null) source.Of.OwnsSource = true;
        NameStates();
        NameBodies();
        _cast.Introduce(mentions);
        var sentence = -1;
        foreach (var mention in mentions)
        {
            var opens = words[mention.First].Sentence != sentence && !mention.Quoted;
            if (opens && !mention.Inner) sentence = words[mention.First].Sentence;
            var isSource = speaking.Contains(mention);
            var entity = _cast.Resolve(mention);
            if (entity is null) continue;
            if (isSource && entity.Count == 0) entity = GiveNameToUnnamed(mention, entity);
            var subject = !mention.Inner && !mention.Quoted && words.IsMainSubject(mention.Head);
            _cast.Note(mention, Weight(mention, isSource, opens) + (subject ? 0.3 : !mention.Inner && !mention.Quoted && words.IsSubject(mention.Head) ? 0.2 : 0));
            entity.Prominent |= !mention.Inner && !mention.Quoted && (opens || words.IsSubject(mention.Head));
            entity.IsSource |= isSource;
            entity.Brokers |= words.IsSubjectOf(mention.Head, "host", "mediate", "broker", "facilitate");
            entity.IsDoer |= (mention.IsPlaceName || mention.Entry?.Country is not null) && !mention.Inner && words.IsSubjectOf(mention.Head, s_doing);
            entity.Involved |= isSource || Acts(mention) || entity.IsDoer;
        }

        Quote();
        return Build();
    }

    /// <summary>How much a mention brings an actor into view: those who speak most, places hardly.</summary>
    private double Weight(Mention mention, bool isSource, bool opens)
    {
        if (isSource) return 2;
        if (mention.Quoted) return 0.3;
        if (mention.OwnsSource) return 1.6;
        if (FollowsPreposition(mention)) return mention.Entry?.Use == NameUse.Capital ? 0 : 0.5;
        if (mention is { Inner: true, Entry.Use: NameUse.Demonym }) return 0.5; // "Velmoran troops"
        return opens ? 1.5 : mention.Inner ? 0.8 : 1;
    }

    /// <summary>A name that owns a foreign minister, an army or a government is a state's.</summary>
    private void NameStates()
    {
        foreach (var mention in mentions)
        {
            if (mention is { RoleNoun.Class: RoleClass.State, Of: { Entry: null, Name: "Europe" or "Africa" or "Asia" or "Brexit" } }) mention.Of = null; // "the Europe minister"
            if (mention.Of is not { Entry: null, Name: not null, Kind: null or ActorKind.Organization, BodyNoun: null } name || name.Name.Count(c => c == ' ') > 1) continue;
            if (name.Kind is ActorKind.Organization && mention.BodyNoun is not { Noun: "government" or "regime" or "republic" or "kingdom" or "junta" }) continue;
            if (mention.RoleNoun is { Class: RoleClass.State } || mention.BodyNoun is { Noun: "government" or "regime" or "republic" or "kingdom" or "junta" } or { Noun: "army" or "parliament" or "embassy" or "military" or "navy" }) name.Kind = ActorKind.State;
        }
    }

    /// <summary>"Merrin's board": what owns a board or a chairman is a body, and so is "Merrin Copper", whatever the language took it for.</summary>
    private void NameBodies()
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mention in mentions)
            if (mention is { Of: { Name: { } name, Entry: null, IsPlace: false, Titled: false, Kind: not ActorKind.Person } } and ({ BodyNoun.Noun: "board" or "management" or "workers" or "shareholders" or "parent" or "executives" } or { RoleNoun.Class: RoleClass.Head, Determiner: Determiner.Genitive })) bodies.Add(name);
        foreach (var mention in mentions)
        {
            if (mention is not { Name: { } name, Entry: null, Titled: false, Described: false, Kind: null or ActorKind.Person } || words[mention.First].Known.Is(WordClass.GivenName)) continue;
            if (name.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space && bodies.Contains(name[..space])) mention.Kind = ActorKind.Organization;
        }
    }

    /// <summary>Wire reports open with an office and name its holder a sentence or two later.</summary>
    private Entity GiveNameToUnnamed(Mention mention, Entity named)
    {
        if (mention.Name is null || mention.Entry is not null || !named.NameParts.Skip(1).Any() || named.Kind is not null and not ActorKind.Person) return named;
        if (mention.Described) return named;
        Entity? office = null;
        foreach (var entity in _cast.Entities)
        {
            if (entity.IsNamed || entity.IsUnnamedSpokesman || !entity.IsPerson || entity.Plural || !(entity.IsSource || entity.Prominent) || entity.MergedInto is not null || entity.RoleNouns.Count == 0 || entity.RoleClass is RoleClass.None or RoleClass.Member) continue;
            if (named.Gender != Gender.Unknown && entity.Gender != Gender.Unknown && named.Gender != entity.Gender) continue;
            if (entity.RoleNouns.TrueForAll(noun => noun is "diplomat" or "official" or "source" or "person" or "man" or "woman")) continue; // "a diplomat" stays one
            var paragraph = words.ParagraphOf(mention.First);
            if (paragraph - words.ParagraphOf(entity.LastWord) > (words.ParagraphOf(entity.LastWord) > 4 ? 1 : 3)) continue;
            if (office is null || entity.LastWord > office.LastWord) office = entity;
        }

        if (office is null) return named;
        office.MergedInto = named;
        named.Kind = ActorKind.Person;
        named.Mentions.AddRange(office.Mentions);
        (named.Role, named.RoleClass, named.SpeaksFor, named.Country) = (office.Role, office.RoleClass, office.SpeaksFor, office.Country);
        named.NeedsState = office.NeedsState;
        named.RoleNouns.AddRange(office.RoleNouns);
        return named;
    }

    /// <summary>"I" and "we" inside a quotation are its speaker.</summary>
    private void Quote()
    {
        for (var i = 0; i < attributions.Length; i++)
        {
            if (sources[i]?.Entity?.Final is not { } speaker) continue;
            foreach (var span in attributions[i].Content)
            {
                for (var k = words.At(span.Start); k < words.Count && words[k].Span.Start < span.End; k++)
                    if (words.IsQuoted(k) && words[k].Text is "I" or "me" or "my" or "My" or "we" or "We" or "us" or "our" or "Our") speaker.Mentions.Add(words[k].Span);
            }
        }
    }

    private bool FollowsPreposition(Mention mention) => mention.First > 0 && IsPlacing(words[mention.First - 1].Text is "the" or "a" && mention.First > 1 ? mention.First - 2 : mention.First - 1);

    private bool IsPlacing(int word) =>
        words[word].Text is "in" or "at" or "near" or "from" or "of" or "off" or "to" or "outside" or "through" or "across" or "around" or "In" or "At" or "into" or "for" or "by" or "toward" or "towards" or "over" or "about" or "inside" or "via" or "on";

    /// <summary>Whether a mention stands where actors do: neither a place after a preposition nor a mere qualifier.</summary>
    private bool Acts(Mention mention)
    {
        if (mention is { Inner: true, Entry.Country: not null } && mention.First > 0 && words[mention.First - 1].Text is "in") return false; // "France's ambassador in Lima"
        if (mention.Inner) return mention.Entry?.Use != NameUse.Demonym || mention.Kind == ActorKind.State;
        if (mention.Entry?.Use == NameUse.Demonym) return mention.Plural;
        if (!FollowsPreposition(mention)) return mention.Kind != null || mention.Entry is not null || mention.Same is not null;
        return words[mention.First - 1].Text is "by" or "for" or "to" && mention.Entry?.Organization is null && mention.Entry?.Use != NameUse.Capital && mention.Kind is not null;
    }

    private ActorTable Build()
    {
        _cast.PartOrgansFromUnions();
        _cast.TieBranches();
        foreach (var entity in _cast.Entities)
        {
            if (entity.Kind is null && entity.IsPlaceName && (entity.IsSource || entity.IsDoer)) entity.Kind = ActorKind.State;
            if (entity is { IsPerson: true, IsPersonal: true, NameParts.Length: 1, Gender: Gender.Unknown, Role: null }) entity.Kind = ActorKind.Organization; // persons are introduced by their full name
            if (entity.Kind is null) entity.Kind = entity.NameParts.Length >= 2 ? ActorKind.Person : ActorKind.Organization;
            if (entity is { NeedsState: true, SpeaksFor: null }) entity.SpeaksFor = _cast.Home() ?? _cast.MostNamedState();
            if (entity is { Office: { } office, SpeaksFor: null }) entity.SpeaksFor = _cast.HomeOf(office);
            if (Cast.SpeaksForItself(entity)) entity.SpeaksFor = null;
            if (entity.SpeaksFor?.Final is { } party) entity.SpeaksFor = party.SpeaksFor?.Final ?? party;
            if (entity.SpeaksFor == entity) entity.SpeaksFor = null;
            if (entity.Within is not null) entity.Kind = ActorKind.Organization;
        }

        foreach (var entity in _cast.Entities)
            if (entity is { MergedInto: null, SpeaksFor: { } party } && Kept(entity)) party.IsSpokenFor = true;
        var kept = _cast.Entities.Where(e => e.MergedInto is null && e.Mentions.Count > 0 && Kept(e)).OrderBy(e => e.Mentions.Count == 0 ? int.MaxValue : e.Mentions.Min(m => m.Start)).ToList();
        var ids = kept.Select((e, i) => (e, Id: "a" + (i + 1).ToString(CultureInfo.InvariantCulture))).ToDictionary(x => x.e, x => x.Id);
        return new([.. kept.Select(e => new Actor(
            ids[e], e.Name, e.Kind!.Value, e.Country, e.Role, e.SpeaksFor is { } party ? ids.GetValueOrDefault(party) : null, [.. e.Mentions.Distinct().Order()]))])
        {
            Speakers = [.. sources.Select(s => s?.Entity?.Final is { } speaker ? ids.GetValueOrDefault(speaker) : null)],
        };
    }

    private static bool Kept(Entity entity) => entity.IsSource || entity.IsSpokenFor || entity is { Within: null } or { IsDoer: true } && !(entity.IsPlaceName && entity.Kind != ActorKind.State) && entity.Involved && (entity.IsNamed || entity.Kind is ActorKind.State || entity.SpeaksFor is not null);
}
