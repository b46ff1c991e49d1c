using System.Collections.Immutable;
using Parley.Reading;

namespace Parley.Exchange.Readings;

/// <summary>The words in which acts, stances and states are shown to people.</summary>
public static class Wording
{
    private static readonly ImmutableArray<string> Acts =
    [
        "demands", "appeals", "offers", "accepts", "refuses", "red line", "sets condition", "threatens", "gives ultimatum", "warns", "accuses", "denies",
        "concedes", "endorses", "outlook",
    ];

    public static string Of(Act act) => Acts[(int)act];

    public static string Of(Stance? stance) => stance switch
    {
        Stance.For => "for",
        Stance.Against => "against",
        Stance.Open => "open",
        _ => "",
    };

    public static string Of(Firmness? firmness) => firmness switch
    {
        Firmness.RedLine => "red line",
        Firmness.Firm => "firm",
        Firmness.Flexible => "flexible",
        _ => "",
    };

    public static string Of(MeetingStatus status) => status switch
    {
        MeetingStatus.Held => "held",
        MeetingStatus.Ongoing => "ongoing",
        MeetingStatus.Scheduled => "scheduled",
        MeetingStatus.Proposed => "proposed",
        MeetingStatus.Postponed => "postponed",
        _ => "cancelled",
    };

    /// <summary>Stance, firmness and what qualifies them, in a few words: "against, red line, if conditions are met".</summary>
    public static string Stand(Position position)
    {
        ArgumentNullException.ThrowIfNull(position);
        var words = new List<string>(4);
        if (position.Polarity is { } polarity) words.Add(polarity == Polarity.Positive ? "hopeful" : "doubtful");
        if (Of(position.Stance) is { Length: > 0 } stance) words.Add(stance);
        if (Of(position.Firmness) is { Length: > 0 } firmness && position.Act != Act.RedLine) words.Add(firmness);
        if (position.Conditional) words.Add("conditional");
        if (position.Negated) words.Add("negated");
        return string.Join(", ", words);
    }
}
