using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading;

/// <summary>All that was read out of one report, as <c>parley.reading/1</c> gives it. Ids are local to the reading.</summary>
public sealed record ReportReading(ReaderInfo Reader, ReportInfo Report)
{
    public const string Schema = "parley.reading/1";

    public ImmutableArray<Actor> Actors { get; init; } = [];

    public ImmutableArray<DateExpression> Dates { get; init; } = [];

    public ImmutableArray<Statement> Statements { get; init; } = [];

    public ImmutableArray<Issue> Issues { get; init; } = [];

    public ImmutableArray<Position> Positions { get; init; } = [];

    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    public ImmutableArray<Deadline> Deadlines { get; init; } = [];
}

/// <summary>Who read: a reader, its version and its models.</summary>
public sealed record ReaderInfo(string Name, string Version, ImmutableArray<string> Models);

/// <summary>The report a reading is of.</summary>
/// <param name="Sha256">Of the text as given, in UTF-8, hexadecimal.</param>
/// <param name="Length">In code points.</param>
/// <param name="Published">ISO date or date-time; null where neither given nor found in the report.</param>
public sealed record ReportInfo(
    string Id, string Sha256, int Length, string? Title, string? Outlet, string? Url, string? Language, string? Published, Dateline? Dateline);

/// <summary>The place line that opens a wire report.</summary>
public sealed record Dateline(string Place, Span Span);

/// <summary>A state, organisation, group or person that a report names.</summary>
/// <param name="Name">The fullest name in the report; a state by its usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 where known.</param>
/// <param name="SpeaksFor">Id of the party on whose behalf a person speaks.</param>
/// <param name="Mentions">Every mention resolved to this actor, pronouns and metonyms included.</param>
public sealed record Actor(
    string Id, string Name, ActorKind Kind, string? Country, string? Role, string? SpeaksFor, ImmutableArray<Span> Mentions);

public enum ActorKind { State, Organization, Group, Person }

/// <summary>A TIMEX3 expression.</summary>
/// <param name="Value">TIMEX3 value, null where it cannot be resolved.</param>
public sealed record DateExpression(Span Span, string Text, TimexType Type, string? Value);

public enum TimexType { Date, Time, Duration, Set }

/// <summary>An attributed utterance or attitude, in PolNeAR's terms.</summary>
/// <param name="Speaker">Actor id; null where unknown.</param>
/// <param name="Said">ISO date.</param>
/// <param name="Confidence">Probability, 0 to 1, that the attribution is right.</param>
public sealed record Statement(
    string Id,
    string? Speaker,
    ImmutableArray<Span> Source,
    ImmutableArray<Span> Cue,
    ImmutableArray<Span> Content,
    StatementMode Mode,
    StatementKind Kind,
    string? Addressee,
    string? Said,
    double Confidence);

/// <summary>Whether all, some or none of the content stands in quotation marks.</summary>
public enum StatementMode : byte { Direct, Mixed, Indirect }

/// <summary>Whether something was said or only wanted, felt or believed.</summary>
public enum StatementKind : byte { Speech, Attitude }

/// <summary>What is at stake, worded as a proposition towards which one can be for, against or open.</summary>
public sealed record Issue(string Id, string Label, ImmutableArray<string> Terms);

/// <summary>A party's stance and firmness on an issue, with its act and its evidence.</summary>
/// <param name="Polarity">For <see cref="Act.Outlook"/> only.</param>
/// <param name="Statement">Statement id; null where the report states the position in its own voice.</param>
public sealed record Position(
    string Id,
    string? Party,
    string? Issue,
    Act Act,
    Stance? Stance,
    Firmness? Firmness,
    string? Target,
    bool Conditional,
    bool Negated,
    Polarity? Polarity,
    string? Statement,
    ImmutableArray<Span> Evidence,
    string? Date,
    string? Plover,
    string? Cameo,
    double Confidence);

/// <summary>What a statement does. The fifteen acts of the stance-act inventory.</summary>
public enum Act : byte { Demand, Appeal, Offer, Accept, Refuse, RedLine, Condition, Threaten, Ultimatum, Warn, Accuse, Deny, Concede, Endorse, Outlook }

public enum Stance : byte { For, Against, Open }

public enum Firmness : byte { RedLine, Firm, Flexible }

public enum Polarity : byte { Positive, Negative }

/// <summary>A round of talks.</summary>
/// <param name="Date">ISO date, or a coarser one ("2024-03").</param>
/// <param name="Participants">Actor ids of the parties; a mediator or host is the convenor.</param>
public sealed record Meeting(
    string Id,
    string? Date,
    string? Place,
    ImmutableArray<string> Participants,
    string? Convenor,
    int? Round,
    MeetingStatus Status,
    ImmutableArray<Span> Evidence);

public enum MeetingStatus { Held, Ongoing, Scheduled, Proposed, Postponed, Cancelled }

public sealed record Deadline(string? Date, string? What, string? SetBy, ImmutableArray<Span> Evidence);
