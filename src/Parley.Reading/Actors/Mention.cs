using Parley.Language;

namespace Parley.Reading.Actors;

internal enum Determiner { None, Definite, Indefinite, Possessive, Genitive }

/// <summary>A stretch of words that may stand for an actor, and what its words say about that actor.</summary>
internal sealed class Mention(Span span, int first, int end)
{
    public Span Span { get; set; } = span;

    public int First { get; set; } = first;

    public int End { get; set; } = end;

    /// <summary>The name without title, article and genitive; null for descriptions and pronouns.</summary>
    public string? Name { get; set; }

    public GazetteerEntry? Entry { get; set; }

    /// <summary>Null where the words alone do not tell.</summary>
    public ActorKind? Kind { get; set; }

    /// <summary>Whether only an office beside it made it a body: a surname that the report has in full is a person's all the same.</summary>
    public bool KindIsInferred { get; set; }

    /// <summary>What the language took a single word for: too unsure to keep a surname from its holder.</summary>
    public ActorKind? Guess { get; init; }

    public bool IsPlace { get; set; }

    /// <summary>Whether the language took the name for a place's; it may be a state no table knows.</summary>
    public bool IsPlaceName { get; set; }

    public Gender Gender { get; set; }

    public bool Plural { get; set; }

    public bool IsPronoun { get; set; }

    /// <summary>Whether an honorific or a rank stands before the name.</summary>
    public bool Titled { get; set; }

    /// <summary>The words of the description without determiner and owner ("environment minister").</summary>
    public string? Role { get; set; }

    public Role? RoleNoun { get; set; }

    public Body? BodyNoun { get; set; }

    /// <summary>Index of the head word of a description, or of the last word of a name.</summary>
    public int Head { get; set; }

    public Determiner Determiner { get; set; }

    /// <summary>Whose or of what: "Austria's …", "its …", "… of the union", "Turkish …".</summary>
    public Mention? Of { get; set; }

    /// <summary>On whose behalf the words say this speaks, whatever the office: "… speaking on behalf of the confederation".</summary>
    public Mention? Behalf { get; set; }

    /// <summary>The name that this description stands beside, or the fuller mention that this one belongs to.</summary>
    public Mention? Same { get; set; }

    /// <summary>"One of them": a member of what <see cref="Of"/> names.</summary>
    public bool IsOneOf { get; set; }

    /// <summary>The state whose capital the words say this is.</summary>
    public Mention? CapitalOf { get; set; }

    /// <summary>What to call an unnamed actor, where more than the mention's own words ("two people briefed on the talks").</summary>
    public string? Label { get; set; }

    /// <summary>Whether a description of an office stands beside this name.</summary>
    public bool Described { get; set; }

    /// <summary>The office or body that this pronoun owns: "chairman" of "its chairman".</summary>
    public Mention? Owns { get; set; }

    /// <summary>Whether it tells of a source by a calling that no table knows: "the fishmonger", "the master mariner".</summary>
    public bool IsCalling { get; init; }

    /// <summary>Whether it only qualifies another mention ("Turkish" of "the Turkish ministry").</summary>
    public bool Inner { get; set; }

    /// <summary>Whether a source is described as its: "Tolliver's office".</summary>
    public bool OwnsSource { get; set; }

    public bool Quoted { get; init; }

    public bool IsResolving { get; set; }

    public Entity? Entity { get; set; }
}
