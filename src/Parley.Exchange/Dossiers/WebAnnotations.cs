using System.Text.Json.Nodes;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Language;

namespace Parley.Exchange.Dossiers;

/// <summary>Statements and positions as W3C Web Annotations (JSON-LD), anchored by quotation and by position in code points.</summary>
public static class WebAnnotations
{
    private const int ContextLength = 32;

    public static IEnumerable<JsonObject> Of(ReportWithEntries report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var s in report.Entries.Statements)
            yield return Annotation(report, s.Id, s.Extent, ("kind", "statement"), ("speaker", report.Actor(s.Speaker)), ("party", report.Party(s)), ("mode", FieldText.Of(s.Mode)), ("date", FieldText.OfDay(s.Day)), ("vouched", Vouched(s.Mark)));
        foreach (var p in report.Entries.Positions)
        {
            yield return Annotation(
                report, p.Id, p.Evidence, ("kind", "position"), ("party", report.Party(p)), ("issue", report.Issue(p.Issue)), ("act", FieldText.Of(p.Act)),
                ("stance", FieldText.Of(report.Stance(p))), ("firmness", FieldText.Of(p.Firmness)), ("target", report.Actor(p.Target)), ("date", FieldText.OfDay(p.Day)), ("vouched", Vouched(p.Mark)));
        }
    }

    private static string? Vouched(EntryMark mark) => mark == EntryMark.Read ? null : FieldText.Of(mark) + " by analyst";

    private static JsonObject Annotation(ReportWithEntries report, EntryId id, Span span, params ReadOnlySpan<(string Name, string? Value)> tags)
    {
        var bodies = new JsonArray();
        foreach (var (name, value) in tags)
            if (value is not null) bodies.Add(new JsonObject { ["type"] = "TextualBody", ["purpose"] = "tagging", ["value"] = $"{name}: {value}" });
        var text = report.Text;
        return new()
        {
            ["@context"] = "http://www.w3.org/ns/anno.jsonld",
            ["id"] = $"urn:parley:entry:{Uri.EscapeDataString(report.Head.Id)}:{id}",
            ["type"] = "Annotation",
            ["motivation"] = "classifying",
            ["generator"] = new JsonObject { ["type"] = "Software", ["name"] = report.Head.Reader },
            ["body"] = bodies,
            ["target"] = new JsonObject
            {
                ["source"] = report.Address,
                ["selector"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "TextQuoteSelector",
                        ["exact"] = text.Slice(span),
                        ["prefix"] = text.Slice(new(Math.Max(0, span.Start - ContextLength), span.Start)),
                        ["suffix"] = text.Slice(new(span.End, Math.Min(text.Length, span.End + ContextLength))),
                    },
                    new JsonObject { ["type"] = "TextPositionSelector", ["start"] = span.Start, ["end"] = span.End }),
            },
        };
    }
}
