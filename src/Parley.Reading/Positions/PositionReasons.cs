using System.Collections.Immutable;
using System.Globalization;
using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>Says why a position was read so: the rule and its words, the outcome and what turned its sign, the issue, the party, the confidence.</summary>
internal static class PositionReasons
{
    public static ImmutableArray<string> Of(Document document, PositionDraft draft, string label, bool turned, Position position)
    {
        var act = draft.Act;
        var outcome = act.Outcome;
        var reasons = ImmutableArray.CreateBuilder<string>();
        reasons.Add($"rule: {act.Why}; the word that predicates is \"{document.Tokens[act.Head].Form}\"");
        reasons.Add(outcome.Words.IsEmpty ? "outcome: the words name none" : $"outcome: \"{Words(document, outcome.Words)}\"{(outcome.Chain.Length > 0 ? $" ({outcome.Chain})" : "")}");
        if (act.Inner is { } inner) reasons.Add($"what is promised, asked or feared: {Name(inner.ToString())}");
        reasons.Add($"act and stance: {Name(act.Meaning.Class.ToString())}, {(act.Meaning.Stance is { } stance ? Name(stance.ToString()) : "no stance")}{(act.Conditional ? ", on a condition" : "")}");
        reasons.Add(turned ? $"issue: \"{label}\", worded from the other end, so the stance turns to {Name(position.Stance?.ToString() ?? "none")}" : $"issue: \"{label}\"");
        reasons.Add(act.Performer == Performer.Subject && act.Subject >= 0
            ? $"party: {draft.Party.Name}, by the subject \"{document.Tokens[act.Subject].Form}\""
            : draft.Statement is { } s ? $"party: {draft.Party.Name}, whose statement {s.Id} it is" : $"party: {draft.Party.Name}, whom the sentence lets speak");
        var grounds = string.Join(", ", PositionConfidence.Features(draft).Skip(1));
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"confidence: {position.Confidence:0.00}, from {grounds}"));
        return reasons.ToImmutable();
    }

    private static string Words(Document document, Tokens range) =>
        string.Join(' ', document.Slice(document.Tokens[range.First].Span.Union(document.Tokens[range.End - 1].Span)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim('"', '“', '”', ',', '.');

    /// <summary>"RedLine" as words: "red line".</summary>
    private static string Name(string value) => string.Concat(value.Select((c, i) => char.IsUpper(c) ? (i > 0 ? " " : "") + char.ToLowerInvariant(c) : c.ToString()));
}
