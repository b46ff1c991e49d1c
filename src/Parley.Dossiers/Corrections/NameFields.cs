using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Dossiers.Corrections;

/// <summary>Fields of actors, issues, mandates and reports. Lists are separated by semicolons.</summary>
internal static class NameFields
{
    public static Fields Describe(DossierActor a) => new()
    {
        { "name", a.Name }, { "aliases", string.Join("; ", a.Aliases) }, { "kind", FieldText.Of(a.Kind) }, { "country", a.Country }, { "part", FieldText.Of(a.Part) },
        { "mergedInto", Number(a.MergedInto) },
    };

    public static DossierActor Apply(DossierActor a, Fields f)
    {
        var aliases = List(f["aliases"], a.Aliases);
        // A new name must not make reports that use the old one strangers.
        if (f["name"] is { Length: > 0 } name && name != a.Name && !aliases.Contains(a.Name)) aliases = aliases.Add(a.Name);
        return a with
        {
            Name = f["name"] is { Length: > 0 } given ? given : a.Name,
            Aliases = aliases,
            Kind = FieldText.TryEnum<ActorKind>(f["kind"], out var kind) ? kind : a.Kind,
            Country = f["country"] is { } country ? country.Length == 0 ? null : country : a.Country,
            Part = FieldText.TryEnum<ActorPart>(f["part"], out var part) ? part : f["part"] is "" ? ActorPart.Unsaid : a.Part,
            MergedInto = Number(f["mergedInto"], a.MergedInto),
        };
    }

    public static Fields Describe(DossierIssue i) => new()
    {
        { "label", i.Label }, { "definition", i.Definition }, { "terms", string.Join("; ", i.Terms) }, { "parent", Number(i.Parent) },
        { "accepted", Flag(i.Accepted) }, { "mergedInto", Number(i.MergedInto) }, { "opposed", Flag(i.Opposed) },
    };

    public static DossierIssue Apply(DossierIssue i, Fields f)
    {
        var terms = List(f["terms"], i.Terms);
        if (f["label"] is { Length: > 0 } label && label != i.Label && !terms.Contains(i.Label)) terms = terms.Add(i.Label);
        return i with
        {
            Label = f["label"] is { Length: > 0 } given ? given : i.Label,
            Terms = terms,
            Definition = f["definition"] is { } definition ? definition.Length == 0 ? null : definition : i.Definition,
            Parent = Number(f["parent"], i.Parent),
            Accepted = f["accepted"] is { } accepted ? accepted == "true" : i.Accepted,
            MergedInto = Number(f["mergedInto"], i.MergedInto),
            Opposed = f["opposed"] is { } opposed ? opposed == "true" : i.Opposed,
        };
    }

    public static Fields Describe(ReportHead r) => new() { { "title", r.Title }, { "outlet", r.Outlet }, { "url", r.Url }, { "copyOf", Number(r.CopyOf) } };

    public static ReportHead Apply(ReportHead r, Fields f) => r with
    {
        Title = f["title"] is { } title ? title.Length == 0 ? null : title : r.Title,
        Outlet = f["outlet"] is { } outlet ? outlet.Length == 0 ? null : outlet : r.Outlet,
        Url = f["url"] is { } url ? url.Length == 0 ? null : url : r.Url,
        CopyOf = Number(f["copyOf"], r.CopyOf),
    };

    public static Mandate Mandate(int number, Fields f) => new(number, Number(f["person"], 0), Number(f["party"], 0), f["role"], Day(f["from"]), Day(f["to"]));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string? text, int before) =>
        text is null ? before : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static DateOnly? Day(string? text) => text is { Length: > 0 } ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static ImmutableArray<string> List(string? text, ImmutableArray<string> before) =>
        text is null ? before : [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
