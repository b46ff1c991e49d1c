namespace Parley.Reading.Positions;

/// <summary>Who performs an act: the subject of its predicate, or the one whose words they are.</summary>
internal enum Performer { Subject, Speaker }

/// <summary>The family of rules that read an act; how far each is right is measured, in <c>Data/confidence.tsv</c>.</summary>
internal enum Rule { Cue, SoftCue, Trigger, TriggerOfOther, Judgement, Remark, Owed, Deed, FutureDeed, Owned, Must, Should, Never, Refusal, Announcement, WarnedThreat, TimeLimit, Order, Denial, Learnt }

/// <summary>An act read in some words, not yet tied to a party or an issue.</summary>
/// <param name="Head">The token that predicates.</param>
/// <param name="Outcome">What the stance is towards.</param>
/// <param name="Evidence">The shortest clause that shows it.</param>
/// <param name="Subject">The token to ask for the party where the subject performs; -1 where none.</param>
/// <param name="Inner">The deed within the theme, where one is named: what is promised, threatened or demanded.</param>
/// <param name="Why">The rule that read it.</param>
internal sealed record ReadAct(
    Meaning Meaning, bool Conditional, int Head, Outcome Outcome, Tokens Evidence, Performer Performer, int Subject, EventClass? Inner, string Why, Rule Rule)
{
    public Tokens Theme => Outcome.Words;

    /// <summary>Whether it tells what the speaker will do, rather than calls it an offer.</summary>
    public bool Performs { get; init; }

    /// <summary>Whether what is told of is a thing, not the one who speaks: "reserves would run dry".</summary>
    public bool Impersonal { get; init; }

    /// <summary>How likely a learnt act is; one where a rule read it.</summary>
    public float Probability { get; init; } = 1;

    /// <summary>Whether it is told under "will", "would" or "could".</summary>
    public bool Future { get; init; }
}
