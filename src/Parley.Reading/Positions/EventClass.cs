using System.Collections.Immutable;

namespace Parley.Reading.Positions;

/// <summary>What a trigger tells of: one of the fifteen acts, or a deed that can be promised, threatened, demanded or told as done.</summary>
internal enum EventClass
{
    Demand, Appeal, Offer, Accept, Refuse, RedLine, Condition, Threaten, Ultimatum, Warn, Accuse, Deny, Concede, Endorse, Outlook,
    Yield, Aid, Consult, Cooperate, Sanction, Coerce, Assault, Mobilize, Protest, Investigate,
}

internal static class EventClasses
{
    public static bool IsAct(this EventClass value) => value <= EventClass.Outlook;

    public static Act ToAct(this EventClass value) => (Act)(int)value;

    /// <summary>Deeds that hurt whom they befall: said of oneself in the future they threaten, said of another they accuse.</summary>
    public static bool IsHarm(this EventClass value) => value is >= EventClass.Sanction and <= EventClass.Protest;

    /// <summary>Deeds that give something: said of oneself in the future they offer.</summary>
    public static bool IsGift(this EventClass value) => value is >= EventClass.Yield and <= EventClass.Cooperate;
}

/// <summary>What an act says: the act itself, the stance towards its theme, how firmly.</summary>
internal sealed record Meaning(EventClass Class, Stance? Stance, Firmness? Firmness, Polarity? Polarity = null)
{
    /// <summary>The stance turned round: for and against change places, open stays.</summary>
    public Meaning Turned() => this with { Stance = Stance switch { Reading.Stance.For => Reading.Stance.Against, Reading.Stance.Against => Reading.Stance.For, var s => s } };
}

/// <summary>A class of triggers and what it means by default.</summary>
internal sealed record ClassDefaults(Meaning Meaning, Meaning? Negated, Meaning? NoLonger, bool Flips, string? Plover, string? Cameo);

internal enum TriggerKind { Verb, Noun, Adj, Judge }

/// <summary>One row of lemmas that tells of an act.</summary>
/// <param name="Pattern">Its elements; the first is a literal.</param>
/// <param name="Negated">What it is under negation; null for no act.</param>
/// <param name="Soft">Whether what is said decides, this only where that has no act.</param>
/// <param name="Weak">Whether it counts only with a party as its subject.</param>
/// <param name="CueOnly">Whether it counts only where it attributes a statement.</param>
/// <param name="Mute">Whether it says that nothing was said, so that nothing is read.</param>
/// <param name="Past">Whether it counts only as told of what has happened.</param>
/// <param name="Ahead">Whether it counts only as told of what may come.</param>
internal sealed record Trigger(
    string Text,
    TriggerKind Kind,
    ImmutableArray<PatternElement> Pattern,
    Meaning Meaning,
    Meaning? Negated,
    Meaning? NoLonger,
    bool Flips,
    bool Soft,
    bool Weak,
    bool Past,
    bool Ahead,
    bool CueOnly,
    bool Mute,
    string? Needs);

/// <summary>One place in a trigger: any of some words, one word whatever it is, or a gap of up to five.</summary>
internal readonly record struct PatternElement(ImmutableArray<string> Words, PatternPlace Place);

internal enum PatternPlace { Word, Any, Gap, Last }
