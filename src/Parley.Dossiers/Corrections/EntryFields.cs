using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Parties;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Corrections;

/// <summary>Lays typed values over entries. Names not known to the dossier are entered.</summary>
internal sealed class EntryFields(ActorRegistry actors, Codebook codebook)
{
    public StatementEntry Apply(StatementEntry entry, Fields fields) => entry with
    {
        Speaker = Actor(fields["speaker"], entry.Speaker, ActorKind.Person),
        Party = Actor(fields["party"], entry.Party, ActorKind.Organization),
        Addressee = Actor(fields["addressee"], entry.Addressee, ActorKind.Organization),
        Day = Day(fields["date"], entry.Day),
        Mode = Value<StatementMode>(fields["mode"], entry.Mode) ?? entry.Mode,
        Kind = Value<StatementKind>(fields["kind"], entry.Kind) ?? entry.Kind,
        Extent = Span(fields["span"], entry.Extent),
        Content = Span(fields["content"] ?? fields["span"], entry.Content),
    };

    public PositionEntry Apply(PositionEntry entry, Fields fields) => entry with
    {
        Party = Actor(fields["party"], entry.Party, ActorKind.Organization),
        Speaker = Actor(fields["speaker"], entry.Speaker, ActorKind.Person),
        Issue = fields["issue"] is not { } issue ? entry.Issue : issue.Length == 0 ? 0 : codebook.Enter(issue, []),
        Target = Actor(fields["target"], entry.Target, ActorKind.Organization),
        Day = Day(fields["date"], entry.Day),
        Act = Value<Act>(fields["act"], entry.Act) ?? entry.Act,
        Stance = Value(fields["stance"], entry.Stance),
        Firmness = Value(fields["firmness"], entry.Firmness),
        Polarity = Value(fields["polarity"], entry.Polarity),
        Conditional = Flag(fields["conditional"], entry.Conditional),
        Negated = Flag(fields["negated"], entry.Negated),
        Evidence = Span(fields["span"], entry.Evidence),
    };

    public MeetingEntry Apply(MeetingEntry entry, Fields fields) => entry with
    {
        Date = Text(fields["date"], entry.Date),
        Place = Text(fields["place"], entry.Place),
        Participants = fields["participants"] is not { } names
            ? entry.Participants
            : [.. names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => Actor(n, 0, ActorKind.Organization)).Distinct().Order()],
        Convenor = Actor(fields["convenor"], entry.Convenor, ActorKind.Organization),
        Round = fields["round"] is not { } round ? entry.Round : int.TryParse(round, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null,
        Status = Value<MeetingStatus>(fields["status"], entry.Status) ?? entry.Status,
        Evidence = Span(fields["span"], entry.Evidence),
    };

    public DeadlineEntry Apply(DeadlineEntry entry, Fields fields) => entry with
    {
        Date = Text(fields["date"], entry.Date),
        What = Text(fields["what"], entry.What),
        SetBy = Actor(fields["setBy"], entry.SetBy, ActorKind.Organization),
        Evidence = Span(fields["span"], entry.Evidence),
    };

    public Fields Describe(StatementEntry e) => new()
    {
        { "speaker", Name(e.Speaker) }, { "party", Name(e.Party) }, { "addressee", Name(e.Addressee) }, { "date", FieldText.OfDay(e.Day) },
        { "mode", FieldText.Of(e.Mode) }, { "kind", FieldText.Of(e.Kind) }, { "span", FieldText.Of(e.Extent) }, { "content", FieldText.Of(e.Content) },
    };

    public Fields Describe(PositionEntry e) => new()
    {
        { "party", Name(e.Party) }, { "speaker", Name(e.Speaker) }, { "issue", codebook[e.Issue]?.Label }, { "target", Name(e.Target) },
        { "date", FieldText.OfDay(e.Day) }, { "act", FieldText.Of(e.Act) }, { "stance", FieldText.Of(e.Stance) }, { "firmness", FieldText.Of(e.Firmness) },
        { "polarity", FieldText.Of(e.Polarity) }, { "conditional", e.Conditional ? "true" : null }, { "negated", e.Negated ? "true" : null },
        { "span", FieldText.Of(e.Evidence) },
    };

    public Fields Describe(MeetingEntry e) => new()
    {
        { "date", e.Date }, { "place", e.Place }, { "participants", string.Join("; ", e.Participants.Select(Name)) }, { "convenor", Name(e.Convenor) },
        { "round", e.Round?.ToString(CultureInfo.InvariantCulture) }, { "status", FieldText.Of(e.Status) }, { "span", FieldText.Of(e.Evidence) },
    };

    public Fields Describe(DeadlineEntry e) => new()
    {
        { "date", e.Date }, { "what", e.What }, { "setBy", Name(e.SetBy) }, { "span", FieldText.Of(e.Evidence) },
    };

    private string? Name(int actor) => actors[actor]?.Name;

    private int Actor(string? name, int before, ActorKind kind) =>
        name is null ? before : name.Length == 0 ? 0 : actors.Find(name) is var known and > 0 ? known : actors.Enter(name, kind, null);

    private static int Day(string? iso, int before) =>
        iso is null ? before : DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.DayNumber : 0;

    private static string? Text(string? text, string? before) => text is null ? before : text.Length == 0 ? null : text;

    private static bool Flag(string? text, bool before) => text is null ? before : text == "true";

    private static Span Span(string? text, Span before) => FieldText.TrySpan(text, out var span) ? span : before;

    private static T? Value<T>(string? text, T? before) where T : struct, Enum => text is null ? before : FieldText.TryEnum<T>(text, out var value) ? value : null;
}
