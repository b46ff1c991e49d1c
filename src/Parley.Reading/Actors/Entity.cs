using Parley.Language;

namespace Parley.Reading.Actors;

/// <summary>An actor while the report is being read.</summary>
internal sealed class Entity
{
    public Entity(string name, ActorKind? kind)
    {
        (Name, Kind) = (name, kind);
        Place = new(this);
    }

    public string Name { get; set; }

    public ActorKind? Kind { get; set; }

    public bool IsNamed { get; set; }

    public string? Country { get; set; }

    /// <summary>Whether the table of organisations has it: what its name says of its sort is not asked.</summary>
    public bool IsListed { get; init; }

    /// <summary>ISO code of the state it is a part of, for lands with a government of their own.</summary>
    public string? Within { get; set; }

    public string? Role { get; set; }

    public RoleClass RoleClass { get; set; }

    public List<string> RoleNouns { get; } = [];

    public List<string> BodyNouns { get; } = [];

    public Entity? SpeaksFor { get; set; }

    /// <summary>Whether its office or body belongs to a state, named or not.</summary>
    public bool NeedsState { get; set; }

    /// <summary>An office said to be held without saying where, nor in view what could have it.</summary>
    public Mention? Office { get; set; }

    /// <summary>Whether it was told of as one of those who are not named: "a company spokesman".</summary>
    public bool IsUnnamedSpokesman { get; set; }

    /// <summary>Whether a plural was said of it: "the rebels" of a movement.</summary>
    public bool IsCalledPlural { get; set; }

    /// <summary>Whether somebody who was kept speaks for it.</summary>
    public bool IsSpokenFor { get; set; }

    /// <summary>Whether the language took its name for a person's.</summary>
    public bool IsPersonal { get; set; }

    public Gender Gender { get; set; }

    public bool Plural { get; set; }

    /// <summary>Whether its name was taken for a place's every time and nothing made it a state.</summary>
    public bool IsPlaceName { get; set; }

    public List<Span> Mentions { get; } = [];

    /// <summary>Whether it hosts or mediates, so that no army or government told of without a name is its own.</summary>
    public bool Brokers { get; set; }

    /// <summary>Whether it does something: what only places do is not done.</summary>
    public bool IsDoer { get; set; }

    /// <summary>Index of the latest mention's first word, and how prominent that mention was.</summary>
    public int LastWord { get; set; } = -1;

    public double LastWeight { get; set; }

    public int Count { get; set; }

    public bool IsSource { get; set; }

    /// <summary>Whether a sentence opened with it.</summary>
    public bool Prominent { get; set; }

    /// <summary>Whether it acts, is addressed or is spoken for, rather than being a place or a topic.</summary>
    public bool Involved { get; set; }

    public Entity? MergedInto { get; set; }

    public Entity Final => MergedInto is null ? this : MergedInto.Final;

    public bool IsPerson => Kind == ActorKind.Person;

    /// <summary>Where it stands among the actors in view.</summary>
    public LinkedListNode<Entity> Place { get; }

    public string[] NameParts { get; set; } = [];

    /// <summary>What sort of body its name and what was said of it allow.</summary>
    public Sector Sector => Kind == ActorKind.State ? Sector.State : IsListed ? Sector.Public
        : Sectors.OfName(NameParts) is not Sector.Unknown and var named ? named
        : Said is not Sector.Unknown ? Said : BodyNouns.Aggregate(Sector.Unknown, (all, noun) => all | Sectors.OfNoun(noun));

    /// <summary>What sort a short description that was taken for it told.</summary>
    public Sector Said { get; set; }
}
