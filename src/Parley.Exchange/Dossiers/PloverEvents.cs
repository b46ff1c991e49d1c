using System.Text.Json.Nodes;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Exchange.Dossiers;

/// <summary>Positions as event records in PLOVER's terms, one JSON object a line. Acts that PLOVER has no class for (warnings, denials, outlooks) have a null type.</summary>
public static class PloverEvents
{
    public static IEnumerable<JsonObject> Of(ReportWithEntries report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var p in report.Entries.Positions)
        {
            var (type, quad, cameo) = Code(p);
            yield return new()
            {
                ["event_id"] = $"{report.Head.Id}:{p.Id}",
                ["event_date"] = FieldText.OfDay(p.Day),
                ["publication_date"] = report.Head.Published,
                ["event_type"] = type,
                ["quad"] = quad,
                ["cameo"] = cameo,
                ["context"] = p.Conditional || p.Act == Act.Condition ? "hypothetical" : null,
                ["actor"] = report.Party(p),
                ["recipient"] = report.Actor(p.Target),
                ["act"] = FieldText.Of(p.Act),
                ["issue"] = report.Issue(p.Issue),
                ["stance"] = FieldText.Of(report.Stance(p)),
                ["text"] = report.Text.Slice(p.Evidence),
                ["span"] = new JsonArray(p.Evidence.Start, p.Evidence.End),
                ["report"] = report.Head.Id,
                ["source"] = report.Head.Outlet,
                ["copy"] = report.View.IsCopy(report.Head.Number),
                ["coder"] = p.Mark == EntryMark.Read ? report.Head.Reader : "analyst",
            };
        }
    }

    /// <summary>PLOVER class, quad class and CAMEO root or code, as docs/formats.md lists them.</summary>
    private static (string? Type, string? Quad, string? Cameo) Code(PositionEntry p) => p.Act switch
    {
        Act.Demand => ("REQUEST", "verbal-conflict", "10"),
        Act.Appeal => ("REQUEST", "verbal-conflict", "02"),
        Act.Offer => ("AGREE", "verbal-cooperation", "03"),
        Act.Accept => ("AGREE", "verbal-cooperation", "03"),
        Act.Refuse or Act.RedLine => ("REJECT", "verbal-conflict", "120"),
        Act.Condition => ("AGREE", "verbal-cooperation", "03"),
        Act.Threaten or Act.Ultimatum => ("THREATEN", "verbal-conflict", p.Act == Act.Ultimatum ? "139" : "130"),
        Act.Accuse => ("ACCUSE", "verbal-conflict", "11"),
        Act.Concede => ("CONCEDE", "verbal-cooperation", "08"),
        Act.Endorse => ("SUPPORT", "verbal-cooperation", "05"),
        Act.Warn => (null, null, "130"),
        Act.Deny => (null, null, "016"),
        _ => (null, null, p.Polarity == Polarity.Negative ? "012" : "013"),
    };
}
