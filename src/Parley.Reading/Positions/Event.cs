namespace Parley.Reading.Positions;

/// <summary>A half-open range of token indexes.</summary>
internal readonly record struct Tokens(int First, int End)
{
    public bool IsEmpty => End <= First;

    public bool Contains(int token) => token >= First && token < End;

    public bool Contains(Tokens other) => other.First >= First && other.End <= End;
}

/// <summary>A trigger found in a sentence, with what belongs to it.</summary>
/// <param name="Words">The trigger's own tokens.</param>
/// <param name="Head">The token that predicates.</param>
/// <param name="Theme">What the act is about; empty where nothing is said.</param>
/// <param name="Subject">Who acts, or for a judgement what is judged; -1 where untold.</param>
/// <param name="Not">Negated, by an odd number of negations.</param>
internal sealed record Event(Trigger Trigger, Tokens Words, int Head, PredicateGroup Group, Tokens Theme, int Subject, bool Not, bool NoLonger)
{
    /// <summary>Whether what is not given up is a demand: "will not drop its demand".</summary>
    public bool KeepsDemand { get; init; }

    public EventClass Class => Trigger.Meaning.Class;

    /// <summary>Whether the subject is told of as suffering: "was rejected".</summary>
    public bool Passive => Group.Passive;

    /// <summary>The meaning with negation taken in; null where negation leaves no act.</summary>
    public Meaning? Meaning
    {
        get
        {
            if (Trigger.Mute) return null;
            if (KeepsDemand) return new(EventClass.Demand, Stance.For, Firmness.Firm);
            if (NoLonger) return Trigger.NoLonger;
            if (!Not) return Trigger.Meaning;
            if (!Trigger.Flips) return Trigger.Negated;
            var turned = Trigger.Meaning.Polarity == Polarity.Positive ? Polarity.Negative : Polarity.Positive;
            return Trigger.Meaning with { Polarity = turned };
        }
    }
}
