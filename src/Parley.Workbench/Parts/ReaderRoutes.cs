using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Language;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Parts;

/// <summary>What the report reader fetches and sends. The forms do without script what the script does through the API.</summary>
internal static class ReaderRoutes
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/parts/reports/{report:int}", async (int report, Dossier dossier, CancellationToken cancellationToken) =>
            new RazorComponentResult<ReaderView>(new { Report = await ReportSheet.OfAsync(dossier, report, cancellationToken), Doubtful = await DoubtfulAsync(dossier, report, cancellationToken) }));
        site.MapGet("/parts/reports/{report:int}/{entry}", async (int report, string entry, Dossier dossier, CancellationToken cancellationToken) =>
            new RazorComponentResult<EntryForm>(new { Entry = await EntrySheet.OfAsync(dossier, PartRoutes.Id(report, entry), cancellationToken) }));
        site.MapGet("/parts/why/{report:int}/{entry}", async (int report, string entry, Dossier dossier, Desk desk, CancellationToken cancellationToken) =>
            new RazorComponentResult<Reasons>(new { Lines = await WhyRead.ReasonsAsync(dossier, desk, PartRoutes.Id(report, entry), cancellationToken) }));
        site.MapPost("/do/reports/{report:int}/entries", AddAsync);
        site.MapPost("/do/reports/{report:int}/undo", async (int report, int correction, HttpContext http, Dossier dossier, Visit visit, CancellationToken cancellationToken) =>
        {
            await dossier.UndoAsync(correction, visit.Author(), cancellationToken);
            http.Response.Redirect($"/reports/{report}");
        });
    }

    /// <summary>Entries of a report that the review queue holds.</summary>
    public static async Task<IReadOnlySet<EntryId>> DoubtfulAsync(Dossier dossier, int report, CancellationToken cancellationToken) =>
        Doubt.Of(await dossier.ViewAsync(cancellationToken), DateOnly.MaxValue).Where(id => id.Report == report).ToImmutableHashSet();

    private static async Task AddAsync(int report, HttpContext http, Dossier dossier, Visit visit, IFormCollection form, CancellationToken cancellationToken)
    {
        if (!FieldText.TryEnum<EntryKind>(form["kind"], out var kind)) throw new DossierException("kind: expected statement, position, meeting or deadline");
        var text = await dossier.TextAsync(report, cancellationToken);
        var span = FieldText.TrySpan(form["span"], out var given) ? given : SpanOf(text, form["words"].ToString());
        var (fields, prefix) = (new Fields(), FieldText.Of(kind) + "-");
        foreach (var name in FieldRules.Of((SubjectKind)kind))
            if (form[prefix + name].ToString().Trim() is { Length: > 0 } value) fields.Add(name, value);
        var added = await dossier.AddEntryAsync(report, kind, span, fields, visit.Author(form["note"]), cancellationToken);
        http.Response.Redirect($"/reports/{report}#{"spmd"[(int)kind]}+{added.Number}");
    }

    /// <summary>Where words stand in a text, whatever the spaces and line ends between them.</summary>
    public static Span SpanOf(SourceText text, string words)
    {
        var pattern = string.Join("\\s+", new SourceText(words).Chars.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(System.Text.RegularExpressions.Regex.Escape));
        var match = pattern.Length == 0 ? null : System.Text.RegularExpressions.Regex.Match(text.Chars, pattern, System.Text.RegularExpressions.RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return match is { Success: true } ? new(match.Index, match.Index + match.Length) : throw new DossierException("words: expected words as they stand in the report; these do not");
    }
}
