using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Parties;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Corrections;

/// <summary>Which fields each kind of subject has and what may stand in them.</summary>
public static class FieldRules
{
    /// <summary>Names of the fields of a kind.</summary>
    public static ImmutableArray<string> Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Statement => ["speaker", "party", "addressee", "date", "mode", "kind", "span", "content"],
        SubjectKind.Position => ["party", "speaker", "issue", "target", "date", "act", "stance", "firmness", "polarity", "conditional", "negated", "span"],
        SubjectKind.Meeting => ["date", "place", "participants", "convenor", "round", "status", "span"],
        SubjectKind.Deadline => ["date", "what", "setBy", "span"],
        SubjectKind.Actor => ["name", "aliases", "kind", "country", "part", "mergedInto"],
        SubjectKind.Issue => ["label", "definition", "terms", "parent", "accepted", "mergedInto", "opposed"],
        SubjectKind.Mandate => ["person", "party", "role", "from", "to"],
        _ => ["title", "outlet", "url", "copyOf"],
    };

    /// <exception cref="DossierException">A field does not exist, or its value cannot stand there; the message says what may.</exception>
    public static void Check(SubjectKind kind, Fields fields, SourceText? text = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var (name, value) in fields)
        {
            if (!Of(kind).Contains(name)) throw new DossierException($"a {FieldText.Of(kind)} has no field \"{name}\"; it has {string.Join(", ", Of(kind))}");
            if (value.Length > 0 && Expected(kind, name, value, text) is { } expected) throw new DossierException($"{name}: expected {expected}, found \"{value}\"");
        }
    }

    private static string? Expected(SubjectKind kind, string name, string value, SourceText? text) => name switch
    {
        "date" when kind is SubjectKind.Meeting or SubjectKind.Deadline => IsoDate(value) ? null : "a date like 2024-03-14, or 2024-03",
        "date" or "from" or "to" => Day(value) ? null : "a date like 2024-03-14",
        "mode" => OneOf<StatementMode>(value),
        "kind" when kind == SubjectKind.Statement => OneOf<StatementKind>(value),
        "kind" => OneOf<ActorKind>(value),
        "act" => OneOf<Act>(value),
        "stance" => OneOf<Stance>(value),
        "firmness" => OneOf<Firmness>(value),
        "polarity" => OneOf<Polarity>(value),
        "status" => OneOf<MeetingStatus>(value),
        "part" => OneOf<ActorPart>(value),
        "conditional" or "negated" or "accepted" or "opposed" => value is "true" or "false" ? null : "true or false",
        "round" or "mergedInto" or "parent" or "copyOf" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "a number",
        "span" or "content" => FieldText.TrySpan(value, out var span) && (text is null || span.End <= text.Length) ? null : "a span like 120-160 within the report",
        _ => null,
    };

    private static string? OneOf<T>(string value) where T : struct, Enum =>
        FieldText.TryEnum<T>(value, out _) ? null : "one of " + string.Join(", ", Enum.GetValues<T>().Select(FieldText.Of));

    private static bool Day(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsoDate(string value) => Day(value) || DateOnly.TryParseExact(value, ["yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
