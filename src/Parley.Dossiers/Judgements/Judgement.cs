namespace Parley.Dossiers.Judgements;

public enum JudgementKind
{
    /// <summary>What a party needs behind what it demands.</summary>
    Interest,

    /// <summary>What a party would do without an agreement.</summary>
    Alternative,

    /// <summary>Of an outlet or a report: a letter A to F for the source and a digit 1 to 6 for the information, "B2".</summary>
    Reliability,

    /// <summary>Where a track is going: up, level or down, with a reason of one line.</summary>
    Track,

    /// <summary>Anything else worth keeping.</summary>
    Note,

    /// <summary>A scenario computed from what the analyst assumes: its text, with stability or forecast as the reason.</summary>
    Model,
}

/// <summary>What an analyst adds from his own mind; always shown as such, with author and date.</summary>
/// <param name="Subject">The party, outlet, report or track judged, by name.</param>
/// <param name="Value">The judgement; for a track "up", "level" or "down"; for a reliability a grade.</param>
public sealed record Judgement(int Number, JudgementKind Kind, string Subject, string Value, string? Reason, string By, DateTimeOffset At)
{
    public string? WithdrawnBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }
}
