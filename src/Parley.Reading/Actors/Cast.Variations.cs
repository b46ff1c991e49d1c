using Parley.Language;

namespace Parley.Reading.Actors;

/// <content>Persons told of by something else that is true of them: what they were, their nation, their party.</content>
internal sealed partial class Cast
{
    /// <summary>"The former surgeon", "the veteran engineer", "the 58-year-old": a person just named, by something else that is true of him.</summary>
    private bool IsVariation(Mention mention)
    {
        if (mention is { IsCalling: true, Determiner: Determiner.Definite }) return true;
        if (mention is not { Determiner: Determiner.Definite, RoleNoun.Plural: false, Kind: ActorKind.Person, Same: null, Of: null or { Entry.Use: NameUse.Demonym } or { Name: null } }) return false;
        if (mention.RoleNoun.Noun is "person" && mention.Role is { } age && age.EndsWith("year-old", StringComparison.Ordinal)) return true;
        return mention.First + 1 < mention.Head && (words[mention.First + 1].Text is "former" or "onetime" or "one-time" || mention is { RoleNoun.Class: RoleClass.None or RoleClass.Member, Of: null } && words[mention.First + 1].Text is "veteran" or "retired" or "long-serving");
    }

    /// <summary>"The Belgian said": a demonym without a noun is a person of that nation, or one whose nation is not told.</summary>
    private Entity? NationalOf(Mention mention)
    {
        if (mention is not { Entry: { Use: NameUse.Demonym, Country.Code: { } code }, Plural: false, Inner: false } || mention.First == 0 || words[mention.First - 1].Text is not ("the" or "The")) return null;
        if (mention.End >= words.Count || words[mention.End].Upos is not (Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.ADP or Upos.ADV)) return null;
        return Best(mention.First, e => e is { IsPerson: true, IsNamed: true, Plural: false }, 1.0, e => e.Country is null ? 0 : e.Country == code ? 0.5 : -1.5); // an envoy's land is not his party's
    }

    /// <summary>"The Republican said", "the Irishwoman said": by party or land alone, without a noun.</summary>
    private bool IsPartisan(Mention mention) =>
        mention is { Name: { } name, Entry: null, Inner: false } && mention.First > 0 && words[mention.First - 1].Text is "the" or "The"
        && (name is "Republican" or "Democrat" or "Socialist" or "Conservative" or "Liberal" or "Tory" or "Social Democrat" or "Christian Democrat" || name.EndsWith("woman", StringComparison.Ordinal) || name.EndsWith("man", StringComparison.Ordinal) && name.Length > 7 && name is not "Chairman")
        && mention.End < words.Count && words[mention.End].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.ADV;
}
